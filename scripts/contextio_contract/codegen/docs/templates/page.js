// Menu, samples by language, copying, and the place in the menu.
function element(name, properties, ...children) {
  const created = Object.assign(document.createElement(name), properties);
  created.append(...children);
  return created;
}

// Browsers may refuse storage.
function stored(area, name, value) {
  try {
    if (value !== undefined) window[area].setItem(name, value);
    return window[area].getItem(name);
  } catch {
    return null;
  }
}

const menu = document.getElementById("menu");
const contents = document.getElementById("contents");
function unfold(open) {
  contents.classList.toggle("open", open);
  menu.setAttribute("aria-expanded", String(open));
}
menu.addEventListener("click", () => unfold(!contents.classList.contains("open")));
contents.addEventListener("click", (event) => {
  if (event.target.closest("a")) unfold(false);
});
contents.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  unfold(false);
  menu.focus();
});

function speak(language) {
  for (const tab of document.querySelectorAll('[role="tab"]')) {
    const isChosen = String(tab.dataset.language === language);
    if (tab.ariaSelected === isChosen) continue;
    tab.ariaSelected = isChosen;
    tab.tabIndex = isChosen === "true" ? 0 : -1;
    document.getElementById(tab.getAttribute("aria-controls")).hidden = isChosen === "false";
  }
}
const languages = [...new Set([...document.querySelectorAll("[data-language]")].map((tab) => tab.dataset.language))];
const preferred = stored("localStorage", "language");
speak(languages.includes(preferred) ? preferred : languages[0]);
document.addEventListener("keydown", (event) => {
  const tab = event.target.closest?.('[role="tab"]');
  if (!tab || !["ArrowLeft", "ArrowRight"].includes(event.key)) return;
  const tabs = [...tab.parentElement.children];
  choose(tabs.at((tabs.indexOf(tab) + (event.key === "ArrowRight" ? 1 : -1)) % tabs.length));
});
function choose(tab) {
  const before = tab.getBoundingClientRect().top;
  stored("localStorage", "language", tab.dataset.language);
  speak(tab.dataset.language);
  tab.focus();
  scrollBy({ top: tab.getBoundingClientRect().top - before, behavior: "instant" });  // samples above differ in height
}

async function copy(button, text) {
  const label = button.dataset.label ??= button.textContent;
  let done = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.body.appendChild(element("textarea", { value: text }));
    area.select();
    done = document.execCommand("copy");
    area.remove();
  }
  button.textContent = done ? "Copied" : "Not copied";
  setTimeout(() => { button.textContent = label; }, 1500);
}

document.addEventListener("click", ({ target }) => {
  const tab = target.closest('[role="tab"]');
  if (tab) choose(tab);
  const button = target.closest("button.copy");
  if (button) copy(button, button.closest(".code").querySelector("code").textContent);
});

// Fields of an object stand once in the page; where they are folded, a copy is made as they unfold.
function fill(details) {
  if (!details.open || details.querySelector(".field")) return;
  for (const field of document.getElementById(details.dataset.fields).querySelectorAll(":scope > .field")) {
    const copied = details.appendChild(field.cloneNode(true));
    copied.removeAttribute("id");
    delete copied.dataset.find;
  }
}
document.addEventListener("toggle", ({ target }) => {
  if (target.matches("[data-fields]")) fill(target);
}, true);

// Code is coloured without touching its text, once it is seen.
const TOKENS = new RegExp([
  /(?<comment>(?<=^|\s)(?:#|\/\/) .*)/, /(?<name>"(?:\\.|[^"\\\n])*"(?=:))/, /(?<text>"(?:\\.|[^"\\\n])*"|'[^'\n]*')/,
  /(?<number>\b\d+(?:\.\d+)?\b)/, /(?<keyword>\b(?:as|await|const|curl|from|import|let|new|with|true|false|null|True|False|None)\b)/,
].map(({ source }) => source).join("|"), "gm");
const colours = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) continue;
    colours.unobserve(target);
    for (const { index, 0: token, groups } of target.textContent.matchAll(TOKENS)) {
      const kind = Object.keys(groups).find((name) => groups[name] !== undefined);
      if (!CSS.highlights.has(kind)) CSS.highlights.set(kind, new Highlight());
      CSS.highlights.get(kind).add(new StaticRange({
        startContainer: target.firstChild, startOffset: index, endContainer: target.firstChild, endOffset: index + token.length,
      }));
    }
  }
});

// A link into something folded unfolds it.
function reveal() {
  let target;
  try {
    target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return;  // the link was cut off within a character
  }
  for (let at = target; at; at = at.parentElement) {
    if (at.tagName === "DETAILS") at.open = true;
  }
  // Sections above get their true heights only as they come into view.
  let frames = 3;
  function settle() {
    target?.scrollIntoView();
    if (frames--) requestAnimationFrame(settle);
  }
  settle();
}
addEventListener("hashchange", reveal);

const links = new Map();
const visible = new Set();
const watcher = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) visible[isIntersecting ? "add" : "delete"](target.id);
  const current = [...links.keys()].findLast((id) => visible.has(id));
  if (!current) return;
  for (const [id, link] of links) {
    if (id !== current) {
      link.removeAttribute("aria-current");
    } else if (!link.hasAttribute("aria-current")) {
      link.setAttribute("aria-current", "true");
      const group = link.closest("details");
      if (group) group.open = true;
      const box = link.getBoundingClientRect();
      const frame = contents.getBoundingClientRect();
      if (box.top < frame.top || box.bottom > frame.bottom) contents.scrollTop += box.top - frame.top - frame.height / 2;
    }
  }
}, { rootMargin: "-80px 0px -70% 0px" });
function watch() {
  watcher.disconnect();
  visible.clear();
  links.clear();
  for (const link of contents.querySelectorAll("a")) links.set(link.hash.slice(1), link);
  for (const id of links.keys()) watcher.observe(document.getElementById(id));
  for (const details of document.querySelectorAll("[data-fields][open]")) fill(details);
  if (!window.Highlight) return;
  CSS.highlights.clear();
  for (const code of document.querySelectorAll(".code code:not(.plain)")) colours.observe(code);
}

deployment.addEventListener("change", watch);
watch();
reveal();
