// OAuth 1.0a with HMAC-SHA1 and without a token (RFC 5849, section 3.4).
const encode = (text) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => "%" + c.charCodeAt(0).toString(16).toUpperCase());

async function authorization(method, url, pairs, key, secret) {
  const oauth = [
    ["oauth_consumer_key", key],
    ["oauth_nonce", crypto.randomUUID().replaceAll("-", "")],
    ["oauth_signature_method", "HMAC-SHA1"],
    ["oauth_timestamp", String(Math.floor(Date.now() / 1000))],
    ["oauth_version", "1.0"],
  ];
  const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  const parameters = [...oauth, ...pairs]
    .map((pair) => pair.map(encode))
    .sort((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]))
    .map((pair) => pair.join("="))
    .join("&");
  const bytes = (text) => new TextEncoder().encode(text);
  const signer = await crypto.subtle.importKey(
    "raw", bytes(encode(secret) + "&"), { name: "HMAC", hash: "SHA-1" }, false, ["sign"],
  );
  const base = [method, encode(url), encode(parameters)].join("&");
  const digest = new Uint8Array(await crypto.subtle.sign("HMAC", signer, bytes(base)));
  const signed = [...oauth, ["oauth_signature", btoa(String.fromCharCode(...digest))]];
  return `OAuth ${signed.map(([name, value]) => `${name}="${encode(value)}"`).join(", ")}`;
}
