// Tabs: languages, which are chosen for all samples at once, and responses by status, each on its own.
function select(tab) {
  for (const each of tab.parentElement.children) {
    const isChosen = each === tab;
    each.ariaSelected = String(isChosen);
    each.tabIndex = isChosen ? 0 : -1;
    const panel = document.getElementById(each.getAttribute("aria-controls"));
    if (isChosen) copyShared(panel);
    panel.hidden = !isChosen;
  }
}

// What many operations answer stands once in the page; where its tab is chosen, a copy is made.
function copyShared(panel) {
  if (!panel.dataset.copy || panel.firstElementChild) return;
  for (const shown of document.getElementById(panel.dataset.copy).querySelectorAll(":scope > .doing > *")) {
    panel.append(shown.cloneNode(true));
  }
  colour(panel);
}

let language = stored("localStorage", "language");
function speak() {
  for (const list of document.querySelectorAll('[role="tablist"]:has([data-language])')) {
    const tabs = [...list.children];
    const tab = tabs.find((each) => each.dataset.language === language) ?? tabs[0];
    if (tab.ariaSelected !== "true") select(tab);
  }
}

function choose(tab) {
  const before = tab.getBoundingClientRect().top;
  if (tab.dataset.language) {
    language = tab.dataset.language;
    stored("localStorage", "language", language);
    speak();
  } else {
    select(tab);
  }
  tab.focus({ preventScroll: true });
  scrollBy({ top: tab.getBoundingClientRect().top - before, behavior: "instant" });  // samples above differ in height
}

document.addEventListener("click", ({ target }) => {
  const tab = target.closest('[role="tab"]');
  if (tab) choose(tab);
});
document.addEventListener("keydown", (event) => {
  const tab = event.target.closest?.('[role="tab"]');
  if (!tab) return;
  const tabs = [...tab.parentElement.children];
  const at = tabs.indexOf(tab);
  const next = { ArrowLeft: at - 1, ArrowRight: (at + 1) % tabs.length, Home: 0, End: -1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  choose(tabs.at(next));
});
