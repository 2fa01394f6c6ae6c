// Links within the page: they unfold what they lead into, and jump there at once.
function reveal() {
  const target = targetOf(location.hash);
  for (let at = target; at; at = at.parentElement) {
    if (at.tagName === "DETAILS") at.open = true;
  }
  if (target) settle(target);
}

// Sections above get their true heights only as they come into view: scroll until nothing moves.
function settle(target, before = NaN, frames = 12) {
  target.scrollIntoView({ behavior: "instant" });
  const { top } = target.getBoundingClientRect();
  arrived = { target, at: scrollY };
  markPlace();
  if (frames > 9 || (frames && top !== before)) requestAnimationFrame(() => settle(target, top, frames - 1));
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
