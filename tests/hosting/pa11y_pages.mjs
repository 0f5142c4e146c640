// What pa11y (HTML_CodeSniffer and axe) finds on whole pages: a list of addresses on standard input, on standard output
// a list of {url, issues: [{code, message, selector, context, runner, unsure}]}.
import { readFileSync } from "node:fs";
import pa11y from "pa11y";
import puppeteer from "puppeteer";

const urls = JSON.parse(readFileSync(0, "utf8"));
const args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
const browser = await puppeteer.launch({ executablePath: process.argv[2], args });
const found = [];
for (const url of urls) {
  const page = await browser.newPage();
  await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }, { name: "prefers-color-scheme", value: "light" }]);
  const options = { browser, page, standard: "WCAG2AA", runners: ["htmlcs", "axe"], timeout: 60_000, viewport: { width: 390, height: 844 } };
  const { issues } = await pa11y(url, { ...options, actions: ["wait for element html.hd-ready to be added"] });
  found.push({
    url,
    issues: issues.map((one) => ({
      code: one.code,
      message: one.message,
      selector: one.selector,
      context: one.context,
      runner: one.runner,
      unsure: Boolean(one.runnerExtras?.needsFurtherReview),
    })),
  });
  await page.close();
}
await browser.close();
console.log(JSON.stringify(found));
