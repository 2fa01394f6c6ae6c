// Elements, and what the browser keeps.
function element(name, properties, ...children) {
  const created = Object.assign(document.createElement(name), properties);
  created.append(...children);
  return created;
}

// Returns what is stored, after storing a value if one is given. Browsers may refuse storage.
function stored(area, name, value) {
  try {
    if (value !== undefined) window[area].setItem(name, value);
    return window[area].getItem(name);
  } catch {
    return null;
  }
}

// The element that a link within the page leads to; null without one.
function targetOf(hash) {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;  // the link was cut off within a character
  }
}

// The texts below an element, one by one.
function* textsOf(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) yield walker.currentNode;
}
