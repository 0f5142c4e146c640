// Paces beside the effort, from one recent race. The effort comes first: a pace is a help, not an order.
import { MARATHON_CAVEAT, paceBand, paceText, vdot } from "../lib/paces.js";
import { ENGLISH, t } from "../lib/words.js";
import { h } from "../ui/dom.js";

export function start(context) {
  const { page, store, toolbar } = context;
  const places = [...document.querySelectorAll("[data-pace]")];
  if (!page || !(places.length || page.week === null)) return;
  toolbar.add({
    id: "paces",
    text: t("Your paces"),
    onClick: async () => (await import("./ask/paces.js")).askForRace(context, show),
  });
  show();
  document.addEventListener("hardday:changed", (event) => event.detail === "units" && show());
  addEventListener("storage", show);

  function show() {
    document.querySelectorAll(".hd-paced, .hd-pace-note").forEach((old) => old.remove());
    const fitness = fitnessOf(store);
    if (!fitness) return;
    const unit = store.get("units", {}).distance ?? page.units;
    const drawn = places.filter((place) => draw(place, fitness, unit));
    if (!drawn.length) return;
    const caveat = drawn.some((place) => place.dataset.pace === "marathon") ? ` ${t("Marathon pace: {caveat}", { caveat: lower(MARATHON_CAVEAT) })}` : "";
    const note = h("p", { class: "hd-soft hd-pace-note" }, `${t("Effort first: the paces come from your race and only help. If easy feels hard, slow down.")}${caveat}`);
    page.element.querySelector(".hd-days--today, .hd-check:not(:has(+ .hd-days--today))")?.after(note);
  }
}

const lower = (text) => (ENGLISH ? text[0].toLowerCase() + text.slice(1) : text);

/** The athlete's VDOT, or null. */
export function fitnessOf(store) {
  const race = store.get("fitness");
  return race && race.distance_m > 0 && race.time_s > 0 ? vdot(race.distance_m, race.time_s) : null;
}

function draw(place, fitness, unit) {
  const band = paceBand(fitness, place.dataset.pace);
  if (!band) return false;
  place.append(h("span", { class: "hd-paced" }, " ", h("span", { class: "hd-pace" }, paceText(band, unit))));
  return true;
}
