// The ranked list of findings: filters, search, order; drawn as far as it is scrolled.

const chunk = 100;
const noFilter = { search: "", severities: [], rule: "", report: "", order: "severity" };
let filter = { ...noFilter };
let matching = findings;
let drawn = 0;

const orders = {
  severity: (a, b) => a.rank - b.rank,
  report: () => 0,
  apart: (a, b) => b.apart - a.apart,
};
const orderWords = {
  severity: "output.page_order_severity",
  report: "output.page_order_report",
  apart: "output.page_order_apart",
};

function matches(finding, words) {
  return (filter.severities.length === 0 || filter.severities.includes(finding.severity))
    && (filter.rule === "" || finding.rule === filter.rule)
    && (filter.report === "" || finding.report.index === Number(filter.report))
    && words.every((word) => searched(finding).includes(word));
}

/** Draws the filters in the language chosen. */
function drawFilters() {
  byId("search").value = filter.search;
  byId("severities").replaceChildren(...severities.map((severity) => make("button", {
    type: "button", class: `toggle ${severity}`,
    "aria-pressed": String(filter.severities.includes(severity)),
    onclick: () => toggle(severity),
  }, `${severityWord(severity)} ${findings.filter((finding) => finding.severity === severity).length}`)));
  const option = (value, text, chosen) => make("option", { value, selected: value === chosen && "" }, text);
  const used = Object.keys(run.rules).filter((id) => run.rules[id].found > 0);
  byId("rule").replaceChildren(option("", say("output.page_all"), filter.rule),
    ...used.map((id) => option(id, ruleTitle(id), filter.rule)));
  byId("report-label").hidden = reports.length < 2;
  byId("report").replaceChildren(option("", say("output.page_all"), filter.report),
    ...reports.map((report) => option(String(report.index),
      `${reportName(report)} (${report.findings.length})`, filter.report)));
  byId("order").replaceChildren(...Object.keys(orders).map((order) =>
    option(order, say(orderWords[order]), filter.order)));
}

function toggle(severity) {
  const chosen = filter.severities;
  choose({ severities: chosen.includes(severity) ? chosen.filter((each) => each !== severity) : [...chosen, severity] });
  byId("severities").children[severities.indexOf(severity)].focus();
}

/** Changes some of the filters. */
function choose(changes) {
  filter = { ...filter, ...changes };
  drawFilters();
  refresh();
}

/**
 * Draws the list anew. The finding that is shown stays if it is among the first of it; to draw the
 * list as far as one of the last would take long.
 */
function refresh() {
  const words = filter.search.toLowerCase().split(/\s+/).filter((word) => word !== "");
  matching = findings.filter((finding) => matches(finding, words)).sort(orders[filter.order]);
  matching.forEach((finding, position) => { finding.position = position; });
  byId("list").replaceChildren();
  drawn = 0;
  drawMore();
  byId("shown").textContent = say("output.page_shown", { count: matching.length, total: findings.length });
  if (matching.length === 0) showNothing();
  else if (!matching.slice(0, drawn).includes(current)) show(matching[0]);
  else point();
}

function drawMore(upTo = drawn + chunk) {
  const end = Math.min(upTo, matching.length);
  byId("list").append(...matching.slice(drawn, end).map(item));
  drawn = end;
}

function item(finding) {
  return make("li", {}, make("button", { type: "button", class: kindOf(finding), onclick: () => show(finding, { jump: true }) },
    make("span", { class: "badge" }, pick(finding.badge)),
    make("span", { class: "title" }, ruleTitle(finding.rule)),
    make("span", { class: "label" }, finding.label),
    make("span", { class: "facts" },
      reports.length > 1 ? make("span", {}, reportName(finding.report)) : null,
      make("span", {}, pick(finding.where)),
      finding.difference ? make("span", { class: "number" }, `${say("output.head_difference")} ${amount(finding.difference)}`) : null)));
}

/** Marks the finding that is shown, draws the list as far as it, and scrolls to it. */
function point(focus = false) {
  byId("list").querySelector("[aria-current]")?.removeAttribute("aria-current");
  if (current === null || matching[current.position] !== current) return;
  if (current.position >= drawn) drawMore(current.position + chunk);
  const button = byId("list").children[current.position].firstElementChild;
  button.setAttribute("aria-current", "true");
  if (focus) button.focus({ preventScroll: true });
  scrollWithin(byId("list-pane"), button);
}

/** Scrolls the pane, and nothing around it, until the element is seen. */
function scrollWithin(pane, element) {
  const outer = pane.getBoundingClientRect();
  const inner = element.getBoundingClientRect();
  if (pane.scrollHeight <= pane.clientHeight) return;
  if (inner.top >= outer.top && inner.bottom <= outer.bottom) return;
  pane.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
}

/** To the finding so many further on in the list. */
function step(by) {
  if (matching.length === 0) return;
  const from = current === null ? -1 : current.position;
  show(matching[Math.min(Math.max(from + by, 0), matching.length - 1)], { focus: true });
}
