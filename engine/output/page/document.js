// The document that a report was read from, with the figures of its findings marked.

let shownReport = null;
let marks = new Map();

const marksOf = (id) => marks.get(id) ?? [];

function showDocument(report) {
  if (shownReport === report) return;
  shownReport = report;
  marks = new Map();
  const original = documentOf(report);
  byId("original").hidden = original === null;
  const notes = report.notes.map((note) => make("p", { class: "note" }, pick(note)));
  const blocks = original === null ? [] : original.blocks.map(block);
  if (original !== null && original.omitted > 0) {
    blocks.push(make("p", { class: "note" }, say("output.page_omitted", { count: original.omitted })));
  }
  byId("document").replaceChildren(...notes, ...blocks);
}

function block(content) {
  if (content.rows) return make("div", { class: "sheet" }, make("table", {}, make("tbody", {}, ...content.rows.map(row))));
  return make("p", { class: content.heading > 0 ? "heading" : null }, ...text(content.text));
}

/** Cells stand in their columns; where one is merged away, the one before spans it. */
function row(cells) {
  const made = [];
  let next = 0;
  for (const cell of cells) {
    if (cell.column > next) made.push(make("td", { colspan: Math.min(cell.column - next, 1000) }));
    made.push(make("td", { colspan: cell.span > 1 ? Math.min(cell.span, 1000) : null },
      ...cell.text.flatMap((paragraph, index) => [...(index > 0 ? [make("br")] : []), ...text(paragraph)])));
    next = cell.column + cell.span;
  }
  return make("tr", {}, ...made);
}

function text(pieces) {
  return pieces.map((piece) => {
    if (typeof piece === "string") return piece;
    const [id, figure] = piece;
    const go = (event) => {
      if (event.type === "keydown" && event.key !== "Enter") return;
      follow(id);
    };
    const element = make("mark", { tabindex: 0, role: "button", onclick: go, onkeydown: go }, figure);
    marks.set(id, [...marksOf(id), element]);
    return element;
  });
}

/** Marks the figures of a finding more than those of others, and brings the first into view. */
function light(finding) {
  for (const element of byId("document").querySelectorAll("mark.on")) element.classList.remove("on");
  const own = finding.working.flatMap((line) => marksOf(line.mark));
  for (const element of own) element.classList.add("on");
  if (own.length > 0) scrollWithin(byId("document"), own[0]);
}

/** From the arithmetic to the figure. */
function visit(mark) {
  const [element] = marksOf(mark);
  element.focus({ preventScroll: true });
  if (isNarrow()) element.scrollIntoView({ block: "center" });
  else scrollWithin(byId("document"), element);
  flash(element);
}

/** From the figure to the arithmetic, of another finding if it is not one of this. */
function follow(mark) {
  if (lineOf(mark) === null) {
    const other = findings.find((finding) => finding.report === shownReport
      && finding.working.some((line) => line.mark === mark));
    if (other === undefined) return;
    if (!matching.includes(other)) choose(noFilter);
    show(other);
  }
  const line = lineOf(mark);
  line.focus();
  flash(line);
}

function flash(element) {
  element.classList.remove("flash");
  void element.getBoundingClientRect();  // so that it begins anew
  element.classList.add("flash");
}
