import assert from "node:assert/strict";
import { test } from "node:test";
import { convertWeight, percentOfMax, STEPS, suggest, weightText } from "../../templates/assets/js/lib/loads.js";
import { drawing, vectors } from "./shared.js";

const cases = vectors("loads");

test("the chart", () => {
  for (const [reps, percent] of cases.chart) assert.ok(Math.abs(percentOfMax(reps) - percent) < 1e-5, `${reps} repetitions`);
  for (const reps of [...cases.off_the_chart, NaN, null, undefined, "8", Infinity]) assert.equal(percentOfMax(reps), null, String(reps));
});

test("more repetitions never ask for more weight", () => {
  for (let reps = 1; reps < 15; reps += 1) assert.ok(percentOfMax(reps + 1) < percentOfMax(reps));
});

test("repetitions and those left are read on the chart together", () => {
  for (const { reps, rir, percent } of cases.prescription) assert.equal(Math.round(percentOfMax(reps + rir)), percent);
});

test("suggested weights", () => {
  for (const { why, recent, wanted, unit, step, is } of cases.suggestions) assert.equal(suggest(recent, wanted, unit, step), is, why);
});

test("what is no set gives no weight", () => {
  const set = { weight: 80, unit: "kg", reps: 8, rir: 2 };
  for (const wrong of [{ weight: NaN }, { weight: -80 }, { weight: undefined }, { reps: undefined }, { rir: 0.5 }, { reps: NaN }]) {
    assert.equal(suggest({ ...set, ...wrong }, set, "kg", 2.5), null, JSON.stringify(wrong));
    if (!("weight" in wrong)) assert.equal(suggest(set, { ...set, ...wrong }, "kg", 2.5), null);
  }
  for (const step of [NaN, -1, undefined]) assert.equal(suggest(set, set, "kg", step), null);
});

test("a suggestion can be loaded, is never more than half a step above the chart, and one's own set gives itself back", () => {
  const { whole, one } = drawing(3);
  for (let turn = 0; turn < 3000; turn += 1) {
    const unit = one(["kg", "lb"]);
    const step = one(STEPS[unit]);
    const recent = { weight: step * whole(4, 80), unit, reps: whole(3, 12), rir: whole(0, 3) };
    const wanted = { reps: whole(3, 12), rir: whole(0, 3) };
    assert.equal(suggest(recent, recent, unit, step), recent.weight);
    const found = suggest(recent, wanted, unit, step);
    const exact = (recent.weight * percentOfMax(wanted.reps + wanted.rir)) / percentOfMax(recent.reps + recent.rir);
    assert.ok(Math.abs(found / step - Math.round(found / step)) < 1e-9, `${found} in steps of ${step}`);
    assert.ok(Math.abs(found - exact) <= step / 2 + 1e-6, `${found} for ${exact}`);
  }
});

test("kilograms and pounds", () => {
  for (const [value, from, to, expected] of cases.conversions) assert.ok(Math.abs(convertWeight(value, from, to) - expected) < 1e-6);
  for (const [value, unit, text] of cases.texts) assert.equal(weightText(value, unit), text);
});

test("steps that gyms have", () => {
  assert.deepEqual(STEPS, { kg: [0.5, 1, 1.25, 2, 2.5, 5], lb: [1, 2.5, 5, 10] });
});
