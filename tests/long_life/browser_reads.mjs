// Reads the frozen logs and packs of saved pages with the browser's own code; says how many, or what can't be read.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { checkedEntries } from "../../templates/assets/js/features/log/format.js";

const folder = process.argv[2];
const files = (of) => readdirSync(join(folder, of)).map((name) => [name, readFileSync(join(folder, of, name), "utf8")]);
const worker = readFileSync(new URL("../../templates/assets/js/sw/2-keeping.js", import.meta.url), "utf8");
const { packIn, articleFrom } = runInContext(`${worker};({ packIn, articleFrom })`, createContext({ ROOT: new URL("https://site.test/"), SITE: { version: "1" } }));
let read = 0;

for (const [name, text] of files("log@1")) {
  const document = JSON.parse(text);
  const { entries, faults } = checkedEntries(document);
  const wrong = faults.filter((fault) => !/could not read when it wrote this file/.test(fault));
  if (wrong.length || JSON.stringify(entries) !== JSON.stringify(document.entries)) console.log(name, wrong);
  else read += 1;
}
for (const of of ["offline@1", "offline@2"]) {
  for (const [name, text] of files(of)) {
    const pack = packIn(text);
    const pages = Object.keys(pack?.pages ?? {}).map((address) => articleFrom(pack, address));
    if (!pages.length || !pages.every((page) => page.title && page.html.includes("<h1"))) console.log(of, name);
    else read += 1;
  }
}
console.log(`${read} files are read`);
