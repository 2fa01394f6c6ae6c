// Settings of clients: options with their defaults. Generated from the description; not to be edited.

import { ContextIOError } from "./errors.js";
import type { Attempt } from "./attempts.js";
import type { Fetch } from "./fetch.js";
import { headersOf } from "./headers.js";
import type { ClientOptions, Logger, SharedOptions, Value } from "./options.js";

/** What a client and a single call set. */
export type Limits = { readonly [K in keyof SharedOptions]-?: Exclude<SharedOptions[K], undefined> };

/** The options of a client, with their defaults. */
export interface Settings extends Limits {
  readonly baseUrl: URL;
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly defaultHeaders: Readonly<Record<string, string>>;
  readonly defaultQuery: Readonly<Record<string, Value>>;
  readonly fetch: Fetch;
  readonly logger: Logger | undefined;
  readonly onAttempt: ((attempt: Attempt) => void) | undefined;
}

const DEFAULTS: Limits = {
  timeout: 60_000,
  readTimeout: Infinity,
  maxRetries: 2,
  retryWrites: false,
  maxAnswerBytes: 100 * 1024 * 1024,
};

/**
 * Return the settings of a client.
 *
 * @throws ContextIOError if a key is missing or has more than a key, or if the base URL is not valid.
 * @throws TypeError if a limit is none.
 */
export function settingsOf(options: ClientOptions): Settings {
  return {
    ...limitsOf(options, DEFAULTS),
    baseUrl: parseBaseUrl(options.baseUrl || environment("CONTEXTIO_BASE_URL") || "https://api.context.io/2.0"),
    consumerKey: requireOption(options.consumerKey, "consumerKey", "CONTEXTIO_CONSUMER_KEY"),
    consumerSecret: requireOption(options.consumerSecret, "consumerSecret", "CONTEXTIO_CONSUMER_SECRET"),
    defaultHeaders: options.defaultHeaders ?? {},
    defaultQuery: options.defaultQuery ?? {},
    fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
    logger: options.logger,
    onAttempt: options.onAttempt,
  };
}

/**
 * Return settings as options, with others in their place; defaults of headers and query are added to those there.
 *
 * @throws TypeError if a header cannot be sent.
 */
export function mergeOptions(settings: Settings, options: ClientOptions): ClientOptions {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return {
    ...settings,
    baseUrl: settings.baseUrl.href,
    ...Object.fromEntries(given),
    defaultHeaders: Object.fromEntries(headersOf(settings.defaultHeaders, options.defaultHeaders)),
    defaultQuery: { ...settings.defaultQuery, ...options.defaultQuery },
  };
}

/**
 * Return limits with those of options in their place.
 *
 * @throws TypeError if one is none.
 */
export function limitsOf(options: SharedOptions, defaults: Limits): Limits {
  const limits: Limits = {
    timeout: options.timeout ?? defaults.timeout,
    readTimeout: options.readTimeout ?? defaults.readTimeout,
    maxRetries: options.maxRetries ?? defaults.maxRetries,
    retryWrites: options.retryWrites ?? defaults.retryWrites,
    maxAnswerBytes: options.maxAnswerBytes ?? defaults.maxAnswerBytes,
  };
  requireNumber("timeout", limits.timeout, Number.MIN_VALUE, "a positive number of milliseconds");
  requireNumber("readTimeout", limits.readTimeout, Number.MIN_VALUE, "a positive number of milliseconds");
  requireNumber("maxRetries", limits.maxRetries, 0, "0 or more");
  requireNumber("maxAnswerBytes", limits.maxAnswerBytes, 1, "1 or more");
  return limits;
}

function requireNumber(name: string, value: unknown, least: number, wanted: string): void {
  if (typeof value !== "number" || !(value >= least)) {
    throw new TypeError(`${name} must be ${wanted}; it is ${String(value)}`);
  }
}

function requireOption(value: string | undefined, name: string, variable: string): string {
  const text = value || environment(variable);
  if (!text) {
    throw new ContextIOError(`${name} is missing; give it to the client or set ${variable}`);
  }
  if (/^\s|\s$|[\p{C}\p{Zl}\p{Zp}]/u.test(text)) {
    throw new ContextIOError(`${name} has blanks or line breaks around it, or unprintable characters; look where it is read from`);
  }
  return text;
}

function parseBaseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !["http:", "https:"].includes(url.protocol) || url.username || url.password || url.search || url.hash) {
    throw new ContextIOError("baseUrl must be an http or https address without credentials, query and fragment");
  }
  return url;
}

/** Return a variable of the environment, where there is one. */
export function environment(variable: string): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return process?.env?.[variable];
}
