// The page to pick a week from is also the one to bookmark: with dates it leads straight to today.
import { today, whereIs } from "../lib/dates.js";
import { embedded } from "../embedding.js";
import { ownDates } from "../own_dates.js";
import { weekAddress } from "../page.js";
import { anchor } from "./today.js";

export function start(context) {
  const { page, root } = context;
  if (!page || !location.pathname.endsWith(`/plans/${page.plan}/this-week/`)) return;
  const dates = ownDates(context);
  // "#pick" asks for the list itself, any other fragment is a shared link.
  if (!dates || location.hash) return;
  const place = whereIs(today(), { ...page, start: dates.start });
  if (place.state !== "during") return;
  const week = new URL(weekAddress(page.plan, place.week, page.weeks), root).href;
  // In a frame today stands on top anyway, and going to a place in it might move the page around it.
  location.replace(week + (embedded() ? location.search : `#${anchor(page, place)}`));
}
