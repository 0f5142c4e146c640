import assert from "node:assert/strict";
import { test } from "node:test";
import { datesEntry, ownDates, shift } from "../../templates/assets/js/own_dates.js";
import { pageFacts, planFacts, siteRoot, weekAddress } from "../../templates/assets/js/page.js";
import { memoryStorage, openStore } from "../../templates/assets/js/store.js";
import { vectors } from "./shared.js";

const DATA = {
  plan: "first-half", title: "First half", kind: "dated", weeks: "14", days: "98", cycle: "7", first: "monday", units: "mi",
  race: "97", start: "", races: '[["spring","Spring half","2027-04-25","2027-01-18"]]', week: "2", day: "7",
};

const context = (data = {}, kept = null) => {
  const store = openStore(memoryStorage());
  if (kept) store.set("plan.first-half", kept);
  return { page: planFacts({ ...DATA, ...data }), store };
};

test("the facts of a page", () => {
  const facts = planFacts(DATA);
  assert.deepEqual(facts, {
    plan: "first-half", title: "First half", kind: "dated", weeks: 14, days: 98, cycle: 7, first: "monday", units: "mi", race: 97, start: null,
    races: [{ id: "spring", name: "Spring half", date: "2027-04-25", start: "2027-01-18" }], week: 2, day: 7, edition: 1, renumbered: new Map(),
  });
});

test("what a page lacks is null, and a zero is none", () => {
  const { race, start, races, week, day } = planFacts({ ...DATA, race: "", races: "", week: undefined, day: "0" });
  assert.deepEqual({ race, start, races, week, day }, { race: null, start: null, races: [], week: null, day: 0 });
  assert.equal(planFacts({ ...DATA, race: "0" }).race, 0);
  assert.equal(pageFacts({ querySelector: () => null }), null);
  const element = { dataset: DATA };
  const facts = pageFacts({ querySelector: (selector) => (selector === "[data-plan]" ? element : null) });
  assert.equal(facts.element, element);
  assert.ok(Object.isFrozen(facts));
});

test("addresses below the site's root, wherever that is", () => {
  assert.equal(siteRoot("https://x.org/assets/js-1a2b/main.js").href, "https://x.org/");
  assert.equal(siteRoot("https://x.org/sub/path/assets/js/main.js").href, "https://x.org/sub/path/");
  assert.equal(weekAddress("p", 7, 14), "plans/p/week-07/");
  assert.equal(weekAddress("p", 14, 99), "plans/p/week-14/");
  assert.equal(weekAddress("p", 7, 100), "plans/p/week-007/");
});

test("a plan without dates has none, one in stages never has", () => {
  assert.equal(ownDates({ page: null, store: context().store }), null);
  assert.equal(ownDates(context({ races: "" })), null);
  assert.equal(ownDates(context({ races: '[["a","A","2027-04-25","2027-01-18"],["b","B","2027-05-02","2027-01-25"]]' })), null);
  assert.equal(ownDates(context({ kind: "staged", start: "2027-01-04" }, { start: "2027-02-01", by: "start" })), null);
});

test("the clinic's dates, and the athlete's own before them", () => {
  assert.deepEqual(ownDates(context()), { start: "2027-01-18", by: "clinic:spring", own: false });
  assert.deepEqual(ownDates(context({ start: "2027-01-04" })), { start: "2027-01-04", by: "start", own: false });
  assert.deepEqual(ownDates(context({ start: "2027-01-04" }, { start: "2027-02-01", by: "start" })), { start: "2027-02-01", by: "start", own: true });
});

test("dates that are none count as not chosen", () => {
  for (const start of ["2027-02-30", "", null, 5, ["2027-02-01"], {}]) {
    assert.deepEqual(ownDates(context({}, { start, by: "start" })), { start: "2027-01-18", by: "clinic:spring", own: false });
  }
  for (const kept of ["2027-02-01", 5, [], true]) assert.equal(ownDates(context({}, kept)).own, false);
});

test("a race day that was chosen stays when the plan gets longer", () => {
  const kept = { start: "2027-02-01", by: "race", race: 97 };
  assert.equal(ownDates(context({}, kept)).start, "2027-02-01");
  assert.equal(ownDates(context({ race: "104" }, kept)).start, "2027-01-25");
  assert.equal(ownDates(context({ race: "" }, kept)).start, "2027-02-01");
  assert.equal(ownDates(context({ race: "104" }, { ...kept, by: "start" })).start, "2027-02-01");
  for (const race of [null, "97", 1.5]) assert.equal(ownDates(context({ race: "104" }, { ...kept, race })).start, "2027-02-01");
});

test("whoever chose the clinic's race goes with it when it is moved", () => {
  const kept = { start: "2027-01-11", by: "clinic:spring", race: 97 };
  assert.deepEqual(ownDates(context({}, kept)), { start: "2027-01-18", by: "clinic:spring", own: true });
  assert.equal(ownDates(context({ races: "" }, kept)).start, "2027-01-11");
});

test("how much later than written a plan stands", () => {
  for (const { start, first, later } of vectors("dates").shifts) assert.equal(shift(start, first), later, `${start}, ${first}`);
});

test("what is kept of a plan's dates is enough for the home page", () => {
  assert.deepEqual(datesEntry(planFacts(DATA), "2027-01-18", "race"), {
    start: "2027-01-18", by: "race", title: "First half", kind: "dated", days: 98, cycle: 7, weeks: 14, race: 97, first: "monday",
  });
});
