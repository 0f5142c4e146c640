import assert from "node:assert/strict";
import { test } from "node:test";
import { beforeName, entriesToday, importedToday, planBefore, readRenumbered, weekToday } from "../../templates/assets/js/lib/renumbered.js";

// A base of eight weeks became one of seven, then of eight again.
const editions = readRenumbered("1e1-7s1,8n7,9-20s8 2e1-7s1,8-19s9");

test("each week of an earlier edition is a week today, or has a nearest", () => {
  assert.deepEqual(weekToday(editions, 1, 1), { week: 1, exact: true });
  assert.deepEqual(weekToday(editions, 1, 8), { week: 7, exact: false });
  assert.deepEqual(weekToday(editions, 1, 9), { week: 8, exact: true });
  assert.deepEqual(weekToday(editions, 1, 20), { week: 19, exact: true });
  assert.deepEqual(weekToday(editions, 2, 8), { week: 9, exact: true });
});

test("of what the page does not say nothing is known", () => {
  for (const [edition, week] of [[1, 21], [1, 0], [3, 1], [0, 1]]) assert.equal(weekToday(editions, edition, week), null);
  for (const text of ["", undefined, "nonsense", "1e", "1ex", "xe1-2s3", "1e1-2q3"]) assert.equal(weekToday(readRenumbered(text), 1, 1), null, text);
});

test("entries go with their training, and none is lost", () => {
  const entries = [7, 8, 9, 10].map((week) => [`log.a-plan.${week}.0.run`, `of week ${week}`]);
  const { set, remove } = entriesToday(editions, 1, entries);
  assert.deepEqual(set, {
    "log.a-plan.7.0.run": "of week 7",
    "log.a-plan.8.0.run": "of week 9",
    "log.a-plan.9.0.run": "of week 10",
    "log.a-plan-before-1.8.0.run": "of week 8",
  });
  assert.deepEqual(remove, ["log.a-plan.10.0.run"]);
});

test("an entry whose new place is taken stays under the earlier name", () => {
  const { set } = entriesToday(readRenumbered("1e1s3,2s3"), 1, [["log.a-plan.1.0.run", "one"], ["log.a-plan.2.0.run", "two"]]);
  assert.deepEqual(set, { "log.a-plan.3.0.run": "one", "log.a-plan-before-1.2.0.run": "two" });
});

test("doing it once is as good as doing it twice", () => {
  const entries = [8, 9, 20].map((week) => [`log.a-plan.${week}.0.run`, week]);
  const apply = (kept, { set, remove }) => Object.fromEntries(Object.entries({ ...kept, ...set }).filter(([key]) => !remove.includes(key)));
  const moves = entriesToday(editions, 1, entries);
  const once = apply(Object.fromEntries(entries), moves);
  assert.deepEqual(apply(once, moves), once);
  assert.equal(Object.keys(once).length, entries.length);
});

test("the name of an earlier edition says its plan", () => {
  assert.deepEqual(planBefore(beforeName("a-plan", 2)), { plan: "a-plan", edition: 2 });
  assert.deepEqual(planBefore("a-plan"), { plan: "a-plan", edition: null });
});

test("a file that was exported under other numbers is imported beside what is kept", () => {
  const file = { "log.a-plan.9.0.run": { done: true }, "seen.a-plan": { edition: 1 }, units: { distance: "km" }, "log.b.1.0.run": { done: true } };
  const here = (plan) => ({ "a-plan": 2 })[plan] ?? null;
  assert.deepEqual(importedToday(file, here), { "log.a-plan-before-1.9.0.run": { done: true }, units: { distance: "km" }, "log.b.1.0.run": { done: true } });
  assert.deepEqual(importedToday(file, () => null), file, "where nothing is kept yet, the file's edition comes with it");
  assert.deepEqual(importedToday({ ...file, "seen.a-plan": { edition: 2 } }, here)["log.a-plan.9.0.run"], { done: true });
});
