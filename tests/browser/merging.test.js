import assert from "node:assert/strict";
import { test } from "node:test";
import { changes, flat, merged, same } from "../../templates/assets/js/features/log/merging.js";
import { drawing } from "./shared.js";

const SQUAT = { lift: "back-squat", weight: 80, unit: "kg", reps: 6, rir: 2 };
const THRUST = { lift: "hip-thrust", weight: 100, unit: "kg", reps: 8, rir: 2 };
const PAIN = { where: "knee", side: "left", during: 2, nextMorning: null, bone: false };

/** What a tab saves that had the form open since `first` and shows `now`, over what is kept by then. */
const saved = (kept, first, now) => merged(kept, changes(first, now));

test("only what was changed is written", () => {
  const first = { done: false, rpe: null, minutes: null, sets: [] };
  assert.deepEqual(saved({ done: true, minutes: 40 }, first, { ...first, rpe: 7 }), { done: true, minutes: 40, rpe: 7 });
  assert.deepEqual(saved({ done: true }, first, first), { done: true });
});

test("sets of two lifts from two tabs are both kept", () => {
  const first = { done: false, sets: [] };
  const one = saved({}, first, { ...first, sets: [SQUAT] });
  const both = saved(one, first, { ...first, sets: [THRUST] });
  assert.deepEqual(both.sets, [SQUAT, THRUST]);
});

test("a set that was changed, and one that was taken away, without touching the others", () => {
  const kept = { sets: [SQUAT, THRUST, { lift: "calf-raise", reps: 12 }] };
  const first = { sets: [SQUAT, THRUST] };
  const after = saved(kept, first, { sets: [{ ...SQUAT, reps: 7 }] });
  assert.deepEqual(after.sets, [{ ...SQUAT, reps: 7 }, { lift: "calf-raise", reps: 12 }]);
});

test("more sets of a lift than the form shows stay", () => {
  const second = { ...SQUAT, reps: 4 };
  const after = saved({ sets: [SQUAT, second] }, { sets: [SQUAT] }, { sets: [{ ...SQUAT, reps: 5 }] });
  assert.deepEqual(after.sets, [{ ...SQUAT, reps: 5 }, second]);
});

test("parts of the pain from two tabs are both kept, and no pain is none", () => {
  const first = { pain: null, note: "" };
  const where = saved({}, first, { ...first, pain: { ...PAIN, during: null } });
  assert.equal(saved(where, first, { ...first, pain: { ...PAIN, where: "", side: "", during: 5 } }).pain.where, "knee");
  assert.equal(saved({ pain: PAIN }, { pain: PAIN }, { pain: null }).pain, null);
  assert.equal(saved({ pain: "much" }, { pain: null }, { pain: PAIN }).pain.where, "knee");
});

test("what is not noted is the same however it is written", () => {
  for (const one of [null, undefined, "", false]) for (const other of [null, undefined, "", false]) assert.ok(same(one, other));
  assert.ok(!same(0, null) && !same("a", "") && !same(true, false) && same(SQUAT, { ...SQUAT }));
});

test("whatever is kept, nothing throws and all else stays", () => {
  for (const kept of [{ sets: "x" }, { sets: [null, 5, {}] }, { pain: [1] }, { pain: 3, sets: { lift: 1 } }, JSON.parse('{"__proto__":{"x":1}}')]) {
    const after = saved(kept, { sets: [], pain: null }, { sets: [SQUAT], pain: PAIN, rpe: 3 });
    assert.ok(after.sets.includes(SQUAT) && after.pain.where === "knee" && after.rpe === 3);
    assert.ok(flat(kept) instanceof Map);
  }
  assert.equal({}.x, undefined);
});

test("drawn forms in two tabs: whatever either changed is kept, unless both changed the same", () => {
  const { whole, one, maybe } = drawing(7);
  const form = () => ({
    rpe: maybe(() => whole(0, 3)),
    note: one(["", "a", "b"]),
    sets: ["x", "y", "z"].filter(() => whole(0, 1)).map((lift) => ({ lift, reps: whole(1, 3) })),
    pain: maybe(() => ({ where: one(["", "knee"]), during: maybe(() => whole(0, 5)) })),
  });
  for (let turn = 0; turn < 500; turn += 1) {
    const [first, mine, theirs] = [form(), form(), form()];
    const after = flat(saved(saved(first, first, theirs), first, mine));
    const [changedHere, changedThere] = [changes(first, mine), changes(first, theirs)];
    for (const [name, value] of changedHere) assert.ok(same(after.get(name) ?? null, value), name);
    for (const [name, value] of changedThere) if (!changedHere.has(name)) assert.ok(same(after.get(name) ?? null, value), name);
  }
});
