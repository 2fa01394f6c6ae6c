// Operations that are not described. Generated from the description; not to be edited.

import { FORM, MULTIPART, type Operation } from "./operation.js";
import type { RequestOptions } from "./options.js";
import { isUpload } from "./upload.js";

/** A part of a path that leads elsewhere (WHATWG URL, double-dot and single-dot path segments). */
const DOTS = /^(\.|%2e){1,2}$/i;

/**
 * Return an operation that is not described.
 *
 * @throws TypeError if the path does not begin with one slash, has a query or a fragment, or leads out of the base
 *   URL; or if a read has a body.
 */
export function undescribedOperation(method: string, path: string, options: RequestOptions): Operation {
  const shown = JSON.stringify(path);
  if (!/^\/(?!\/)/.test(path)) {
    throw new TypeError(`path must begin with one slash, below the base URL; it is ${shown}`);
  }
  if (/[?#\\\x00-\x1f\x7f]/.test(path)) {
    throw new TypeError(`path must be a path alone, without query and fragment; it is ${shown}`);
  }
  if (path.split("/").some((part) => DOTS.test(part))) {
    throw new TypeError(`path must not have the parts . and ..; it is ${shown}`);
  }
  const verb = method.toUpperCase();
  const isRead = verb === "GET" || verb === "HEAD";
  const { body } = options;
  const sends = body === undefined ? options.form && FORM : bodyType(body, options);
  if (isRead && sends !== undefined) {
    throw new TypeError(`${verb} has no body; the option query sends parameters`);
  }
  return {
    id: "",
    name: "request",
    method: verb,
    path,
    isRead,
    ...(sends !== undefined && { sends }),
    ...(isUpload(body) && { files: { body: { type: sends ?? "" } } }),
  };
}

/** Return the media type of a body that is not described. */
function bodyType(body: unknown, options: RequestOptions): string {
  if (body instanceof FormData) {
    return MULTIPART;
  }
  if (body instanceof URLSearchParams) {
    return FORM;
  }
  const given = new Headers(options.headers).get("Content-Type");
  const own = body instanceof Blob ? body.type : "";
  return given ?? (own || (isUpload(body) ? "application/octet-stream" : "application/json"));
}
