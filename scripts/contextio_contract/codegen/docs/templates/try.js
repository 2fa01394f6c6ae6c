// Calls from the page. Key and secret stay in this tab: they are in sessionStorage and nowhere else.
const body = document.body;
const served = body.dataset.base !== "";
const deployment = document.getElementById("deployment");
const consumer = { key: document.getElementById("key"), secret: document.getElementById("secret") };
const usual = deployment.value;

// The samples call the deployment that is named in the field.
let addressed = usual;
function readdress() {
  const base = deployment.value.replace(/\/+$/, "");
  if (!URL.canParse(base)) return;  // half an address would be found all over the samples the next time
  for (const code of document.querySelectorAll(".sample code")) {
    const texts = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (text.data.includes(addressed)) text.data = text.data.replaceAll(addressed, base);
    }
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
  const sent = (location) =>
    inputs.filter((input) => input.dataset.in === location && input.value !== "").map((input) => [input.name, input.value]);
  const { method, type } = form.dataset;
  let path = form.dataset.path;
  for (const [name, value] of sent("path")) path = path.replace(`{${name}}`, encode(value));
  const url = deployment.value.replace(/\/+$/, "") + path;
  const query = sent("query");
  const fields = sent("form");
  const headers = sent("header");
  const parts = new FormData();
  for (const [name, value] of fields) parts.append(name, value);
  if (type && type !== MULTIPART) headers.push(["Content-Type", type]);
  return {
    method, url, fields, headers, pairs: type === FORM ? [...query, ...fields] : query,
    address: query.length ? `${url}?${encoded(query)}` : url,
    body: type === FORM ? encoded(fields) : type === MULTIPART ? parts : sent("body")[0]?.[1],
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

function report(form, state, line, text = "") {
  const output = form.querySelector("output");
  output.dataset.state = state;
  output.querySelector(".line").textContent = line;
  output.querySelector("pre").textContent = text;
  output.querySelector("pre").hidden = !text;
  output.hidden = false;
}

async function call(form) {
  const request = await signed(form);
  if (!request) return;
  form.setAttribute("aria-busy", "true");
  try {
    const { method, address, body, headers } = request;
    const started = performance.now();
    const response = await fetch(address, {
      method, body, headers, redirect: "error", credentials: "omit", cache: "no-store",
      referrerPolicy: "no-referrer", signal: AbortSignal.timeout(30000),
    });
    const text = await response.text();
    const elapsed = Math.round(performance.now() - started);
    let content;
    try { content = JSON.parse(text); } catch { /* it is shown as text */ }
    report(form, response.ok ? "ok" : "refused", `${response.status} ${response.statusText} in ${elapsed} ms`,
      content === undefined ? text.slice(0, 20000) : JSON.stringify(content, null, 2));
    if (response.ok) remember(content);
  } catch (error) {
    report(form, "refused", error.name === "TimeoutError" ? "No response within 30 seconds."
      : served ? "No response: the server cannot be reached, or it redirects."
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
    ...(body instanceof FormData ? fields.map((pair) => ["--form-string", pair.join("=")]) : []),
    ...(typeof body === "string" ? [["--data-raw", body]] : []),
  ];
  const words = options.map(([option, value]) => ` ${option} ${quoted(value)}`).join("");
  copy(button, `curl -X ${method} ${quoted(address)}${words}`);
});
