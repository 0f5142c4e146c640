import assert from "node:assert/strict";
import { test } from "node:test";
import * as paces from "../../templates/assets/js/lib/paces.js";
import { convertText } from "../../templates/assets/js/lib/units.js";
import { drawing, vectors } from "./shared.js";

const cases = vectors("paces");
const seconds = paces.parseTime;

function near(found, expected, within, why) {
  assert.ok(Math.abs(found - expected) <= within, `${why}: ${found} instead of ${expected} ± ${within}`);
}

test("race times of the published table", () => {
  for (const row of cases.table) {
    for (const metres of [5000, 10000, 21097.5, 42195]) {
      const expected = seconds(row[metres]);
      near(paces.raceTime(row.vdot, metres), expected, expected * cases.race_tolerance, `${metres} m at ${row.vdot}`);
      near(paces.vdot(metres, paces.raceTime(row.vdot, metres)), row.vdot, 0.001, "and back");
    }
  }
});

test("training paces of the published table", () => {
  const within = cases.training_tolerance_s;
  for (const row of cases.table) {
    near(paces.paceBand(row.vdot, "threshold")[0], seconds(row.threshold_km), within.threshold_km, "threshold");
    if (row.interval_km) near(paces.paceBand(row.vdot, "interval")[0], seconds(row.interval_km), within.interval_km, "interval");
    near(paces.paceBand(row.vdot, "repetition")[0] * 0.4, seconds(row.repetition_400), within.repetition_400, "repetition");
  }
});

test("single values", () => {
  for (const { metres, time, vdot, within } of cases.values) near(paces.vdot(metres, seconds(time)), vdot, within, time);
});

test("each kind of run is a share of VDOT, fast end first; all that is easy lies within the easy share", () => {
  const oxygen = (pace) => -4.6 + 0.182258 * (60000 / pace) + 0.000104 * (60000 / pace) ** 2;
  const { least, most } = cases.easy_share;
  for (const [name, shares] of Object.entries(cases.shares)) {
    const found = paces.paceBand(50, name).map((pace) => oxygen(pace) / 50);
    shares.forEach((share, end) => near(found[end], share, 1e-9, `${name}, end ${end}`));
    if (["easy", "long", "aerobic"].includes(name)) assert.ok(shares[0] <= most && shares[1] >= least && shares[0] > shares[1], name);
  }
});

test("bands as they stand", () => {
  const said = Object.fromEntries(["easy", "long", "aerobic", "threshold", "interval", "repetition", "mile", "3k", "5k", "10k", "half-marathon", "marathon"].map((name) => [name, paces.paceText(paces.paceBand(50, name), "km")]));
  assert.equal(said["half-marathon"], "4:20\u00a0/km");
  assert.equal(said["5k"], "3:59\u00a0/km");
  assert.equal(said["10k"], "4:08\u00a0/km");
  assert.equal(said.repetition, said.mile);
  assert.equal(said.marathon, "4:31\u00a0/km");
  assert.match(said.easy, /^5:\d\d–5:\d\d\u00a0\/km$/);
});

test("where effort alone counts there is no pace", () => {
  for (const name of ["hills", "strides", "hard", "", "toString", "constructor", "__proto__", undefined]) assert.equal(paces.paceBand(50, name), null, name);
});

test("no VDOT for what no runner runs", () => {
  for (const [metres, time] of cases.no_runner) assert.equal(paces.vdot(metres, time), null, `${metres} m in ${time} s`);
  for (const time of [NaN, undefined, "", Infinity]) assert.equal(paces.vdot(5000, time), null, String(time));
  assert.equal(paces.vdot(5000, paces.raceTime(10, 5000) + 20), null);
  assert.ok(paces.vdot(5000, paces.raceTime(10, 5000) - 20) >= 10);
  assert.equal(paces.vdot(5000, paces.raceTime(90, 5000) - 5), null);
  assert.ok(paces.vdot(5000, paces.raceTime(90, 5000) + 5) <= 90);
});

test("the marathon's caveat says all that it has to", () => {
  for (const part of cases.caveat) assert.ok(paces.MARATHON_CAVEAT.includes(part), part);
});

test("distances of races are what the rules of athletics say", () => {
  const metres = Object.fromEntries(paces.RACE_DISTANCES.map((one) => [one.id, one.metres]));
  assert.deepEqual(metres, { mile: 1609.344, "3k": 3000, "5k": 5000, "10k": 10000, "half-marathon": 21097.5, marathon: 42195 });
});

test("times as text", () => {
  for (const [time, text] of cases.time_texts) assert.equal(paces.timeText(time), text);
});

test("times that are read, and those that could be read two ways", () => {
  for (const [text, time] of cases.times) assert.equal(paces.parseTime(text), time, text);
  for (const text of cases.no_times) assert.equal(paces.parseTime(text), null, text);
});

test("paces in the unit of the plan", () => {
  for (const { band, km, mi } of cases.pace_texts) {
    assert.equal(paces.paceText(band, "km"), km);
    assert.equal(paces.paceText(band, "mi"), mi);
  }
});

test("no pace ever has sixty seconds, and miles and back are off by a second at most", () => {
  const { random } = drawing(14);
  for (let turn = 0; turn < 2000; turn += 1) {
    const pace = 120 + random() * 900;
    for (const unit of ["km", "mi"]) {
      const text = paces.paceText([pace, pace + random() * 60], unit);
      assert.match(text, /^\d+:[0-5]\d(–\d+:[0-5]\d)?\u00a0\/(km|mi)$/);
      const other = unit === "km" ? "mi" : "km";
      const there = convertText(text, { distance: other });
      assert.match(there, /^\d+:[0-5]\d(–\d+:[0-5]\d)?\u00a0\/(km|mi)$/);
      const [before, after] = [text, convertText(there, { distance: unit })].map((one) => paces.parseTime(one.split(/[–\u00a0]/)[0]));
      near(after, before, 1, text);
    }
  }
});

test("a faster race never gives slower paces", () => {
  for (const name of ["easy", "long", "aerobic", "threshold", "interval", "repetition", "marathon"]) {
    for (let fitness = 15; fitness < 85; fitness += 1) {
      assert.ok(paces.paceBand(fitness + 1, name)[0] < paces.paceBand(fitness, name)[0], `${name} at ${fitness}`);
    }
  }
});
