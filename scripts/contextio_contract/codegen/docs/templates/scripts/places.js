// Links within the page: they unfold what they lead into, and jump there at once.
function reveal() {
  const target = targetOf(location.hash);
  for (let at = target; at; at = at.parentElement) {
    if (at.tagName === "DETAILS") at.open = true;
  }
  if (target) settle(target);
}

// Sections get their true heights only as they come into view: jump in a few frames, until nothing moves. A target
// that stays at its place in the page while the window does not is left to the reader, who scrolls.
function settle(target, frames = 12) {
  target.scrollIntoView({ behavior: "instant" });
  arrived = { target, at: scrollY };
  markPlace();
  const place = () => Math.round(target.getBoundingClientRect().top + scrollY);
  const before = place();
  requestAnimationFrame(() => {
    const isMoved = place() !== before;
    const isLeft = !isMoved && Math.abs(scrollY - arrived?.at) > 1;
    if (frames && !isLeft && (isMoved || frames > 9)) settle(target, frames - 1);
  });
}
addEventListener("hashchange", reveal);
document.addEventListener("click", ({ target }) => {
  const link = target.closest('a[href^="#"]');
  if (link && link.hash === location.hash) reveal();  // no hashchange tells of it
});

// Fields of an object stand once in the page; where they are folded, a copy is made as they unfold.
function fill(details) {
  if (!details.open || details.querySelector(".field")) return;
  for (const field of document.getElementById(details.dataset.fields).querySelectorAll(":scope > .about > .field")) {
    const copied = details.appendChild(field.cloneNode(true));
    copied.removeAttribute("id");
    delete copied.dataset.find;
  }
}
document.addEventListener("toggle", ({ target }) => {
  if (target.matches("[data-fields]")) fill(target);
}, true);

// What lies beside the page as a file is not served with it, but for the description.
function nameFiles() {
  if (!served) return;
  for (const link of document.querySelectorAll('#main a[href^="../"]:not([download])')) {
    link.replaceWith(element("code", {}, link.getAttribute("href").slice("../".length)));
  }
}
