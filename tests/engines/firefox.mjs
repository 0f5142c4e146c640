// Drives Firefox for tests written in Python: one JSON request a line in, one JSON answer a line out.
//   node firefox.mjs EXECUTABLE [PREFERENCES AS JSON]
// First it says which process Firefox is: {"value": 4711}. Then
//   {"open": "http://…"} → {"value": null}      {"run": "return 1 + 1"} → {"value": 2}      a fault → {"fault": "…"}
import readline from "node:readline";
import puppeteer from "puppeteer-core";

const PATIENCE_MS = 60_000;
const [executablePath, preferences = "{}"] = process.argv.slice(2);
const say = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);

const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath,
  headless: true,
  timeout: PATIENCE_MS,
  protocolTimeout: PATIENCE_MS,
  extraPrefsFirefox: JSON.parse(preferences),
});
const page = await browser.newPage();
page.setDefaultTimeout(PATIENCE_MS);
await page.setViewport({ width: 390, height: 844 });
say({ value: browser.process().pid });

async function answer(request) {
  if (request.open) {
    await page.goto(request.open);
    return null;
  }
  return page.evaluate(`(async () => { ${request.run} })()`);
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  try {
    say({ value: (await answer(JSON.parse(line))) ?? null });
  } catch (problem) {
    say({ fault: String(problem) });
  }
}
await browser.close();
