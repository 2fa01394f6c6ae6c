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

// Each code has a button that copies it.
function offerCopies() {
  for (const code of document.querySelectorAll(".code")) {
    if (code.firstChild.className === "copy") continue;
    const { label = "example" } = code.dataset;
    code.prepend(element("button", { type: "button", className: "copy", ariaLabel: `Copy ${label}` }, "Copy"));
  }
}

// The function that signs for curl stands once in the page; it is put into a sample when that is seen or copied.
function complete(code) {
  const setup = code.querySelector(".setup");
  if (setup?.childNodes.length === 1) setup.append(document.querySelector("#signing code").textContent);
}

document.addEventListener("click", ({ target }) => {
  const copying = target.closest("button.copy");
  if (copying) {
    const code = copying.closest(".code").querySelector("code");
    complete(code);
    copy(copying, code.textContent);
  }
  const unfolding = target.closest("button.unfold");
  if (!unfolding) return;
  const isOpen = unfolding.parentElement.classList.toggle("whole");
  complete(unfolding.parentElement);
  unfolding.ariaExpanded = String(isOpen);
  unfolding.textContent = isOpen ? "Hide how it signs" : "Show how it signs";
});

// Code is coloured once it is seen, without touching its elements.
const TOKENS = new RegExp([
  /(?<comment>(?<=^|\s)(?:#|\/\/) .*)/, /(?<name>"(?:\\.|[^"\\\n])*"(?=:))/, /(?<text>"(?:\\.|[^"\\\n])*"|'[^'\n]*')/,
  /(?<number>\b\d+(?:\.\d+)?\b)/,
  /(?<keyword>\b(?:as|async|await|const|curl|except|for|from|if|import|in|instanceof|let|new|of|try|with|true|false|null|True|False|None)\b)/,
].map(({ source }) => source).join("|"), "gm");
const colours = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) continue;
    colours.unobserve(target);
    complete(target);
    for (const text of window.Highlight ? textsOf(target) : []) {
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
  if (root === document) {
    colours.disconnect();
    CSS.highlights?.clear();
  }
  for (const code of root.querySelectorAll(".code code:not(.plain)")) colours.observe(code);
}
