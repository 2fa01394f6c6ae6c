// Requests as the forms of “Try it” describe them, and their signatures.
const FORM = "application/x-www-form-urlencoded";
const MULTIPART = "multipart/form-data";
const encoded = (pairs) => pairs.map((pair) => pair.map(encode).join("=")).join("&");

function request(form) {
  const inputs = [...form.querySelectorAll("[data-in]")];
  const values = (input) => input.type === "file" ? [...input.files]
    : "repeated" in input.dataset ? input.value.split("\n").filter(Boolean) : input.value === "" ? [] : [input.value];
  const sent = (location) => inputs.filter((input) => input.dataset.in === location)
    .flatMap((input) => values(input).map((value) => [input.name, value, input.dataset.type]));
  const pairsOf = (location) => sent(location).map(([name, value]) => [name, value]);
  const { method, type } = form.dataset;
  let path = form.dataset.path;
  for (const [name, value] of sent("path")) path = path.replace(`{${name}}`, encode(value));
  const base = withoutSlash(deployment.value);
  const url = ("outside" in form.dataset ? outside(base) : base) + path;
  const query = pairsOf("query");
  const fields = sent("form");
  const headers = pairsOf("header");
  const parts = new FormData();
  for (const [name, value, kind] of fields) {
    parts.append(name, value instanceof File && kind ? new File([value], value.name, { type: kind }) : value);
  }
  if (type && type !== MULTIPART) headers.push(["Content-Type", type]);
  return {
    method, url, fields, headers, pairs: type === FORM ? [...query, ...pairsOf("form")] : query,
    address: query.length ? `${url}?${encoded(query)}` : url,
    body: type === FORM ? encoded(pairsOf("form")) : type === MULTIPART ? parts : sent("body")[0]?.[1],
  };
}

// Returns the signed request of a form; undefined if nothing can be signed, which the form then says.
async function signed(form) {
  const obstacle = !crypto.subtle
    ? "This browser signs only what comes over https or from localhost: open the reference from disk, or use the examples."
    : !consumer.key.value || !consumer.secret.value
      ? "Enter the consumer key and its secret under “Authentication” first." : "";
  if (obstacle) return report(form, "refused", obstacle);
  const call = request(form);
  const header = await authorization(call.method, call.url, call.pairs, consumer.key.value, consumer.secret.value);
  return { ...call, headers: [...call.headers, ["Authorization", header]] };
}
