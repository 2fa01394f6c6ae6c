// Makes the page ready, at first and whenever it was changed.
function prepare() {
  fillSamples();
  speak();
  for (const details of document.querySelectorAll("[data-fields][open]")) fill(details);
  for (const tab of document.querySelectorAll('.responses [aria-selected="true"]')) {
    copyShared(document.getElementById(tab.getAttribute("aria-controls")));
  }
  colour();
  findPlaces();
}
prepare();
reveal();
