// Charts, where looking beats reading: verdicts by rule, severities by report, stated against
// computed.

const mostBars = 12;

/** Bars of several parts, one a line: [{name, parts: [{kind, word, count}], choose}]; the first. */
function stackedBars(title, all) {
  const lines = all.slice(0, mostBars);
  const [nameWidth, barWidth, height] = [200, 260, 22];
  const most = Math.max(1, ...lines.map((line) => total(line)));
  const drawn = lines.map((line, row) => {
    let x = nameWidth;
    const parts = line.parts.filter((part) => part.count > 0).map((part) => {
      const width = Math.max((part.count / most) * barWidth, 1.5);
      const bar = makeSvg("rect", { class: part.kind, x, y: 4, width, height: height - 8 },
        makeSvg("title", {}, `${line.name}: ${part.word} ${part.count}`));
      x += width;
      return bar;
    });
    const words = line.parts.filter((part) => part.count > 0)
      .map((part) => `${part.word} ${part.count}`).join(", ");
    const choose = (event) => {
      if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      line.choose();
    };
    return makeSvg("g", { class: "bar", role: "button", tabindex: 0, "aria-label": `${line.name}: ${words}`,
      transform: `translate(0 ${row * height})`, onclick: choose, onkeydown: choose },
    makeSvg("rect", { class: "hit", x: 0, y: 0, width: nameWidth + barWidth + 40, height }),
    makeSvg("text", { x: nameWidth - 8, y: height / 2 + 4, "text-anchor": "end" },
      shortened(line.name, 26), makeSvg("title", {}, line.name)),
    ...parts,
    makeSvg("text", { class: "count", x: x + 6, y: height / 2 + 4 }, String(total(line))));
  });
  const size = `0 0 ${nameWidth + barWidth + 40} ${Math.max(lines.length, 1) * height}`;
  return chart(title, makeSvg("svg", { viewBox: size, role: "group", "aria-label": title }, ...drawn),
    legend(lines),
    all.length === lines.length ? null
      : make("p", { class: "more" }, say("output.more_figures", { count: all.length - lines.length })));
}

const total = (line) => line.parts.reduce((sum, part) => sum + part.count, 0);

/** At most so many columns; wide characters take two. */
function shortened(text, columns) {
  let taken = 0;
  let kept = "";
  for (const character of text) {
    taken += character.codePointAt(0) > 0x2e7f ? 2 : 1;
    if (taken > columns) return `${kept}…`;
    kept += character;
  }
  return kept;
}

function legend(lines) {
  const used = (kind) => lines.some((line) =>
    line.parts.some((part) => part.kind === kind && part.count > 0));
  const parts = lines.length > 0 ? lines[0].parts.filter((part) => used(part.kind)) : [];
  return make("ul", { class: "legend" }, ...parts.map((part) =>
    make("li", {}, make("span", { class: `swatch ${part.kind}` }), part.word)));
}

function chart(title, ...content) {
  return make("figure", {}, make("figcaption", {}, title), ...content);
}

function verdictsByRule() {
  const decided = ["fails", "error", "rounding", "undecided", "holds"];
  const lines = Object.entries(run.rules).map(([id, rule]) => ({
    name: ruleTitle(id),
    parts: decided.map((verdict) =>
      ({ kind: verdict, word: verdictWord(verdict), count: rule.counts[verdict] })),
    choose: () => choose({ rule: id }),
  })).filter((line) => total(line) > 0);
  const wrong = (line) => line.parts[0].count + line.parts[1].count;
  lines.sort((a, b) => wrong(b) - wrong(a) || b.parts[2].count - a.parts[2].count);
  return stackedBars(say("output.page_by_rule"), lines);
}

function severityByReport() {
  const lines = reports.filter((report) => report.findings.length > 0).map((report) => ({
    name: reportName(report),
    parts: severities.map((severity) => ({
      kind: severity,
      word: severityWord(severity),
      count: report.findings.filter((finding) => finding.severity === severity).length,
    })),
    choose: () => choose({ report: String(report.index) }),
  }));
  const order = (a, b) => {
    for (let i = 0; i < severities.length; ++i) {
      if (a.parts[i].count !== b.parts[i].count) return b.parts[i].count - a.parts[i].count;
    }
    return 0;
  };
  lines.sort(order);
  return stackedBars(say("output.page_by_report"), lines);
}

/** A point a finding, both axes by powers of ten: what agrees lies on the line. */
function statedAgainstComputed() {
  const points = findings.filter((finding) =>
    finding.left && finding.right && finding.left.value !== "0" && finding.right.value !== "0");
  const place = (value) => Math.log10(Math.max(Math.abs(value), 1e-3));
  const all = points.flatMap((finding) => [place(finding.left.value), place(finding.right.value)]);
  if (all.length === 0) return null;
  const low = Math.floor(Math.min(...bounds(all)));
  const high = Math.max(Math.ceil(Math.max(...bounds(all))), low + 1);
  const [left, top, size] = [46, 8, 230];
  const at = (power) => ((power - low) / (high - low)) * size;
  const step = Math.ceil((high - low) / 6);
  const ticks = [];
  for (let power = low; power <= high; power += step) ticks.push(power);
  const grid = ticks.flatMap((power) => [
    makeSvg("line", { class: "grid", x1: left + at(power), x2: left + at(power), y1: top, y2: top + size }),
    makeSvg("line", { class: "grid", x1: left, x2: left + size, y1: top + size - at(power), y2: top + size - at(power) }),
    makeSvg("text", { x: left + at(power), y: top + size + 15, "text-anchor": "middle" }, tick(power)),
    makeSvg("text", { x: left - 5, y: top + size - at(power) + 4, "text-anchor": "end" }, tick(power)),
  ]);
  const dots = points.slice(0, 2000).map((finding) => makeSvg("circle", {
    class: `dot ${finding.severity}`, r: 4,
    cx: left + at(place(finding.left.value)), cy: top + size - at(place(finding.right.value)),
    onclick: () => show(finding, { jump: true }),
  }, makeSvg("title", {}, `${ruleTitle(finding.rule)}: ${amount(finding.left)} / ${amount(finding.right)}`)));
  const title = say("output.page_scatter");
  const svg = makeSvg("svg", { viewBox: `0 0 ${left + size + 30} ${top + size + 36}`, role: "img", class: "scatter",
    "aria-label": `${title}; ${say("output.page_shown", { count: points.length, total: findings.length })}` },
  ...grid,
  makeSvg("line", { class: "agree", x1: left, y1: top + size, x2: left + size, y2: top }),
  ...dots,
  makeSvg("text", { class: "axis", x: left + size / 2, y: top + size + 32, "text-anchor": "middle" }, say("output.left")),
  makeSvg("text", { class: "axis", transform: `translate(12 ${top + size / 2}) rotate(-90)`, "text-anchor": "middle" }, say("output.right")));
  return chart(title, svg);
}

/** Least and greatest; a spread of very many arguments would not fit on the stack. */
function bounds(numbers) {
  return [numbers.reduce((a, b) => Math.min(a, b)), numbers.reduce((a, b) => Math.max(a, b))];
}

function tick(power) {
  return power < 0 ? (10 ** power).toFixed(-power) : power < 5 ? String(10 ** power) : `1e${power}`;
}

function drawOverview() {
  const card = (kind, word, count) => make("div", { class: `card ${kind}` },
    make("dt", {}, word), make("dd", {}, String(count)));
  byId("cards").replaceChildren(
    make("dl", { "aria-label": say("output.page_findings") }, ...severities.map((severity) =>
      card(severity, severityWord(severity), run.summary.by_severity[severity]))),
    make("dl", { "aria-label": say("output.page_checks") }, ...verdicts.map((verdict) =>
      card(verdict, verdictWord(verdict), run.summary.counts[verdict]))));
  const charts = [verdictsByRule()];
  if (reports.length > 1 && findings.length > 0) charts.push(severityByReport());
  byId("charts").replaceChildren(...[...charts, statedAgainstComputed()].filter((each) => each !== null));
  const unreadable = run.unreadable.map(({ source, reason, where }) =>
    make("li", {}, make("strong", {}, source), ` ${pick(where)} ${pick(reason)}`));
  byId("unreadable").replaceChildren(...(unreadable.length === 0 ? []
    : [make("h3", {}, say("output.unreadable")), make("ul", {}, ...unreadable)]));
}
