// Files and other bytes that are sent. Generated from the description; not to be edited.

import { IncompleteFileError, UnreadableFileError, FileTooLargeError, reasonOf, type RequestFacts } from "./errors.js";

/**
 * Bytes to send. `openAsBlob` and `createReadStream` of `node:fs` make them. A text is sent in UTF-8. A stream is
 * read once, before anything is sent.
 */
export type Upload =
  | Blob
  | ArrayBuffer
  | ArrayBufferView
  | string
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array>;

/** What is described about bytes. */
export interface FileField {
  /** Their media type. */
  readonly type: string;
  /** How many there may be. */
  readonly maximum?: number;
}

const utf8 = new TextEncoder();

/** Return whether a value can be sent as bytes. */
export function isUpload(value: unknown): value is Upload {
  if (typeof value === "object" && value !== null) {
    const isBytes = value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value);
    return isBytes || "getReader" in value || Symbol.asyncIterator in value;
  }
  return typeof value === "string";
}

/**
 * Return the bytes of an upload in memory, so that they can be sent again.
 *
 * @param signal Ends the reading at the next chunk, and closes the stream.
 * @throws FileTooLargeError if there are more than described.
 * @throws UnreadableFileError if they cannot be read.
 * @throws IncompleteFileError if they break off.
 */
export async function readUpload(
  request: RequestFacts,
  name: string,
  upload: Upload,
  file: FileField,
  signal: AbortSignal,
): Promise<Blob> {
  const { type, maximum = Infinity } = file;
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for await (const chunk of chunksOf(upload)) {
      const bytes = bytesOf(chunk);
      size += bytes.length;
      if (size > maximum || signal.aborted) {
        break;
      }
      chunks.push(bytes);
    }
  } catch (cause) {
    const [problem, happened] = size
      ? [IncompleteFileError, `breaks off after ${size} bytes`]
      : [UnreadableFileError, "cannot be read"];
    throw new problem(request, `is not sent: ${name} ${happened}: ${reasonOf(cause)}`, { cause });
  }
  if (size > maximum) {
    throw new FileTooLargeError(request, `is not sent: ${name} has more than ${maximum} bytes`);
  }
  return new Blob(chunks, { type });
}

/** Return a copy of bytes, or a text in UTF-8. */
function bytesOf(chunk: unknown): Uint8Array<ArrayBuffer> {
  if (typeof chunk === "string") {
    return utf8.encode(chunk);
  }
  if (ArrayBuffer.isView(chunk)) {
    return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength).slice();
  }
  if (chunk instanceof ArrayBuffer) {
    return new Uint8Array(chunk).slice();
  }
  throw new TypeError(`a stream must give bytes or texts; it gives a value of type ${typeof chunk}`);
}

function chunksOf(upload: Upload): Iterable<unknown> | AsyncIterable<unknown> {
  if (typeof upload === "string" || upload instanceof ArrayBuffer || ArrayBuffer.isView(upload)) {
    return [upload];
  }
  if (upload instanceof Blob) {
    return iterate(upload.stream());
  }
  return "getReader" in upload ? iterate(upload) : upload;
}

/** Yield the chunks of a stream, which is cancelled if not all are taken; not every run time can iterate it. */
export async function* iterate(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}
