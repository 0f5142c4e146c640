import assert from "node:assert/strict";
import { test } from "node:test";
import { changes, clashOf, movesOf, orderFrom, printed, steps, told, waysFor } from "../../templates/assets/js/lib/moves.js";
import { orderOf, readOrder } from "../../templates/assets/js/moved.js";
import { openStore } from "../../templates/assets/js/store.js";
import { drawing, fakeStorage } from "./shared.js";

// Four days: a quality run, rest, an aerobic run, a race.
const busy = (day) => day !== 1;
const titles = ["Quality run", "Rest", "Aerobic run", "Race"];
const names = ["Monday", "Tuesday", "Wednesday", "Thursday"];
const MOVES = {
  roles: "qh,-,a,r.1",
  ok: { 2103: [0, 0, "rest-after-heavy"], 1023: [1, 1], 1203: [0, 2] },
  no: { "0213": "lift-spacing", 2013: "two-recovery-days" },
  clash: [],
};
const ways = (place, options = {}) => waysFor(MOVES, place, { now: printed(4), busy, ...options });
const tos = (some) => some.map(({ to }) => to);

test("an order is a digit in base 36 for each place, and every day stands there once", () => {
  assert.deepEqual(orderFrom("20a1"), [2, 0, 10, 1]);
  assert.deepEqual(readOrder("1023", 4), [1, 0, 2, 3]);
  for (const to of ["0123", "1123", "102", "10234", "102z", "", null, 1023, ["1", "0"], "1O23", "-123"]) assert.equal(readOrder(to, 4), null, String(to));
});

test("a kept move counts for the roles under which it was kept, and no others", () => {
  const store = openStore(fakeStorage());
  store.set("move.a-plan.3", { to: "1023", roles: MOVES.roles });
  assert.deepEqual(orderOf(store, "a-plan", 3, MOVES.roles), [1, 0, 2, 3]);
  for (const [plan, week, roles] of [["a-plan", 3, "qh,-,a,r.2"], ["a-plan", 4, MOVES.roles], ["other", 3, MOVES.roles]]) {
    assert.equal(orderOf(store, plan, week, roles), null);
  }
  for (const kept of [null, 7, "1023", [], { to: "1023" }, { roles: MOVES.roles }]) {
    store.set("move.a-plan.3", kept);
    assert.equal(orderOf(store, "a-plan", 3, MOVES.roles), null);
  }
});

test("moves are told for the day that somebody can't: those that free it first, the best of them first", () => {
  const monday = ways(0);
  assert.deepEqual(tos(monday.free), ["1023", "1203"]);
  assert.deepEqual(tos(monday.other), ["2103"]);
  assert.deepEqual(monday.refused.map(({ to, rule }) => [to, rule]), [["2013", "two-recovery-days"]]);
  assert.deepEqual(tos(ways(2).free), []);
  assert.deepEqual(tos(ways(2).other), ["2103", "1203"]);
  assert.deepEqual(tos(ways(2).refused), ["0213", "2013"]);
  assert.equal(monday.other[0].warns, "rest-after-heavy");
});

test("of moves that change as much the one that no rule warns of comes first", () => {
  const warned = { ...MOVES, ok: { 1023: [0, 0, "rest-after-heavy"], 1203: [0, 0], "0213": [0, 0, "ramp"], 3120: [0, 0] } };
  const found = waysFor(warned, 0, { now: printed(4), busy });
  assert.deepEqual(tos(found.free), ["1023", "1203"]);
  assert.deepEqual(tos(waysFor({ ...warned, ok: { ...warned.ok, 1203: [0, 0, "ramp"] } }, 0, { now: printed(4), busy }).free), ["1023", "1203"]);
  const alike = { ...MOVES, no: {}, ok: { 1023: [0, 0, "ramp"], 2103: [0, 0] } };
  assert.deepEqual(tos(waysFor(alike, 0, { now: printed(4), busy: (day) => day === 0 }).free), ["2103", "1023"]);
});

test("a week that was moved can go back, or to any order that the rules allow", () => {
  const now = orderFrom("2103");
  const found = ways(0, { now });
  assert.deepEqual(tos(found.free), ["1203", "1023"]);
  assert.deepEqual(tos(found.other), [null]);
  assert.deepEqual(found.other[0].order, printed(4));
  assert.equal(changes(found.other[0].order, now), 2);
});

test("what is over or done stays; the day that was missed may still be freed", () => {
  const over = (place) => place < 1;
  assert.deepEqual(tos(ways(0, { fixed: over }).free), ["1023", "1203"]);
  assert.deepEqual(tos(ways(0, { fixed: over }).other), []);
  assert.deepEqual(tos(ways(2, { fixed: over }).other), []);
  assert.deepEqual(tos(ways(2, { fixed: over }).refused), ["0213"]);
  assert.deepEqual(tos(ways(0, { fixed: (place) => place === 2 }).free), ["1023"]);
});

test("what a move does is said in words, from where things stand now", () => {
  const words = { busy, titles, names };
  assert.deepEqual(told(orderFrom("1023"), printed(4), words), ["Quality run: Monday → Tuesday", "Monday is free"]);
  assert.deepEqual(told(orderFrom("1203"), printed(4), words), ["Quality run: Monday → Wednesday", "Aerobic run: Wednesday → Tuesday", "Monday is free"]);
  assert.deepEqual(told(printed(4), orderFrom("1023"), words), ["Quality run: Tuesday → Monday", "Tuesday is free"]);
  assert.deepEqual(told(printed(4), printed(4), words), []);
});

test("steps lead every day's sessions from where they stand to where they go, whatever the orders", () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const { whole, random } = drawing(seed);
    const length = whole(2, 9);
    const mixed = () => printed(length).map((day) => [random(), day]).sort(([a], [b]) => a - b).map(([, day]) => day);
    const [now, order] = [mixed(), mixed()];
    const then = [...now].fill(null);
    now.forEach((day, place) => order[place] === day && (then[place] = day));
    for (const { day, from, to } of steps(order, now, () => true)) {
      assert.equal(now[from], day);
      then[to] = day;
    }
    assert.deepEqual(then, order);
  }
});

// Three weeks: the first's tail 1 clashes with the second's head 2, the second's tail 3 with the third's head 1, and, two
// weeks ahead, the first's tail 2 with the third's head 1.
const PLAN = {
  moves: [
    { ok: { 10: [1, 0], "01": [0, 0], 20: [2, 0] }, no: {}, clash: [[1, 1, 2, "lift-spacing"], [2, 2, 1, "ramp"]] },
    { ok: { 10: [3, 0], 20: [0, 2] }, no: {}, clash: [[1, 3, 1, "two-recovery-days"]] },
    { ok: { 10: [0, 1], 20: [1, 2] }, no: {}, clash: [[1, 1, 0, "never"]] },
  ],
  weeks: [0, 1, 2].map((of) => ({ week: of + 1, moves: { roles: `r${of}`, of } })),
};
const keeping = (all) => (week, roles) => (roles === `r${week - 1}` ? (all[week] ?? null) : assert.fail("roles of another week"));

test("a week's moves are found in the plan's file, with their roles; a plan without moves has none", () => {
  assert.deepEqual(movesOf(PLAN, 2), { ...PLAN.moves[1], roles: "r1" });
  assert.equal(movesOf(PLAN, 4), null);
  assert.equal(movesOf({ weeks: [{ week: 1 }], moves: [] }, 1), null);
});

test("moves of neighboring weeks that break a rule together are told, seen from either week", () => {
  const clash = (week, to, all, rolling) => clashOf(PLAN, week, to, keeping(all), rolling);
  assert.deepEqual(clash(1, "10", { 2: "20" }), { rule: "lift-spacing", week: 2 });
  assert.deepEqual(clash(2, "20", { 1: "10" }), { rule: "lift-spacing", week: 1 });
  assert.deepEqual(clash(1, "20", { 3: "10" }), { rule: "ramp", week: 3 });
  assert.deepEqual(clash(3, "10", { 1: "20" }), { rule: "ramp", week: 1 });
  assert.deepEqual(clash(3, "10", { 2: "10" }), { rule: "two-recovery-days", week: 2 });
  for (const [week, to, all] of [[1, "10", {}], [1, "10", { 2: "10" }], [1, "01", { 2: "20" }], [1, "10", { 3: "10" }], [2, "20", { 1: "20" }], [3, "20", { 1: "20", 2: "10" }], [2, "10", { 2: "10" }], [1, "77", { 2: "20" }], [1, "10", { 2: "77" }]]) {
    assert.equal(clash(week, to, all), null, `${week} ${to} ${JSON.stringify(all)}`);
  }
});

test("a rolling plan's first week comes after its last", () => {
  const rolling = structuredClone(PLAN);
  rolling.moves[2].clash = [[1, 1, 0, "never"], [1, 1, 4, "lift-spacing"]];
  rolling.moves[0].ok["21"] = [0, 4];
  const clash = (week, to, all, again) => clashOf(rolling, week, to, keeping(all), again);
  assert.deepEqual(clash(3, "20", { 1: "21" }, true), { rule: "lift-spacing", week: 1 });
  assert.deepEqual(clash(1, "21", { 3: "20" }, true), { rule: "lift-spacing", week: 3 });
  assert.equal(clash(3, "20", { 1: "21" }, false), null);
  assert.equal(clash(1, "21", { 3: "20" }, false), null);
});
