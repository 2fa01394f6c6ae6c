// What the examples use of Node, whose types are not installed.

declare module "node:fs" {
  export function openAsBlob(path: string): Promise<Blob>;
}

declare module "node:fs/promises" {
  export function writeFile(path: string, content: AsyncIterable<Uint8Array>): Promise<void>;
}
