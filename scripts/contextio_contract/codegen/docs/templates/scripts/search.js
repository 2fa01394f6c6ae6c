// The search field with its list of results, as a combobox.
const find = document.getElementById("find");
const results = document.getElementById("results");
const findStatus = document.getElementById("find-status");

function show() {
  const query = find.value.trim();
  const { found, corrected, isCorrected } = query ? lookUp(query) : { found: [] };
  results.replaceChildren(...found.slice(0, MAX_SHOWN).map((entry, number) =>
    element("li", { id: `result-${number}`, role: "option" },
      element("a", { href: `#${encodeURIComponent(entry.id)}`, tabIndex: -1 },
        element("span", { className: "r-kind" }, entry.kind),
        element("span", { className: "r-name" }, entry.name),
        element("span", { className: "r-of" }, entry.context),
        element("span", { className: "r-excerpt" }, excerpt(entry, corrected))))));
  results.parentElement.hidden = !query;
  find.ariaExpanded = String(found.length > 0);
  const count = found.length > MAX_SHOWN ? `The first ${MAX_SHOWN} of ${found.length} results`
    : `${found.length} result${found.length === 1 ? "" : "s"}`;
  findStatus.textContent = !query ? "" : !found.length ? `Nothing found for “${query}”`
    : isCorrected ? `${count} for “${corrected.map(spelling).join(" ")}”` : count;
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
  const next = { ArrowDown: at + 1, ArrowUp: at + options.length - 1, PageDown: Math.min(at + 8, options.length - 1), PageUp: Math.max(at - 8, 0) }[event.key];
  if (next !== undefined) {
    event.preventDefault();
    mark(next % options.length);
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
