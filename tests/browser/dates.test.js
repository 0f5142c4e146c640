import assert from "node:assert/strict";
import { test } from "node:test";
import * as dates from "../../templates/assets/js/lib/dates.js";
import { digests } from "./dates_digest.js";
import { vectors } from "./shared.js";

const cases = vectors("dates");
const number = dates.dayNumber;

test("an ISO date is a number of days, and back", () => {
  for (const [iso, day, weekday] of cases.days) {
    assert.equal(number(iso), day, iso);
    assert.equal(dates.isoDate(day), iso);
    assert.equal(dates.WEEKDAYS[dates.weekday(day)], weekday, iso);
    assert.equal(dates.isDate(iso), true, iso);
  }
});

test("in English the days are called what they are called for programs, in three letters where it is narrow", () => {
  assert.deepEqual(dates.WEEKDAY_NAMES, dates.WEEKDAYS);
  assert.deepEqual(dates.SHORT_DAYS, ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]);
});

test("weekdays go on before 1970", () => {
  for (const [iso, weekday] of [["1969-12-31", "Wednesday"], ["1900-01-01", "Monday"]]) assert.equal(dates.WEEKDAYS[dates.weekday(number(iso))], weekday);
});

test("what is no date is refused", () => {
  for (const text of [...cases.no_days, null, undefined, 20819, {}, [], ["2027-01-01"], NaN, true]) {
    assert.equal(dates.isDate(text), false, String(text));
    assert.throws(() => number(text), RangeError, String(text));
  }
});

test("a plan starts so that its race falls on the race's date", () => {
  for (const { why, race, race_day: day, start } of cases.starts_for_race) {
    assert.equal(dates.startForRace(race, day), start, why);
    assert.equal(dates.isoDate(number(start) + day), race, why);
  }
});

test("where in a plan a day lies", () => {
  for (const { today, is, ...plan } of cases.where) {
    const { index, ...found } = dates.whereIs(number(today), plan);
    assert.deepEqual(found, is, `${today} in ${JSON.stringify(plan)}`);
    if (is.state === "before") assert.equal(index, -is.inDays);
  }
});

test("where in a plan: the day's number within the plan", () => {
  const plan = { start: "2027-01-04", days: 70, cycle: 7, kind: "rolling" };
  assert.equal(dates.whereIs(number("2027-01-04"), plan).index, 0);
  assert.equal(dates.whereIs(number("2027-03-14"), plan).index, 69);
  assert.equal(dates.whereIs(number("2027-03-15"), plan).index, 0);
  assert.equal(dates.whereIs(number("2027-03-15"), { ...plan, kind: "dated" }).index, 70);
});

test("the days of a week and how they are said", () => {
  for (const { start, week, cycle, first, last, text } of cases.weeks) {
    assert.deepEqual(dates.weekDates(start, week, cycle).map(dates.isoDate), [first, last], text);
    assert.equal(dates.rangeText(number(first), number(last)), text);
  }
  // The same month of another year is another month.
  assert.equal(dates.rangeText(number("2027-03-01"), number("2028-03-02")), "March 1–March 2");
});

test("dates as text", () => {
  for (const { day, short, named, full } of cases.texts) {
    assert.equal(dates.dateText(number(day)), short);
    assert.equal(dates.dateText(number(day), { weekday: true }), named);
    assert.equal(dates.dateText(number(day), { weekday: true, year: true }), full);
  }
});

test("the nearest such weekdays", () => {
  for (const { day, name, before, after } of cases.nearest) {
    assert.deepEqual(dates.nearestWeekday(number(day), name).map(dates.isoDate), [before, after], `${name} near ${day}`);
  }
});

test("today is what the device's own calendar shows, until its midnight", () => {
  const cases = [[2027, 2, 28, 23, 59, "2027-03-28"], [2027, 2, 29, 0, 1, "2027-03-29"], [2028, 1, 29, 23, 59, "2028-02-29"], [2027, 11, 31, 23, 59, "2027-12-31"], [2028, 0, 1, 0, 0, "2028-01-01"]];
  for (const [year, month, day, hour, minute, iso] of cases) {
    assert.equal(dates.isoDate(dates.today(new Date(year, month, day, hour, minute))), iso);
  }
  assert.ok(Number.isInteger(dates.today()));
});

test("the sums that engines are compared by change with whatever is a day off", () => {
  const sums = (wrong = {}) => JSON.stringify(digests({ ...dates, ...wrong }, "2027-03-01", "2027-04-30"));
  const sound = sums();
  assert.equal(sums(), sound);
  const off = {
    dayNumber: (iso) => number(iso) + (iso === "2027-03-29" ? 1 : 0),
    isoDate: (day) => dates.isoDate(day === 20900 ? 20901 : day),
    weekday: (day) => (dates.weekday(day) + (day === 20900 ? 1 : 0)) % 7,
    today: (now) => dates.today(new Date(now.getTime() + 120_000)),
    startForRace: (race, day) => dates.startForRace(race, day === 139 ? 140 : day),
    whereIs: (day, plan) => dates.whereIs(day, { ...plan, days: plan.days + 1 }),
    weekDates: (...week) => dates.weekDates(...week).map((day, at) => day + at),
    rangeText: (first, last) => dates.rangeText(first, last).replace("April", "May"),
    dateText: (day, shape) => dates.dateText(day, { ...shape, year: false }),
    nearestWeekday: (day, name) => dates.nearestWeekday(day, name === "sunday" ? "monday" : name),
  };
  for (const [name, wrong] of Object.entries(off)) assert.notEqual(sums({ [name]: wrong }), sound, name);
});
