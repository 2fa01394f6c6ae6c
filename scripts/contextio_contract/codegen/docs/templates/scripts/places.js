// Links within the page: they unfold what they lead into, and jump there at once.
function reveal() {
  const target = targetOf(location.hash);
  for (let at = target; at; at = at.parentElement) {
    if (at.tagName === "DETAILS") at.open = true;
  }
  if (target) settle(target);
}

// Sections get their true heights as they come into view, which may move a target: those around it get theirs before
// the jump, and it is put back in the frames after it. A reader who does anything, or scrolls, has left it for good.
let settling;
function settle(target) {
  const sections = [...document.querySelectorAll(".operation, .object")];
  const at = sections.findLastIndex((section) =>
    section === target || section.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING);
  for (const section of sections.slice(Math.max(0, at - 1), at + 2)) section.style.contentVisibility = "visible";
  let frames = 12;
  let scrolled;
  const jump = () => {
    target.scrollIntoView({ behavior: "instant" });
    arrived = { target, top: target.getBoundingClientRect().top };
    markPlace();
  };
  const watch = () => {
    if (settling !== watch || !arrived) return;
    const isMoved = Math.abs(target.getBoundingClientRect().top - arrived.top) > 1;
    if (isMoved && Math.abs(scrollY - scrolled) > 1) return;
    if (isMoved) jump();
    scrolled = scrollY;
    frames -= 1;
    if (frames) requestAnimationFrame(watch);
  };
  settling = watch;
  jump();
  scrolled = scrollY;
  requestAnimationFrame(watch);
}
for (const deed of ["pointerdown", "keydown", "wheel", "touchstart"]) {
  addEventListener(deed, () => { settling = undefined; }, { capture: true, passive: true });
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
