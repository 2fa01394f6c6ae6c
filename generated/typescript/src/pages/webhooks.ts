// The page webhooks. Generated from the description; not to be edited.

import type { Answer } from "../answer.js";
import type { Send } from "../transport.js";
import type { Operation } from "../operation.js";
import type { CallOptions } from "../options.js";
import type { operations } from "../types.js";

/** Response of `webhooks.list`. */
export type WebhooksListAnswer = operations["webhooks_list"]["responses"][200]["content"]["application/json"];

const LIST = {
  id: "webhooks_list",
  name: "webhooks.list",
  method: "GET",
  path: "/accounts/{id}/webhooks",
  isRead: true,
  answers: {"200": {"application/json": "array"}},
} as const satisfies Operation;

/** Parameters of `webhooks.create`. */
export type WebhooksCreateParams = NonNullable<NonNullable<operations["webhooks_create"]["requestBody"]>["content"]["application/x-www-form-urlencoded"]>;

/** Response of `webhooks.create`. */
export type WebhooksCreateAnswer = operations["webhooks_create"]["responses"][201]["content"]["application/json"];

const CREATE = {
  id: "webhooks_create",
  name: "webhooks.create",
  method: "POST",
  path: "/accounts/{id}/webhooks",
  form: ["callback_url", "filter_to", "filter_from", "filter_cc", "filter_subject", "filter_thread", "filter_file_name", "filter_folder_added", "filter_to_domain", "filter_from_domain", "include_body", "body_type", "include_header", "receive_drafts", "receive_all_changes", "receive_historical", "filter_new_important", "filter_folder_removed", "filter_file_revisions", "sync_period", "failure_notif_url"],
  sends: "application/x-www-form-urlencoded",
  isRead: false,
  answers: {"201": {"application/json": "object"}},
} as const satisfies Operation;

/** Response of `webhooks.get`. */
export type WebhooksGetAnswer = operations["webhooks_get"]["responses"][200]["content"]["application/json"];

const GET = {
  id: "webhooks_get",
  name: "webhooks.get",
  method: "GET",
  path: "/accounts/{id}/webhooks/{webhook_id}",
  isRead: true,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Parameters of `webhooks.update`. */
export type WebhooksUpdateParams = NonNullable<NonNullable<operations["webhooks_update"]["requestBody"]>["content"]["application/x-www-form-urlencoded"]>;

/** Response of `webhooks.update`. */
export type WebhooksUpdateAnswer = operations["webhooks_update"]["responses"][200]["content"]["application/json"];

const UPDATE = {
  id: "webhooks_update",
  name: "webhooks.update",
  method: "POST",
  path: "/accounts/{id}/webhooks/{webhook_id}",
  form: ["active", "callback_url", "filter_to", "filter_from", "filter_cc", "filter_subject", "filter_thread", "filter_file_name", "filter_folder_added", "filter_to_domain", "filter_from_domain", "include_body", "body_type", "include_header", "receive_drafts", "receive_all_changes", "receive_historical", "filter_new_important", "filter_folder_removed", "filter_file_revisions", "sync_period", "failure_notif_url"],
  sends: "application/x-www-form-urlencoded",
  isRead: false,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Response of `webhooks.delete`. */
export type WebhooksDeleteAnswer = operations["webhooks_delete"]["responses"][200]["content"]["application/json"];

const DELETE = {
  id: "webhooks_delete",
  name: "webhooks.delete",
  method: "DELETE",
  path: "/accounts/{id}/webhooks/{webhook_id}",
  isRead: false,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Response of `webhooks.listApplication`. */
export type WebhooksListApplicationAnswer = operations["webhooks_list_application"]["responses"][200]["content"]["application/json"];

const LIST_APPLICATION = {
  id: "webhooks_list_application",
  name: "webhooks.listApplication",
  method: "GET",
  path: "/webhooks",
  isRead: true,
  answers: {"200": {"application/json": "array"}},
} as const satisfies Operation;

/** Parameters of `webhooks.createApplication`. */
export type WebhooksCreateApplicationParams = NonNullable<NonNullable<operations["webhooks_create_application"]["requestBody"]>["content"]["application/x-www-form-urlencoded"]>;

/** Response of `webhooks.createApplication`. */
export type WebhooksCreateApplicationAnswer = operations["webhooks_create_application"]["responses"][201]["content"]["application/json"];

const CREATE_APPLICATION = {
  id: "webhooks_create_application",
  name: "webhooks.createApplication",
  method: "POST",
  path: "/webhooks",
  form: ["callback_url", "filter_to", "filter_from", "filter_cc", "filter_subject", "filter_thread", "filter_file_name", "filter_folder_added", "filter_to_domain", "filter_from_domain", "include_body", "body_type", "include_header", "receive_drafts", "receive_all_changes", "receive_historical", "filter_new_important", "filter_folder_removed", "filter_file_revisions", "sync_period", "failure_notif_url"],
  sends: "application/x-www-form-urlencoded",
  isRead: false,
  answers: {"201": {"application/json": "object"}},
} as const satisfies Operation;

/** Response of `webhooks.getApplication`. */
export type WebhooksGetApplicationAnswer = operations["webhooks_get_application"]["responses"][200]["content"]["application/json"];

const GET_APPLICATION = {
  id: "webhooks_get_application",
  name: "webhooks.getApplication",
  method: "GET",
  path: "/webhooks/{webhook_id}",
  isRead: true,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Parameters of `webhooks.updateApplication`. */
export type WebhooksUpdateApplicationParams = NonNullable<NonNullable<operations["webhooks_update_application"]["requestBody"]>["content"]["application/x-www-form-urlencoded"]>;

/** Response of `webhooks.updateApplication`. */
export type WebhooksUpdateApplicationAnswer = operations["webhooks_update_application"]["responses"][200]["content"]["application/json"];

const UPDATE_APPLICATION = {
  id: "webhooks_update_application",
  name: "webhooks.updateApplication",
  method: "POST",
  path: "/webhooks/{webhook_id}",
  form: ["active", "callback_url", "filter_to", "filter_from", "filter_cc", "filter_subject", "filter_thread", "filter_file_name", "filter_folder_added", "filter_to_domain", "filter_from_domain", "include_body", "body_type", "include_header", "receive_drafts", "receive_all_changes", "receive_historical", "filter_new_important", "filter_folder_removed", "filter_file_revisions", "sync_period", "failure_notif_url"],
  sends: "application/x-www-form-urlencoded",
  isRead: false,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Response of `webhooks.deleteApplication`. */
export type WebhooksDeleteApplicationAnswer = operations["webhooks_delete_application"]["responses"][200]["content"]["application/json"];

const DELETE_APPLICATION = {
  id: "webhooks_delete_application",
  name: "webhooks.deleteApplication",
  method: "DELETE",
  path: "/webhooks/{webhook_id}",
  isRead: false,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/**
 * Being told of mail as it arrives. A webhook watches one account, or all accounts of the consumer key, and
 * POSTs each message that passes its filters to the application.
 */
export class Webhooks {
  readonly #send: Send;

  /** @param client A client, such as `new Client()`. */
  constructor(client: { readonly send: Send }) {
    this.#send = client.send;
  }

  /**
   * List the webhooks of an account.
   *
   * Answers the webhooks that watch this account, active and stopped ones, as a bare array that is not
   * divided into pages and knows no filters.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  list(id: string, options: CallOptions = {}): Answer<WebhooksListAnswer> {
    return this.#send(LIST, { id }, {}, options);
  }

  /**
   * Create a webhook on an account.
   *
   * Creates a webhook, which is active at once. Each new message of the account that passes all of its filters
   * leads to a POST to `callback_url`. Without `receive_all_changes`, only the first event of a message is
   * told: that it was received, or sent. A webhook without filters tells of all mail.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param params Form fields.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  create(id: string, params: WebhooksCreateParams, options: CallOptions = {}): Answer<WebhooksCreateAnswer> {
    return this.#send(CREATE, { id }, params, options);
  }

  /**
   * Read a webhook of an account.
   *
   * Answers the same fields as an element of the list.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param webhookId Identifier of a webhook.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  get(id: string, webhookId: string, options: CallOptions = {}): Answer<WebhooksGetAnswer> {
    return this.#send(GET, { id, "webhook_id": webhookId }, {}, options);
  }

  /**
   * Change, pause or resume a webhook of an account.
   *
   * Sets what is sent and keeps the rest. A filter that is sent replaces the former value and is not added
   * to it. `active` with 0 pauses the webhook, and with 1 it works again, also after a failure. At least one
   * field must be sent.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param webhookId Identifier of a webhook.
   * @param params Form fields.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  update(id: string, webhookId: string, params: WebhooksUpdateParams = {}, options: CallOptions = {}): Answer<WebhooksUpdateAnswer> {
    return this.#send(UPDATE, { id, "webhook_id": webhookId }, params, options);
  }

  /**
   * Cancel a webhook of an account.
   *
   * Removes the webhook. Afterwards it answers 404, and nothing more is told.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param webhookId Identifier of a webhook.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  delete(id: string, webhookId: string, options: CallOptions = {}): Answer<WebhooksDeleteAnswer> {
    return this.#send(DELETE, { id, "webhook_id": webhookId }, {}, options);
  }

  /**
   * List the webhooks of the consumer key.
   *
   * Answers the webhooks that watch all accounts of the consumer key, active and stopped ones, as a bare array that is not
   * divided into pages and knows no filters.
   *
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, TooManyRequestsError.
   */
  listApplication(options: CallOptions = {}): Answer<WebhooksListApplicationAnswer> {
    return this.#send(LIST_APPLICATION, {}, {}, options);
  }

  /**
   * Create a webhook on the consumer key.
   *
   * Creates a webhook that watches all accounts of the consumer key. It is active at once and covers accounts
   * that are created later. Accounts that are there already may follow within a day. With
   * `receive_historical`, it tells once of the mail that a new account brings along, newest first.
   *
   * @param params Form fields.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, TooManyRequestsError.
   */
  createApplication(params: WebhooksCreateApplicationParams, options: CallOptions = {}): Answer<WebhooksCreateApplicationAnswer> {
    return this.#send(CREATE_APPLICATION, {}, params, options);
  }

  /**
   * Read a webhook of the consumer key.
   *
   * Answers the same fields as an element of the list.
   *
   * @param webhookId Identifier of a webhook.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  getApplication(webhookId: string, options: CallOptions = {}): Answer<WebhooksGetApplicationAnswer> {
    return this.#send(GET_APPLICATION, { "webhook_id": webhookId }, {}, options);
  }

  /**
   * Change, pause or resume a webhook of the consumer key.
   *
   * Sets what is sent and keeps the rest. A filter that is sent replaces the former value and is not added
   * to it. `active` with 0 pauses the webhook, and with 1 it works again, also after a failure. At least one
   * field must be sent.
   *
   * @param webhookId Identifier of a webhook.
   * @param params Form fields.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  updateApplication(webhookId: string, params: WebhooksUpdateApplicationParams = {}, options: CallOptions = {}): Answer<WebhooksUpdateApplicationAnswer> {
    return this.#send(UPDATE_APPLICATION, { "webhook_id": webhookId }, params, options);
  }

  /**
   * Cancel a webhook of the consumer key.
   *
   * Removes the webhook. Afterwards it answers 404, and nothing more is told.
   *
   * @param webhookId Identifier of a webhook.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  deleteApplication(webhookId: string, options: CallOptions = {}): Answer<WebhooksDeleteApplicationAnswer> {
    return this.#send(DELETE_APPLICATION, { "webhook_id": webhookId }, {}, options);
  }
}
