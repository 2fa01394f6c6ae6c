// Search over every element with data-find (operation, parameter, field, object, rule), by name and text.
const find = document.getElementById("find");
const results = document.getElementById("results");
const status = document.getElementById("find-status");
let index;

const collect = () => [...document.querySelectorAll("[data-find]")].map((entry) => {
  const { id = entry.id, find: kind, name, of: context = "" } = entry.dataset;
  const text = entry.textContent.replace(/\s+/g, " ");
  return { id, kind, name, context, low: name.toLowerCase(), haystack: `${name} ${context} ${text}`.toLowerCase() };
});

function matches(query) {
  const words = query.toLowerCase().split(/\s+/);
  const kinds = ["page", "operation", "object", "parameter", "field", "rule"];
  const score = ({ low, kind }) =>
    (words.every((word) => low === word) ? 0
      : words.every((word) => low.startsWith(word)) ? 10
      : words.every((word) => low.includes(word)) ? 20
      : 30) + kinds.indexOf(kind);
  return index
    .filter(({ haystack }) => words.every((word) => haystack.includes(word)))
    .sort((one, other) => score(one) - score(other));
}

function show() {
  index ??= collect();
  const query = find.value.trim();
  const found = query ? matches(query) : [];
  results.replaceChildren(...found.slice(0, 40).map(({ id, kind, name, context }, number) =>
    element("li", { id: `result-${number}`, role: "option" },
      element("a", { href: `#${encodeURIComponent(id)}`, tabIndex: -1 },
        element("span", { className: "r-kind" }, kind),
        element("span", { className: "r-name" }, name),
        element("span", { className: "r-of" }, context)))));
  results.parentElement.hidden = !query;
  find.ariaExpanded = String(found.length > 0);
  status.textContent = !query ? "" : found.length === 0 ? `Nothing found for “${query}”`
    : found.length > 40 ? `The first 40 of ${found.length} results` : `${found.length} result${found.length === 1 ? "" : "s"}`;
  mark(found.length ? 0 : -1);
}

function mark(number) {
  [...results.children].forEach((option, at) => { option.ariaSelected = String(at === number); });
  const option = results.children[number];
  find.setAttribute("aria-activedescendant", option?.id ?? "");
  option?.scrollIntoView({ block: "nearest" });
}

function close() {
  find.value = "";
  show();
  find.blur();
}

find.addEventListener("input", show);
find.addEventListener("focus", show);
find.addEventListener("keydown", (event) => {
  const options = [...results.children];
  const at = options.findIndex((option) => option.ariaSelected === "true");
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    mark((at + (event.key === "ArrowDown" ? 1 : options.length - 1)) % options.length);
  } else if (event.key === "Enter" && at >= 0) {
    event.preventDefault();
    options[at].firstChild.click();
  } else if (event.key === "Escape") {
    close();
  }
});
document.addEventListener("click", ({ target }) => {
  if (target.closest("#results a")) close();
  if (!target.closest(".search")) results.parentElement.hidden = true;
});
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, select, textarea");
  if ((event.key === "/" && !typing) || (event.key === "k" && (event.metaKey || event.ctrlKey))) {
    event.preventDefault();
    find.focus();
  }
});
