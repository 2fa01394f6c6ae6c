// Links within the page: they unfold what they lead into, and jump there at once.
function reveal() {
  const target = targetOf(location.hash);
  for (let at = target; at; at = at.parentElement) {
    if (at.tagName === "DETAILS") at.open = true;
  }
  if (target) settle(target);
}

// Sections above get their true heights only as they come into view: scroll until nothing moves.
function settle(target, frames = 10) {
  target.scrollIntoView({ behavior: "instant" });
  arrived = { target, at: scrollY };
  markPlace();
  if (!frames) return;
  const before = target.getBoundingClientRect().top;
  requestAnimationFrame(() => {
    const isLeft = Math.abs(scrollY - arrived?.at) > 1 && target.getBoundingClientRect().top === before;
    if (!isLeft) settle(target, frames - 1);
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
