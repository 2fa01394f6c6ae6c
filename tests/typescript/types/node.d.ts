// What the examples use of Node, whose types are not installed.

declare module "node:fs" {
  export function openAsBlob(path: string): Promise<Blob>;
}

declare module "node:fs/promises" {
  export function writeFile(path: string, content: AsyncIterable<Uint8Array>): Promise<void>;
}

declare module "node:buffer" {
  export class Buffer extends Uint8Array {
    static concat(pieces: readonly Buffer[]): Buffer;
  }
}

declare module "node:http" {
  import type { Buffer } from "node:buffer";

  export interface IncomingMessage {
    readonly headers: Record<string, string | string[] | undefined>;
    readonly method?: string;
    readonly url?: string;
    iterator(options: { destroyOnReturn: boolean }): AsyncIterable<Buffer>;
  }
  export interface ServerResponse {
    writeHead(status: number, headers?: Record<string, string>): this;
    end(text?: string): void;
  }
  export interface Server {
    listen(port: number, host: string, listener: () => void): void;
    address(): unknown;
  }
  export function createServer(handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>): Server;
}

declare module "node:process" {
  export const env: Record<string, string | undefined>;
}
