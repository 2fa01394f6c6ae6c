// Theme, menu, samples by language, copying, and the place in the menu.
const root = document.documentElement;
const stored = (name, value) => {
  try {
    if (value !== undefined) localStorage.setItem(name, value);
    return localStorage.getItem(name);
  } catch {
    return null;
  }
};

const themes = ["auto", "light", "dark"];
const theme = document.getElementById("theme");
function dress(name) {
  root.dataset.theme = name;
  theme.textContent = { auto: "◐ Auto", light: "◐ Light", dark: "◐ Dark" }[name];
  theme.title = `Colours: ${name}`;
  theme.setAttribute("aria-label", `Colours: ${name}; change`);
}
dress(themes.includes(stored("theme")) ? stored("theme") : "auto");
theme.addEventListener("click", () => {
  const next = themes[(themes.indexOf(root.dataset.theme) + 1) % themes.length];
  stored("theme", next);
  dress(next);
});

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
contents.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    unfold(false);
    menu.focus();
  }
});

function speak(language) {
  for (const group of document.querySelectorAll(".samples")) {
    for (const tab of group.querySelectorAll('[role="tab"]')) {
      const chosen = tab.dataset.language === language;
      if (tab.getAttribute("aria-selected") === String(chosen)) continue;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      document.getElementById(tab.getAttribute("aria-controls")).hidden = !chosen;
    }
  }
}
const languages = [...new Set([...document.querySelectorAll("[data-language]")].map((tab) => tab.dataset.language))];
speak(languages.includes(stored("language")) ? stored("language") : languages[0]);
document.addEventListener("click", (event) => {
  const tab = event.target.closest('[role="tab"]');
  if (tab) choose(tab);
});
document.addEventListener("keydown", (event) => {
  const tab = event.target.closest?.('[role="tab"]');
  if (!tab || !["ArrowLeft", "ArrowRight"].includes(event.key)) return;
  const tabs = [...tab.parentElement.children];
  const next = tabs.at((tabs.indexOf(tab) + (event.key === "ArrowRight" ? 1 : -1)) % tabs.length);
  choose(next);
});
function choose(tab) {
  const before = tab.getBoundingClientRect().top;
  stored("language", tab.dataset.language);
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
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    done = document.execCommand("copy");
    area.remove();
  }
  button.textContent = done ? "Copied" : "Not copied";
  setTimeout(() => { button.textContent = label; }, 1500);
}
document.addEventListener("click", (event) => {
  const button = event.target.closest("button.copy");
  if (button) copy(button, button.closest(".code").querySelector("code").textContent);
});

function fragment() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";  // the end of a link that was cut off within a character
  }
}

// A link into something folded unfolds it.
function reveal() {
  const target = document.getElementById(fragment());
  if (!target) return;
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
    if (id !== current) link.removeAttribute("aria-current");
    else if (!link.hasAttribute("aria-current")) {
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
restore();
reveal();
