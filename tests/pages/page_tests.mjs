// The page in a browser: node page_tests.mjs PROGRAM FOLDER CHROMIUM PLAYWRIGHT REPORT
// PLAYWRIGHT is the module playwright-core. Checks what a reader does on the page of one report and
// of a thousand: no error, no request, filter, search, keyboard, marks, language.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [program, folder, chromium, playwright, report] = process.argv.slice(2);
const { chromium: engine } = await import(pathToFileURL(resolve(playwright)).href);
mkdirSync(folder, { recursive: true });

function page_of(name, reports) {
  const path = resolve(folder, name);
  try {
    execFileSync(program, ["check", "--lang", "zh", "--fail-on", "never", `--output=html=${path}`, ...reports],
      { stdio: "ignore" });
  } catch (error) {
    assert.equal(error.status, 2, "the program could not run");
  }
  return path;
}

const browser = await engine.launch({ executablePath: chromium, args: ["--no-sandbox"] });

/** The page opened, what goes wrong on it, and how long it took, in milliseconds. */
async function open(path, options = {}) {
  const page = await browser.newPage({ viewport: { width: 1360, height: 900 }, ...options });
  const wrong = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) wrong.push(message.text());
  });
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("request", (request) => {
    if (request.url() !== pathToFileURL(path).href) wrong.push(`request: ${request.url()}`);
  });
  const begin = performance.now();
  await page.goto(pathToFileURL(path).href);
  await page.waitForSelector("#list button[aria-current]");
  return { page, wrong, took: performance.now() - begin };
}

const items = (page) => page.locator("#list button");
const heading = (page) => page.locator("#detail-head").innerText();

async function one_report() {
  const { page, wrong } = await open(page_of("one.html", [report]));
  const all = await items(page).count();
  assert.ok(all >= 5, "findings are listed");
  assert.equal(await page.locator("html").getAttribute("lang"), "zh");

  // Keyboard: next and previous, not beyond the ends, not while typing.
  const first = await page.locator("#list [aria-current]").innerText();
  await page.keyboard.press("n");
  assert.notEqual(await page.locator("#list [aria-current]").innerText(), first);
  await page.keyboard.press("p");
  await page.keyboard.press("p");
  assert.equal(await page.locator("#list [aria-current]").innerText(), first);
  await page.keyboard.press("/");
  assert.equal(await page.evaluate(() => document.activeElement.id), "search");
  await page.keyboard.type("no such finding");
  assert.equal(await items(page).count(), 0);
  assert.match(await page.locator("#shown").innerText(), new RegExp(`^显示 0 项，共 ${all} 项$`));
  await page.locator("#filters button[type=reset]").click();
  assert.equal(await items(page).count(), all);

  // Search and severities.
  const rule = await page.locator("#detail dd code").first().innerText();
  await page.fill("#search", rule);
  const found = await items(page).count();
  assert.ok(found > 0 && found < all, "a search narrows the list");
  await page.fill("#search", "");
  await page.locator("#severities .note").click();
  const notes = await items(page).count();
  assert.ok(notes > 0 && notes < all);
  assert.equal(await page.locator("#severities .note").getAttribute("aria-pressed"), "true");
  await page.locator("#severities .note").click();

  // Every figure of the arithmetic stands in the document, and each leads to the other.
  for (let i = 0; i < all; ++i) {
    await items(page).nth(i).click();
    const lit = await page.locator("#document mark.on").count();
    const linked = await page.locator("#detail .place").count();
    assert.ok(lit > 0, `finding ${i + 1} is marked in the document`);
    assert.ok(linked > 0, `finding ${i + 1} is linked to the document`);
  }
  await items(page).nth(0).click();
  await page.locator("#detail .place").first().click();
  const mark = await page.evaluate(() => document.activeElement.tagName + document.activeElement.className);
  assert.match(mark, /^MARKon/);
  const number = await page.evaluate(() => document.activeElement.textContent);
  assert.match(await page.locator("#detail .working tr").first().innerText(), new RegExp(number.replace(/[^\d.]/g, "")));
  const seen = await page.evaluate(() => {
    const inner = document.activeElement.getBoundingClientRect();
    const outer = document.getElementById("document").getBoundingClientRect();
    return inner.top >= outer.top && inner.bottom <= outer.bottom;
  });
  assert.ok(seen, "the mark is scrolled into view");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "TR");

  // The language changes everything that is not the report's own.
  const title = await heading(page);
  await page.locator("#language").click();
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.match(await page.locator("#shown").innerText(), new RegExp(`^${all} of ${all} shown$`));
  assert.notEqual(await page.title(), "勾稽检查结果");
  await page.locator("#language").click();
  assert.equal(await heading(page), title);

  // On paper stands each finding.
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  assert.equal(await page.locator("#print article").count(), all);
  assert.deepEqual(wrong, []);
  await page.close();
}

async function shown_well() {
  for (const [name, options] of [
    ["light", {}], ["dark", { colorScheme: "dark" }],
    ["phone", { viewport: { width: 390, height: 844 } }],
  ]) {
    const { page, wrong } = await open(resolve(folder, "one.html"), options);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${name}: the page is no wider than the window`);
    await page.screenshot({ path: resolve(folder, `${name}.png`) });
    await page.evaluate(() => document.getElementById("findings").scrollIntoView());
    await page.screenshot({ path: resolve(folder, `${name}-findings.png`) });
    assert.deepEqual(wrong, []);
    await page.close();
  }
}

/** What a report says is text, wherever it is shown. */
async function hostile() {
  const path = resolve(folder, "hostile.json");
  const name = "</script><script>document.title=1</script><img src=x onerror=document.title=2>";
  writeFileSync(path, JSON.stringify({
    schema: "department-spending", entity: name, period: "2017",
    spending: [{ unit: name, total: 10, basic: 1, project: 2 }],
  }));
  const { page, wrong } = await open(page_of("hostile.html", [path]));
  assert.equal(await page.title(), "勾稽检查结果");
  assert.equal(await page.locator("img").count(), 0);
  assert.ok((await page.locator("#detail").innerText()).includes("onerror"));
  assert.deepEqual(wrong, []);
  await page.close();
}

async function thousand_reports() {
  const stream = resolve(folder, "thousand.ndjson");
  const units = Array.from({ length: 6 }, (_, index) => (
    { unit: `${index + 1}、下级单位`, total: 100 + index, basic: 50, project: 40 }));
  const lines = Array.from({ length: 1000 }, (_, index) => JSON.stringify(
    { schema: "department-spending", entity: `单位${index + 1}`, period: "2017", spending: units }));
  writeFileSync(stream, lines.join("\n"));
  const path = page_of("thousand.html", [stream]);
  const { page, wrong, took } = await open(path);
  const total = await page.evaluate(() => findings.length);
  assert.ok(total >= 5000, "there are thousands of findings");
  assert.ok(await items(page).count() <= 200, "the list is drawn as far as it is seen");
  assert.equal(await page.locator("#report option").count(), 1001);
  await page.selectOption("#report", "999");
  assert.match(await page.locator("#detail").innerText(), /单位1000/);
  await page.locator("#filters button[type=reset]").click();
  const begin = performance.now();
  await page.fill("#search", "单位777 ");
  await page.waitForFunction(() => document.querySelectorAll("#list button").length < 100);
  const searching = performance.now() - begin;
  await page.fill("#search", "");
  await page.evaluate(() => { document.getElementById("list-pane").scrollTop = 1e9; });
  await page.waitForFunction(() => document.querySelectorAll("#list button").length > 100);
  assert.deepEqual(wrong, []);
  const size = readFileSync(path).length;
  console.log(`${total} findings, ${(size / 1e6).toFixed(1)} MB: opened in ${took.toFixed(0)} ms, searched in ${searching.toFixed(0)} ms`);
  await page.close();
}

try {
  await one_report();
  await shown_well();
  await hostile();
  await thousand_reports();
} finally {
  await browser.close();
}
console.log("the page works");
