// The log on a week's page: tick what is done, say how it was, see the day's traffic light with the rule behind it.
import { dayNumber, isDate, isoDate, today, weekDates } from "../lib/dates.js";
import { light, painAdvice, sessionLoad } from "../lib/signals.js";
import { capital, decimal, named, t } from "../lib/words.js";
import { ownDates } from "../own_dates.js";
import { h } from "../ui/dom.js";

export function start(context) {
  const { page, store } = context;
  if (!page?.week) return;
  const days = [...page.element.querySelectorAll(".hd-day")].map((card) => new LoggedDay(context, card));
  const summary = h("p", { class: "hd-soft hd-week-log" });
  page.element.querySelector(".hd-steps-nav").before(summary);
  const show = () => {
    days.forEach((day) => day.show());
    const sessions = days.flatMap((day) => day.sessions.map((session) => readEntry(store, day.key(session))));
    const done = sessions.filter((session) => session.done).length;
    const load = sessions.reduce((sum, { rpe, minutes }) => sum + (rpe && minutes ? sessionLoad(rpe, minutes) : 0), 0);
    summary.replaceChildren(
      `${t("{done} of {all} sessions done this week", { done, all: sessions.length })}${load ? ` · ${t("load {load}", { load: Math.round(load) })}` : ""}. `,
      h("a", { href: new URL("log/", context.root).href }, t("Your log")),
    );
  };
  show();
  document.addEventListener("hardday:changed", (event) => event.detail === "log" && show());
  addEventListener("storage", show);
}

/**
 * What is written down under a key. Whatever another program may have made of it, numbers are numbers, a date is a
 * date, sets are a list: nobody who shows an entry has to ask.
 */
export function readEntry(store, key) {
  const value = store.get(key, {});
  const sets = Array.isArray(value.sets) ? value.sets.filter((set) => typeof set?.lift === "string").map((set) => only(set, ["weight", "reps", "rir"], ["unit"])) : [];
  const pain = value.pain !== null && typeof value.pain === "object" ? only(value.pain, ["during", "nextMorning"], ["where", "side"]) : null;
  const entry = only(value, ["rpe", "minutes", "distance", "soreness", "fatigue", "sleep"], ["distance_unit", "ill", "note"]);
  return { ...entry, sets, pain, at: typeof value.at === "string" && isDate(value.at) ? value.at : "" };
}

/** A value whose numbers are numbers and whose texts are texts; null where something else stood, or nothing. */
function only(value, numbers, texts) {
  const read = [...numbers.map((name) => [name, isNumber(value[name])]), ...texts.map((name) => [name, typeof value[name] === "string"])];
  return { ...value, ...Object.fromEntries(read.map(([name, right]) => [name, right ? value[name] : null])) };
}

/** One day's card with its ticks, its button and what was written down. */
class LoggedDay {
  constructor(context, card) {
    this.context = context;
    this.card = card;
    this.at = Number(card.dataset.at);
    this.sessions = [...card.querySelectorAll(".hd-session")].map((one) => one.dataset.session);
    this.ticks = new Map(this.sessions.map((session) => [session, this.tick(session)]));
    this.mark = h("span", { class: "hd-done-mark" });
    this.said = h("div", { class: "hd-logged" });
    const ask = async () => (await import("./ask/log.js")).askHowItWas(this);
    const when = card.querySelector(".hd-when").textContent;
    const button = h("button", { type: "button", class: "hd-button", onclick: ask }, t("How was it?"), h("span", { class: "hd-hidden" }, ` ${when}`));
    card.querySelector(".hd-when").append(this.mark);
    card.querySelector(".hd-write").replaceWith(this.said, h("p", { class: "hd-logbar" }, button));
  }

  key(session) {
    const { plan, week } = this.context.page;
    return `log.${plan}.${week}.${this.at}.${session}`;
  }

  /** The day's date: the athlete's own where the plan has dates, else the day on which it is written down. */
  get date() {
    const dates = ownDates(this.context);
    const { week, cycle } = this.context.page;
    if (!dates) return isoDate(today());
    return isoDate(weekDates(dates.start, week, cycle)[0] + Number(this.card.dataset.place ?? this.at));
  }

  tick(session) {
    const { store } = this.context;
    const box = h("input", { type: "checkbox" });
    box.addEventListener("change", () => {
      const key = this.key(session);
      const before = store.get(key, {});
      const kept = store.set(key, { ...before, done: box.checked, at: before.at ?? this.date });
      if (!kept) box.checked = !box.checked;
      document.dispatchEvent(new CustomEvent("hardday:changed", { detail: "log" }));
    });
    const label = h("label", { class: "hd-tick" }, box, h("span", {}, t("{session} done", { session: sessionName(session) })));
    this.card.querySelector(`.hd-session[data-session="${session}"]`).append(label);
    return box;
  }

  show() {
    const { store } = this.context;
    for (const [session, box] of this.ticks) box.checked = Boolean(store.get(this.key(session))?.done);
    const all = this.sessions.length > 0 && [...this.ticks.values()].every((box) => box.checked);
    this.mark.replaceChildren(...(all ? [` · ${t("done")} ✓`] : []));
    const bar = this.context.page.element.querySelectorAll(".hd-strip > a")[Number(this.card.dataset.place ?? this.at)];
    bar?.querySelector(".hd-done")?.remove();
    if (all) bar?.append(h("span", { class: "hd-done" }, "✓", h("span", { class: "hd-hidden" }, ` ${t("done")}`)));
    this.said.replaceChildren(...this.summary());
    document.dispatchEvent(new CustomEvent("hardday:drawn", { detail: this.said }));
  }

  /** What was written down, the light and its rule. */
  summary() {
    const { store, root } = this.context;
    const day = this.context.store.keys(this.key("day")).length ? readEntry(store, this.key("day")) : null;
    const link = (address, text) => h("a", { href: new URL(address, root).href }, text);
    const lines = this.sessions.map((session) => sessionText(session, readEntry(store, this.key(session)))).filter(Boolean);
    if (day) lines.push(dayText(day));
    const found = lines.filter(Boolean).map((text) => h("p", { class: "hd-soft" }, text));
    const signal = day && light(day, history(store, this.key("day"), day.at));
    if (signal) {
      found.push(
        h("p", { class: `hd-light hd-light--${signal.color}` }, h("b", {}, LIGHTS[signal.color]), ` ${signal.rule} ${signal.advice} `, link("soreness-and-fatigue/", t("Coaching convention"))),
      );
    }
    const pain = day?.pain && painAdvice(day.pain);
    if (pain) found.push(h("p", { class: "hd-light" }, `${pain} `, link("stop-signs/", t("Stop signs"))));
    return found;
  }
}

/** Earlier days' notes, newest first, with how many days ago each was. */
export function history(store, key, at) {
  if (!at) return [];
  return store
    .keys("log.")
    .filter((one) => one.endsWith(".day") && one !== key)
    .map((one) => readEntry(store, one))
    .filter((day) => day.at)
    .map((day) => ({ daysAgo: dayNumber(at) - dayNumber(day.at), soreness: day.soreness, sleep: day.sleep }))
    .filter((day) => day.daysAgo > 0)
    .sort((one, other) => one.daysAgo - other.daysAgo);
}

/** "9 mi", in the unit in which it was written down; empty without. */
export function lengthText({ distance, distance_unit: unit }) {
  return distance && ["km", "mi"].includes(unit) ? `${decimal(distance)}\u00a0${unit}` : "";
}

function sessionText(session, entry) {
  const { rpe, minutes, sets } = entry;
  const parts = [
    lengthText(entry),
    minutes ? `${decimal(minutes)}\u00a0min` : "",
    rpe !== undefined && rpe !== null ? `RPE ${decimal(rpe)}` : "",
    rpe && minutes ? t("load {load}", { load: decimal(sessionLoad(rpe, minutes)) }) : "",
    ...sets.map(setText),
  ].filter(Boolean);
  return parts.length ? `${sessionName(session)}: ${parts.join(" · ")}` : "";
}

/** What each color of the day's light is called. */
export const LIGHTS = { green: t("Green"), amber: t("Amber"), red: t("Red") };
const SIDES = { left: t("left"), right: t("right"), both: t("both") };
const KINDS = {
  run: [t("Run"), t("Second run"), (place) => t("{place}th run", { place })],
  cross: [t("Cross-training"), t("Second cross-training"), (place) => t("{place}th cross-training", { place })],
  lift: [t("Lift"), t("Second lift"), (place) => t("{place}th lift", { place })],
};

/** "Run", "Second run": a session by its id. */
export function sessionName(session) {
  const [kind, place] = session.split("-");
  const [first, second, later] = KINDS[kind] ?? [capital(session), capital(session), () => capital(session)];
  if (place === undefined) return first;
  return place === "2" ? second : later(place);
}

/** "left", in the site's language: a side by its id, "" for none. */
export const sideName = (side) => SIDES[side] ?? side;

/** "back squat 80 kg × 6, 2 left". */
export function setText({ lift, weight, unit, reps, rir }) {
  const heavy = weight ? ` ${decimal(weight)}\u00a0${unit ?? "kg"}` : "";
  return `${named(lift)}${heavy}${reps ? ` × ${reps}` : ""}${rir === null || rir === undefined ? "" : `, ${t("{number} left", { number: decimal(rir) })}`}`;
}

/** What was noted of a day in one line. */
export function dayText({ soreness, fatigue, sleep, pain, ill, note }) {
  return [
    isNumber(soreness) ? t("Soreness {number}", { number: soreness }) : "",
    isNumber(fatigue) ? t("fatigue {number}", { number: fatigue }) : "",
    isNumber(sleep) ? t("slept {hours} h", { hours: decimal(sleep) }) : "",
    pain?.where ? t("pain: {where}", { where: [sideName(pain.side), pain.where].filter(Boolean).join(" ") }) : "",
    ill ?? "",
    note ? t("“{note}”", { note }) : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

const isNumber = (value) => typeof value === "number" && Number.isFinite(value);
