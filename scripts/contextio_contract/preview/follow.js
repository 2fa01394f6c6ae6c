// Follows the description as it is saved: only what differs from one version of the page to the next is
// touched, so that the scroll position, and what is unfolded, typed and answered, stay.
{
  const line = element("p", { role: "status" });
  const fold = element("button", { type: "button" });
  const list = element("ol", { id: "findings-list", tabIndex: 0 });
  const panel = element("aside", { id: "findings", ariaLabel: "Findings" }, line, fold, list);
  fold.setAttribute("aria-controls", list.id);
  fold.addEventListener("click", () => unfoldList(list.hidden));
  unfoldList(true);
  document.body.append(panel);

  function unfoldList(open) {
    list.hidden = !open;
    fold.textContent = open ? "Hide" : "Show";
    fold.ariaExpanded = String(open);
  }

  function report({ problem, findings, count }) {
    line.textContent = [problem, count ? `${count} finding${count === 1 ? "" : "s"}` : ""].filter(Boolean).join(" ");
    panel.dataset.state = problem ? "broken" : count ? "found" : "";
    list.replaceChildren(...findings.map(({ place, rule, message, fix }) => element("li", {},
      element("code", {}, place), " ", element("span", {}, rule), element("p", {}, message), element("p", {}, `→ ${fix}`))));
    if (count > findings.length) list.append(element("li", {}, `… and ${count - findings.length} more; make lint has all of them`));
    list.toggleAttribute("data-empty", count === 0);
    fold.hidden = count === 0;
    document.documentElement.style.scrollPaddingBottom = panel.dataset.state ? `${panel.offsetHeight + 16}px` : "";
  }

  // The page as it was served last.
  let shown;

  async function served() {
    const response = await fetch("/", { cache: "no-store" });
    return new DOMParser().parseFromString(await response.text(), "text/html");
  }

  async function begin() {
    shown = await served();
    if (shown.body.dataset.version !== document.body.dataset.version) location.reload();
  }

  async function refresh() {
    const fresh = await served();
    if (fresh.getElementById("deployment").defaultValue !== usual) {
      location.reload(); // every sample holds the address
      return;
    }
    const restoreScroll = anchor();
    for (const part of [".brand", "#contents", "#main"]) {
      patch(...[document, shown, fresh].map((page) => page.querySelector(part)));
    }
    document.title = fresh.title;
    document.body.dataset.version = fresh.body.dataset.version;
    shown = fresh;
    prepare();
    markPlace();
    forgetIndex();
    if (find.value) show();
    restoreScroll();
  }

  // Returns a function that puts what is at the top of the window back to where it is now.
  function anchor() {
    const top = document.querySelector(".top").getBoundingClientRect().bottom;
    const last = (elements) => [...elements].findLast((each) => each.getBoundingClientRect().top <= top + 1);
    const section = last(document.querySelectorAll("#main section[id]"));
    const target = section && (last(section.querySelectorAll(":scope [id][data-find]")) ?? section);
    const before = target?.getBoundingClientRect().top;
    const scrolled = scrollY;
    return () => {
      const after = target && document.getElementById(target.id)?.getBoundingClientRect().top;
      scrollTo({ top: after === undefined ? scrolled : scrollY + after - before, behavior: "instant" });
    };
  }

  // Makes `live`, which came from `before`, what `after` is, and leaves alone what is the same in both.
  function patch(live, before, after) {
    if (before.isEqualNode(after)) return;
    const isBuilt = built.has(live); // a form, whose data are an attribute: prepare() builds it again
    if (before.nodeName !== after.nodeName || (!isBuilt && live.childNodes.length !== before.childNodes.length)) {
      live.replaceWith(document.importNode(after, true));
      return;
    }
    if (after.nodeType !== Node.ELEMENT_NODE) {
      live.data = after.data;
      return;
    }
    for (const { name } of before.attributes) if (!after.hasAttribute(name)) live.removeAttribute(name);
    for (const { name, value } of after.attributes) if (before.getAttribute(name) !== value) live.setAttribute(name, value);
    const [nodes, old, fresh] = [live, before, after].map((parent) => [...parent.childNodes]);
    let start = 0;
    while (start < old.length && start < fresh.length && old[start].isEqualNode(fresh[start])) start += 1;
    let end = 0;
    while (end < Math.min(old.length, fresh.length) - start && old.at(-1 - end).isEqualNode(fresh.at(-1 - end))) end += 1;
    const waiting = old.slice(start, old.length - end).map((node, number) => ({ node, live: nodes[start + number] }));
    const following = nodes[old.length - end] ?? null;
    for (const node of fresh.slice(start, fresh.length - end)) {
      // Texts have no name to be identified by: only the next one counts.
      const choice = node.nodeType === Node.ELEMENT_NODE ? waiting : waiting.slice(0, 1);
      const number = choice.findIndex((candidate) => isSame(candidate.node, node));
      if (number < 0) {
        live.insertBefore(document.importNode(node, true), waiting[0]?.live ?? following);
        continue;
      }
      for (const removed of waiting.splice(0, number)) removed.live.remove();
      const kept = waiting.shift();
      patch(kept.live, kept.node, node);
    }
    for (const removed of waiting) removed.live.remove();
  }

  const isSame = (one, other) => one.nodeName === other.nodeName && one.id === other.id && one.dataset?.find === other.dataset?.find;

  let latest = document.body.dataset.version;
  let stream;
  let refreshing = begin();
  function receive(event) {
    const news = JSON.parse(event.data);
    if (news.version !== latest) {
      latest = news.version;
      refreshing = refreshing.then(refresh).catch(() => { latest = undefined; }); // the next news try again
    }
    if (news.findings) report(news);
  }

  // Browsers allow an address six connections: only pages that are looked at hold one.
  function follow() {
    stream?.close();
    if (document.hidden) return;
    stream = new EventSource("/_preview/events");
    stream.addEventListener("message", receive);
    stream.addEventListener("error", () => {
      panel.dataset.state = "broken";
      line.textContent = stream.readyState === EventSource.CLOSED
        ? "This page does not follow the description: too many pages do. Close some, then reload this one."
        : "The preview has ended. Start it again with: make preview";
    });
  }

  follow();
  document.addEventListener("visibilitychange", follow);
}
