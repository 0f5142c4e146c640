// Paces beside the effort, from one recent race. The effort comes first: a pace is a help, not an order.
import { paceBand, paceText, vdot } from "../lib/paces.js";
import { h } from "../ui/dom.js";

export function start(context) {
  const { page, store, toolbar } = context;
  const places = [...document.querySelectorAll("[data-pace]")];
  if (!page || !(places.length || page.week === null)) return;
  toolbar.add({
    id: "paces",
    text: "Your paces",
    onClick: async () => (await import("./ask/paces.js")).askForRace(context, show),
  });
  show();

  function show() {
    document.querySelectorAll(".hd-pace, .hd-pace-note").forEach((old) => old.remove());
    const fitness = fitnessOf(store);
    if (!fitness) return;
    const drawn = places.filter((place) => draw(place, fitness, page.units));
    if (!drawn.length) return;
    const note = h("p", { class: "hd-soft hd-pace-note" }, "Effort first: the paces come from your race and only help. If easy feels hard, slow down.");
    page.element.querySelector(".hd-check")?.after(note);
  }
}

/** The athlete's VDOT, or null. */
export function fitnessOf(store) {
  const race = store.get("fitness");
  return race && race.distance_m > 0 && race.time_s > 0 ? vdot(race.distance_m, race.time_s) : null;
}

function draw(place, fitness, unit) {
  const band = paceBand(fitness, place.dataset.pace);
  if (!band) return false;
  place.append(h("span", { class: "hd-pace" }, ` ${paceText(band, unit)}`));
  document.dispatchEvent(new CustomEvent("hardday:drawn", { detail: place }));
  return true;
}
