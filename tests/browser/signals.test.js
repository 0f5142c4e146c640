import assert from "node:assert/strict";
import { test } from "node:test";
import { light, monotony, painAdvice, sessionLoad, strain } from "../../templates/assets/js/lib/signals.js";
import { vectors } from "./shared.js";

const cases = vectors("signals");

function close(found, expected, within, why) {
  if (expected === null) assert.equal(found, null, why);
  else assert.ok(Math.abs(found - expected) <= within, `${why}: ${found} instead of ${expected}`);
}

test("Foster's session load", () => {
  for (const [rpe, minutes, load] of cases.loads) assert.equal(sessionLoad(rpe, minutes), load);
});

test("the test week", () => {
  const { daily, total, monotony: sameness, strain: weight } = cases.foster;
  assert.equal(daily.reduce((sum, load) => sum + load), total);
  close(monotony(daily), sameness, 0.0005, "monotony");
  close(strain(daily), weight, 0.5, "strain");
});

test("days all alike have no monotony, whatever their digits", () => {
  for (const { daily, monotony: sameness, strain: weight } of cases.weeks) {
    close(monotony(daily), sameness, 1e-6, JSON.stringify(daily));
    close(strain(daily), weight, 1e-5, JSON.stringify(daily));
  }
});

test("the light, each line on both sides", () => {
  for (const { day, history, color, says = [] } of cases.light) {
    const found = light(day, history);
    const why = JSON.stringify({ day, history });
    assert.equal(found?.color ?? null, color, why);
    for (const part of says) assert.ok(found.rule.includes(part), `${why}: ${found.rule}`);
  }
});

test("every color comes with what to do", () => {
  const advice = (soreness) => light({ soreness }).advice;
  assert.match(advice(0), /as planned/);
  assert.match(advice(5), /Drop one set.*one more repetition.*steady/);
  assert.match(advice(8), /No lift/);
});

test("tendon pain, and bone pain that is none", () => {
  for (const { pain, says } of cases.pain) {
    const found = painAdvice(pain);
    if (says === null) assert.equal(found, null, JSON.stringify(pain));
    else assert.ok(found.includes(says), `${JSON.stringify(pain)}: ${found}`);
  }
});
