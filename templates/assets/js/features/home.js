// The home page goes on where the athlete is: one line for each plan with dates.
import { dateText, dayNumber, isDate, today, whereIs, weekday, WEEKDAY_NAMES } from "../lib/dates.js";
import { t, tn } from "../lib/words.js";
import { weekAddress } from "../page.js";
import { h } from "../ui/dom.js";
import { anchor } from "./today.js";

export function start({ store, root }) {
  const place = document.querySelector(".hd-continue");
  if (!place) return;
  const now = today();
  const plans = store
    .keys("plan.")
    .map((key) => ({ plan: key.slice("plan.".length), ...store.get(key, {}) }))
    .filter((entry) => isDate(entry.start) && entry.days > 0 && entry.cycle > 0);
  if (!plans.length) return;
  place.append(h("h2", {}, t("Continue")), h("ul", { class: "hd-cards" }, plans.map((entry) => line(entry, now, root))));
}

function line(entry, now, root) {
  const where = whereIs(now, entry);
  const href = (address) => new URL(address, root).href;
  const plan = href(`plans/${entry.plan}/`);
  if (where.state === "before") {
    const date = dateText(dayNumber(entry.start), { weekday: true });
    const begins = tn("begins on {date}, in {n} day", "begins on {date}, in {n} days", where.inDays, { date });
    return h("li", {}, h("h3", {}, h("a", { href: plan }, entry.title)), h("p", {}, begins));
  }
  if (where.state === "after") {
    return h("li", {}, h("h3", {}, h("a", { href: plan }, entry.title)), h("p", {}, t("finished")));
  }
  const week = `${href(weekAddress(entry.plan, where.week, entry.weeks))}#${anchor(entry, where)}`;
  const said = { week: where.week, weeks: entry.weeks, day: WEEKDAY_NAMES[weekday(now)] };
  return h("li", {}, h("h3", {}, h("a", { href: week }, entry.title)), h("p", {}, entry.kind === "rolling" ? t("week {week}, {day}", said) : t("week {week} of {weeks}, {day}", said)));
}
