// Bytes of answers. Generated from the description; not to be edited.

import { decode, type ResponseBody } from "./body.js";

/**
 * The bytes of an answer, which arrive as they are read, and can be read once. Until they have been read, or
 * cancelled, the connection stays open, but no longer than the timeout of the call.
 *
 * Each way to read them throws IncompleteAnswerError if they break off, and APITimeoutError if time is up. Those that
 * read all of them into memory throw AnswerTooLargeError if there are more than `maxAnswerBytes`.
 */
export class ByteStream implements AsyncIterable<Uint8Array> {
  /** The media type; empty if the server named none. */
  readonly type: string;
  /** How many bytes there are, if the server said so. */
  readonly size: number | undefined;
  readonly #body: ResponseBody;
  readonly #most: number;
  #isRead = false;
  #stream: ReadableStream<Uint8Array> | undefined;

  constructor(body: ResponseBody, most: number) {
    const { headers } = body.response;
    const size = headers.get("Content-Length");
    this.type = headers.get("Content-Type") ?? "";
    this.size = size === null || headers.has("Content-Encoding") ? undefined : Number(size);
    this.#body = body;
    this.#most = most;
  }

  /** Return the bytes as a stream. */
  stream(): ReadableStream<Uint8Array> {
    this.#stream ??= streamOf(this.#take());
    return this.#stream;
  }

  /** Yield the bytes as they arrive; leaving the loop closes the connection. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined> {
    const body = this.#take();
    try {
      for (let piece = await body.next(); piece; piece = await body.next()) {
        yield piece;
      }
    } finally {
      await body.cancel();
    }
  }

  /** Read all bytes. */
  async arrayBuffer(): Promise<ArrayBuffer> {
    return (await this.#readAll()).buffer as ArrayBuffer;
  }

  /** Read all bytes, with their media type. */
  async blob(): Promise<Blob> {
    return new Blob([await this.arrayBuffer()], { type: this.type });
  }

  /** Read all bytes as text, by the charset of their media type or else in UTF-8. */
  async text(): Promise<string> {
    return decode(await this.#readAll(), this.type);
  }

  /** Close the connection. */
  async cancel(): Promise<void> {
    this.#isRead = true;
    await this.#body.cancel();
  }

  async #readAll(): Promise<Uint8Array> {
    return await this.#take().read(this.#most);
  }

  #take(): ResponseBody {
    if (this.#isRead) {
      throw new TypeError("the bytes have been read, or the stream was cancelled; call again to read them once more");
    }
    this.#isRead = true;
    return this.#body;
  }
}

function streamOf(body: ResponseBody): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const piece = await body.next();
        if (piece) {
          controller.enqueue(piece);
        } else {
          controller.close();
        }
      },
      cancel: () => body.cancel(),
    },
    { highWaterMark: 0 },
  );
}
