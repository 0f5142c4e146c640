// Converts the texts that come in as JSON and tells what is wrong with the result, as JSON.
import { readFileSync } from "node:fs";
import { convertText } from "../../templates/assets/js/lib/units.js";

const CHOICES = [{ distance: "km", weight: "kg" }, { distance: "mi", weight: "lb" }];
const LEFT = { km: /\d\u00a0\/?(mi|lb)\b/, mi: /\d\u00a0\/?(km|kg)\b(?!\/)/ };
const HALF_A_RANGE = /\d\s*(?:-|—| – | or | and )\s*\d[\d.]*\u00a0(km|mi|kg|lb)\b/;

const texts = JSON.parse(readFileSync(0, "utf8"));
const faults = [];
let changed = 0;
for (const text of texts) {
  if (HALF_A_RANGE.test(text)) faults.push(`half a range: ${text}`);
  for (const choice of CHOICES) {
    const found = convertText(text, choice);
    if (found !== text) changed += 1;
    if (LEFT[choice.distance].test(found)) faults.push(`left as it was: ${found}`);
    if (/\d:[6-9]\d/.test(found)) faults.push(`no time: ${found}`);
    if (/\d\.\d\d+\u00a0(km|mi|kg|lb)\b/.test(found) && found !== text) faults.push(`too exact: ${found}`);
    if (convertText(found, choice) !== found) faults.push(`not the same twice: ${found}`);
  }
}
process.stdout.write(JSON.stringify({ texts: texts.length, changed, faults }));
