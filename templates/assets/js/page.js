// What the page says about itself: which plan, which week, how many days. The site wrote it; see views/athlete.py.

import { readRenumbered } from "./lib/renumbered.js";

/** The site's root as a URL ending in a slash, from the address of a module in `<root>/assets/<scripts>/`. */
export function siteRoot(moduleUrl) {
  return new URL("../../", moduleUrl);
}

/** The plan's facts on this page, frozen; null where a page belongs to no plan. */
export function pageFacts(document) {
  const root = document.querySelector("[data-plan]");
  return root && Object.freeze({ element: root, ...planFacts(root.dataset) });
}

/** The facts from a root's data attributes. Days count from 0, weeks from 1; what a page lacks is null. */
export function planFacts(data) {
  const number = (text) => (text === undefined || text === "" ? null : Number(text));
  return {
    plan: data.plan,
    title: data.title,
    kind: data.kind, // dated | rolling | staged
    weeks: Number(data.weeks),
    days: Number(data.days),
    cycle: Number(data.cycle),
    first: data.first, // monday | sunday | saturday
    units: data.units, // km | mi
    race: number(data.race),
    start: data.start || null,
    races: JSON.parse(data.races || "[]").map(([id, name, date, start]) => ({ id, name, date, start })),
    week: number(data.week),
    day: number(data.day),
    edition: Number(data.edition || 1),
    renumbered: readRenumbered(data.renumbered),
  };
}

/** A week's address below the site's root: two digits, three in plans of 100 weeks or more. */
export function weekAddress(plan, week, weeks) {
  return `plans/${plan}/week-${String(week).padStart(weeks >= 100 ? 3 : 2, "0")}/`;
}
