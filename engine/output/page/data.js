// The findings of all reports in one list; documents are read when they are shown.

const reports = Array.from(document.querySelectorAll("script.report"), (script, index) =>
  Object.assign(JSON.parse(script.textContent), { index }));

/** The blocks of a report's document; null: it has none. */
function documentOf(report) {
  const script = byId(`document-${report.index}`);
  return script === null ? null : JSON.parse(script.textContent);
}

/** How far the sides are apart, as a share of the larger one; -1 where there are no sides. */
function apart(finding) {
  if (!finding.difference || !finding.left || !finding.right) return -1;
  const size = Math.max(Math.abs(finding.left.value), Math.abs(finding.right.value));
  return size === 0 ? 0 : Math.abs(finding.left.value - finding.right.value) / size;
}

const findings = reports.flatMap((report) =>
  report.findings.map((finding, number) => Object.assign(finding, {
    report,
    address: `r${report.index + 1}-${number + 1}`,
    apart: apart(finding),
    rank: severities.indexOf(finding.severity) + (finding.open ? 0 : severities.length),
  })));

/** All that a search looks through, in both languages. */
function searched(finding) {
  finding.searched ??= JSON.stringify([
    finding.rule, run.rules[finding.rule].title, finding.message, finding.label, finding.check,
    finding.working.map((line) => [line.label, line.number]), finding.fingerprint,
    finding.report.source, finding.report.entity, finding.report.period,
  ]).toLowerCase();
  return finding.searched;
}
