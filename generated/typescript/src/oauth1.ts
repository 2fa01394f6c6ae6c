// OAuth 1.0a with HMAC-SHA1 and without a token (RFC 5849). Generated from the description; not to be edited.

/** Names and values of a query or a form, in their order. */
export type Pairs = readonly (readonly [name: string, value: string])[];

const utf8 = new TextEncoder();

/** Percent-encode everything but the unreserved characters (RFC 5849, section 3.6). */
export function percent(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Write pairs as a query or a urlencoded form. */
export function encode(pairs: Pairs): string {
  return pairs.map(([name, value]) => `${percent(name)}=${percent(value)}`).join("&");
}

/** Signs requests with a consumer key and its secret. */
export class Signer {
  readonly #consumerKey: string;
  readonly #key: Promise<CryptoKey>;

  constructor(consumerKey: string, consumerSecret: string) {
    this.#consumerKey = consumerKey;
    const algorithm = { name: "HMAC", hash: "SHA-1" };
    this.#key = crypto.subtle.importKey("raw", utf8.encode(`${percent(consumerSecret)}&`), algorithm, false, ["sign"]);
  }

  /** Return the header `Authorization`; the pairs are those of the query and of the urlencoded form. */
  async authorization(method: string, url: URL, pairs: Pairs, seconds: number): Promise<string> {
    const oauth: Pairs = [
      ["oauth_consumer_key", this.#consumerKey],
      ["oauth_nonce", crypto.randomUUID().replaceAll("-", "")],
      ["oauth_signature_method", "HMAC-SHA1"],
      ["oauth_timestamp", String(seconds)],
      ["oauth_version", "1.0"],
    ];
    const base = [method, url.origin + url.pathname, normalize([...oauth, ...pairs])].map(percent).join("&");
    const signature = new Uint8Array(await crypto.subtle.sign("HMAC", await this.#key, utf8.encode(base)));
    const all: Pairs = [...oauth, ["oauth_signature", btoa(String.fromCharCode(...signature))]];
    return `OAuth ${all.map(([name, value]) => `${name}="${percent(value)}"`).join(", ")}`;
  }
}

/** Encode and sort pairs by name, then by value, each byte by byte (RFC 5849, section 3.4.1.3.2). */
function normalize(pairs: Pairs): string {
  const parts = pairs.map(([name, value]) => [percent(name), percent(value)] as const);
  parts.sort((one, other) => compare(one[0], other[0]) || compare(one[1], other[1]));
  return parts.map(([name, value]) => `${name}=${value}`).join("&");
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
