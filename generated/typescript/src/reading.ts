// Answers of operations, read as they are described. Generated from the description; not to be edited.

import {
  ContentTypeError,
  IncompleteAnswerError,
  InvalidAnswerError,
  NotJSONError,
  typeOf,
  type RequestFacts,
} from "./errors.js";
import type { Operation, Unsigned } from "./operation.js";

/** How a body is read: as JSON of a type or of any, as text, as an address, or as bytes. */
type Kind = "array" | "object" | "json" | "text" | "link" | "bytes";

/** How a success is read: its body, its absence, or the address to which it redirects; "other" is not described. */
export type Reading = Kind | "nothing" | "redirect" | "other";

/** Bodies by media type, that by default first, by status. */
export type Answers = Readonly<Record<string, Readonly<Record<string, Kind>>>>;

const JSON_TYPE = /^application\/(.+\+)?json$/;

/** Return the header `Accept`. */
export function acceptOf(operation: Operation, request: Unsigned): string {
  const { answers } = operation;
  if (answers === undefined) {
    return request.asked ?? "application/json, */*;q=0.1";
  }
  const medias = Object.values(answers);
  const { asked } = request;
  if (asked !== undefined && medias.some((media) => Object.hasOwn(media, asked))) {
    return asked;
  }
  const usual = medias.flatMap((media) => Object.keys(media).slice(0, 1));
  return [...new Set(usual)].join(", ") || "application/json";
}

/** Return how a response is read; undefined if its status is that of no success. */
export function readingOf(operation: Operation, request: Unsigned, response: Response): Reading | undefined {
  const media = bodiesOf(operation, response);
  if (media === undefined) {
    return undefined;
  }
  if (response.status >= 300) {
    return response.status === 304 ? "nothing" : "redirect";
  }
  const name = nameIn(media, request.asked);
  if (name === undefined || operation.method === "HEAD" || response.status === 204 || response.status === 205) {
    return "nothing";
  }
  const reading = media[name] as Kind;
  const type = essence(response);
  // JSON is recognised by its text, since proxies and old servers name other types.
  const isChecked = ["text", "link", "bytes"].includes(reading) && type !== "";
  return isChecked && !includes(name, type) ? "other" : reading;
}

/** Return the described bodies of a response by media type; undefined for a status that is no success. */
function bodiesOf(operation: Operation, response: Response): Readonly<Record<string, Kind>> | undefined {
  const { answers } = operation;
  if (answers === undefined) {
    const type = essence(response);
    const body = JSON_TYPE.test(type) ? "json" : type.startsWith("text/") ? "text" : "bytes";
    const isEmpty = (type === "" || body === "json") && response.headers.get("Content-Length") === "0";
    return response.ok ? (isEmpty ? {} : { "*/*": body }) : undefined;
  }
  const described = answers[response.status] ?? answers[`${String(response.status)[0]}XX`];
  return described ?? (response.ok ? Object.values(answers)[0] : undefined);
}

/** Return the media type to read: the one that is asked for, if it is described, or that by default. */
function nameIn(media: Readonly<Record<string, Kind>>, asked: string | undefined): string | undefined {
  return asked !== undefined && Object.hasOwn(media, asked) ? asked : Object.keys(media)[0];
}

function essence(response: Response): string {
  return (response.headers.get("Content-Type") ?? "").split(";", 1).join("").trim().toLowerCase();
}

/** Return whether a media type, or a range of them, includes another. */
function includes(name: string, type: string): boolean {
  return name === "*/*" || name === type || (name.endsWith("/*") && type.startsWith(name.slice(0, -1)));
}

/**
 * Return what a success means, unless it is bytes.
 *
 * @throws InvalidAnswerError if it is not as described.
 * @throws IncompleteAnswerError if it breaks off.
 */
export function parse(reading: Reading, request: RequestFacts, response: Response, text: string): unknown {
  switch (reading) {
    case "nothing":
      return undefined;
    case "text":
      return text;
    case "link":
      return text.trim();
    case "redirect":
      return parseLocation(request, response, text);
    case "other": {
      const happened = `is answered with ${response.status} and ${typeOf(response)}, which is not described`;
      throw new ContentTypeError(request, response, text, happened);
    }
    default:
      return parseJSON(reading, request, response, text);
  }
}

function parseLocation(request: RequestFacts, response: Response, text: string): string {
  const target = response.headers.get("Location");
  if (target === null || !URL.canParse(target, request.url)) {
    const happened = `is answered with ${response.status} and no address in Location`;
    throw new InvalidAnswerError(request, response, text, happened);
  }
  return new URL(target, request.url).href;
}

function parseJSON(reading: Kind, request: RequestFacts, response: Response, text: string): unknown {
  const happened = `is answered with ${response.status} and`;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    // The error of the parser would show a part of the body.
    if (text.trim() === "") {
      throw new IncompleteAnswerError(request, `${happened} an empty body`);
    }
    if (isCutOff(text)) {
      throw new IncompleteAnswerError(request, `${happened} half a body`);
    }
    throw new NotJSONError(request, response, text);
  }
  const type = data === null ? "null" : Array.isArray(data) ? "array" : typeof data;
  if (reading !== "json" && type !== reading) {
    throw new InvalidAnswerError(request, response, text, `${happened} JSON of type ${type} in place of ${reading}`);
  }
  return data;
}

/** Return whether a text begins with an array or an object, and ends within it. */
function isCutOff(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) {
    return false;
  }
  let depth = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index++) {
    const mark = text[index] as string;
    if (mark === '"') {
      isInString = !isInString;
    } else if (isInString) {
      index += mark === "\\" ? 1 : 0;
    } else if (mark === "[" || mark === "{") {
      depth++;
    } else if (mark === "]" || mark === "}") {
      depth--;
    }
  }
  return depth > 0;
}
