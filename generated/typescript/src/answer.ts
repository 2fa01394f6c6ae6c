// Results of calls. Generated from the description; not to be edited.

/** A response, parsed and as received. */
export interface Received<T> {
  readonly data: T;
  /** Status and headers; its body is in `text`. */
  readonly response: Response;
  readonly text: string;
}

/** A promise of the parsed body, which also gives the whole response. */
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

  /** Return the parsed body with the status, the headers and the text of the response. */
  async withResponse(): Promise<Received<T>> {
    const [received] = await Promise.all([this.#received, this]);
    return received as Received<T>;
  }
}
