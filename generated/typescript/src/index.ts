// Exports of the package. Generated from the description; not to be edited.

export type { Answer, Received } from "./answer.js";
export type { Attempt } from "./attempts.js";
export { ContextIO } from "./client.js";
export { connection, tokenOfCallback, type Connection } from "./connect.js";
export {
  CALLBACK_CLOCK_SKEW,
  CallbackAgeError,
  CallbackSignatureError,
  InvalidCallbackError,
  MAX_CALLBACK_BYTES,
  receiveStatusNotification,
  receiveWebhookCallback,
  type CallbackHeaders,
  type CallbackOptions,
} from "./callbacks.js";
export { ByteStream } from "./bytes.js";
export { Client } from "./core.js";
export {
  APIConnectionError,
  APIError,
  APITimeoutError,
  AnswerError,
  AnswerTooLargeError,
  BadRequestError,
  UnauthorizedError,
  ForbiddenError,
  NotFoundError,
  ConflictError,
  TooManyRequestsError,
  ServiceUnavailableError,
  CallbackError,
  ClockError,
  ContentTypeError,
  ContextIOError,
  FileError,
  FileTooLargeError,
  IncompleteAnswerError,
  IncompleteFileError,
  InvalidAnswerError,
  NotJSONError,
  RedirectError,
  RequestError,
  ServerError,
  UnreadableFileError,
} from "./errors.js";
export type { Fetch, FetchInit, FetchResponse } from "./fetch.js";
export type * from "./models.js";
export type { CallOptions, ClientOptions, RequestOptions, Value } from "./options.js";
export { Page, type Paginator } from "./paging.js";
export * from "./pages/accounts.js";
export * from "./pages/account_connect_tokens.js";
export * from "./pages/email_addresses.js";
export * from "./pages/sources.js";
export * from "./pages/source_folders.js";
export * from "./pages/source_connect_tokens.js";
export * from "./pages/sync.js";
export * from "./pages/messages.js";
export * from "./pages/threads.js";
export * from "./pages/files.js";
export * from "./pages/contacts.js";
export * from "./pages/webhooks.js";
export * from "./pages/connect_tokens.js";
export * from "./pages/discovery.js";
export * from "./pages/oauth_providers.js";
export * from "./pages/app.js";
export type { components, operations, paths } from "./types.js";
export type { Upload } from "./upload.js";
