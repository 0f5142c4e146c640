// Heavy numbers wait for a professional: until the athlete says who signed a lift off and when, the alternative stands
// in its place, lift by lift. The site can't verify it and says so.
import { dateText, dayNumber } from "../lib/dates.js";
import { h } from "../ui/dom.js";

export function start(context) {
  const gates = [...document.querySelectorAll(".hd-session[data-gate]")];
  const show = () => gates.forEach((gate) => drawGate(context, gate, show));
  show();
  listSignedOff(context);
}

/** The lifts of a session that need a sign-off: those whose weight the plan names. */
export function gatedLifts(gate) {
  return [...gate.querySelectorAll(".hd-doses tr[data-set]")].map((row) => ({
    id: row.dataset.lift,
    name: row.querySelector("a").textContent,
  }));
}

/** Which rows of a gated session are shown: {rows: heavy ones, instead: alternatives}, as functions of a row's data. */
export function visibility(lifts, cleared) {
  const open = lifts.every((lift) => cleared(lift.id));
  const clearedSlots = new Set(lifts.filter((lift) => cleared(lift.id)).map((lift) => lift.slot));
  return {
    state: open ? "open" : clearedSlots.size ? "part" : "shut",
    row: (row) => open || (row.big && cleared(row.lift)),
    instead: (row) => !open && !clearedSlots.has(row.slot),
  };
}

function drawGate(context, gate, redraw) {
  const { store } = context;
  const rows = [...gate.querySelectorAll(".hd-doses tbody tr")];
  const lifts = rows.filter((row) => row.dataset.set).map((row) => ({ id: row.dataset.lift, slot: row.dataset.slot }));
  const cleared = (lift) => Boolean(store.get(`signed.${lift}`));
  const shown = visibility(lifts, cleared);
  gate.dataset.gate = shown.state;
  for (const row of rows) row.hidden = !shown.row({ lift: row.dataset.lift, big: Boolean(row.dataset.set) });
  const box = gate.querySelector(".hd-gate");
  for (const row of box.querySelectorAll("li")) row.hidden = !shown.instead(row.dataset);
  for (const part of box.children) part.hidden = shown.state === "open" && !part.matches(".hd-signing");
  box.querySelector(".hd-signing")?.remove();
  const names = gatedLifts(gate);
  const said = names.filter((lift) => cleared(lift.id)).map((lift) => signedText(lift.name, store.get(`signed.${lift.id}`)));
  const ask = async () => (await import("./ask/sign_off.js")).askForSignOff(context, names, redraw);
  box.append(
    h(
      "div",
      { class: "hd-signing" },
      said.map((text) => h("p", { class: "hd-soft" }, text)),
      h("button", { type: "button", class: "hd-button", onclick: ask }, said.length ? "Change the sign-off" : "I have been signed off"),
    ),
  );
}

/** "Back squat: signed off by Dana Example (physical therapist) on March 2, 2027". */
export function signedText(name, { by, role, on }) {
  return `${name}: signed off by ${by} (${role}) on ${dateText(dayNumber(on), { year: true })}`;
}

/** On the sign-off page: everything that is recorded here, with a way to take it back. */
function listSignedOff(context) {
  const place = document.querySelector(".hd-signed-list");
  if (!place) return;
  const { store } = context;
  const keys = store.keys("signed.");
  place.replaceChildren(
    h("h2", {}, "Recorded in this browser"),
    h("p", {}, keys.length ? "You told this browser, and this browser alone:" : "No lift is recorded as signed off. Each heavy session has a button for it."),
    h(
      "ul",
      {},
      keys.map((key) => {
        const take = () => (store.remove(key), listSignedOff(context));
        const name = key.slice("signed.".length).replaceAll("-", " ");
        return h("li", {}, `${signedText(name, store.get(key))} `, h("button", { type: "button", class: "hd-button", onclick: take }, `Take back ${name}`));
      }),
    ),
  );
}
