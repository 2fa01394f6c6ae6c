// The search index: every element with data-find, by its names and its text. It is built when the browser is idle,
// at the latest at the first search.
const KINDS = ["page", "operation", "object", "section", "parameter", "field", "error", "rule"];
const MAX_SHOWN = 40;
let index;
let vocabulary;

const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

function buildIndex() {
  const entries = [...document.querySelectorAll("[data-find]")].map((entry) => {
    const section = entry.closest("section");
    const id = entry.id || section.id;
    const { find: kind, also = "", of: context = entry.matches(".field") ? section.id : "" } = entry.dataset;
    const name = entry.dataset.name ?? entry.querySelector(".name")?.textContent ?? id;
    const text = entry.textContent.replace(/\s+/g, " ");
    const written = [name, ...also.split(" ").filter(Boolean)];
    const names = written.map((each) => each.toLowerCase());
    return { id, kind, name, context, text, written, names, low: `${context} ${text}`.toLowerCase() };
  });
  return entries;
}

// How often each word is in the page, where names count more. Only misspelt words need it.
function countWords() {
  const counts = new Map();
  for (const { names, low } of index) {
    for (const word of wordsOf(low)) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 50);
  }
  return counts;
}

// A word as a name is written that differs from it in capitals alone.
function spelling(word) {
  for (const { names, written } of index) {
    if (names.includes(word)) return written[names.indexOf(word)];
  }
  return word;
}

function forgetIndex() {
  [index, vocabulary] = [undefined, undefined];
}

// Safari has no requestIdleCallback.
(window.requestIdleCallback ?? ((build) => setTimeout(build, 1000)))(() => { index ??= buildIndex(); });

// How well a word fits an entry: 0 is its name, 5 somewhere in its text; Infinity if it is not there.
function fitOf({ names, low }, word) {
  if (names.includes(word)) return 0;
  if (names.some((name) => name.startsWith(word))) return 1;
  if (names.some((name) => name.includes(word))) return 2;
  const at = low.indexOf(word);
  if (at < 0) return Infinity;
  return /[\p{L}\p{N}]/u.test(low[at - 1] ?? " ") ? 5 : 4;
}

// The entries that have all the words, best first.
function matches(words) {
  return index
    .map((entry) => ({ entry, fit: words.reduce((sum, word) => sum + fitOf(entry, word), 0) }))
    .filter(({ fit }) => fit < Infinity)
    .sort((one, other) => one.fit - other.fit || KINDS.indexOf(one.entry.kind) - KINDS.indexOf(other.entry.kind))
    .map(({ entry }) => entry);
}

// Returns the entries for a query, and the words that were looked for: misspelt ones are corrected.
function lookUp(query) {
  index ??= buildIndex();
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const corrected = words.map((word) => index.some((entry) => fitOf(entry, word) < Infinity) ? word : correction(word));
  return { found: matches(corrected), corrected, isCorrected: corrected.some((word, at) => word !== words[at]) };
}

// The word of the page that is most like one that is not in it.
function correction(word) {
  const most = word.length < 4 ? 0 : word.length < 7 ? 1 : 2;
  let best = word;
  let least = most + 1;
  vocabulary ??= countWords();
  for (const [candidate, count] of vocabulary) {
    if (Math.abs(candidate.length - word.length) > most) continue;
    const distance = distanceOf(word, candidate, most);
    if (distance < least || (distance === least && count > (vocabulary.get(best) ?? 0))) {
      [best, least] = [candidate, distance];
    }
  }
  return least <= most ? best : word;
}

// How many letters are added, left out, exchanged or swapped with the next; more than `most` is not counted.
function distanceOf(one, other, most) {
  let [before, row] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[other.length];
}

// The part of an entry's text that has a word.
function excerpt({ text, names }, words) {
  const word = words.find((each) => !names.some((name) => name.includes(each)));
  const at = word === undefined ? -1 : text.toLowerCase().indexOf(word);
  return at < 0 ? "" : `${at > 40 ? "…" : ""}${text.slice(Math.max(0, at - 40), at + 60).trim()}…`;
}
