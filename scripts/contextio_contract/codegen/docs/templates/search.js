// Search over every element with data-find (operation, parameter, field, object, rule), by name and text.
const find = document.getElementById("find");
const results = document.getElementById("results");
const status = document.getElementById("find-status");
let index;

function collect() {
  return [...document.querySelectorAll("[data-find]")].map((element) => {
    const name = element.dataset.name;
    const text = element.textContent.replace(/\s+/g, " ").trim();
    return { id: element.dataset.id ?? element.id, kind: element.dataset.find, name, context: element.dataset.of ?? "",
      low: name.toLowerCase(), haystack: `${name} ${element.dataset.of ?? ""} ${text}`.toLowerCase() };
  });
}

function matches(query) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const kinds = ["page", "operation", "object", "parameter", "field", "rule"];
  const score = (entry) =>
    (words.every((word) => entry.low === word) ? 0
      : words.every((word) => entry.low.startsWith(word)) ? 10
      : words.every((word) => entry.low.includes(word)) ? 20
      : 30) + kinds.indexOf(entry.kind);
  return index
    .filter((entry) => words.every((word) => entry.haystack.includes(word)))
    .map((entry) => [score(entry), entry])
    .sort((a, b) => a[0] - b[0])
    .map(([, entry]) => entry);
}

function show() {
  index ??= collect();
  const found = find.value.trim() ? matches(find.value) : [];
  results.replaceChildren(...found.slice(0, 40).map((entry, number) => {
    const option = document.createElement("li");
    const link = document.createElement("a");
    link.href = `#${encodeURIComponent(entry.id)}`;
    link.tabIndex = -1;
    for (const [name, text] of [["kind", entry.kind], ["name", entry.name], ["of", entry.context]]) {
      const part = document.createElement("span");
      part.className = `r-${name}`;
      part.textContent = text;
      link.append(part);
    }
    option.id = `result-${number}`;
    option.role = "option";
    option.append(link);
    return option;
  }));
  const open = Boolean(find.value.trim());
  results.parentElement.hidden = !open;
  find.setAttribute("aria-expanded", String(open && found.length > 0));
  status.textContent = !open ? "" : found.length === 0 ? `Nothing found for “${find.value.trim()}”`
    : found.length > 40 ? `The first 40 of ${found.length} results` : `${found.length} result${found.length === 1 ? "" : "s"}`;
  mark(found.length ? 0 : -1);
}

function mark(number) {
  [...results.children].forEach((option, each) => option.setAttribute("aria-selected", String(each === number)));
  const option = results.children[number];
  if (option) {
    find.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  } else {
    find.removeAttribute("aria-activedescendant");
  }
}

function close() {
  find.value = "";
  show();
}

find.addEventListener("input", show);
find.addEventListener("focus", show);
find.addEventListener("keydown", (event) => {
  const options = [...results.children];
  const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    mark((at + (event.key === "ArrowDown" ? 1 : options.length - 1)) % options.length);
  } else if (event.key === "Enter" && at >= 0) {
    event.preventDefault();
    options[at].firstChild.click();
  } else if (event.key === "Escape") {
    close();
    find.blur();
  }
});
results.addEventListener("click", (event) => {
  if (event.target.closest("a")) {
    close();
    find.blur();
  }
});
document.addEventListener("click", (event) => {
  if (!event.target.closest(".search")) results.parentElement.hidden = true;
});
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, select, textarea");
  if ((event.key === "/" && !typing) || (event.key === "k" && (event.metaKey || event.ctrlKey))) {
    event.preventDefault();
    find.focus();
  }
});

