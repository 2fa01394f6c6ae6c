// Refusal of browsers. Generated from the description; not to be edited.

import { ContextIOError } from "./errors.js";

/**
 * Refuse to run where every visitor could read the secret.
 *
 * Windows and workers of browsers all call themselves Mozilla. Node, Deno, Bun and workers at the edge do not, except
 * for Node with the window of jsdom.
 *
 * @throws ContextIOError in a browser.
 */
export function refuseBrowsers(): void {
  const { navigator, process } = globalThis as {
    navigator?: { userAgent?: string };
    process?: { versions?: { node?: string } };
  };
  if (navigator?.userAgent?.startsWith("Mozilla/") && !process?.versions?.node) {
    throw new ContextIOError("the client must not run in a browser, where everyone can read the secret; call it on a server");
  }
}
