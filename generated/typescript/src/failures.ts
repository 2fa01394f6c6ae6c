// What becomes of errors of the network. Generated from the description; not to be edited.

import { APIConnectionError, APITimeoutError, ContextIOError, reasonOf, type RequestFacts } from "./errors.js";
import type { Limit, Watch } from "./limit.js";

/**
 * Return the error of a call: the reason of the caller who aborts, one of ours as it is, or one that says what happened.
 *
 * @param by The limit of the call, or what watches over an attempt.
 * @param problem The class for an error of the network.
 */
export function failureOf(
  error: unknown,
  request: RequestFacts,
  by: Limit | Watch,
  problem: typeof APIConnectionError,
): unknown {
  const [limit, watch] = "limit" in by ? [by.limit, by] : [by];
  if (limit.caller?.aborted) {
    return limit.caller.reason;
  }
  if (error instanceof ContextIOError) {
    return error;
  }
  hideQuery(error, request.url);
  if (limit.signal.aborted) {
    return new APITimeoutError(request, `is not answered within ${limit.milliseconds} ms`, { cause: error });
  }
  if (watch?.isSilent) {
    return new APITimeoutError(request, `gets nothing for ${watch.silence} ms`, { cause: error });
  }
  return new problem(request, `gets no complete answer: ${reasonOf(error)}`, { cause: error });
}

/** Take the query, which may be secret, out of an error and its causes: those of Bun and Deno have the whole address. */
function hideQuery(error: unknown, url: string): void {
  const seen = new Set<unknown>(); // an error may be its own cause
  for (let each = error; each instanceof Error && !seen.has(each); each = each.cause) {
    seen.add(each);
    for (const name of ["message", "stack", "path"]) {
      const text: unknown = Reflect.get(each, name);
      if (typeof text === "string") {
        const [begin = "", ...parts] = text.split(`${url}?`);
        Reflect.set(each, name, begin + parts.map((part) => url + part.replace(/^[^\s"')]*/, "")).join(""));
      }
    }
  }
}
