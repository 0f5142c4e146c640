// Today first: its day is open and on top, every other day is one row that opens.
import { dateText, dayNumber, today, whereIs } from "../lib/dates.js";
import { t, tn } from "../lib/words.js";
import { ownDates } from "../own_dates.js";
import { weekAddress } from "../page.js";
import { h } from "../ui/dom.js";

export function start(context) {
  const { page } = context;
  const dates = ownDates(context);
  if (!dates) return;
  const now = today();
  // A phone left open overnight shows the new day when it is looked at again.
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && today() !== now && location.reload());
  const place = whereIs(now, { ...page, start: dates.start });
  if (page.week && place.state === "during" && place.week === page.week) todayOnTop(page, place.place, now);
  else page.element.prepend(todayCard(context, dates, place, now));
}

function todayOnTop(page, place, now) {
  const list = page.element.querySelector(".hd-days");
  const cards = [...list.children];
  const card = cards.find((one) => Number(one.dataset.place ?? one.dataset.at) === place);
  if (!card) return;
  page.element.classList.add("hd-has-today");
  card.classList.add("hd-today");
  card.querySelector(".hd-when").firstChild.data = `${t("Today")} · ${dateText(now, { weekday: true })}`;
  page.element.querySelectorAll(".hd-strip > a")[place]?.setAttribute("aria-current", "date");
  const asked = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (const one of cards) if (one !== card) foldable(one, one === asked);
  // What to do today comes right below the heading, after the one question that comes before any training.
  const top = h("div", { class: "hd-days hd-days--today" }, card);
  page.element.querySelector(".hd-yours").after(page.element.querySelector(".hd-check"), top);
  addEventListener("hashchange", () => openAt(location.hash));
  page.element.querySelector(".hd-strip").addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link) openAt(link.hash);
  });
  if (asked && asked !== card) asked.scrollIntoView();
}

/** A day becomes one row: its heading is a button that opens the rest. */
function foldable(card, open) {
  const heading = card.querySelector("h2");
  const button = h("button", { type: "button", class: "hd-fold", "aria-expanded": String(open) });
  button.append(...heading.childNodes);
  heading.append(button);
  card.classList.add("hd-folds");
  card.classList.toggle("hd-folded", !open);
  button.addEventListener("click", () => unfold(card, card.classList.contains("hd-folded")));
}

function unfold(card, open) {
  card.classList.toggle("hd-folded", !open);
  card.querySelector(".hd-fold")?.setAttribute("aria-expanded", String(open));
}

function openAt(hash) {
  const card = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
  if (card?.classList?.contains("hd-folds")) unfold(card, true);
}

/** Where the athlete is in the plan, with the way there. */
function todayCard({ page, root }, dates, place, now) {
  const first = dayNumber(dates.start);
  if (place.state === "before") {
    const date = dateText(first, { weekday: true });
    return h("p", { class: "hd-todaycard" }, tn("Your plan begins tomorrow, on {date}.", "Your plan begins in {n} days, on {date}.", place.inDays, { date }));
  }
  if (place.state === "after") {
    return h("p", { class: "hd-todaycard" }, t("You finished this plan on {date}.", { date: dateText(first + page.days - 1, { weekday: true, year: true }) }));
  }
  const there = `${new URL(weekAddress(page.plan, place.week, page.weeks), root).href}#${anchor(page, place)}`;
  return h(
    "p",
    { class: "hd-todaycard" },
    h("b", {}, `${t("Today")} · ${dateText(now, { weekday: true })} `),
    h("a", { href: there }, t("Open week {week}", { week: place.week })),
  );
}

/** The day's anchor on its week's page, as naming.day_anchor has it: the printed weekday, or its number. */
export function anchor(page, { place }) {
  if (page.cycle > 7) return `day-${place + 1}`;
  const names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
  return names[(names.indexOf(page.first.slice(0, 3)) + place) % 7];
}
