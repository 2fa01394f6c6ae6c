// Makes the page ready, at first and whenever it was changed.
function prepare() {
  nameFiles();
  offerCopies();
  fillSamples();
  pairTabs();
  speak();
  for (const details of document.querySelectorAll("[data-fields][open]")) fill(details);
  for (const form of document.querySelectorAll(".try-it[open] form")) buildForm(form);
  colour();
  findPlaces();
}
prepare();
reveal();
markPlace();
