// A page in a frame on the clinic's own website: `?embed` in its address; early.js has set the class by then.
import { isDate, startForRace } from "./lib/dates.js";

/** Whether this page is shown in a frame, as a week and nothing else. */
export function embedded() {
  return globalThis.document?.documentElement.classList.contains("hd-embed") ?? false;
}

/** The first day that the frame's address asks for, `&start=2027-01-04` or `&race=2027-05-23`; null without one. */
export function askedStart(page, search = location.search) {
  const asked = new URLSearchParams(search);
  const [start, race] = [asked.get("start"), asked.get("race")];
  if (start && isDate(start)) return start;
  return race && isDate(race) && page.race !== null ? startForRace(race, page.race) : null;
}
