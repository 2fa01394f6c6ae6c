// Calls from the page, and what is shown of their responses.
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
