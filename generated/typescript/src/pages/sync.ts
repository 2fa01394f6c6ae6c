// The page sync. Generated from the description; not to be edited.

import type { Answer } from "../answer.js";
import type { Send } from "../transport.js";
import type { Operation } from "../operation.js";
import type { CallOptions } from "../options.js";
import type { operations } from "../types.js";

/** Response of `sync.getSource`. */
export type SyncGetSourceAnswer = operations["sync_get_source"]["responses"][200]["content"]["application/json"];

const GET_SOURCE = {
  id: "sync_get_source",
  name: "sync.getSource",
  method: "GET",
  path: "/accounts/{id}/sources/{label}/sync",
  isRead: true,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Response of `sync.startSource`. */
export type SyncStartSourceAnswer = operations["sync_start_source"]["responses"][202]["content"]["application/json"];

const START_SOURCE = {
  id: "sync_start_source",
  name: "sync.startSource",
  method: "POST",
  path: "/accounts/{id}/sources/{label}/sync",
  isRead: false,
  answers: {"202": {"application/json": "object"}},
} as const satisfies Operation;

/** Response of `sync.get`. */
export type SyncGetAnswer = operations["sync_get"]["responses"][200]["content"]["application/json"];

const GET = {
  id: "sync_get",
  name: "sync.get",
  method: "GET",
  path: "/accounts/{id}/sync",
  isRead: true,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Response of `sync.start`. */
export type SyncStartAnswer = operations["sync_start"]["responses"][202]["content"]["application/json"];

const START = {
  id: "sync_start",
  name: "sync.start",
  method: "POST",
  path: "/accounts/{id}/sync",
  isRead: false,
  answers: {"202": {"application/json": "object"}},
} as const satisfies Operation;

/**
 * Synchronisation of mailboxes. The service does it by itself from time to time; here it tells when it did,
 * and can be asked to do it now.
 */
export class Sync {
  readonly #send: Send;

  /** @param client A client, such as `new Client()`. */
  constructor(client: { readonly send: Send }) {
    this.#send = client.send;
  }

  /**
   * Read when a source was synchronised.
   *
   * Answers a map from the name of each folder of the source to the times of its latest synchronisation.
   * Before the first one it is empty.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param label Label of a source of the account, percent-encoded. The single digit 0 stands for the account's first source.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  getSource(id: string, label: string, options: CallOptions = {}): Answer<SyncGetSourceAnswer> {
    return this.#send(GET_SOURCE, { id, label }, {}, options);
  }

  /**
   * Synchronise a source now.
   *
   * Asks for a synchronisation of the source and answers without waiting for it. When it is done, the
   * times in the answer of `sync_get_source` have grown. While one is queued already, a further request
   * does not queue another.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param label Label of a source of the account, percent-encoded. The single digit 0 stands for the account's first source.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  startSource(id: string, label: string, options: CallOptions = {}): Answer<SyncStartSourceAnswer> {
    return this.#send(START_SOURCE, { id, label }, {}, options);
  }

  /**
   * Read when the sources of an account were synchronised.
   *
   * Answers a map from the label of each source to its folders, and from the name of each folder to the
   * times of its latest synchronisation. A source of which nothing is known yet is null.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  get(id: string, options: CallOptions = {}): Answer<SyncGetAnswer> {
    return this.#send(GET, { id }, {}, options);
  }

  /**
   * Synchronise all sources of an account now.
   *
   * Asks for a synchronisation of every source and answers without waiting for it. When it is done, the
   * times in the answer of `sync_get` have grown. While one is queued already, a further request does
   * not queue another.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  start(id: string, options: CallOptions = {}): Answer<SyncStartAnswer> {
    return this.#send(START, { id }, {}, options);
  }
}
