// The athlete's own dates: asked for once a plan, then shown wherever the plan's days and weeks stand.
import { dateText, dayNumber, rangeText, SHORT_DAYS, weekDates, weekday, WEEKDAY_NAMES } from "../lib/dates.js";
import { ENGLISH, t, tn } from "../lib/words.js";
import { datesEntry, ownDates, shift } from "../own_dates.js";
import { announce, h, saidBeforeReload } from "../ui/dom.js";

/** A weekday in a sentence, alone or in the plural; not where a date follows, for a date's weekday is what it is. */
const A_DATE = ENGLISH ? "\\p{Lu}\\p{Ll}+ \\d" : "\\d+\\.? \\p{L}";
const NAMED = new RegExp(`\\b(${WEEKDAY_NAMES.join("|")})(?=\\b|s\\b)(?!, ${A_DATE})`, "gu");
const SHORT = new RegExp(`^(${SHORT_DAYS.join("|")})$`);

export function start(context) {
  const said = saidBeforeReload();
  if (said) setTimeout(() => announce(said), 300);
  const { page, store, toolbar } = context;
  if (!page || page.kind === "staged") return;
  const dates = ownDates(context);
  const ask = async () => (await import("./ask/dates.js")).askForDates(context, dates);
  toolbar.add({ id: "dates", text: dates ? t("Change dates") : t("Set your dates"), onClick: ask, first: !dates });
  if (!dates) return;
  document.documentElement.classList.add("hd-dated");
  if (dates.own) {
    const entry = { ...datesEntry(page, dates.start, dates.by) };
    if (JSON.stringify(entry) !== JSON.stringify(store.get(`plan.${page.plan}`))) store.set(`plan.${page.plan}`, entry);
  }
  const later = standsLater(page, dates.start);
  if (later) shiftWeekdays(document.querySelector("article"), later);
  if (page.week) datedWeek(page, dates, later);
  else datedLinks(page, dates.start);
}

/** Weekdays in sentences move with the plan: "Wednesday is the next hard run" of a plan that stands a day earlier. */
function shiftWeekdays(article, later) {
  const moved = (name, names = WEEKDAY_NAMES) => names[(names.indexOf(name) + later + 7) % 7];
  const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    text.data = text.data
      .replace(NAMED, (name) => moved(name))
      .replace(SHORT, (day) => moved(day, SHORT_DAYS));
  }
  for (const one of article.querySelectorAll("abbr[title]")) one.title = one.title.replace(NAMED, (name) => moved(name));
}

function datedWeek(page, { start, by }, later) {
  const [first, last] = weekDates(start, page.week, page.cycle);
  for (const card of page.element.querySelectorAll(".hd-day")) {
    const day = first + Number(card.dataset.place ?? card.dataset.at);
    card.querySelector(".hd-when").firstChild.data = dateText(day, { weekday: true });
  }
  page.element.querySelectorAll(".hd-strip > a").forEach((bar, place) => {
    bar.querySelector("b").append(h("small", { class: "hd-date" }, ` ${new Date((first + place) * 864e5).getUTCDate()}`));
  });
  const pills = page.element.querySelector(".hd-pills");
  // The clinic's races have their dates on the page; those that are not this athlete's would only confuse.
  for (const pill of pills?.querySelectorAll("li") ?? []) if (page.races.some((race) => pill.textContent.endsWith(forRace("", race)))) pill.remove();
  const race = page.races.find((one) => by === `clinic:${one.id}`);
  pills?.append(h("li", {}, race ? forRace(rangeText(first, last), race) : rangeText(first, last)));
  if (later) pills?.after(h("p", { class: "hd-soft" }, shiftedText(page, start, later)));
}

/** "March 1–7 for Springfield Marathon", as the page itself has it. */
const forRace = (dates, race) => t("{dates} for {race}", { dates, race: race.name });

/** How many days later than written a plan's days stand; 0 in one whose days have numbers, not weekdays. */
export function standsLater(page, start) {
  return page.cycle === 7 ? shift(start, page.first) : 0;
}

/** Why the weekdays are other ones than the clinic's plan has. */
export function shiftedText(page, start, later) {
  const number = Math.abs(later);
  const move = later > 0 ? tn("one day later", "{n} days later", number) : tn("one day earlier", "{n} days earlier", number);
  const index = weekday(dayNumber(start) + (page.race ?? 0));
  const days = { real: WEEKDAY_NAMES[index], written: WEEKDAY_NAMES[(index - later + 7) % 7], move };
  return page.race === null
    ? t("You start on a {real}; the plan is written for a {written}, so every day stands {move}.", days)
    : t("Your race is on a {real}; the plan is written for a {written}, so every day stands {move}.", days);
}

function datedLinks(page, start) {
  const pattern = new RegExp(`/plans/${page.plan}/week-(\\d+)/$`);
  for (const link of document.querySelectorAll("article a[href]:not(.md-nav *, svg *, .hd-yours *, .hd-actions *)")) {
    const found = pattern.exec(new URL(link.href).pathname);
    if (!found || link.closest("svg")) continue;
    const [first, last] = weekDates(start, Number(found[1]), page.cycle);
    link.append(h("small", { class: "hd-dates" }, ` ${rangeText(first, last)}`));
  }
}
