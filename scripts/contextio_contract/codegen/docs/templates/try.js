// Calls from the page. Key and secret stay in this tab: they are in sessionStorage and nowhere else.
const body = document.body;
const served = body.dataset.base !== "";
const deployment = document.getElementById("deployment");
const consumer = { key: document.getElementById("key"), secret: document.getElementById("secret") };
const usual = deployment.value;

// Operations outside the base path are called at the deployment's own address.
function outside(base) {
  const { basePath } = body.dataset;
  return basePath && base.endsWith(basePath) ? base.slice(0, -basePath.length) : new URL(base).origin;
}

// The samples call the deployment that is named in the field.
let addressed = usual;
function readdress() {
  const base = deployment.value.replace(/\/+$/, "");
  if (!URL.canParse(base)) return;  // half an address would be found all over the samples the next time
  if (base === addressed) return;
  for (const code of document.querySelectorAll(".sample code")) {
    const [before, after] = code.closest(".operation").querySelector("[data-outside]")
      ? [outside(addressed), outside(base)] : [addressed, base];
    code.textContent = code.textContent.replaceAll(addressed, "\0").replaceAll(before, after).replaceAll("\0", base);
  }
  addressed = base;
}

deployment.value = served ? location.origin + body.dataset.base : stored("sessionStorage", "base") ?? usual;
deployment.readOnly = served;
consumer.key.value = stored("sessionStorage", "key") ?? body.dataset.key;
consumer.secret.value = stored("sessionStorage", "secret") ?? body.dataset.secret;
for (const [name, input] of Object.entries({ ...consumer, base: deployment })) {
  input.addEventListener("input", () => stored("sessionStorage", name, input.value));
}
deployment.addEventListener("change", readdress);
readdress();

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
  const base = deployment.value.replace(/\/+$/, "");
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

function report(form, state, line, text = "", download = undefined) {
  const output = form.querySelector("output");
  output.dataset.state = state;
  output.querySelector(".line").textContent = line;
  output.querySelector("pre").textContent = text;
  output.querySelector("pre").hidden = !text;
  const link = output.querySelector("a");
  URL.revokeObjectURL(link.href);
  link.hidden = !download;
  if (download) Object.assign(link, { href: URL.createObjectURL(download), download: download.name });
  output.hidden = false;
}

// Shows an answer: JSON and text as they are, and everything but JSON as a download with its size and type.
async function present(form, response, elapsed) {
  const type = response.headers.get("Content-Type")?.split(";")[0] ?? "";
  const blob = await response.blob();
  const isBytes = blob.size && !/json$/.test(type);
  const name = /filename="?([^";]+)/.exec(response.headers.get("Content-Disposition"))?.[1] ?? form.closest("section").id;
  const size = isBytes ? `, ${blob.size.toLocaleString("en")} bytes of ${type || "no media type"}` : "";
  const text = isBytes && !/^(text|message)\//.test(type) ? "" : await blob.text();
  let content;
  try { content = JSON.parse(text); } catch { /* it is shown as text */ }
  report(form, response.ok ? "ok" : "refused", `${response.status} ${response.statusText} in ${elapsed} ms${size}`,
    content === undefined ? text.slice(0, 20000) : JSON.stringify(content, null, 2),
    isBytes ? new File([blob], name, { type }) : undefined);
  if (response.ok) remember(content);
}

async function call(form) {
  const request = await signed(form);
  if (!request) return;
  form.setAttribute("aria-busy", "true");
  try {
    const { method, address, body, headers } = request;
    const started = performance.now();
    const response = await fetch(address, {
      method, body, headers, redirect: "manual", credentials: "omit", cache: "no-store",
      referrerPolicy: "no-referrer", signal: AbortSignal.timeout(30000),
    });
    if (response.type === "opaqueredirect") {
      report(form, "ok", "It redirects. A browser does not tell a page where to: copy the call as curl.");
    } else {
      await present(form, response, Math.round(performance.now() - started));
    }
  } catch (error) {
    report(form, "refused", error.name === "TimeoutError" ? "No response within 30 seconds."
      : served ? "No response: the server cannot be reached."
      : "No readable response: the server cannot be reached, or the browser does not let a page from disk call it. Open the reference at the address of the server itself (make serve), or copy the call as curl.");
  } finally {
    form.removeAttribute("aria-busy");
  }
}

// Identifiers in responses are offered where a path takes them.
function remember(content) {
  for (const resource of [content].flat().slice(0, 50)) {
    for (const input of document.querySelectorAll(`[data-in="path"]`)) {
      const value = resource?.[input.name];
      if (typeof value !== "string") continue;
      const id = `seen-${input.name}`;
      input.setAttribute("list", id);
      const list = input.list ?? document.body.appendChild(element("datalist", { id }));
      if (![...list.options].some((option) => option.value === value)) list.append(new Option(value, value));
      if (input.value === input.defaultValue) input.value = value;
    }
  }
}

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

document.addEventListener("submit", (event) => {
  event.preventDefault();
  if (event.target.matches("form.try")) call(event.target);
});
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button.curl");
  const request = button && await signed(button.form);
  if (!request) return;
  const { method, address, body, fields, headers } = request;
  const options = [
    ...headers.map(([name, value]) => ["-H", `${name}: ${value}`]),
    ...(body instanceof FormData ? fields.map(([name, value, kind]) => value instanceof File
      ? ["-F", `${name}=@${value.name}${kind ? `;type=${kind}` : ""}`] : ["--form-string", `${name}=${value}`]) : []),
    ...(typeof body === "string" ? [["--data-raw", body]] : []),
  ];
  const words = options.map(([option, value]) => ` ${option} ${quoted(value)}`).join("");
  copy(button, `curl -X ${method} ${quoted(address)}${words}`);
});
