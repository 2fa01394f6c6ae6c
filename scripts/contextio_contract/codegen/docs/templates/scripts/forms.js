// Forms of “Try it”: each is built from its data when it is unfolded, and again if its data have changed.
const built = new WeakMap();
function buildForm(form) {
  const { inputs, method } = form.dataset;
  if (built.get(form) === inputs) return;
  built.set(form, inputs);
  const [first, more] = JSON.parse(inputs);
  const before = [...form.querySelectorAll("[data-in]")];
  const focused = before.find((input) => input === document.activeElement);
  const isUnfolded = form.querySelector(".more")?.open ?? false;
  const output = form.querySelector("output") ?? element("output", { hidden: true },
    element("span", { className: "line" }), element("a", { download: "", hidden: true }, "Download"),
    element("pre", { tabIndex: 0 }));
  form.replaceChildren(
    ...first.map(labelled),
    ...(more.length ? [element("details", { className: "more", open: isUnfolded },
      element("summary", {}, "More fields ", element("span", { className: "count" }, String(more.length))),
      ...more.map(labelled))] : []),
    element("p", { className: "buttons" },
      element("button", { type: "submit", className: `send ${method.toLowerCase()}` }, `Send ${method}`), " ",
      element("button", { type: "button", className: "curl" }, "Copy as signed curl"), " ",
      element("a", { href: "#keys" }, "Keys")),
    output);
  for (const input of form.querySelectorAll("[data-in]")) {
    const old = before.find(({ name, type, dataset }) =>
      name === input.name && type === input.type && dataset.in === input.dataset.in);
    if (old && old.type === "file") input.files = old.files;
    else if (old && old.value !== old.defaultValue) input.value = old.value;
    if (input.selectedIndex === -1) input.selectedIndex = 0;  // its value is gone
    if (old && old === focused) input.focus({ preventScroll: true });
    if (input.dataset.in === "path") offer(input);
  }
}

// An input with its label. The name may be broken at each underscore.
function labelled(field) {
  const label = element("span", {}, field.name.replaceAll("_", "_\u200b"));
  if (field.required) label.append(" ", element("b", { ariaHidden: "true" }, "*"));
  return element("label", {}, label, inputOf(field));
}

function inputOf({ in: location, name, required = false, kind = "text", type, values, rows, repeated, value = "", placeholder = "" }) {
  const plain = { autocapitalize: "none", autocomplete: "off", spellcheck: false };
  const input = values ? element("select", {}, new Option("not sent", ""), ...values.map((each) => new Option(each)))
    : kind === "file" ? element("input", { type: kind })
    : kind === "lines" ? element("textarea", { rows, spellcheck: false, defaultValue: value })
    : element("input", { type: kind, defaultValue: value, placeholder, ...plain });
  Object.assign(input, { name, required });
  input.dataset.in = location;
  if (kind === "file") input.dataset.type = type;
  if (repeated) Object.assign(input, { placeholder: "one on each line" }).dataset.repeated = "";
  if (location === "path") Object.assign(input, { pattern: String.raw`(?!\.{1,2}$).+`, title: "anything but . and .." });
  return input;
}

// Identifiers in responses are offered where a path takes them.
function remember(content) {
  const paths = [...document.querySelectorAll("form.try")].map((form) => form.dataset.path).join("");
  const names = new Set([...paths.matchAll(/\{(.+?)\}/g)].map(([, name]) => name));
  for (const resource of [content].flat().slice(0, 50)) {
    for (const name of names) {
      const value = resource?.[name];
      if (typeof value !== "string") continue;
      const id = `seen-${name}`;
      const list = document.getElementById(id) ?? document.body.appendChild(element("datalist", { id }));
      if (![...list.options].some((option) => option.value === value)) list.append(new Option(value, value));
    }
  }
  for (const input of document.querySelectorAll('[data-in="path"]')) offer(input);
}

function offer(input) {
  const list = document.getElementById(`seen-${input.name}`);
  if (!list) return;
  input.setAttribute("list", list.id);
  if (input.value === input.defaultValue) input.value = list.options[0].value;
}

document.addEventListener("toggle", ({ target }) => {
  if (target.matches(".try-it[open]")) buildForm(target.querySelector("form"));
}, true);
