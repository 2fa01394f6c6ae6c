// Bytes of answers. Generated from the description; not to be edited.

import { iterate } from "./upload.js";

/**
 * The bytes of an answer, which arrive as they are read, and can be read once. Until they have been read, or
 * cancelled, the connection stays open, but no longer than the timeout of the call.
 *
 * Each way to read them throws IncompleteAnswerError if they break off, and APITimeoutError if time is up.
 */
export class ByteStream implements AsyncIterable<Uint8Array> {
  /** The media type; empty if the server named none. */
  readonly type: string;
  /** How many bytes there are, if the server said so. */
  readonly size: number | undefined;
  readonly #response: Response;

  constructor(stream: ReadableStream<Uint8Array>, headers: Headers) {
    const size = headers.get("Content-Length");
    this.type = headers.get("Content-Type") ?? "";
    this.size = size === null || headers.has("Content-Encoding") ? undefined : Number(size);
    this.#response = new Response(stream, { headers: { "Content-Type": this.type } });
  }

  /** Return the bytes as a stream. */
  stream(): ReadableStream<Uint8Array> {
    return this.#response.body as ReadableStream<Uint8Array>;
  }

  /** Yield the bytes as they arrive; leaving the loop closes the connection. */
  [Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined> {
    return iterate(this.stream());
  }

  /** Read all bytes. */
  arrayBuffer(): Promise<ArrayBuffer> {
    return this.#response.arrayBuffer();
  }

  /** Read all bytes, with their media type. */
  blob(): Promise<Blob> {
    return this.#response.blob();
  }

  /** Read all bytes as text in UTF-8. */
  text(): Promise<string> {
    return this.#response.text();
  }

  /** Close the connection. */
  cancel(): Promise<void> {
    return this.stream().cancel();
  }
}

/**
 * Return a stream of what another one gives.
 *
 * @param ended Called once nothing more comes.
 * @param failure Makes the error to throw of that of the stream.
 */
export function guard(
  body: ReadableStream<Uint8Array>,
  ended: () => void,
  failure: (error: unknown) => unknown,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (done) {
            ended();
            controller.close();
          } else {
            controller.enqueue(value);
          }
        } catch (error) {
          const failed = failure(error);
          ended();
          controller.error(failed);
        }
      },
      async cancel(reason) {
        ended();
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
