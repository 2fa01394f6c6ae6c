// The client. Generated from the description; not to be edited.

import { ContextIOError } from "./errors.js";
import { Accounts } from "./pages/accounts.js";
import { AccountConnectTokens } from "./pages/account_connect_tokens.js";
import { EmailAddresses } from "./pages/email_addresses.js";
import { Sources } from "./pages/sources.js";
import { ConnectTokens } from "./pages/connect_tokens.js";
import { OauthProviders } from "./pages/oauth_providers.js";
import { undescribedOperation, type CallOptions } from "./operation.js";
import type { Answer } from "./answer.js";
import { Transport, type Send } from "./transport.js";

/** Options of a client. */
export interface ClientOptions {
  /** The consumer key; in Node, CONTEXTIO_CONSUMER_KEY is the default. */
  consumerKey?: string | undefined;
  /** Signs requests and is never sent; in Node, CONTEXTIO_CONSUMER_SECRET is the default. */
  consumerSecret?: string | undefined;
  /**
   * Address of the deployment, up to the version segment. In Node, CONTEXTIO_BASE_URL comes before the default.
   *
   * @defaultValue `https://api.context.io/2.0`
   */
  baseUrl?: string | undefined;
  /**
   * Milliseconds that a call may take, with its retries and the whole response.
   *
   * @defaultValue 60000
   */
  timeout?: number | undefined;
  /**
   * How often a read is retried after a connection error, a 429 or a 5xx. The option `retryWrites` of a call
   * retries writes as well.
   *
   * @defaultValue 2
   */
  maxRetries?: number | undefined;
  /** Sends the requests, in place of the global fetch. */
  fetch?: typeof globalThis.fetch | undefined;
  /** Receives a line per attempt, without credentials, queries and bodies; `console` is one. */
  logger?: { debug(message: string): void } | undefined;
}

/** Context.IO API, call by call. */
export class ContextIO {
  /**
   * People whose mail an application works with. An account belongs to the consumer key that created
   * it and is invisible to every other key.
   */
  readonly accounts: Accounts;
  /**
   * Connect tokens that add one more mailbox to an account that exists. They follow the connect flow
   * of the `connect_tokens` page; completing it makes a source and no account.
   */
  readonly accountConnectTokens: AccountConnectTokens;
  /**
   * The mail addresses of the person behind an account. They keep a person's own aliases out of the
   * account's contacts.
   */
  readonly emailAddresses: EmailAddresses;
  /**
   * The mailboxes of an account. All other data of the account is drawn from all of its sources
   * together, so two mailboxes that are to be searched apart need two accounts.
   */
  readonly sources: Sources;
  /**
   * Connect tokens that make a new account with its first source.
   *
   * The connect flow has five steps. The application creates a token and gives a `callback_url`. It
   * sends the person's browser to the `browser_redirect_url` of the answer. There the person enters the
   * mailbox's settings, and the service opens the mailbox to test them. The browser is then sent on to
   * `callback_url` with the token in the query parameter `contextio_token`. Last, the application reads
   * the token and finds in `account` what was made. A token that nobody uses is purged 24 hours after
   * its creation; a used one never expires.
   */
  readonly connectTokens: ConnectTokens;
  /**
   * OAuth clients that the application itself has at mail providers. Registered here, they let sources be
   * attached with tokens of such a client in place of a mail password.
   */
  readonly oauthProviders: OauthProviders;
  /** Address of the deployment. */
  readonly baseUrl: string;
  readonly #send: Send;

  /**
   * Create a client; nothing is sent yet.
   *
   * @throws ContextIOError if a key is missing, or if the base URL is not valid.
   */
  constructor(options: ClientOptions = {}) {
    const baseUrl = parseBaseUrl(options.baseUrl || environment("CONTEXTIO_BASE_URL") || "https://api.context.io/2.0");
    this.#send = new Transport({
      baseUrl,
      consumerKey: requireOption(options.consumerKey, "consumerKey", "CONTEXTIO_CONSUMER_KEY"),
      consumerSecret: requireOption(options.consumerSecret, "consumerSecret", "CONTEXTIO_CONSUMER_SECRET"),
      timeout: options.timeout ?? 60_000,
      maxRetries: options.maxRetries ?? 2,
      fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
      logger: options.logger,
    }).send;
    this.baseUrl = baseUrl.href;
    this.accounts = new Accounts(this.#send);
    this.accountConnectTokens = new AccountConnectTokens(this.#send);
    this.emailAddresses = new EmailAddresses(this.#send);
    this.sources = new Sources(this.#send);
    this.connectTokens = new ConnectTokens(this.#send);
    this.oauthProviders = new OauthProviders(this.#send);
  }

  /**
   * Call an operation that is not described, signed and retried like all others.
   *
   * @param method HTTP method; a GET counts as a read.
   * @param path Path below the base URL, from its slash on.
   * @param options Settings of this call, among them its query and form.
   * @throws APIError if the server refuses.
   */
  request<T = unknown>(method: string, path: string, options: CallOptions = {}): Answer<T> {
    return this.#send(undescribedOperation(method, path, options), {}, {}, options);
  }
}

function requireOption(value: string | undefined, name: string, variable: string): string {
  const text = value || environment(variable);
  if (!text) {
    throw new ContextIOError(`${name} is missing; give it to the client or set ${variable}`);
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

function environment(variable: string): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return process?.env?.[variable];
}
