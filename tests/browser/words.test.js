import assert from "node:assert/strict";
import { test } from "node:test";
import { capital, decimal, decimalIn, inside, named, numberIn, readNumber, t, tn, wordsOf } from "../../templates/assets/js/lib/words.js";

const GERMAN = {
  "{lift}: signed off on {date}": "Am {date} freigegeben: {lift}",
  Close: "Schließen",
  "{n} day": { one: "{n} Tag", other: "{n} Tage" },
  "one day later": { one: "einen Tag später", other: "{n} Tage später" },
};
const german = wordsOf("de", GERMAN);

test("English says what stands in the code", () => {
  assert.equal(t("Close"), "Close");
  assert.equal(t("{lift}: signed off on {date}", { lift: "Back squat", date: "March 2" }), "Back squat: signed off on March 2");
  assert.deepEqual([0, 1, 2, 21].map((n) => tn("{n} day", "{n} days", n)), ["0 days", "1 day", "2 days", "21 days"]);
});

test("another language says its own, with its values in its own order", () => {
  assert.equal(german.t("Close"), "Schließen");
  assert.equal(german.t("{lift}: signed off on {date}", { lift: "Kniebeuge", date: "2. März" }), "Am 2. März freigegeben: Kniebeuge");
});

test("a number chooses its form, by the language's own rule", () => {
  assert.deepEqual([0, 1, 2].map((n) => german.tn("{n} day", "{n} days", n)), ["0 Tage", "1 Tag", "2 Tage"]);
  assert.equal(german.tn("one day later", "{n} days later", 1), "einen Tag später");
  const polish = wordsOf("pl", { "{n} day": { one: "{n} dzień", few: "{n} dni", many: "{n} dni", other: "{n} dnia" } });
  assert.deepEqual([1, 3, 5, 1.5].map((n) => polish.tn("{n} day", "{n} days", n)), ["1 dzień", "3 dni", "5 dni", "1,5 dnia"]);
});

test("what has no translation stays English", () => {
  assert.equal(german.t("Save"), "Save");
  assert.equal(german.t("constructor"), "constructor");
  assert.equal(german.tn("{n} page", "{n} pages", 2), "2 pages");
});

test("values are put in once and as they are", () => {
  assert.equal(t("{who}: {what}", { who: "{what}", what: "<b>$&</b>" }), "{what}: <b>$&</b>");
  assert.equal(t("{who} stays"), "{who} stays");
  assert.equal(german.t("{toString}", {}), "{toString}");
});

test("numbers are written and read with the language's own sign", () => {
  assert.deepEqual([decimal(12.5), decimal("3.10"), decimal(7)], ["12.5", "3.10", "7"]);
  assert.deepEqual([decimalIn("de", 12.5), decimalIn("de", 7), decimalIn("de-CH", 12.5)], ["12,5", "7", "12.5"]);
  assert.deepEqual(["12,5", " 12.5 ", "-3", "1e2"].map((text) => numberIn("de", text)), [12.5, 12.5, -3, 100]);
  for (const text of ["1,2,3", "1.2,3", "acht", "12,5 kg"]) assert.ok(Number.isNaN(numberIn("de", text)), text);
  assert.equal(readNumber("12.5"), 12.5);
  assert.ok(Number.isNaN(readNumber("12,5")));
});

test("names that are known by their slug alone", () => {
  assert.equal(named("back-squat"), "back squat");
  assert.equal(capital(named("back-squat")), "Back squat");
  assert.equal(inside("Back squat"), "back squat");
  assert.equal(named("__proto__"), "__proto__");
});
