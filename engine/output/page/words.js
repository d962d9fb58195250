"use strict";
// Words in the language chosen, and elements made of them.

/** What the writer embedded: words, rules, counts. */
const run = JSON.parse(document.getElementById("run").textContent);

let language = run.language;

/** A sentence of the catalogue, its holes filled. */
function say(id, filling = {}) {
  return run.words[language][id].replace(/\{(\w+)\}/g, (hole, name) => filling[name] ?? hole);
}

/** Text that may be in both languages: a string, or [zh, en]. */
function pick(text) {
  return Array.isArray(text) ? text[language === "zh" ? 0 : 1] : text;
}

/** An element; children are elements and texts, what is null is left out. */
function make(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

function makeSvg(tag, attributes = {}, ...children) {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

const byId = (id) => document.getElementById(id);

const severityWords = {
  error: "output.severity_error",
  warning: "output.severity_warning",
  query: "output.severity_query",
  note: "output.severity_note",
};
const severities = Object.keys(severityWords);

const verdictWords = {
  holds: "output.verdict_holds",
  rounding: "output.verdict_rounding",
  fails: "output.verdict_fails",
  undecided: "output.verdict_undecided",
  not_applicable: "output.verdict_not_applicable",
  error: "output.verdict_error",
};
const verdicts = Object.keys(verdictWords);

const severityWord = (severity) => say(severityWords[severity]);
const verdictWord = (verdict) => say(verdictWords[verdict]);
const ruleTitle = (id) => pick(run.rules[id].title) || id;
const amount = (printed) =>
  (printed.ratio ? "≈" : "") + printed.value + (printed.unit ?? "");

/** How it is coloured: what was settled is of no more weight than a note. */
const kindOf = (finding) => (finding.open ? finding.severity : "note");

/** What a report is called: its entity and year, else its file. */
function reportName(report) {
  if (!report.entity) return report.source;
  return report.period ? `${report.entity} ${report.period}` : report.entity;
}
