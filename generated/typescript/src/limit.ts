// Time limits and signals of calls. Generated from the description; not to be edited.

/** The longest timer, in milliseconds; a longer one would end at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** The time that a call may take, which the signal of the caller may cut short; `end` lets go of both. */
export class Limit {
  readonly ends: number;
  readonly #controller = new AbortController();
  /** Aborts when the time is up, or when the caller aborts. */
  readonly signal = this.#controller.signal;
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #leave: () => void;

  constructor(
    readonly milliseconds: number,
    readonly caller: AbortSignal | undefined,
  ) {
    const abort = (): void => {
      this.#controller.abort(caller?.reason);
      this.end();
    };
    this.ends = performance.now() + milliseconds;
    this.#leave = caller ? follow(caller, abort) : () => {};
    this.#timer = setTimeout(abort, Math.min(milliseconds, LONGEST_TIMER));
    if (caller?.aborted) {
      abort();
    }
  }

  /** Wait for some milliseconds, or until the signal aborts. */
  async sleep(milliseconds: number): Promise<void> {
    if (!this.signal.aborted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(done, Math.min(milliseconds, LONGEST_TIMER));
        const leave = follow(this.signal, done);
        function done(): void {
          clearTimeout(timer);
          leave();
          resolve();
        }
      });
    }
    this.caller?.throwIfAborted();
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#leave();
  }
}

/** Watches over one attempt: ends it with its call, and when the server is silent for too long. */
export class Watch {
  readonly #controller = new AbortController();
  /** Aborts when the attempt must end. */
  readonly signal = this.#controller.signal;
  readonly #leave: () => void;
  #isSilent = false;

  /** @param silence Milliseconds that the server may be silent. */
  constructor(
    readonly limit: Limit,
    readonly silence: number,
  ) {
    const abort = (): void => this.#controller.abort(limit.signal.reason);
    this.#leave = follow(limit.signal, abort);
    if (limit.signal.aborted) {
      abort();
    }
  }

  /** Whether the server was silent for too long. */
  get isSilent(): boolean {
    return this.#isSilent;
  }

  /** Wait for what the server sends next; throw if the attempt has to end before. */
  async next<T>(promise: Promise<T>): Promise<T> {
    if (this.silence > LONGEST_TIMER) {
      return await untilAborted(this.signal, promise);
    }
    const timer = setTimeout(() => {
      this.#isSilent = true;
      this.#controller.abort();
    }, this.silence);
    try {
      return await untilAborted(this.signal, promise);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Let go of the call. */
  end(): void {
    this.#leave();
  }
}

/** Wait for a promise, or until a signal aborts; throw its reason then. */
export async function untilAborted<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  let leave = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    const abort = (): void => reject(signal.reason);
    leave = follow(signal, abort);
    if (signal.aborted) {
      abort();
    }
  });
  try {
    return await Promise.race([aborted, promise]);
  } finally {
    leave();
  }
}

/** What is called when a signal aborts. */
class Followers extends Set<() => void> {
  handleEvent(): void {
    for (const follower of [...this]) {
      follower();
    }
  }
}

/** The followers of each signal, which has one listener for all of them: Node warns of more than ten. */
const followersOf = new WeakMap<AbortSignal, Followers>();

/**
 * Call a function when a signal aborts.
 *
 * @returns A function that ends this.
 */
function follow(signal: AbortSignal, follower: () => void): () => void {
  const followers = followersOf.get(signal) ?? new Followers();
  if (followers.size === 0) {
    followersOf.set(signal, followers);
    signal.addEventListener("abort", followers);
  }
  followers.add(follower);
  return () => {
    if (followers.delete(follower) && followers.size === 0) {
      signal.removeEventListener("abort", followers);
    }
  };
}
