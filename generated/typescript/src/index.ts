// Exports of the package. Generated from the description; not to be edited.

export type { Answer, Received } from "./answer.js";
export { ContextIO, type ClientOptions } from "./client.js";
export { connection, tokenOfCallback, type Connection } from "./connect.js";
export {
  APIConnectionError,
  APIError,
  APITimeoutError,
  AnswerError,
  BadRequestError,
  UnauthorizedError,
  NotFoundError,
  TooManyRequestsError,
  ServiceUnavailableError,
  CallbackError,
  ClockError,
  ContextIOError,
  IncompleteAnswerError,
  InvalidAnswerError,
  NotJSONError,
  RedirectError,
  RequestError,
} from "./errors.js";
export type * from "./models.js";
export type { CallOptions, Value } from "./operation.js";
export type * from "./pages/accounts.js";
export type * from "./pages/account_connect_tokens.js";
export type * from "./pages/email_addresses.js";
export type * from "./pages/sources.js";
export type * from "./pages/connect_tokens.js";
export type * from "./pages/oauth_providers.js";
export type { components, operations, paths } from "./types.js";
