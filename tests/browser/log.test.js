import assert from "node:assert/strict";
import { test } from "node:test";
import { logEntries, weeksOfLoad } from "../../templates/assets/js/features/log/entries.js";
import { checkedEntries, FORMAT, fromRow, HEADER, sameEntry, toRow } from "../../templates/assets/js/features/log/format.js";
import { entriesOf } from "../../templates/assets/js/features/log/transfer.js";
import { toCsv } from "../../templates/assets/js/lib/csv.js";
import { isoDate } from "../../templates/assets/js/lib/dates.js";
import { openStore } from "../../templates/assets/js/store.js";
import { drawing, fakeStorage } from "./shared.js";

const LETTERS = ["a", "é", "🏃", " ", "'", '"', ",", ";", "\r\n", "\n", "\t", "=", "+", "-", "@", "0", "<b>", "走"];
const doc = (entries) => ({ format: FORMAT, entries });
const csv = (entries) => toCsv(entries.map(toRow), HEADER);

/** A log as athletes might write one, with everything that the forms let in and now and then nothing. */
function drawnLog(seed) {
  const { whole, one, text, maybe } = drawing(seed);
  const store = openStore(fakeStorage());
  const set = () => ({ lift: one(["back-squat", "calf-raise", "a"]), weight: maybe(() => whole(1, 400) / 2), unit: one(["kg", "lb"]), reps: maybe(() => whole(0, 30)), rir: maybe(() => whole(0, 20)) });
  const pain = () => ({ where: text(LETTERS, 8), side: one(["", "left", "right", "both"]), during: maybe(() => whole(0, 10)), nextMorning: maybe(() => whole(0, 10)), bone: one([true, false]) });
  for (let entry = 0; entry < 12; entry += 1) {
    const at = one(["", isoDate(20800 + whole(0, 300))]);
    const key = `log.${one(["first-half", "a-plan"])}.${whole(1, 140)}.${whole(0, 13)}`;
    if (whole(0, 1)) {
      store.set(`${key}.day`, { soreness: maybe(() => whole(0, 10)), fatigue: maybe(() => whole(0, 10)), sleep: maybe(() => whole(0, 48) / 2), ill: text(LETTERS, 5), note: text(LETTERS, 12), pain: maybe(pain), at });
    } else {
      const sets = Array.from({ length: whole(0, 3) }, set);
      store.set(`${key}.${one(["run", "run-2", "cross", "lift"])}`, { done: one([true, false]), rpe: maybe(() => whole(0, 20) / 2), minutes: maybe(() => whole(0, 300)), ...(whole(0, 1) && { distance: whole(0, 400) / 10, distance_unit: one(["km", "mi"]) }), ...(whole(0, 1) && { sets }), at });
    }
  }
  return store;
}

test("a log comes back from JSON as it was, and from CSV saying the same", () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const store = drawnLog(seed);
    const json = entriesOf(JSON.stringify(doc(store.all()), null, 1));
    assert.deepEqual(json, { entries: store.all(), faults: [] });
    const { entries, faults } = entriesOf(csv(logEntries(store)));
    assert.deepEqual(faults, []);
    assert.deepEqual(Object.keys(entries).sort(), store.keys("log."));
    for (const [key, value] of Object.entries(entries)) assert.ok(sameEntry(value, store.get(key)), `${key}: ${JSON.stringify([value, store.get(key)])}`);
  }
});

test("entries are the same whatever the order and whether nothing is null, empty or left out; else they differ", () => {
  const one = { done: true, rpe: null, minutes: 40, sets: [], at: "2027-01-02", pain: { where: "", bone: false } };
  assert.ok(sameEntry(one, { at: "2027-01-02", minutes: 40, done: true }));
  for (const other of [{ ...one, minutes: 41 }, { ...one, rpe: 0 }, { ...one, done: false }, { ...one, at: "" }, { ...one, pain: { bone: true } }, { ...one, sets: [{ lift: "a" }] }]) {
    assert.ok(!sameEntry(one, other), JSON.stringify(other));
  }
});

const ROW = { date: "2027-01-02", plan: "first-half", week: "1", day: "1", session: "run", done: "yes", rpe: "7", minutes: "40", distance: "5", distance_unit: "mi" };
const rowOf = (cells) => HEADER.map((name) => cells[name] ?? "");
const read = (cells) => entriesOf(toCsv([rowOf(cells)], HEADER));

test("days count from 1 in a table, weeks too", () => {
  const { key, value } = fromRow(rowOf(ROW));
  assert.equal(key, "log.first-half.1.0.run");
  assert.deepEqual(value, { done: true, rpe: 7, minutes: 40, distance: 5, distance_unit: "mi", at: "2027-01-02" });
});

test("spaces around numbers and empty lines do no harm", () => {
  const text = `${HEADER.join()}\n\n 2027-01-02 , first-half ,1, 1 ,run, yes , 7.5 , 40 ,, ,"back-squat 80 kg 6 2;calf-raise  kg 12 ",,,,,,,,,,\n,,,\n`;
  const { entries, faults } = entriesOf(text);
  assert.deepEqual(faults, []);
  const { sets, ...rest } = entries["log.first-half.1.0.run"];
  assert.deepEqual(rest, { done: true, rpe: 7.5, minutes: 40, at: "2027-01-02" });
  assert.deepEqual(sets, [{ lift: "back-squat", weight: 80, reps: 6, rir: 2, unit: "kg" }, { lift: "calf-raise", weight: null, reps: 12, rir: null, unit: "kg" }]);
});

test("a cell that is not what it should be is told with its row, and nothing of the row is kept", () => {
  const wrong = [
    ...["-1", "11", "NaN", "Infinity", "0x10", "1e1", "7,5", "seven", "1 2", "--7", "=7"].map((rpe) => ({ rpe })),
    ...["-40", "1441", "NaN", "40 min", "1e9"].map((minutes) => ({ minutes })),
    ...["-1", "1001", "5 mi"].map((distance) => ({ distance })),
    ...["", "m", "KM"].map((distance_unit) => ({ distance_unit })),
    { distance: "" },
    ...["2027-02-30", "1/2/2027", "yesterday"].map((date) => ({ date })),
    ...["0", "-1", "1.5", "1000", "", "x"].map((week) => ({ week })),
    ...["0", "-1", "1.5", "101", "", "x"].map((day) => ({ day })),
    ...["", "Day", "swim", "run-1", "run-10", "run.x", "__proto__"].map((session) => ({ session })),
    ...["", "../x", "__proto__", "A Plan", "a".repeat(101), "-a"].map((plan) => ({ plan })),
    ...["no idea", "true", "YES"].map((done) => ({ done })),
    ...["Back Squat 80 kg 6 2", "back-squat 80 stone 6 2", "back-squat -80 kg 6 2", "back-squat NaN kg 6 2", "back-squat 80 kg 6 2 9", "back-squat 80 kg 6.5 2", ";", "a 1 kg 1 1;".repeat(41)].map((sets) => ({ sets })),
    ...["soreness", "fatigue", "sleep_h", "pain_where", "note"].map((name) => ({ [name]: "3" })),
  ];
  for (const cells of wrong) {
    const { entries, faults } = read({ ...ROW, ...cells });
    assert.deepEqual(entries, {}, JSON.stringify(cells));
    assert.equal(faults.length, 1, JSON.stringify(cells));
    assert.match(faults[0], /^Row 2: /);
    assert.ok(faults[0].length < 400);
  }
  const day = { ...ROW, session: "day", done: "", rpe: "", minutes: "", distance: "", distance_unit: "" };
  assert.deepEqual(read(day).faults, []);
  for (const cells of [{ soreness: "11" }, { soreness: "3.5" }, { fatigue: "-1" }, { sleep_h: "25" }, { pain_side: "up" }, { pain_during: "x" }, { pain_bone: "maybe" }, { rpe: "3" }, { sets: "a 1 kg 1 1" }, { done: "no" }, { note: "x".repeat(2001) }]) {
    assert.equal(read({ ...day, ...cells }).faults.length, 1, JSON.stringify(cells));
  }
});

test("rows too short, too long, or there twice are told", () => {
  assert.match(fromRow(["a"]).fault, /21 cells expected, 1 found/);
  assert.match(fromRow([...rowOf(ROW), "x"]).fault, /22 found/);
  const { entries, faults } = entriesOf(toCsv([rowOf(ROW), rowOf({ ...ROW, rpe: "2" })], HEADER));
  assert.equal(entries["log.first-half.1.0.run"].rpe, 7);
  assert.match(faults[0], /^Row 3: /);
});

test("files that are none of ours", () => {
  const texts = ["", " ", "a,b\n1,2\n", "[]", "null", "{", "{}", '{"format":"hardday/log@2","entries":{}}', '{"format":"hardday/log@1"}', "<html>", "\u0000", "\ufeff", '"'.repeat(1000), HEADER.join(";")];
  for (const text of texts) {
    const { entries, faults } = entriesOf(text);
    assert.deepEqual(entries, {}, text);
    assert.equal(faults.length, 1, text);
  }
  for (const document of [null, undefined, 5, "x", [], doc(null), doc([]), doc("abc"), doc(5), { entries: {} }]) {
    assert.deepEqual(checkedEntries(document).entries, {});
    assert.equal(checkedEntries(document).faults.length, 1);
  }
});

test("what is no entry of ours, or holds what does not belong there, is told and left out", () => {
  const day = { soreness: 3, fatigue: 2, sleep: 7.5, ill: "", note: "", pain: null, at: "2027-01-02" };
  const dates = { start: "2027-01-04", by: "race", title: "A plan", kind: "dated", days: 98, cycle: 7, weeks: 14, race: 97, first: "monday" };
  const good = {
    "log.a.1.0.day": day, "log.a.100.13.run": { done: true }, "plan.a": dates, "plan.b": { ...dates, race: null, by: "clinic:spring" }, units: { distance: null, weight: "lb" },
    fitness: { distance_m: 5000, time_s: 1448 }, "set.back-squat": { weight: 80, unit: "kg", reps: 8, rir: 2, on: "2027-01-02" }, plates: { kg: 2.5 },
    "signed.back-squat": { by: "Dana Example", role: "physical therapist", on: "2027-01-02" }, "move.a.3": { to: "0213456", roles: "easy,easy" }, "calendar.a": { events: { x: ["1", 2] } },
  };
  assert.deepEqual(checkedEntries(doc(good)), { entries: good, faults: [] });
  const bad = [
    ...["__proto__", "constructor", "log", "log.a", "log.a.1.0", "log.a.0.0.run", "log.a.01.0.run", "log.a.1.00.run", "log.a.1.0.swim", "log.a.1.0.run.x", "log.A.1.0.run", "xlog.a.1.0.run", "log.a.1.0.run\n", "plan.", "unit", "units.x", "move.a", "move.a.0", "x".repeat(100_000)].map((key) => [key, {}]),
    ...[5, "x", null, [], true, [day], { soreness: "3" }, { soreness: -1 }, { soreness: 11 }, { soreness: 3.5 }, { soreness: null, risk: 1 }, { note: 5 }, { note: "x".repeat(2001) }, { pain: [] }, { pain: { where: {} } }, { at: 5 }, { at: "2027-02-30" }, { sleep: 25 }].map((value) => ["log.a.1.0.day", value]),
    ...[{ done: "yes" }, { rpe: "7" }, { rpe: -0.1 }, { minutes: 1441 }, { sets: {} }, { sets: [[]] }, { sets: [{}] }, { sets: [{ lift: "a", weight: -1 }] }, { sets: [{ lift: "a", unit: "st" }] }, { sets: Array(41).fill({ lift: "a" }) }, { soreness: 3 }].map((value) => ["log.a.1.0.run", value]),
    ...[{}, { ...dates, start: "" }, { ...dates, start: null }, { ...dates, start: "2027-02-30" }, { ...dates, kind: "staged" }, { ...dates, days: 0 }, { ...dates, cycle: 0 }, { ...dates, cycle: 7.5 }, { ...dates, weeks: -1 }, { ...dates, first: "tuesday" }, { ...dates, race: 1.5 }, { ...dates, title: 5 }, { ...dates, more: 1 }].map((value) => ["plan.a", value]),
    ["units", { distance: "m" }], ["units", { distance: ["km"] }], ["fitness", {}], ["fitness", { distance_m: 5000, time_s: 0 }], ["fitness", { distance_m: "5000", time_s: 1448 }],
    ...[{}, { weight: 0, unit: "kg", reps: 8, rir: 2 }, { weight: 80, unit: "kg", reps: 0, rir: 2 }, { weight: 80, unit: "kg", reps: 16, rir: 2 }, { weight: 80, unit: "kg", reps: 8, rir: -1 }, { weight: 80, unit: "kg", reps: 8.5, rir: 2 }, { weight: 80, reps: 8, rir: 2 }].map((value) => ["set.back-squat", value]),
    ["plates", { kg: 0 }], ["plates", { st: 1 }],
    ...[{}, { by: "D", role: "x", on: "" }, { by: "D", role: "x" }, { by: 5, role: "x", on: "2027-01-02" }, { by: "x".repeat(81), role: "x", on: "2027-01-02" }].map((value) => ["signed.back-squat", value]),
    ["move.a.3", {}], ["move.a.3", { to: 5, roles: "x" }], ["calendar.a", []], ["calendar.a", { x: "x".repeat(500_000) }],
  ];
  for (const [key, value] of bad) {
    // Made from text, as a file would be: a name such as __proto__ is then a field like any other.
    const { entries, faults } = entriesOf(JSON.stringify(doc({ good: 1 })).replace('"good":1', `${JSON.stringify(key)}:${JSON.stringify(value)},"log.a.1.1.run":{"done":true}`));
    assert.deepEqual(Object.keys(entries), ["log.a.1.1.run"], `${key.slice(0, 50)}: ${JSON.stringify(value).slice(0, 100)}`);
    assert.equal(faults.length, 1);
    assert.ok(faults[0].length < 300);
  }
  for (const value of [NaN, Infinity, -1]) assert.deepEqual(checkedEntries(doc({ "log.a.1.0.run": { minutes: value } })).entries, {});
});

test("very deep or very large files are told of, and nothing breaks", () => {
  const deep = (depth) => "[".repeat(depth) + "]".repeat(depth);
  for (const depth of [9, 100, 5000, 200_000]) {
    for (const key of ["calendar.a", "log.a.1.0.run", "units", "x"]) {
      const { entries, faults } = entriesOf(`{"format":"${FORMAT}","entries":{"${key}":{"a":${deep(depth)}}}}`);
      assert.deepEqual(entries, {});
      assert.equal(faults.length, 1);
    }
  }
  const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`log.a.1.0.run${at}`, {}]));
  assert.equal(entriesOf(JSON.stringify(doc(many))).faults.length, 20_000);
  assert.equal({}.polluted, undefined);
});

test("nothing that is drawn makes reading a file throw", () => {
  const { text } = drawing(11);
  const letters = [...LETTERS, "{", "}", "[", "]", ":", "null", '"format"', '"entries"', FORMAT, "__proto__", "log.a.1.0.run", HEADER.join(), "\n"];
  for (let turn = 0; turn < 3000; turn += 1) {
    const { entries } = entriesOf(text(letters, 30));
    assert.deepEqual(entries, {});
  }
});

test("loads by week, with the empty weeks between", () => {
  const at = (day, rpe, minutes) => ({ value: { at: day, rpe, minutes } });
  assert.deepEqual(weeksOfLoad([]), []);
  const weeks = weeksOfLoad([at("2027-01-20", 5, 30), at("2027-01-04", 7, 45), at("2027-01-04", 3, 20), at("2027-01-10", 2, 30), at("", 9, 90), at("2027-01-05", 9, null)]);
  assert.deepEqual(weeks.map((week) => week.total), [435, 0, 150]);
  assert.deepEqual(weeks.map((week) => isoDate(week.monday)), ["2027-01-04", "2027-01-11", "2027-01-18"]);
  assert.deepEqual(weeks[0].daily, [375, 0, 0, 0, 0, 0, 60]);
});
