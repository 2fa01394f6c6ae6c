// The callback at the end of the connect flow. Generated from the description; not to be edited.

import { CallbackError } from "./errors.js";
import type { ConnectToken } from "./models.js";

/** Query parameter in which the browser brings the token. */
const PARAMETER = "contextio_token";

/** A mailbox that a person connected. */
export interface Connection {
  readonly accountId: string;
  /** Label of the new source, if the token has it. */
  readonly label: string | undefined;
  /** Mail addresses of the account. */
  readonly emailAddresses: readonly string[];
}

/**
 * Return the connect token with which a browser came back.
 *
 * @param url The address that the browser asked for, whole or from its path on.
 * @param expected The token that was made for this browser, from its session, if that has one. Without this, anybody
 *   could bring a token of their own and have their mailbox taken for that of the person.
 * @throws CallbackError when there is no token, more than one, or another one.
 */
export function tokenOfCallback(url: string | URL, expected: string | null | undefined): string {
  // Not by new URL, which throws for some hosts.
  const query = /^[^?#]*\?([^#]*)/.exec(String(url))?.[1];
  const tokens = new URLSearchParams(query).getAll(PARAMETER);
  const [token] = tokens;
  if (tokens.length !== 1 || !token) {
    throw new CallbackError(`the callback has ${tokens.length || "no"} ${PARAMETER}; it needs one with a value`);
  }
  if (!areSame(token, expected ?? "")) {
    throw new CallbackError(`the callback has another ${PARAMETER} than was made for this browser`);
  }
  return token;
}

/**
 * Return what came of a connect token, or undefined while nobody has used it.
 *
 * A token has been used once `used` is a time, `expires` is false and its account has an identifier.
 *
 * @param token The token as `connectTokens.get` or `accountConnectTokens.get` has just read it.
 */
export function connection(token: ConnectToken): Connection | undefined {
  const { id, email_addresses } = token.account;
  if (!token.used || token.expires !== false || !id) {
    return undefined;
  }
  return { accountId: id, label: token.server_label, emailAddresses: email_addresses ?? [] };
}

/** Compare texts in a time that does not tell where they differ. */
function areSame(one: string, other: string): boolean {
  let differences = one.length ^ other.length;
  for (let index = 0; index < one.length; index++) {
    differences |= one.charCodeAt(index) ^ other.charCodeAt(index);
  }
  return differences === 0;
}
