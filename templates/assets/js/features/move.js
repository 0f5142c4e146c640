// Days that the athlete moved: what stands on which day, before anything else looks at it. Cards and the week at a glance
// change places, and a link to #tue leads to what stands on Tuesday now. Logs stay with their sessions: they are kept by
// the printed day, which each card still says in data-at.
import { steps } from "../lib/moves.js";
import { t } from "../lib/words.js";
import { orderOf } from "../moved.js";
import { announceAfterReload, h } from "../ui/dom.js";

export function start(context) {
  const { page, store, toolbar } = context;
  if (!page?.week) return;
  const key = `move.${page.plan}.${page.week}`;
  const { roles } = page.element.dataset;
  const order = roles ? orderOf(store, page.plan, page.week, roles) : null;
  if (order) showMoved(context, order);
  else if (store.get(key)) takenBack(context, key);
  if (!roles) return;
  const ask = async () => (await import("./ask/move.js")).askToMove(context, order);
  toolbar.add({ id: "move", text: t("Move a day"), onClick: ask });
}

/** The places of the week: what each is called now, in full. Nine-day weeks have weekdays twice, so theirs are numbers. */
export function placeNames(page) {
  const names = [...page.element.querySelectorAll(".hd-strip abbr")].map((one) => one.title);
  return page.cycle > 7 ? names.map((name, place) => t("Day {number}", { number: place + 1 })) : names;
}

/** Keep a week's move, or take it back where `entry` is null, and show the page anew. */
export function keep({ page, store }, entry) {
  const key = `move.${page.plan}.${page.week}`;
  if (!entry) store.remove(key);
  else if (!store.set(key, entry)) return;
  const said = entry ? t("The days are moved.") : t("The week is as it was printed again.");
  const file = store.get(`calendar.${page.plan}`) ? ` ${t("Your calendar file is older: make a new one.")}` : "";
  announceAfterReload(said + file);
}

function takenBack({ page, store }, key) {
  store.remove(key);
  const text = t("The plan changed, so your move of days no longer fits: it was taken back. All else that you kept is as it was.");
  page.element.prepend(h("p", { class: "hd-taken-back hd-banner", role: "status" }, text));
}

function showMoved(context, order) {
  const { element } = context.page;
  const list = element.querySelector(".hd-days");
  const cards = [...list.children];
  const names = placeNames(context.page);
  const titles = cards.map((card) => card.querySelector("h2").textContent);
  const busy = (day) => Boolean(cards[day].querySelector(".hd-session"));
  const places = cards.map((card) => ({ id: card.id, when: card.querySelector(".hd-when").textContent }));
  list.append(...order.map((day) => cards[day]));
  order.forEach((day, place) => settle(cards[day], { place, day, names, ...places[place] }));
  reorderStrip(element.querySelector(".hd-strip"), order);
  const again = context.page.kind === "rolling" ? ` ${t("They stay so each time this week comes round.")}` : "";
  const moved = steps(order, cards.map((_, day) => day), busy).map(({ day, to }) => t("{session}: now {day}", { session: titles[day], day: names[to] }));
  element.querySelector(".hd-strip").before(
    h(
      "div",
      { class: "hd-moved" },
      h("p", {}, h("b", {}, t("You moved days."), " "), `${moved.join("; ")}.${again} `, h("span", {}, t("What stands under “Why today?” speaks of the printed week."))),
      h("button", { type: "button", class: "hd-button", "data-tool": "undo-move", onclick: () => keep(context, null) }, t("Undo the move")),
    ),
  );
  leadToHash(places);
}

/** A card at its place: the day's name and address are those of the place, the sessions and what is logged move with it. */
function settle(card, { place, day, names, id, when }) {
  card.dataset.place = place;
  card.id = id;
  const line = card.querySelector(".hd-when");
  line.textContent = when;
  if (place === day) return;
  card.classList.add("hd-day--moved");
  line.append(h("span", { class: "hd-from" }, ` · ${t("moved from {day}", { day: names[day] })}`));
  const why = card.querySelector(".hd-why summary");
  why?.after(h("p", { class: "hd-soft" }, t("You moved this day. It was planned for {day}, and these reasons speak of that.", { day: names[day] })));
}

function reorderStrip(strip, order) {
  const bars = [...strip.querySelectorAll(":scope > a")];
  const places = bars.map((bar) => ({ href: bar.getAttribute("href"), name: bar.querySelector("b") }));
  order.forEach((day, place) => {
    bars[day].setAttribute("href", places[place].href);
    bars[day].prepend(places[place].name);
  });
  strip.append(...order.map((day) => bars[day]));
}

/** Whoever came by a link to a day is led there again: another card has its name now. */
function leadToHash(places) {
  const asked = decodeURIComponent(location.hash.slice(1));
  if (places.some(({ id }) => id === asked)) location.replace(location.hash);
}
