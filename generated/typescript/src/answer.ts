// What a call returns. Generated from the description; not to be edited.

/** An answer, parsed and as it came. */
export interface Received<T> {
  readonly data: T;
  /** Status and headers; its body is in `text`. */
  readonly response: Response;
  readonly text: string;
}

/** A promise of what an answer holds, which can also give the answer as it came. */
export class Answer<T> extends Promise<T> {
  #received: Promise<Received<T>> | undefined;

  /** What `then` and the like return is a plain promise. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  static of<T>(received: Promise<Received<T>>): Answer<T> {
    const answer = new Answer<T>((resolve, reject) => {
      received.then(({ data }) => resolve(data), reject);
    });
    answer.#received = received;
    return answer;
  }

  /** Return what the answer holds together with its status, headers and body as they came. */
  async withResponse(): Promise<Received<T>> {
    const [received] = await Promise.all([this.#received, this]);
    return received as Received<T>;
  }
}
