import assert from "node:assert/strict";
import { test } from "node:test";
import { convertText } from "../../templates/assets/js/lib/units.js";
import { drawing, vectors } from "./shared.js";

const cases = vectors("units");
const wanted = (unit) => (["km", "mi"].includes(unit) ? { distance: unit } : { weight: unit });

test("texts of pages in the other unit", () => {
  for (const { why, text, ...units } of cases.texts) {
    for (const [unit, expected] of Object.entries(units)) assert.equal(convertText(text, wanted(unit)), expected, `${why}, in ${unit}`);
  }
});

test("without a wish nothing changes, nor in the unit it has", () => {
  for (const { text } of cases.texts) {
    assert.equal(convertText(text, {}), text);
    assert.equal(convertText(text, { distance: null, weight: null }), text);
    const [has] = /\b(km|mi|kg|lb)\b/.exec(text) ?? [];
    if (has && !/\b(km|mi|kg|lb)\b.*\b(km|mi|kg|lb)\b/.test(text)) assert.equal(convertText(text, wanted(has)), text);
  }
});

test("converted once is converted: a second time changes nothing", () => {
  for (const { text } of cases.texts) {
    for (const distance of ["km", "mi"]) {
      for (const weight of ["kg", "lb"]) {
        const once = convertText(text, { distance, weight });
        assert.equal(convertText(once, { distance, weight }), once, text);
      }
    }
  }
});

test("amounts as the site writes them in either unit", () => {
  for (const [metres, unit, text] of cases.amounts) {
    const other = unit === "km" ? "mi" : "km";
    const exact = metres / { km: 1000, mi: 1609.344 }[other];
    assert.equal(convertText(`${exact}\u00a0${other}`, { distance: unit }), `${text}\u00a0${unit}`);
  }
});

test("numbers of pages: one decimal at most, and never off by more than that", () => {
  const { whole, one } = drawing(7);
  const size = { km: 1000, mi: 1609.344, kg: 1, lb: 0.45359237 };
  for (let turn = 0; turn < 2000; turn += 1) {
    const [from, to] = one([["km", "mi"], ["mi", "km"], ["kg", "lb"], ["lb", "kg"]]);
    const value = whole(1, 3000) / one([1, 2, 10]);
    const text = convertText(`about ${value}\u00a0${from}.`, wanted(to));
    const found = new RegExp(`^about (\\d+(?:\\.\\d)?)\u00a0${to}\\.$`).exec(text);
    assert.ok(found, text);
    assert.ok(Math.abs(Number(found[1]) - (value * size[from]) / size[to]) <= 0.05 + 1e-6, `${value} ${from}: ${text}`);
  }
});

test("a range stays a range in order, or becomes one number", () => {
  const { whole } = drawing(8);
  for (let turn = 0; turn < 2000; turn += 1) {
    const low = whole(1, 600) / 10;
    const high = low + whole(1, 100) / 10;
    const text = convertText(`${low}–${high.toFixed(1)}\u00a0km`, { distance: "mi" });
    const [first, last = first] = text.replace("\u00a0mi", "").split("–").map(Number);
    assert.ok(first <= last && !text.includes("km"), text);
    assert.equal(text.includes("–"), first !== last, text);
  }
});
