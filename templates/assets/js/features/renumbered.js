// A plan whose weeks were renumbered: what the athlete wrote down goes with its training, and a bookmark leads to the
// training that its week was when it was last opened. Both know the plan's edition as it was then: `seen.<plan>`.
import { entriesToday, weekToday } from "../lib/renumbered.js";
import { weekAddress } from "../page.js";
import { ledBefore, remember, remembered } from "../ui/session.js";
import { t } from "../lib/words.js";
import { h } from "../ui/dom.js";

export function start(context) {
  const { page } = context;
  if (!page) return;
  follow(context);
  if (page.week) lead(context);
}

/** Entries that were kept in an earlier edition move to the weeks of this one, all of them or none. */
function follow({ page, store }) {
  const [seen, waiting] = [`seen.${page.plan}`, `moving.${page.plan}`];
  finish(store, seen, waiting);
  const keys = ["log", "move"].flatMap((kind) => store.keys(`${kind}.${page.plan}.`));
  const known = seenOf(store, page.plan);
  const since = known.edition ?? (keys.length ? 1 : page.edition);
  if (since >= page.edition) {
    if (known.edition === undefined && page.edition > 1) store.set(seen, { ...known, edition: page.edition });
    return;
  }
  // What can't be read goes along as the text that it is, so that nothing is written over it.
  const entries = keys.map((key) => [key, store.get(key) ?? store.text(key)]).filter(([, value]) => value !== null);
  const moves = entriesToday(page.renumbered, since, entries);
  // Kept as a whole first, so that a page that is closed meanwhile can go on where it was.
  if (store.set(waiting, { ...moves, edition: page.edition })) finish(store, seen, waiting);
}

function finish(store, seen, waiting) {
  const moves = store.get(waiting);
  if (typeof moves?.set !== "object" || moves.set === null || !Array.isArray(moves.remove)) return;
  if (!Object.entries(moves.set).every(([key, value]) => store.set(key, value))) return;
  moves.remove.forEach((key) => store.remove(key));
  store.set(seen, { weeks: {}, ...store.get(seen, {}), edition: moves.edition });
  store.remove(waiting);
}

/** {edition, weeks} as it is kept; whatever another program may have made of it, numbers are numbers. */
function seenOf(store, plan) {
  const { edition, weeks } = store.get(`seen.${plan}`, {});
  const known = Object.entries(weeks !== null && typeof weeks === "object" ? weeks : {}).filter(([, since]) => isEdition(since));
  return { edition: isEdition(edition) ? edition : undefined, weeks: Object.fromEntries(known) };
}

const isEdition = (value) => Number.isInteger(value) && value > 0;

/** Lead a bookmark to its training; else remember which edition this address showed. */
function lead({ page, root, store }) {
  const asked = Number(/\/week-(\d+)\/$/.exec(location.pathname)?.[1]);
  if (!asked) return;
  const { edition = page.edition, weeks } = seenOf(store, page.plan);
  const since = weeks[asked];
  const stay = new URLSearchParams(location.search).has("stay");
  const inside = document.referrer.startsWith(root.href);
  const now = (since && weekToday(page.renumbered, since, asked)) || { week: page.week };
  const elsewhere = asked !== page.week || now.week !== asked;
  if (elsewhere && !stay && !inside && !ledBefore(page.plan, asked)) {
    remember({ plan: page.plan, from: asked });
    location.replace(there(page, root, now.week, location.search + location.hash));
    return;
  }
  tell(page, root);
  if (asked === page.week && since !== page.edition && (stay || !inside || since === undefined)) {
    store.set(`seen.${page.plan}`, { edition, weeks: { ...weeks, [asked]: page.edition } });
  }
}

/** Say where a bookmark was led from, with the way back. */
function tell(page, root) {
  const led = remembered();
  if (led?.plan !== page.plan || !led.from || led.from === page.week) return;
  const text = `${t("Since this plan was renumbered, what you knew as week {old} is week {week}. Your bookmark led you here.", { old: led.from, week: page.week })} `;
  const back = h("a", { href: there(page, root, led.from, "?stay") }, t("Open week {week} as it is now", { week: led.from }));
  page.element.prepend(h("p", { class: "hd-was", role: "status" }, text, led.from <= page.weeks && back));
}

const there = (page, root, week, rest) => `${new URL(weekAddress(page.plan, week, page.weeks), root).href}${rest}`;
