// The page app. Generated from the description; not to be edited.

import type { Answer } from "../answer.js";
import type { Send } from "../transport.js";
import type { Operation } from "../operation.js";
import type { CallOptions } from "../options.js";
import type { operations } from "../types.js";

/** Parameters of `app.listCallLogs`. */
export type AppListCallLogsParams = NonNullable<operations["app_list_call_logs"]["parameters"]["query"]>;

/** Response of `app.listCallLogs`. */
export type AppListCallLogsAnswer = operations["app_list_call_logs"]["responses"][200]["content"]["application/json"];

const LIST_CALL_LOGS = {
  id: "app_list_call_logs",
  name: "app.listCallLogs",
  method: "GET",
  basePath: "",
  path: "/app/logs/calls",
  query: ["account", "webhook_id", "timestamp_before", "timestamp_after", "status_code_from", "status_code_to", "request_method", "request_path"],
  isRead: true,
  answers: {"200": {"application/json": "array"}},
} as const satisfies Operation;

/** Parameters of `app.listWebhookLogs`. */
export type AppListWebhookLogsParams = NonNullable<operations["app_list_webhook_logs"]["parameters"]["query"]>;

/** Response of `app.listWebhookLogs`. */
export type AppListWebhookLogsAnswer = operations["app_list_webhook_logs"]["responses"][200]["content"]["application/json"];

const LIST_WEBHOOK_LOGS = {
  id: "app_list_webhook_logs",
  name: "app.listWebhookLogs",
  method: "GET",
  basePath: "",
  path: "/app/logs/webhooks",
  query: ["account", "webhook_id", "timestamp_before", "timestamp_after", "status_code_from", "status_code_to"],
  isRead: true,
  answers: {"200": {"application/json": "array"}},
} as const satisfies Operation;

/** Response of `app.getStatusCallbackUrl`. */
export type AppGetStatusCallbackUrlAnswer = operations["app_get_status_callback_url"]["responses"][200]["content"]["application/json"];

const GET_STATUS_CALLBACK_URL = {
  id: "app_get_status_callback_url",
  name: "app.getStatusCallbackUrl",
  method: "GET",
  basePath: "",
  path: "/app/status_callback_url",
  isRead: true,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Parameters of `app.updateStatusCallbackUrl`. */
export type AppUpdateStatusCallbackUrlParams = NonNullable<NonNullable<operations["app_update_status_callback_url"]["requestBody"]>["content"]["application/x-www-form-urlencoded"]>;

/** Response of `app.updateStatusCallbackUrl`. */
export type AppUpdateStatusCallbackUrlAnswer = operations["app_update_status_callback_url"]["responses"][200]["content"]["application/json"];

const UPDATE_STATUS_CALLBACK_URL = {
  id: "app_update_status_callback_url",
  name: "app.updateStatusCallbackUrl",
  method: "POST",
  basePath: "",
  path: "/app/status_callback_url",
  form: ["status_callback_url"],
  sends: "application/x-www-form-urlencoded",
  isRead: false,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Response of `app.deleteStatusCallbackUrl`. */
export type AppDeleteStatusCallbackUrlAnswer = operations["app_delete_status_callback_url"]["responses"][200]["content"]["application/json"];

const DELETE_STATUS_CALLBACK_URL = {
  id: "app_delete_status_callback_url",
  name: "app.deleteStatusCallbackUrl",
  method: "DELETE",
  basePath: "",
  path: "/app/status_callback_url",
  isRead: false,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/**
 * Settings and logs of a consumer key. They lie beside `/2.0` and not below it, so they have a server entry
 * of their own.
 */
export class App {
  readonly #send: Send;

  /** @param client A client, such as `new Client()`. */
  constructor(client: { readonly send: Send }) {
    this.#send = client.send;
  }

  /**
   * List the calls that were made with the consumer key.
   *
   * Answers the requests that were signed with the consumer key, latest first and at most 100 of them. Filters
   * that are given together must all hold. Earlier calls are found with `timestamp_before`.
   *
   * @param params Query parameters.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, TooManyRequestsError.
   */
  listCallLogs(params: AppListCallLogsParams = {}, options: CallOptions = {}): Answer<AppListCallLogsAnswer> {
    return this.#send(LIST_CALL_LOGS, {}, params, options);
  }

  /**
   * List the deliveries of webhooks.
   *
   * Answers what was sent for the webhooks of the consumer key, latest first and at most 100 of them. Filters
   * that are given together must all hold. Earlier deliveries are found with `timestamp_before`.
   *
   * @param params Query parameters.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, TooManyRequestsError.
   */
  listWebhookLogs(params: AppListWebhookLogsParams = {}, options: CallOptions = {}): Answer<AppListWebhookLogsAnswer> {
    return this.#send(LIST_WEBHOOK_LOGS, {}, params, options);
  }

  /**
   * Read the status callback address of the consumer key.
   *
   * Answers the address that is told of each change in the state of any source of the consumer key. It is
   * null while none is set.
   *
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, TooManyRequestsError.
   */
  getStatusCallbackUrl(options: CallOptions = {}): Answer<AppGetStatusCallbackUrlAnswer> {
    return this.#send(GET_STATUS_CALLBACK_URL, {}, {}, options);
  }

  /**
   * Set the status callback address of the consumer key.
   *
   * Sets the address that is told of each change in the state of any source of the consumer key. It replaces
   * the former one. A source with an address of its own tells both.
   *
   * @param params Form fields.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, TooManyRequestsError.
   */
  updateStatusCallbackUrl(params: AppUpdateStatusCallbackUrlParams, options: CallOptions = {}): Answer<AppUpdateStatusCallbackUrlAnswer> {
    return this.#send(UPDATE_STATUS_CALLBACK_URL, {}, params, options);
  }

  /**
   * Clear the status callback address of the consumer key.
   *
   * Afterwards no address is told of all sources; sources that have an address of their own keep it. Clearing
   * twice does no harm.
   *
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, TooManyRequestsError.
   */
  deleteStatusCallbackUrl(options: CallOptions = {}): Answer<AppDeleteStatusCallbackUrlAnswer> {
    return this.#send(DELETE_STATUS_CALLBACK_URL, {}, {}, options);
  }
}
