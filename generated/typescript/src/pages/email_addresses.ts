// The page email_addresses. Generated from the description; not to be edited.

import type { Answer } from "../answer.js";
import type { Send } from "../transport.js";
import type { Operation } from "../operation.js";
import type { CallOptions } from "../options.js";
import type { operations } from "../types.js";

/** Response of `emailAddresses.list`. */
export type EmailAddressesListAnswer = operations["email_addresses_list"]["responses"][200]["content"]["application/json"];

const LIST = {
  id: "email_addresses_list",
  name: "emailAddresses.list",
  method: "GET",
  path: "/accounts/{id}/email_addresses",
  isRead: true,
  answers: {"200": {"application/json": "array"}},
} as const satisfies Operation;

/** Parameters of `emailAddresses.create`. */
export type EmailAddressesCreateParams = NonNullable<NonNullable<operations["email_addresses_create"]["requestBody"]>["content"]["application/x-www-form-urlencoded"]>;

/** Response of `emailAddresses.create`. */
export type EmailAddressesCreateAnswer = operations["email_addresses_create"]["responses"][201]["content"]["application/json"];

const CREATE = {
  id: "email_addresses_create",
  name: "emailAddresses.create",
  method: "POST",
  path: "/accounts/{id}/email_addresses",
  form: ["email_address"],
  sends: "application/x-www-form-urlencoded",
  isRead: false,
  answers: {"201": {"application/json": "object"}},
} as const satisfies Operation;

/** Response of `emailAddresses.get`. */
export type EmailAddressesGetAnswer = operations["email_addresses_get"]["responses"][200]["content"]["application/json"];

const GET = {
  id: "email_addresses_get",
  name: "emailAddresses.get",
  method: "GET",
  path: "/accounts/{id}/email_addresses/{email}",
  isRead: true,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Parameters of `emailAddresses.update`. */
export type EmailAddressesUpdateParams = NonNullable<NonNullable<operations["email_addresses_update"]["requestBody"]>["content"]["application/x-www-form-urlencoded"]>;

/** Response of `emailAddresses.update`. */
export type EmailAddressesUpdateAnswer = operations["email_addresses_update"]["responses"][200]["content"]["application/json"];

const UPDATE = {
  id: "email_addresses_update",
  name: "emailAddresses.update",
  method: "POST",
  path: "/accounts/{id}/email_addresses/{email}",
  form: ["primary"],
  sends: "application/x-www-form-urlencoded",
  isRead: false,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Response of `emailAddresses.delete`. */
export type EmailAddressesDeleteAnswer = operations["email_addresses_delete"]["responses"][200]["content"]["application/json"];

const DELETE = {
  id: "email_addresses_delete",
  name: "emailAddresses.delete",
  method: "DELETE",
  path: "/accounts/{id}/email_addresses/{email}",
  isRead: false,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/**
 * The mail addresses of the person behind an account. They keep a person's own aliases out of the
 * account's contacts.
 */
export class EmailAddresses {
  readonly #send: Send;

  /** @param client A client, such as `new Client()`. */
  constructor(client: { readonly send: Send }) {
    this.#send = client.send;
  }

  /**
   * List the mail addresses of an account.
   *
   * Answers the addresses of the person behind the account as a bare array that is not divided into
   * pages. One of them is the primary address. Attaching a source adds the address of its mailbox.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  list(id: string, options: CallOptions = {}): Answer<EmailAddressesListAnswer> {
    return this.#send(LIST, { id }, {}, options);
  }

  /**
   * Add a mail address to an account.
   *
   * Adds an alias of the person, mainly so that it does not count as a contact of theirs. No mailbox is
   * opened. The new address is not the primary one. An address that the account already has stays as it
   * is, and the answer is the same.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param params Form fields.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  create(id: string, params: EmailAddressesCreateParams, options: CallOptions = {}): Answer<EmailAddressesCreateAnswer> {
    return this.#send(CREATE, { id }, params, options);
  }

  /**
   * Read a mail address of an account.
   *
   * Answers the same fields as an element of the list.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param email One of the account's mail addresses, percent-encoded.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  get(id: string, email: string, options: CallOptions = {}): Answer<EmailAddressesGetAnswer> {
    return this.#send(GET, { id, email }, {}, options);
  }

  /**
   * Make a mail address the primary one.
   *
   * With `primary`, the address becomes the primary one, and the former primary address an alias. Without
   * it nothing changes.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param email One of the account's mail addresses, percent-encoded.
   * @param params Form fields.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  update(id: string, email: string, params: EmailAddressesUpdateParams = {}, options: CallOptions = {}): Answer<EmailAddressesUpdateAnswer> {
    return this.#send(UPDATE, { id, email }, params, options);
  }

  /**
   * Remove a mail address from an account.
   *
   * Removes the address. Afterwards it answers 404. A source that receives mail for the address stays.
   * The primary address and the last one of an account cannot be removed.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param email One of the account's mail addresses, percent-encoded.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  delete(id: string, email: string, options: CallOptions = {}): Answer<EmailAddressesDeleteAnswer> {
    return this.#send(DELETE, { id, email }, {}, options);
  }
}
