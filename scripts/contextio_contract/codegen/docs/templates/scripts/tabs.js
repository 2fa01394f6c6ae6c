// Tabs: languages, which are chosen for all samples at once, and responses by status, each on its own.
function select(tab) {
  for (const each of tab.parentElement.children) {
    const isChosen = each === tab;
    const panel = panelOf(each, isChosen);
    each.ariaSelected = String(isChosen);
    each.tabIndex = isChosen ? 0 : -1;
    if (panel) panel.hidden = !isChosen;
  }
}

// The panel of a tab. What many operations answer stands once in the page; it is copied where its tab is chosen.
function panelOf(tab, isChosen) {
  const panel = document.getElementById(tab.getAttribute("aria-controls"));
  if (panel || !isChosen || !tab.dataset.copy) return panel;
  const copied = element("div", { id: tab.getAttribute("aria-controls"), role: "tabpanel" });
  copied.setAttribute("aria-labelledby", tab.id);
  for (const shown of document.getElementById(tab.dataset.copy).querySelectorAll(":scope > .doing > *")) {
    copied.append(shown.cloneNode(true));
  }
  tab.parentElement.parentElement.append(copied);
  colour(copied);
  return copied;
}

// Names tabs and panels for each other, which belong together in their order. At first the first tab is chosen.
function pairTabs() {
  for (const list of document.querySelectorAll('[role="tablist"]')) {
    const panels = [...list.parentElement.children].filter(({ role }) => role === "tabpanel");
    const isNew = !list.querySelector("[aria-selected]");
    let own = 0;
    for (const [at, tab] of [...list.children].entries()) {
      const panel = tab.dataset.copy ? undefined : panels[own++];
      tab.id = `${list.id}-${at}`;
      tab.setAttribute("aria-controls", panel?.id ?? `${tab.id}-panel`);
      panel?.setAttribute("aria-labelledby", tab.id);
      if (!isNew) continue;
      tab.ariaSelected = String(at === 0);
      tab.tabIndex = at === 0 ? 0 : -1;
    }
    if (isNew && list.firstElementChild.dataset.copy) select(list.firstElementChild);
  }
}

let language = stored("localStorage", "language");
function speak() {
  if (language === null) return;
  for (const list of document.querySelectorAll('[role="tablist"]:has([data-language])')) {
    const tabs = [...list.children];
    const tab = tabs.find((each) => each.dataset.language === language)
      ?? tabs.find((each) => each.dataset.language === language?.split(",")[0]) ?? tabs[0];
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
