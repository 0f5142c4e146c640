// The athlete's own dates: asked for once a plan, then shown wherever the plan's days and weeks stand.
import { dateText, dayNumber, rangeText, WEEKDAYS, weekDates, weekday } from "../lib/dates.js";
import { datesEntry, ownDates, shift } from "../own_dates.js";
import { announce, h } from "../ui/dom.js";

export function start(context) {
  sayWhatWasKept();
  const { page, store, toolbar } = context;
  if (!page || page.kind === "staged") return;
  const dates = ownDates(context);
  const ask = async () => (await import("./ask/dates.js")).askForDates(context, dates);
  toolbar.add({ id: "dates", text: dates ? "Change dates" : "Set your dates", onClick: ask, first: !dates });
  if (!dates) return;
  document.documentElement.classList.add("hd-dated");
  if (dates.own) {
    const entry = { ...datesEntry(page, dates.start, dates.by) };
    if (JSON.stringify(entry) !== JSON.stringify(store.get(`plan.${page.plan}`))) store.set(`plan.${page.plan}`, entry);
  }
  const later = shift(dates.start, page.first);
  if (later) shiftWeekdays(document.querySelector("article"), later);
  if (page.week) datedWeek(page, dates.start, later);
  else datedLinks(page, dates.start);
}

/** What was said before the page loaded again, such as "Your dates are set". */
function sayWhatWasKept() {
  const said = sessionStorage.getItem("hardday.said");
  if (said) setTimeout(() => announce(said), 300);
  sessionStorage.removeItem("hardday.said");
}

/** Weekdays in sentences move with the plan: "Wednesday is the next hard run" of a plan that stands a day earlier. */
function shiftWeekdays(article, later) {
  const moved = (name) => WEEKDAYS[(WEEKDAYS.indexOf(name) + later + 7) % 7];
  const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const names = new RegExp(`\\b(${WEEKDAYS.join("|")})(?=\\b|s\\b)`, "g");
  const short = new RegExp(`^(${WEEKDAYS.map((name) => name.slice(0, 3)).join("|")})$`);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    text.data = text.data
      .replace(names, moved)
      .replace(short, (day) => moved(WEEKDAYS.find((name) => name.startsWith(day))).slice(0, 3));
  }
  for (const one of article.querySelectorAll("abbr[title]")) one.title = one.title.replace(names, moved);
}

function datedWeek(page, start, later) {
  const [first, last] = weekDates(start, page.week, page.cycle);
  for (const card of page.element.querySelectorAll(".hd-day")) {
    const day = first + Number(card.dataset.place ?? card.dataset.at);
    card.querySelector(".hd-when").firstChild.data = dateText(day, { weekday: true });
  }
  page.element.querySelectorAll(".hd-strip > a").forEach((bar, place) => {
    bar.querySelector("b").append(h("small", { class: "hd-date" }, ` ${new Date((first + place) * 864e5).getUTCDate()}`));
  });
  const pills = page.element.querySelector(".hd-pills");
  const own = rangeText(first, last);
  // Of a clinic's races only the athlete's own is left; its dates stand on the page already.
  for (const pill of [...(pills?.children ?? [])]) {
    const race = page.races.find(({ name }) => pill.textContent.endsWith(` for ${name}`));
    if (race && race.start !== start) pill.remove();
  }
  if (pills && !pills.textContent.includes(own)) pills.append(h("li", {}, own));
  if (later) pills?.after(h("p", { class: "hd-soft" }, shiftedText(page, start, later)));
}

/** Why the weekdays are other ones than the clinic's plan has. */
export function shiftedText(page, start, later) {
  const number = Math.abs(later);
  const move = `${number === 1 ? "one day" : `${number} days`} ${later > 0 ? "later" : "earlier"}`;
  const index = page.race ?? 0;
  const real = WEEKDAYS[weekday(dayNumber(start) + index)];
  const written = WEEKDAYS[(WEEKDAYS.indexOf(real) - later + 7) % 7];
  const what = page.race === null ? "You start on" : "Your race is on";
  return `${what} a ${real}; the plan is written for a ${written}, so every day stands ${move}.`;
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
