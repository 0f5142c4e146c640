// What was written down, as a table and as two small pictures with tables that say the same.
import { dateText, dayNumber, isDate, today, weekday } from "../../lib/dates.js";
import { planBefore } from "../../lib/renumbered.js";
import { light, monotony, sessionLoad, strain } from "../../lib/signals.js";
import { decimal, inside, named, t } from "../../lib/words.js";
import { weekAddress } from "../../page.js";
import { h } from "../../ui/dom.js";
import { dayText, history, lengthText, LIGHTS, readEntry, sessionName, setText } from "../log.js";
import { barChart } from "./chart.js";

/** All log entries, newest first: {key, plan, week, day, session, value}. */
export function logEntries(store) {
  return store
    .keys("log.")
    .map((key) => {
      const [, plan, week, day, session] = key.split(".");
      return { key, plan, week: Number(week), day: Number(day), session, value: readEntry(store, key) };
    })
    .filter((entry) => entry.session)
    .sort((one, other) => other.value.at.localeCompare(one.value.at) || other.key.localeCompare(one.key));
}

/** Loads by week, oldest first: {monday, daily (seven loads), total, monotony, strain}; weeks without entries between are 0. */
export function weeksOfLoad(entries) {
  const loads = new Map();
  for (const { value } of entries) {
    if (!value.at || !value.rpe || !value.minutes) continue;
    const day = dayNumber(value.at);
    loads.set(day, (loads.get(day) ?? 0) + sessionLoad(value.rpe, value.minutes));
  }
  if (!loads.size) return [];
  const mondayOf = (day) => day - weekday(day);
  const [first, last] = [mondayOf(Math.min(...loads.keys())), mondayOf(Math.max(...loads.keys()))];
  return Array.from({ length: (last - first) / 7 + 1 }, (_, at) => {
    const monday = first + 7 * at;
    const daily = Array.from({ length: 7 }, (_, day) => loads.get(monday + day) ?? 0);
    return { monday, daily, total: daily.reduce((sum, load) => sum + load, 0), monotony: monotony(daily), strain: strain(daily) };
  });
}

/** The sections of the log's page about what was written down. */
export function sections({ store, root }) {
  const entries = logEntries(store);
  if (!entries.length) return [h("p", { class: "hd-panel" }, t("Nothing is written down yet. Open a week, tick a session, or answer “How was it?”."))];
  return [loadSection(weeksOfLoad(entries)), bodySection(entries), daysSection(entries, store, root)].filter(Boolean);
}

function loadSection(weeks) {
  if (!weeks.length) return null;
  const recent = weeks.slice(-16);
  // A week that is not over has rest days to come that say nothing yet.
  const number = (value, digits, week) => (value === null || week.monday + 6 >= today() ? "–" : decimal(value.toFixed(digits)));
  const rows = recent.map((week) => [dateText(week.monday), String(Math.round(week.total)), number(week.monotony, 2, week), number(week.strain, 0, week)]);
  return h(
    "section",
    {},
    h("h2", {}, t("Load")),
    h("p", { class: "hd-soft" }, t("Effort times minutes, added up by week from Monday. Look at your own trend; there is no threshold, and no number here says what will happen to you. Monotony is the mean day over the spread of the days: above 2, days are much alike. Strain is load times monotony. Coaching convention.")),
    barChart(recent.map((week) => ({ label: dateText(week.monday), value: Math.round(week.total) })), t("Load by week")),
    table([t("Week of"), t("Load"), t("Monotony"), t("Strain")], rows),
  );
}

function bodySection(entries) {
  const days = entries.filter((entry) => entry.session === "day" && entry.value.at).slice(0, 28).reverse();
  const sore = days.filter((entry) => typeof entry.value.soreness === "number");
  if (!sore.length) return null;
  return h(
    "section",
    {},
    h("h2", {}, t("Soreness")),
    barChart(sore.map((entry) => ({ label: dateText(dayNumber(entry.value.at)), value: entry.value.soreness })), t("Soreness by day, 0 to 10"), 10),
  );
}

/** Everything, newest day first: short lines that fit a phone and a printed page. */
function daysSection(entries, store, root) {
  const days = new Map();
  for (const entry of entries) {
    const { plan, week, day, value } = entry;
    const key = `${value.at} ${plan} ${week} ${day}`;
    days.set(key, [...(days.get(key) ?? []), entry]);
  }
  return h("section", {}, h("h2", {}, t("Everything you wrote down")), h("ul", { class: "hd-logdays" }, [...days.values()].map((one) => dayItem(one, store, root))));
}

function dayItem(entries, store, root) {
  const [{ plan: name, week, day, value }] = entries;
  const { plan, edition } = planBefore(name);
  const kept = store.get(`plan.${plan}`, {});
  const at = { plan: kept.title ?? named(plan), week, day: day + 1 };
  const where = edition ? t("{plan}, week {week}, day {day} (as it was numbered before)", at) : t("{plan}, week {week}, day {day}", at);
  const href = new URL(kept.weeks && !edition ? weekAddress(plan, week, kept.weeks) : `plans/${plan}/`, root).href;
  const date = value.at ? dateText(dayNumber(value.at), { weekday: true, year: true }) : t("Without a date");
  const sessions = entries.filter((entry) => entry.session !== "day").sort((one, other) => other.session.localeCompare(one.session));
  const body = entries.find((entry) => entry.session === "day");
  return h(
    "li",
    {},
    h("h3", {}, date),
    h("p", {}, h("a", { href }, where)),
    sessions.map((entry) => h("p", {}, h("b", {}, sessionName(entry.session)), `: ${sessionWords(entry.value)}`)),
    body && h("p", {}, h("b", {}, t("Body")), `: ${bodyWords(store, body)}`),
  );
}

function bodyWords(store, { key, value }) {
  const signal = light(value, history(store, key, value.at));
  const pain = [
    typeof value.pain?.during === "number" ? t("pain during {number}", { number: value.pain.during }) : "",
    typeof value.pain?.nextMorning === "number" ? t("next morning {number}", { number: value.pain.nextMorning }) : "",
    value.pain?.bone ? t("on a bone") : "",
  ];
  return [signal && t("{color} light", { color: inside(LIGHTS[signal.color]) }), dayText(value), ...pain].filter(Boolean).join(" · ");
}

function sessionWords(entry) {
  const { done, rpe, minutes, sets } = entry;
  return [
    done ? t("done") : "",
    lengthText(entry),
    minutes ? `${decimal(minutes)}\u00a0min` : "",
    typeof rpe === "number" ? `RPE ${decimal(rpe)}` : "",
    rpe && minutes ? t("load {load}", { load: decimal(sessionLoad(rpe, minutes)) }) : "",
    ...sets.map(setText),
  ]
    .filter(Boolean)
    .join(" · ");
}

function table(heads, rows) {
  return h(
    "table",
    { class: "hd-small" },
    h("thead", {}, h("tr", {}, heads.map((head) => h("th", { scope: "col" }, head)))),
    h("tbody", {}, rows.map((row) => h("tr", {}, row.map((cell) => h("td", {}, cell))))),
  );
}

/** The day of an entry for files: its date where it has one. */
export function dateOf(value) {
  return isDate(value.at ?? "") ? value.at : "";
}
