import assert from "node:assert/strict";
import { test } from "node:test";
import { comingRounds, feed, ownEvents, revised } from "../../templates/assets/js/lib/ics.js";
import { dayNumber } from "../../templates/assets/js/lib/dates.js";
import { orderOf } from "../../templates/assets/js/moved.js";
import { memoryStorage, openStore } from "../../templates/assets/js/store.js";
import { drawing, vectors } from "./shared.js";

const SITE = "https://training.example.org/";
const NOW = Date.UTC(2027, 0, 4, 12);
const ROLES = "-,a,q,-,e,l,c";
const SESSIONS = [0, 1, 2, 0, 1, 2, 1];

/** A plan of so many weeks of seven days, as athlete.json has it; Monday and Thursday are rest days. */
function plan(weeks = 2) {
  const day = (sessions, place, week) => ({ title: `Day ${place}`, length: "5\u00a0mi", text: sessions ? `week ${week}` : "", anchor: `d${place}`, sessions: Array(sessions).fill("run") });
  return {
    plan: "a-plan",
    weeks: Array.from({ length: weeks }, (_, at) => ({
      ...{ week: at + 1, address: `plans/a-plan/week-0${at + 1}/`, moves: { roles: ROLES } },
      days: SESSIONS.map((sessions, place) => day(sessions, place, at + 1)),
    })),
  };
}

const own = (how = {}) => ownEvents(plan(), { start: "2027-01-04", site: SITE, ...how });
const fileOf = (events, earlier, now) => revised(events, earlier, now);

test("the files of the vectors, byte for byte", () => {
  for (const { name, busy, events, file } of vectors("ics").cases) assert.equal(feed(name, events, { busy }), file, name);
});

test("no line is longer than 75 octets, whatever it holds", () => {
  const { text } = drawing(75);
  for (let round = 0; round < 200; round += 1) {
    const said = text([..."aé語🏃\\,;^\n\r\t", "N"], 160);
    const written = feed(said, [{ uid: "a@b", stamp: "20270104T000000Z", sequence: 1, day: "2027-01-04", summary: said, description: said, url: "" }]);
    for (const line of written.split("\r\n")) {
      assert.ok(Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line), line);
      assert.equal(Buffer.from(line).toString(), line);
    }
  }
});

test("each training day is an event, rest days are none, and every event is a whole day", () => {
  const events = own();
  assert.deepEqual(events.map(({ day }) => Number(day.slice(8))), [5, 6, 8, 9, 10, 12, 13, 15, 16, 17]);
  assert.deepEqual(events[0], {
    ...{ uid: "a-plan.week-01.day-1.own@hardday", day: "2027-01-05", summary: "Day 1 · 5\u00a0mi" },
    ...{ description: `week 1\n\n${SITE}plans/a-plan/week-01/#d1`, url: `${SITE}plans/a-plan/week-01/#d1` },
  });
  assert.match(feed("x", [{ ...events.at(-1), day: "2027-12-31", stamp: "20270104T000000Z", sequence: 0 }]), /DTSTART;VALUE=DATE:20271231\r\nDTEND;VALUE=DATE:20280101\r\n/);
});

test("a day that moved is the same event on its new date, and no other changes", () => {
  const store = openStore(memoryStorage());
  store.set("move.a-plan.2", { to: "2103456", roles: ROLES });
  const order = { orderOf: (week, roles) => orderOf(store, "a-plan", week, roles) };
  const first = fileOf(own(), {}, NOW);
  const second = fileOf(own(order), first.kept, NOW + 864e5);
  const differ = second.events.filter(({ uid, sequence, day }) => sequence || day !== first.events.find((one) => one.uid === uid).day);
  assert.deepEqual(differ.map(({ uid, day, sequence, stamp }) => [uid, day, sequence, stamp]), [["a-plan.week-02.day-2.own@hardday", "2027-01-11", 1, "20270105T120000Z"]]);
  assert.deepEqual([second.changed, second.gone, second.events.length], [1, 0, 10]);
  const undone = fileOf(own(), second.kept, NOW + 2 * 864e5);
  assert.deepEqual(undone.events.filter(({ sequence }) => sequence).map(({ day, sequence }) => [day, sequence]), [["2027-01-13", 2]]);
});

test("a move of a week that has other roles since does not count", () => {
  const store = openStore(memoryStorage());
  store.set("move.a-plan.2", { to: "2103456", roles: "-,a,a,-,e,l,c" });
  assert.deepEqual(own({ orderOf: (week, roles) => orderOf(store, "a-plan", week, roles) }), own());
  const without = plan();
  for (const week of without.weeks) delete week.moves;
  const asked = ownEvents(without, { start: "2027-01-04", site: SITE, orderOf: () => assert.fail("no move is known") });
  assert.deepEqual(asked, own());
});

test("the same content keeps its number and its time however often it is written", () => {
  let kept = {};
  for (const later of [0, 1, 2, 3]) {
    const found = fileOf(own(), kept, NOW + later * 864e5);
    assert.deepEqual(new Set(found.events.map(({ sequence, stamp }) => `${sequence} ${stamp}`)), new Set(["0 20270104T120000Z"]));
    ({ kept } = found);
  }
  assert.equal(Object.keys(kept).length, 10);
});

test("other dates and other units change every event once, and never its UID", () => {
  const first = fileOf(own(), {}, NOW);
  const moved = fileOf(own({ start: "2027-03-01" }), first.kept, NOW + 1000);
  const metric = fileOf(own({ start: "2027-03-01", convert: (text) => text.replace("mi", "km") }), moved.kept, NOW + 2000);
  assert.deepEqual(metric.events.map(({ uid }) => uid), first.events.map(({ uid }) => uid));
  assert.deepEqual([...new Set(moved.events.map(({ sequence }) => sequence)), ...new Set(metric.events.map(({ sequence }) => sequence))], [1, 2]);
});

test("the time of a change never goes back, even where the device's clock does", () => {
  const first = fileOf(own(), {}, NOW);
  const second = fileOf(own({ start: "2027-03-01" }), first.kept, NOW - 864e5);
  assert.ok(second.events.every(({ stamp, sequence }) => stamp === "20270104T120000Z" && sequence === 1));
});

test("an event that is gone is told, remembered, and comes back with a higher number", () => {
  const first = fileOf(own(), {}, NOW);
  const without = fileOf(own().slice(1), first.kept, NOW);
  assert.deepEqual([without.gone, without.changed], [1, 0]);
  const still = fileOf(own().slice(1), without.kept, NOW);
  assert.equal(still.gone, 0);
  const again = fileOf(own(), still.kept, NOW);
  assert.deepEqual(again.events.map(({ sequence }) => sequence), [1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  assert.equal(Object.keys(again.kept).length, 10);
});

test("what is no revision counts as none", () => {
  const uid = own()[0].uid;
  for (const wrong of [null, 3, [], ["x"], ["x", -1, "20270104T120000Z"], ["x", 1.5, "20270104T120000Z"], ["x", 1, "\r\nATTENDEE:x"], ["x", "1", "20270104T120000Z"], { 0: "x" }]) {
    const { events } = fileOf(own(), { [uid]: wrong }, NOW);
    assert.deepEqual([events[0].sequence, events[0].stamp], [0, "20270104T120000Z"]);
  }
  assert.equal(fileOf(own(), null, NOW).events.length, 10);
});

test("a private file says Training and when, and nothing of the plan", () => {
  const { events } = fileOf(own({ busy: true }), {}, NOW);
  const written = feed("Training", events, { busy: true });
  assert.doesNotMatch(written, /a-plan|week|Day|http|DESCRIPTION|URL/);
  assert.deepEqual(events.map(({ day }) => day), own().map(({ day }) => day));
  assert.equal(new Set(events.map(({ uid }) => uid)).size, 10);
  assert.deepEqual(own({ busy: true, start: "2028-01-03" }).map(({ uid }) => uid), events.map(({ uid }) => uid));
});

test("the UIDs of private events of many plans are all different", () => {
  const uids = new Set();
  for (let at = 0; at < 200; at += 1) {
    for (const { uid } of ownEvents({ ...plan(9), plan: `plan-${at}` }, { start: "2027-01-04", site: SITE, busy: true })) uids.add(uid);
  }
  assert.equal(uids.size, 200 * 9 * 5);
});

test("a plan that begins again: rounds follow one another and have UIDs of their own", () => {
  const events = own({ rounds: [2, 3] });
  assert.equal(events.length, 20);
  assert.deepEqual([events[0].uid, events[0].day], ["a-plan.round-02.week-01.day-1.own@hardday", "2027-01-19"]);
  assert.deepEqual([events[10].uid, events[10].day], ["a-plan.round-03.week-01.day-1.own@hardday", "2027-02-02"]);
  assert.equal(new Set(events.map(({ uid }) => uid)).size, 20);
});

test("a file of such a plan holds the round of today and about twelve weeks", () => {
  const rounds = (days, iso) => comingRounds("2027-01-04", days, dayNumber(iso));
  assert.deepEqual(rounds(28, "2026-12-01"), [1, 2, 3]);
  assert.deepEqual(rounds(28, "2027-01-31"), [1, 2, 3]);
  assert.deepEqual(rounds(28, "2027-02-01"), [2, 3, 4]);
  assert.equal(rounds(7, "2027-01-04").length, 12);
  assert.deepEqual(rounds(140, "2027-01-04"), [1]);
});
