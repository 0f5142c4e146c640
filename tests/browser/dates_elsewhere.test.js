import assert from "node:assert/strict";
import { test } from "node:test";
import { dayNumber } from "../../templates/assets/js/lib/dates.js";
import { datesIn } from "../../templates/assets/js/lib/dates_elsewhere.js";

const german = datesIn("de");
const day = dayNumber("2027-03-02");

test("the weekdays from Monday on", () => {
  assert.deepEqual(german.weekdays("long"), ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]);
  assert.deepEqual(german.weekdays("short"), ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"]);
});

test("a day alone", () => assert.equal(german.date(day), "2. März"));
test("with its weekday", () => assert.equal(german.date(day, { named: true }), "Dienstag, 2. März"));
test("with its year", () => assert.equal(german.date(day, { year: true }), "2. März 2027"));
test("with both", () => assert.equal(german.date(day, { named: true, year: true }), "Dienstag, 2. März 2027"));

test("two days, in one month and in two", () => {
  assert.equal(german.range(day - 1, day + 5), "1.–7. März");
  assert.equal(german.range(day + 27, day + 33), "29. März – 4. April");
});
