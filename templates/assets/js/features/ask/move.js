// The dialog to move a day: which day can't you train, which moves keep the rules, and which rule forbids the others.
import { dayNumber, SHORT_DAYS, today, WEEKDAY_NAMES } from "../../lib/dates.js";
import { clashOf, movesOf, orderFrom, printed, told, waysFor } from "../../lib/moves.js";
import { named, t, tn } from "../../lib/words.js";
import { orderOf } from "../../moved.js";
import { ownDates } from "../../own_dates.js";
import { openDialog } from "../../ui/dialog.js";
import { field, h } from "../../ui/dom.js";
import { keep, placeNames } from "../move.js";

/** Ask which day to move; `order` is how the week stands, null as printed. The page loads again with the new order. */
export async function askToMove(context, order) {
  const { page, root } = context;
  const answer = await fetch(new URL(`plans/${page.plan}/athlete.json`, root)).catch(() => null);
  const plan = answer?.ok ? await answer.json() : null;
  const moves = plan && movesOf(plan, page.week);
  if (!moves || moves.roles !== page.element.dataset.roles) return openDialog({ title: t("Move a day"), body: h("p", {}, plan ? OUTDATED : UNREACHED) });
  const week = new MovedWeek(context, plan, moves, order);
  const days = week.open();
  const select = h("select", { onchange: show }, days.map((place) => h("option", { value: place }, week.dayText(place))));
  const results = h("div", { class: "hd-moves" });
  const count = h("p", { class: "hd-soft", role: "status" });
  function show() {
    const { said, parts } = week.results(Number(select.value));
    count.textContent = said;
    results.replaceChildren(...parts);
  }
  const dialog = openDialog({
    title: t("Move a day"),
    wide: true,
    body: days.length ? [field(t("I can’t train on"), select), count, results] : h("p", {}, t("Nothing is left to move: this week’s days are over or done.")),
    actions: order ? [{ text: t("Undo the move"), onClick: () => keep(context, null) }] : [],
  });
  if (!days.length) return dialog;
  select.value = String(days.find((place) => place === week.todayPlace) ?? days[0]);
  show();
  select.focus();
  return dialog;
}

const UNREACHED = t("The plan’s moves could not be read. Try again when you are online.");
const OUTDATED = t("This page is older than the plan. Open it again, then move a day.");

/** "Mon", or a day's number in weeks whose days have numbers. */
const shortName = (name) => SHORT_DAYS[WEEKDAY_NAMES.indexOf(name)] ?? name.replace(/\D+/g, "");

/** One week of the page, how it stands, and what may become of it. */
class MovedWeek {
  constructor(context, plan, moves, order) {
    const { page } = context;
    this.context = context;
    this.plan = plan;
    this.moves = moves;
    this.days = plan.weeks.find((one) => one.week === page.week).days;
    this.now = order ?? printed(this.days.length);
    this.names = placeNames(page);
    this.titles = this.days.map((day) => day.title);
    this.busy = (day) => this.days[day].sessions.length > 0;
    const dates = ownDates(context);
    this.todayPlace = dates ? today() - dayNumber(dates.start) - page.day : null;
    if (dates && page.kind === "rolling") this.todayPlace = ((this.todayPlace % page.days) + page.days) % page.days;
  }

  /** True for a printed day of which something is ticked off. */
  done(day) {
    const { page, store } = this.context;
    return this.days[day].sessions.some((session) => store.get(`log.${page.plan}.${page.week}.${day}.${session}`)?.done);
  }

  /** True where what stands stays: it is done, or the day is over in a week that isn't. */
  fixed(place) {
    const over = this.todayPlace !== null && place < this.todayPlace && this.todayPlace < this.days.length;
    return over || this.done(this.now[place]);
  }

  /** The places that may be freed: with sessions that aren't done, no race. */
  open() {
    const may = (day) => this.busy(day) && this.days[day].kind !== "race" && !this.done(day);
    return this.now.flatMap((day, place) => (may(day) ? [place] : []));
  }

  dayText(place) {
    const which = place === this.todayPlace ? `${t("Today")}, ` : "";
    return `${which}${this.names[place]}: ${this.titles[this.now[place]]}`;
  }

  results(place) {
    const { page, store } = this.context;
    const kept = (number, roles) => (orderOf(store, page.plan, number, roles) ? store.get(`move.${page.plan}.${number}`).to : null);
    const ways = waysFor(this.moves, place, {
      now: this.now,
      busy: this.busy,
      fixed: (one) => this.fixed(one),
      clash: (to) => clashOf(this.plan, page.week, to, kept, page.kind === "rolling"),
    });
    const name = this.names[place];
    const [free, other, refused] = [ways.free, ways.other, ways.refused].map((some) => some.map((way) => this.way(way)));
    const said = free.length
      ? tn("{n} move frees {day} and keeps the rules.", "{n} moves free {day} and keep the rules.", free.length, { day: name })
      : t("No move of this week frees {day} and keeps the rules. Leave the day out rather than squeeze it in.", { day: name });
    const parts = [
      free.length > 0 && h("ul", {}, free),
      other.length > 0 && this.folded(t("Something else on {day} ({n})", { day: name, n: other.length }), other, !free.length),
      refused.length > 0 && this.folded(t("What the rules forbid ({n})", { n: refused.length }), refused),
    ];
    return { said, parts: parts.filter(Boolean) };
  }

  folded(text, ways, open = false) {
    return h("details", { open }, h("summary", {}, text), h("ul", {}, ways));
  }

  /** One way: what it does in words, the week that comes of it, and what a rule says. */
  way({ to, order, warns, rule, week }) {
    const lines = told(order, this.now, { busy: this.busy, titles: this.titles, names: this.names });
    const text = to === null ? [t("As it was printed"), ...lines] : lines;
    const beside = week ? ` ${t("beside what you moved in week {week}", { week })}` : "";
    return h(
      "li",
      {},
      h(
        "div",
        { class: "hd-way" },
        text.map((line) => h("p", {}, line)),
        warns && h("p", { class: "hd-soft" }, `${t("Allowed, though not the best:")} `, this.ruleLink(warns)),
        rule && h("p", { class: "hd-forbidden" }, `${t("Forbidden by the rule")} `, this.ruleLink(rule), beside),
      ),
      this.strip(order),
      rule ? null : this.button(to, lines),
    );
  }

  button(to, lines) {
    const choose = () => keep(this.context, to && { to, roles: this.moves.roles });
    return h("button", { type: "button", class: "hd-button", onclick: choose, "aria-label": `${t("Choose this")}: ${lines.join("; ")}` }, t("Choose this"));
  }

  ruleLink(slug) {
    return h("a", { href: new URL(`rules/${slug}/`, this.context.root).href }, named(slug));
  }

  /** The week at a glance in that order; what moves is marked. Words beside it say the same. */
  strip(order) {
    return h(
      "div",
      { class: "hd-ministrip", "aria-hidden": "true" },
      order.map((day, place) =>
        h(
          "span",
          { class: `k-${this.days[day].kind}${day === this.now[place] ? "" : " hd-changed"}` },
          h("b", {}, shortName(this.names[place])),
          h("i", {}),
          h("small", {}, named(this.days[day].kind)),
        ),
      ),
    );
  }
}
