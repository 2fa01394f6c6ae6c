// The menu: a drawer on small screens, which names the place that is read.
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
document.addEventListener("click", ({ target }) => {
  if (!target.closest("#contents, #menu")) unfold(false);
});

// The targets of the menu's links in the order of the page, and the link that is marked.
let places = [];
let marked;
function findPlaces() {
  const links = new Map([...contents.querySelectorAll("a")].map((link) => [targetOf(link.hash), link]));
  links.delete(null);
  places = [...links].map(([target, link]) => ({ target, link }))
    .sort((one, other) => (one.target.compareDocumentPosition(other.target) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
}

// Where a link led; it counts until the reader scrolls on.
let arrived;
function placeOf(target) {
  return places.findLast(({ target: place }) => place === target || place.contains(target));
}

// The last place that begins above the line where links lead to; at the end of the page, the last of all.
function placeInView() {
  if (arrived && Math.abs(arrived.target.getBoundingClientRect().top - arrived.top) < 2) return placeOf(arrived.target) ?? places[0];
  arrived = undefined;
  if (scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 1) return places.at(-1);
  const line = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + 8;
  let [from, to] = [0, places.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (places[middle].target.getBoundingClientRect().top <= line) from = middle + 1;
    else to = middle;
  }
  return places[Math.max(0, from - 1)];
}

function markPlace() {
  const link = placeInView()?.link;
  if (!link || (link === marked && link.hasAttribute("aria-current"))) return;
  marked?.removeAttribute("aria-current");
  marked = link;
  link.setAttribute("aria-current", "true");
  const group = link.closest("details");
  if (group) group.open = true;
  const box = link.getBoundingClientRect();
  const frame = contents.getBoundingClientRect();
  if (box.top < frame.top || box.bottom > frame.bottom) contents.scrollTop += box.top - frame.top - frame.height / 2;
}

let isMarking = false;
addEventListener("scroll", () => {
  if (isMarking) return;
  isMarking = true;
  requestAnimationFrame(() => {
    isMarking = false;
    markPlace();
  });
}, { passive: true });
