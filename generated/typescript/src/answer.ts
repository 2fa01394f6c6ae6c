// Results of calls. Generated from the description; not to be edited.

/** A response, parsed and as received. */
export interface Received<T> {
  readonly data: T;
  /** Status and headers; its body is in `bytes` and `text`. */
  readonly response: Response;
  /** The body as received; empty if `data` is a `ByteStream`. */
  readonly bytes: Uint8Array;
  /** The body as text; empty if `data` is a `ByteStream`. */
  readonly text: string;
  /** Identifier of the request, for logs: that of the server, or else that which the client sent. */
  readonly requestId: string;
  /** How often the request was sent. */
  readonly attempts: number;
  /**
   * Return the value of the body as JSON, whatever media type it has.
   *
   * @throws SyntaxError if it is no JSON.
   */
  json(): unknown;
}

/**
 * A promise of the parsed body, which also gives the whole response.
 *
 * Its handlers are those of the call itself, so that the stack of an error names the function that awaits it.
 */
export class Answer<T> extends Promise<T> {
  readonly #received: Promise<Received<T>>;
  #data: Promise<T> | undefined;

  /** What `then` and the like return is a plain promise. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  constructor(received: Promise<Received<T>>) {
    super(() => {});
    this.#received = received;
  }

  override then<A = T, B = never>(
    fulfilled?: ((data: T) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.#data ??= this.#received.then(({ data }) => data);
    return this.#data.then(fulfilled, rejected);
  }

  /** Return the parsed body with the status, the headers and the text of the response. */
  withResponse(): Promise<Received<T>> {
    return this.#received;
  }
}
