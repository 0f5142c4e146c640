// What pa11y (HTML_CodeSniffer and axe) finds in states of the pages: JSON on standard input, a list of
// {name, url, part, kept, actions, width, height}; on standard output a list of {name, issues}.
import { readFileSync } from "node:fs";
import pa11y from "pa11y";
import puppeteer from "puppeteer";

const states = JSON.parse(readFileSync(0, "utf8"));
const args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
const browser = await puppeteer.launch({ executablePath: process.argv[2], args });
const found = [];
for (const { name, url, part, kept, actions, spoil, width, height } of states) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  // Colors are judged as they come to rest, not halfway there.
  await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }, { name: "prefers-color-scheme", value: "light" }]);
  await page.evaluateOnNewDocument((entries) => {
    const still = new CSSStyleSheet();
    still.replaceSync("*, ::before, ::after, ::backdrop { transition: none !important; animation: none !important; }");
    document.adoptedStyleSheets = [still];
    for (const [key, value] of Object.entries(entries)) localStorage.setItem(`hardday.1.${key}`, JSON.stringify(value));
  }, kept);
  // A seeded defect: what it says is gone as soon as it is there.
  if (spoil) await page.evaluateOnNewDocument((selector) => new MutationObserver(() => document.querySelector(selector)?.remove()).observe(document, { childList: true, subtree: true }), spoil);
  const options = { browser, page, actions, standard: "WCAG2AA", runners: ["htmlcs", "axe"], timeout: 60_000 };
  const { issues } = await pa11y(url, { ...options, rootElement: part, viewport: { width, height } });
  // What axe could not tell, such as a contrast below a heading that stays in place, is no finding.
  const told = issues.filter((one) => !one.runnerExtras?.needsFurtherReview);
  found.push({ name, issues: told.map((one) => `${one.code} (${one.message}): ${one.context}`) });
  await context.close();
}
await browser.close();
console.log(JSON.stringify(found));
