// Follows the description as it is saved: only what differs from one version of the page to the next is
// touched, so that the place, and what is unfolded, typed and answered, stay.
{
  const PARTS = [".brand", "#contents", "#main"];
  const panel = document.createElement("aside");
  const line = document.createElement("p");
  const fold = document.createElement("button");
  const list = document.createElement("ol");

  function furnish() {
    panel.id = "findings";
    panel.setAttribute("aria-label", "Findings");
    line.setAttribute("role", "status");
    fold.type = "button";
    list.id = "findings-list";
    list.tabIndex = 0;
    fold.setAttribute("aria-controls", list.id);
    fold.addEventListener("click", () => unfoldList(list.hidden));
    panel.append(line, fold, list);
    unfoldList(true);
    document.body.append(panel);
  }

  function unfoldList(open) {
    list.hidden = !open;
    fold.textContent = open ? "Hide" : "Show";
    fold.setAttribute("aria-expanded", String(open));
  }

  const counted = (count) => (count === 1 ? "1 finding" : `${count} findings`);

  function report({ problem, findings, count }) {
    line.textContent = [problem, count ? counted(count) : ""].filter(Boolean).join(" ");
    panel.dataset.state = problem ? "broken" : count ? "found" : "";
    list.replaceChildren(...findings.map((finding) => {
      const item = document.createElement("li");
      const place = document.createElement("code");
      const rule = document.createElement("span");
      const fix = document.createElement("p");
      place.textContent = finding.place;
      rule.textContent = finding.rule;
      fix.textContent = `→ ${finding.fix}`;
      item.append(place, " ", rule, wrapped(finding.message), fix);
      return item;
    }));
    if (count > findings.length) list.append(wrapped(`… and ${count - findings.length} more; make lint has all of them`, "li"));
    list.toggleAttribute("data-empty", count === 0);
    fold.hidden = count === 0;
    root.style.scrollPaddingBottom = panel.dataset.state ? `${panel.offsetHeight + 16}px` : "";
  }

  function wrapped(text, name = "p") {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
  }

  let shown; // the page as it was served

  async function begin() {
    shown = await served();
    if (shown.version !== document.body.dataset.version) location.reload();
  }

  // A page is compared section by section; the first piece is what stands before them all.
  const SECTION = "<section ";

  async function served() {
    const response = await fetch("/", { cache: "no-store" });
    const pieces = (await response.text()).split(SECTION);
    const mark = / data-version="(\w*)"/;
    const [, version] = mark.exec(pieces[0]);
    pieces[0] = pieces[0].replace(mark, "");
    return { version, pieces };
  }

  const parsed = (text) => new DOMParser().parseFromString(text, "text/html");

  async function refresh({ version, changes }) {
    const known = changes.pieces && changes.since === shown.version;
    const fresh = known ? { version, pieces: Object.assign([...shown.pieces], changes.pieces) } : await served();
    const numbers = changed(shown.pieces, fresh.pieces);
    const pages = numbers ? [] : [shown, fresh].map(({ pieces }) => parsed(pieces.join(SECTION)));
    if (!numbers && pages[1].getElementById("deployment").defaultValue !== usual) {
      location.reload(); // every sample holds the address
      return;
    }
    const hold = anchor();
    const sections = [...document.getElementsByTagName("section")];
    for (const number of numbers ?? []) {
      const [before, after] = [shown, fresh].map(({ pieces }) => parsed(SECTION + pieces[number]).body.firstElementChild);
      patch(sections[number - 1], before, after);
    }
    if (!numbers) {
      for (const part of PARTS) patch(...[document, ...pages].map((each) => each.querySelector(part)));
      document.title = pages[1].title;
    }
    document.body.dataset.version = fresh.version;
    shown = fresh;
    speak(document.querySelector('[role="tab"][aria-selected="true"]')?.dataset.language ?? languages[0]);
    addressed = usual;
    readdress();
    watch();
    index = undefined;
    if (find.value) show();
    hold();
  }

  // Returns the numbers of the operations and objects that differ, or undefined if something else does too.
  function changed(before, after) {
    if (before.length !== after.length) return undefined;
    const numbers = [...before.keys()].filter((number) => before[number] !== after[number]);
    const frame = /^class="(?:operation|object)" id="[^"]*"|<\/section>.*$/gs;
    const alone = numbers.every((number) => {
      const [one, other] = [before, after].map((pieces) => pieces[number].match(frame));
      return one?.length === 2 && String(one) === String(other);
    });
    return alone ? numbers : undefined;
  }

  // Returns a function that puts what is at the top of the window back to where it is now.
  function anchor() {
    const top = document.querySelector(".top").getBoundingClientRect().bottom;
    const at = [...document.querySelectorAll("#main section[id], #main [id][data-find]")].findLast((each) => each.getBoundingClientRect().top <= top + 1);
    const before = at?.getBoundingClientRect().top;
    const place = scrollY;
    return () => {
      const found = at && document.getElementById(at.id);
      scrollTo({ top: found ? scrollY + found.getBoundingClientRect().top - before : place, behavior: "instant" });
    };
  }

  // Makes `live`, which came from `before`, what `after` is, and leaves alone what is the same in both.
  function patch(live, before, after) {
    if (before.isEqualNode(after)) return;
    if (before.nodeName !== after.nodeName || live.childNodes.length !== before.childNodes.length) {
      live.replaceWith(document.importNode(after, true));
      return;
    }
    if (after.nodeType !== Node.ELEMENT_NODE) {
      live.data = after.data;
      return;
    }
    relabel(live, before, after);
    const [nodes, old, fresh] = [live, before, after].map((each) => [...each.childNodes]);
    let start = 0;
    while (start < old.length && start < fresh.length && old[start].isEqualNode(fresh[start])) start += 1;
    let end = 0;
    while (end < Math.min(old.length, fresh.length) - start && old.at(-1 - end).isEqualNode(fresh.at(-1 - end))) end += 1;
    const waiting = old.slice(start, old.length - end).map((node, number) => ({ node, live: nodes[start + number] }));
    const following = nodes[old.length - end] ?? null;
    for (const node of fresh.slice(start, fresh.length - end)) {
      // Texts have no name to be found by: only the next one counts.
      const choice = node.nodeType === Node.ELEMENT_NODE ? waiting : waiting.slice(0, 1);
      const number = choice.findIndex((each) => alike(each.node, node));
      if (number < 0) {
        live.insertBefore(document.importNode(node, true), waiting[0]?.live ?? following);
        continue;
      }
      for (const gone of waiting.splice(0, number)) gone.live.remove();
      const { node: known, live: kept } = waiting.shift();
      patch(kept, known, node);
    }
    for (const gone of waiting) gone.live.remove();
  }

  const alike = (one, other) => one.nodeName === other.nodeName && one.id === other.id && one.dataset?.find === other.dataset?.find;

  function relabel(live, before, after) {
    for (const { name } of before.attributes) if (!after.hasAttribute(name)) live.removeAttribute(name);
    for (const { name, value } of after.attributes) if (before.getAttribute(name) !== value) live.setAttribute(name, value);
  }

  let version = document.body.dataset.version;
  let stream;
  let refreshing = begin();
  function receive(event) {
    const news = JSON.parse(event.data);
    if (news.version !== version) {
      version = news.version;
      refreshing = refreshing.then(() => refresh(news)).catch(() => { version = undefined; }); // the next news try again
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
      const full = stream.readyState === EventSource.CLOSED;
      panel.dataset.state = "broken";
      line.textContent = full
        ? "This page does not follow the description: too many pages do. Close some, then reload this one."
        : "The preview has ended. Start it again with: make preview";
    });
  }

  furnish();
  follow();
  document.addEventListener("visibilitychange", follow);
}
