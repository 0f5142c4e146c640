// Printing: a week as it stands on its page, a plan as its booklet. On paper no day is today, so that while the browser
// prints, the day on top goes back to its place in the week.
import { t } from "../lib/words.js";

export function start({ page, toolbar }) {
  if (!page) return;
  const booklet = page.element.querySelector("a[data-booklet]");
  const print = () => (booklet ? location.assign(booklet.href) : window.print());
  const first = page.element.matches(".hd-booklet");
  if (page.week || booklet || first) toolbar.add({ id: "print", text: t("Print"), onClick: print, first });
  if (!page.week) return;
  let back = null;
  addEventListener("beforeprint", () => (back ??= inItsPlace(page.element)));
  addEventListener("afterprint", () => (back?.(), (back = null)));
}

/** Put today's card among the other days; returns what puts it on top again, null where no day is on top. */
export function inItsPlace(week) {
  const top = week.querySelector(".hd-days--today");
  const card = top?.querySelector(".hd-day");
  const others = week.querySelector(".hd-days:not(.hd-days--today)");
  if (!card || !others) return null;
  const place = (one) => Number(one.dataset.place ?? one.dataset.at);
  others.insertBefore(card, [...others.children].find((one) => place(one) > place(card)) ?? null);
  const when = card.querySelector(".hd-when").firstChild;
  const said = when.data;
  const today = `${t("Today")} · `;
  if (said.startsWith(today)) when.data = said.slice(today.length);
  return () => {
    when.data = said;
    top.append(card);
  };
}
