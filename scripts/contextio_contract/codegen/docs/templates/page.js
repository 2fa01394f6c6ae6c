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

// A link into something folded unfolds it.
function reveal() {
  let target;
  try {
    target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return;  // the link was cut off within a character
  }
  let folded = false;
  for (let at = target; at; at = at.parentElement) {
    if (at.tagName === "DETAILS" && !at.open) folded = at.open = true;
  }
  if (folded) target.scrollIntoView();
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
}

watch();
reveal();
