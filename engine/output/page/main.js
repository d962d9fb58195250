// Everything put together: language, keyboard, printing.

function drawWords() {
  document.documentElement.lang = language;
  document.title = say("output.page_title");
  for (const element of document.querySelectorAll("[data-say]")) {
    element.textContent = say(element.dataset.say);
  }
  byId("totals").textContent = pick(run.totals);
  byId("language").textContent = language === "zh" ? "English" : "中文";
  byId("language").lang = language === "zh" ? "en" : "zh";
}

function drawAll() {
  drawWords();
  drawOverview();
  drawFilters();
  shownReport = null;
  refresh();
  if (current !== null) show(current);
}

const keys = {
  n: () => step(1),
  p: () => step(-1),
  "/": () => byId("search").focus(),
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.matches("input, select, textarea");
  if (typing && event.key === "Escape") event.target.blur();
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return;
  event.preventDefault();
  keys[event.key]();
});

byId("language").addEventListener("click", () => {
  language = language === "zh" ? "en" : "zh";
  drawAll();
});
byId("search").addEventListener("input", (event) => {
  filter.search = event.target.value;
  refresh();
});
for (const name of ["rule", "report", "order"]) {
  byId(name).addEventListener("change", (event) => choose({ [name]: event.target.value }));
}
byId("filters").addEventListener("submit", (event) => event.preventDefault());
byId("filters").addEventListener("reset", (event) => {
  event.preventDefault();
  choose(noFilter);
});
byId("list-pane").addEventListener("scroll", () => {
  const pane = byId("list-pane");
  if (pane.scrollTop + pane.clientHeight > pane.scrollHeight - 600) drawMore();
});

// On paper stand all findings that match, one after the other.
window.addEventListener("beforeprint", () => {
  byId("print").replaceChildren(...matching.map((finding) => make("article", {}, ...detail(finding, {}))));
});
window.addEventListener("afterprint", () => byId("print").replaceChildren());

const addressed = findings.find((finding) => `#${finding.address}` === location.hash);
if (addressed !== undefined) current = addressed;
drawAll();
