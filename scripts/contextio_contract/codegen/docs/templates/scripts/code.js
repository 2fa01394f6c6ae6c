// Code: copying it, and its colours.
async function copy(button, text) {
  const label = button.dataset.label ??= button.textContent;
  let done = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.body.appendChild(element("textarea", { value: text }));
    area.select();
    done = document.execCommand("copy");
    area.remove();
  }
  button.textContent = done ? "Copied" : "Not copied";
  setTimeout(() => { button.textContent = label; }, 1500);
}

document.addEventListener("click", ({ target }) => {
  const copying = target.closest("button.copy");
  if (copying) copy(copying, copying.closest(".code").querySelector("code").textContent);
  const unfolding = target.closest("button.unfold");
  if (!unfolding) return;
  const isOpen = unfolding.previousElementSibling.classList.toggle("whole");
  unfolding.ariaExpanded = String(isOpen);
  unfolding.textContent = isOpen ? "Hide how it signs" : "Show how it signs";
});

// Code is coloured without touching its text, once it is seen.
const TOKENS = new RegExp([
  /(?<comment>(?<=^|\s)(?:#|\/\/) .*)/, /(?<name>"(?:\\.|[^"\\\n])*"(?=:))/, /(?<text>"(?:\\.|[^"\\\n])*"|'[^'\n]*')/,
  /(?<number>\b\d+(?:\.\d+)?\b)/,
  /(?<keyword>\b(?:as|async|await|const|curl|except|for|from|if|import|in|instanceof|let|new|of|try|with|true|false|null|True|False|None)\b)/,
].map(({ source }) => source).join("|"), "gm");
const colours = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) continue;
    colours.unobserve(target);
    for (const text of textsOf(target)) {
      for (const { index, 0: token, groups } of text.data.matchAll(TOKENS)) {
        const kind = Object.keys(groups).find((name) => groups[name] !== undefined);
        if (!CSS.highlights.has(kind)) CSS.highlights.set(kind, new Highlight());
        CSS.highlights.get(kind).add(new StaticRange({
          startContainer: text, startOffset: index, endContainer: text, endOffset: index + token.length,
        }));
      }
    }
  }
});
function colour(root = document) {
  if (!window.Highlight) return;
  if (root === document) {
    colours.disconnect();
    CSS.highlights.clear();
  }
  for (const code of root.querySelectorAll(".code code:not(.plain)")) colours.observe(code);
}
