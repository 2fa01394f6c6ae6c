// Makes the page ready, at first and whenever it was changed.
function prepare() {
  nameFiles();
  fillSamples();
  pairTabs();
  speak();
  for (const details of document.querySelectorAll("[data-fields][open]")) fill(details);
  colour();
  findPlaces();
}
prepare();
reveal();
markPlace();
