// The dialog for calendars: subscribe to the clinic's dates, or take along a file with dates of one's own.
import { dateText, dayNumber, today } from "../../lib/dates.js";
import { BUSY, comingRounds, feed, ownEvents, revised } from "../../lib/ics.js";
import { convertText } from "../../lib/units.js";
import { t } from "../../lib/words.js";
import { orderOf } from "../../moved.js";
import { openDialog } from "../../ui/dialog.js";
import { field, h } from "../../ui/dom.js";
import { download } from "../../ui/download.js";

/** Offer what there is for a plan with these dates; null if it has none yet. */
export function askForCalendar(context, dates) {
  const feeds = feedsOf(context.page, dates);
  // Within the dialog: what stands behind it is not read aloud while it is open.
  const status = h("p", { class: "hd-soft", role: "status" });
  const say = (text) => (status.textContent = text);
  let asked = false;
  openDialog({
    title: t("Calendar"),
    wide: true,
    body: [feeds.length > 0 && subscriptions(context, feeds, say), dates ? ownFile(context, dates, feeds.length > 0, say) : noDates(feeds.length > 0), status],
    actions: dates ? [] : [{ text: t("Set your dates"), primary: !feeds.length, onClick: () => void (asked = true) }],
    onClose: () => asked && void setDates(context),
  });
}

async function setDates(context) {
  (await import("./dates.js")).askForDates(context, null);
}

/** The calendars that the site publishes for these dates; without dates all of the plan's: {name, file}. */
export function feedsOf(page, dates) {
  if (page.start) return !dates || dates.start === page.start ? [{ name: page.title, file: "calendar" }] : [];
  return page.races
    .filter((race) => !dates || race.start === dates.start)
    .map((race) => ({ name: `${race.name}, ${dateText(dayNumber(race.date), { year: true })}`, file: race.id }));
}

function subscriptions({ page, root }, feeds, say) {
  const address = (file) => new URL(`plans/${page.plan}/${file}.ics`, root);
  return h(
    "section",
    { class: "hd-feeds" },
    h("h3", {}, t("Subscribe")),
    h("p", {}, t("Your calendar app then follows the plan whenever we change it. Most apps look once or twice a day, some more rarely, so a change may take a day to show. A subscription does not know the days that you move here.")),
    feeds.map(({ name, file }, at) =>
      h(
        "div",
        { role: "group", "aria-label": name },
        h("h4", {}, name),
        subscription(t("Every session in full"), address(file), say, at === 0),
        subscription(t("Private: only says “{word}”", { word: BUSY }), address(`${file}-busy`), say),
      ),
    ),
  );
}

function subscription(label, address, say, first = false) {
  const input = h("input", { type: "text", readonly: true, value: address.href, onfocus: () => input.select() });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address.href);
      say(t("The address is copied."));
    } catch {
      input.focus();
      say(t("Copy the marked address."));
    }
  };
  const named = (text) => ({ class: "hd-button", "aria-label": `${text}: ${label}` });
  // Without it the focus would first go to the address, which is the second choice.
  const subscribe = h("a", { ...named(t("Subscribe")), href: address.href.replace(/^https?:/, "webcal:"), autofocus: first }, t("Subscribe"));
  const button = h("button", { ...named(t("Copy address")), type: "button", onclick: copy }, t("Copy address"));
  return h("div", { class: "hd-feed" }, field(label, input), h("p", { class: "hd-tools" }, subscribe, button));
}

function noDates(published) {
  return h("p", {}, published ? t("For a race of your own, or with days that you move, set your dates first; then this makes a file of them.") : t("A calendar needs dates. Set your race day or your first day, then this makes a file for your calendar."));
}

function ownFile(context, dates, published, say) {
  const save = (busy) => async () => say(await saveFile(context, dates, busy));
  const button = (text, busy) => h("button", { type: "button", class: `hd-button${busy || published ? "" : " hd-button--primary"}`, onclick: save(busy) }, text);
  const ends = context.page.kind === "rolling" ? ` ${t("This plan begins again and again; the file holds the next twelve weeks.")}` : "";
  return h(
    "section",
    {},
    h("h3", {}, t("A file for your calendar")),
    h("p", {}, `${t("It has your dates from {date} on, the days that you moved, and your units.", { date: dateText(dayNumber(dates.start), { weekday: true, year: true }) })}${ends} ${t("It is made in this browser; nothing is sent anywhere.")}`),
    published && h("p", {}, t("Take it instead of the subscription if you move days, not beside it.")),
    h("p", {}, t("After you change dates or move a day, download and import it again, into the same calendar: its events are updated, not doubled. What the plan no longer has you delete there yourself.")),
    h("p", { class: "hd-tools" }, button(t("Download calendar file"), false), button(t("Download private file (only says “{word}”)", { word: BUSY }), true)),
  );
}

/** Make the file and offer it; returns what to tell the athlete. */
async function saveFile(context, dates, busy) {
  const { page, store } = context;
  let plan;
  try {
    const answer = await fetch(new URL(`plans/${page.plan}/athlete.json`, context.root));
    if (!answer.ok) throw new Error(`${answer.status}`);
    plan = await answer.json();
  } catch {
    return t("The plan could not be read. Try again when you are online.");
  }
  const { events, kept, changed, gone } = ownRevisions(context, plan, dates, busy);
  store.set(`calendar.${page.plan}`, kept);
  download(`${page.plan}${busy ? "-private" : ""}.ics`, "text/calendar;charset=utf-8", feed(busy ? BUSY : plan.title, events, { busy }));
  const since = [changed && t("{n} of them changed", { n: changed }), gone && t("{n} of the last file are gone", { n: gone })].filter(Boolean);
  return `${t("The file has {n} events", { n: events.length })}${since.length ? `; ${since.join(", ")}` : ""}.`;
}

/** The events of the athlete's own file with their revisions, and what to remember of them. */
export function ownRevisions({ page, store, root }, plan, dates, busy, now = Date.now()) {
  const units = store.get("units", {}) ?? {};
  const events = ownEvents(plan, {
    start: dates.start,
    site: root.href,
    busy,
    convert: (text) => convertText(text, units),
    orderOf: (week, roles) => orderOf(store, page.plan, week, roles),
    rounds: page.kind === "rolling" ? comingRounds(dates.start, page.days, today(new Date(now))) : null,
  });
  const before = store.get(`calendar.${page.plan}`, {}) ?? {};
  const variant = busy ? "private" : "full";
  const found = revised(events, before[variant], now);
  // Rounds that are over leave the file of a plan that begins again; they are not gone from it.
  return { ...found, kept: { ...before, [variant]: found.kept }, gone: page.kind === "rolling" ? 0 : found.gone };
}
