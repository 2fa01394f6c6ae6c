// Retries: what is worth one, and how long to wait. Generated from the description; not to be edited.

/** Milliseconds of the first wait, which doubles with each retry, and of the longest. */
const FIRST_WAIT = 500;
const LONGEST_BACKOFF = 8_000;

/** The forms of a date in HTTP begin with the day (RFC 9110, section 5.6.7). */
const DAY = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),? /;

/** Return whether a refused request may succeed later: by `X-Should-Retry`, or else by the status. */
export function isTransient(status: number, headers: Headers): boolean {
  const told = headers.get("X-Should-Retry")?.toLowerCase();
  return told === "true" || (told !== "false" && (status === 408 || status === 429 || status >= 500));
}

/**
 * Return the milliseconds that a server asks to wait.
 *
 * `Retry-After-Ms` comes first, then `Retry-After`, which holds whole seconds or a date (RFC 9110, section 10.2.3).
 * Undefined if neither holds such.
 */
export function waitAskedFor(headers: Headers): number | undefined {
  const milliseconds = parseDigits(headers.get("Retry-After-Ms"));
  if (milliseconds !== undefined) {
    return milliseconds;
  }
  const header = headers.get("Retry-After") ?? "";
  const seconds = parseDigits(header);
  if (seconds !== undefined) {
    return seconds * 1000;
  }
  // The oldest form names no zone, and is in UTC like the others.
  const date = DAY.test(header) ? Date.parse(header.endsWith(" GMT") ? header : `${header} GMT`) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

/** Return the milliseconds to wait after some retries, with jitter. */
export function backoff(retries: number): number {
  return Math.min(LONGEST_BACKOFF, FIRST_WAIT * 2 ** retries) * (0.5 + Math.random() / 2);
}

function parseDigits(text: string | null): number | undefined {
  return text !== null && /^[0-9]+$/.test(text) ? Number(text) : undefined;
}
