// Calls from the page. Key and secret stay in this tab: they are kept in sessionStorage and nowhere else.
const body = document.body;
const served = body.dataset.base !== "";
const deployment = document.getElementById("deployment");
const consumer = { key: document.getElementById("key"), secret: document.getElementById("secret") };
const usual = deployment.value;

function restore() {
  deployment.value = served ? location.origin + body.dataset.base : sessionStorage.getItem("base") ?? usual;
  deployment.readOnly = served;
  consumer.key.value = sessionStorage.getItem("key") ?? body.dataset.key;
  consumer.secret.value = sessionStorage.getItem("secret") ?? body.dataset.secret;
  for (const [name, input] of Object.entries({ ...consumer, base: deployment })) {
    input.addEventListener("input", () => sessionStorage.setItem(name, input.value));
  }
  deployment.addEventListener("change", readdress);
  document.getElementById("keys").addEventListener("submit", (event) => event.preventDefault());
  readdress();
}

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

function request(form) {
  const inputs = [...form.querySelectorAll("[data-in]")];
  const sent = (place) =>
    inputs.filter((input) => input.dataset.in === place && input.value !== "").map((input) => [input.name, input.value]);
  let path = form.dataset.path;
  for (const [name, value] of sent("path")) path = path.replace(`{${name}}`, encode(value));
  const url = deployment.value.replace(/\/+$/, "") + path;
  const encoded = (pairs) => pairs.map((pair) => pair.map(encode).join("=")).join("&");
  const query = sent("query");
  const fields = sent("form");
  return {
    method: form.dataset.method, url, pairs: [...query, ...fields],
    address: query.length ? `${url}?${encoded(query)}` : url,
    body: form.dataset.method === "POST" ? encoded(fields) : undefined,
  };
}

async function signed(form) {
  const call = request(form);
  const header = await authorization(call.method, call.url, call.pairs, consumer.key.value, consumer.secret.value);
  return { ...call, header };
}

function report(form, state, line, text = "") {
  const output = form.querySelector("output");
  output.dataset.state = state;
  output.querySelector(".line").textContent = line;
  output.querySelector("pre").textContent = text;
  output.querySelector("pre").hidden = !text;
  output.hidden = false;
}

function canSign(form) {
  const obstacle = !crypto.subtle
    ? "This browser signs only what comes over https or from localhost: open the reference from disk, or use the examples."
    : !consumer.key.value || !consumer.secret.value
      ? "Enter the consumer key and its secret under “Authentication” first." : "";
  if (obstacle) report(form, "refused", obstacle);
  return !obstacle;
}

async function call(form) {
  if (!canSign(form)) return;
  form.setAttribute("aria-busy", "true");
  try {
    const { method, address, body, header } = await signed(form);
    const headers = { Authorization: header, Accept: "application/json" };
    if (body !== undefined) headers["Content-Type"] = "application/x-www-form-urlencoded";
    const started = performance.now();
    const response = await fetch(address, {
      method, body, headers, redirect: "error", credentials: "omit", cache: "no-store",
      referrerPolicy: "no-referrer", signal: AbortSignal.timeout(30000),
    });
    const text = await response.text();
    const elapsed = Math.round(performance.now() - started);
    let content;
    try { content = JSON.parse(text); } catch { content = undefined; }
    report(form, response.ok ? "ok" : "refused", `${response.status} ${response.statusText} in ${elapsed} ms`,
      content === undefined ? text.slice(0, 20000) : JSON.stringify(content, null, 2));
    if (response.ok) remember(content);
  } catch (error) {
    report(form, "refused", error.name === "TimeoutError" ? "No answer came within 30 seconds."
      : served ? "No answer came: the server cannot be reached, or it redirects."
      : "No answer may be read: the server cannot be reached, or the browser forbids a page from disk to call it. Open the reference at the address of the server itself (make serve), or copy the call as curl.");
  } finally {
    form.removeAttribute("aria-busy");
  }
}

// What answers name can be put in where a path asks for it.
function remember(content) {
  for (const thing of (Array.isArray(content) ? content : [content]).slice(0, 50)) {
    if (thing === null || typeof thing !== "object") continue;
    for (const input of document.querySelectorAll(`[data-in="path"]`)) {
      const value = thing[input.name];
      if (typeof value !== "string") continue;
      const list = input.list ?? offer(input);
      if (![...list.options].some((option) => option.value === value)) list.append(new Option(value, value));
      if (input.value === input.defaultValue) input.value = value;
    }
  }
}

function offer(input) {
  const id = `known-${input.name}`;
  let list = document.getElementById(id);
  if (!list) {
    list = document.createElement("datalist");
    list.id = id;
    document.body.append(list);
  }
  input.setAttribute("list", id);
  return list;
}

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

document.addEventListener("submit", (event) => {
  if (!event.target.matches("form.try")) return;
  event.preventDefault();
  call(event.target);
});
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button.curl");
  if (!button || !canSign(button.form)) return;
  const { method, address, body, header } = await signed(button.form);
  const data = body ? ` --data ${quoted(body)}` : "";
  copy(button, `curl -X ${method} ${quoted(address)} -H ${quoted(`Authorization: ${header}`)}${data}`);
});
