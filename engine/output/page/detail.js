// One finding: its sentence, its arithmetic, what to do.

let current = null;

/** The finding in detail, with its document. */
function detail(finding, heading) {
  const rule = run.rules[finding.rule];
  return [
    make("p", { class: "kind" }, make("span", { class: `badge ${kindOf(finding)}` }, pick(finding.badge)),
      ` ${verdictWord(finding.verdict)} · ${reportName(finding.report)}`),
    make("h3", heading, ruleTitle(finding.rule)),
    make("p", { class: "label" }, [finding.label, pick(finding.where)].filter((text) => text).join(" · ")),
    make("p", { class: "message" }, pick(finding.message) || pick(finding.reason ?? "")),
    pick(finding.remark) ? make("p", { class: "diagnosis" }, pick(finding.remark)) : null,
    working(finding),
    ...finding.diagnosis.map((text) => make("p", { class: "diagnosis" }, pick(text))),
    ...relatives("output.page_root", rootOf(finding)),
    ...relatives("output.consequences", consequencesOf(finding)),
    make("dl", {},
      ...described("output.head_hint", rule.hint),
      ...described("output.head_basis", rule.basis),
      ...described("output.head_source", finding.report.source),
      ...described("output.head_rule", finding.rule, "code"),
      ...described("output.head_check", finding.check, "code"),
      ...described("output.head_fingerprint", finding.fingerprint, "code")),
  ].filter((each) => each !== null);
}

/** The finding that this one follows from, and those that follow from it. */
function rootOf(finding) {
  return finding.follows === undefined ? [] : [finding.report.findings[finding.follows]];
}

function consequencesOf(finding) {
  return finding.report.findings.filter((each) => rootOf(each)[0] === finding);
}

function relatives(id, others) {
  if (others.length === 0) return [];
  return [make("p", { class: "relatives" }, say(id)),
    make("ul", {}, ...others.map((other) => make("li", {}, make("button",
      { type: "button", class: "place", onclick: () => show(other) },
      pick(other.message) || ruleTitle(other.rule)))))];
}

function described(id, text, tag = "span") {
  return text ? [make("dt", {}, say(id)), make("dd", {}, make(tag, {}, text))] : [];
}

function working(finding) {
  if (finding.working.length === 0) return null;
  const cell = (name, text) => make("td", { class: name }, text);
  const rows = finding.working.map((line) => {
    const where = pick(line.where);
    const marked = line.mark !== undefined && marksOf(line.mark).length > 0;
    return make("tr", { "data-mark": line.mark ?? null, tabindex: -1 },
      cell("sign", line.sign), cell("number", line.number), cell("unit", line.unit),
      make("th", { scope: "row" }, pick(line.label)),
      make("td", {}, !where ? "" : !marked ? where
        : make("button", { type: "button", class: "place", onclick: () => visit(line.mark) }, where)));
  });
  return make("table", { class: "working" }, make("caption", {}, say("output.page_working")),
    make("tbody", {}, ...rows));
}

/** Shows a finding. `focus`: in the list; `jump`: goes to it where panes stand below each other. */
function show(finding, { focus = false, jump = false } = {}) {
  current = finding;
  showDocument(finding.report);
  byId("detail").replaceChildren(...detail(finding, { id: "detail-head", tabindex: -1 }));
  light(finding);
  point(focus);
  history.replaceState(null, "", `#${finding.address}`);
  if (jump && isNarrow()) byId("detail").scrollIntoView();
}

const isNarrow = () => matchMedia("(max-width: 60rem)").matches;

function showNothing() {
  current = null;
  const report = reports[filter.report === "" ? 0 : Number(filter.report)];
  const none = findings.length === 0 ? "output.no_findings" : "output.page_no_match";
  byId("detail").replaceChildren(make("h3", { id: "detail-head" }, say(none)));
  if (report !== undefined && (reports.length === 1 || filter.report !== "")) showDocument(report);
}

/** From a figure in the document to its line of the arithmetic. */
function lineOf(mark) {
  return byId("detail").querySelector(`[data-mark="${mark}"]`);
}
