// Bodies of responses as they arrive. Generated from the description; not to be edited.

import { APITimeoutError, AnswerTooLargeError, IncompleteAnswerError, RequestError, type RequestFacts } from "./errors.js";
import { failureOf } from "./failures.js";
import type { Watch } from "./limit.js";

/** The body of a response, piece by piece as it arrives. */
export class ResponseBody {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;

  /**
   * @param watch Ends the attempt in time.
   * @param ended Called once nothing more comes.
   */
  constructor(
    readonly request: RequestFacts,
    readonly response: Response,
    readonly watch: Watch,
    readonly ended: () => void,
  ) {
    this.#reader = response.body?.getReader();
  }

  /**
   * Wait for the next piece; undefined at the end.
   *
   * @throws IncompleteAnswerError if the body breaks off.
   * @throws APITimeoutError if the time is up.
   */
  async next(): Promise<Uint8Array | undefined> {
    try {
      const piece = this.#reader && (await this.watch.next(this.#reader.read()));
      if (!piece || piece.done) {
        this.ended();
      }
      return piece?.value;
    } catch (error) {
      const failure = failureOf(error, this.request, this.watch, IncompleteAnswerError);
      void this.cancel();
      throw failure;
    }
  }

  /**
   * Read the body, decompressed, to its end.
   *
   * @throws AnswerTooLargeError if it has more than so many bytes.
   */
  async read(most: number): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    if (await this.#collect(pieces, most)) {
      return join(pieces);
    }
    const { status } = this.response;
    const happened = `is answered with ${status} and more than ${most} bytes; set maxAnswerBytes to read more`;
    throw new AnswerTooLargeError(this.request, this.response, "", happened);
  }

  /** Read what arrives of the body, and no more than so many bytes. */
  async readSome(most: number): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    try {
      await this.#collect(pieces, most);
    } catch (error) {
      if (error instanceof APITimeoutError || !(error instanceof RequestError)) {
        throw error;
      }
    }
    return join(pieces);
  }

  /** Close the connection. */
  async cancel(): Promise<void> {
    this.ended();
    await this.#reader?.cancel().catch(() => {}); // it may have failed before
  }

  /** Collect pieces up to so many bytes, and return whether these are all. */
  async #collect(pieces: Uint8Array[], most: number): Promise<boolean> {
    let left = most;
    for (let piece = await this.next(); piece; piece = await this.next()) {
      if (piece.length > left) {
        pieces.push(piece.subarray(0, left));
        void this.cancel();
        return false;
      }
      left -= piece.length;
      pieces.push(piece);
    }
    return true;
  }
}

/** Return the text of bytes, by the charset of their media type, or else UTF-8; a byte order mark is left out. */
export function decode(bytes: Uint8Array, type: string): string {
  const charset = /;\s*charset="?([^\s";]+)/i.exec(type)?.[1];
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes); // the charset is unknown
  }
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((size, { length }) => size + length, 0));
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}
