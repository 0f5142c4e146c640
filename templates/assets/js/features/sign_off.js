// Heavy numbers wait for a professional: until the athlete says who signed a lift off and when, the alternative stands
// in its place, lift by lift. The site can't verify it and says so.
import { dateText, dayNumber, isDate } from "../lib/dates.js";
import { capital, named, t } from "../lib/words.js";
import { h } from "../ui/dom.js";

export function start(context) {
  const gates = [...document.querySelectorAll(".hd-session[data-gate]")].map((session) => new Gate(context, session));
  const show = () => {
    gates.forEach((gate) => gate.show());
    showDoses(context.store);
  };
  show();
  listSignedOff(context);
  document.addEventListener("hardday:changed", (event) => event.detail === "signed" && show());
  // What is taken back in one tab is hidden in all.
  addEventListener("storage", () => (show(), listSignedOff(context)));
}

/** On a phase's page: a week's heavy dose, which several lifts may share, is shown once one of them is signed off. */
function showDoses(store) {
  for (const dose of document.querySelectorAll("[data-behind]")) {
    dose.toggleAttribute("data-open", dose.dataset.behind.split(" ").some((lift) => signOffOf(store, lift)));
  }
}

/** What is recorded of a lift's sign-off, {by, role, on}; null unless it says who and when. */
export function signOffOf(store, lift) {
  const found = store.get(`signed.${lift}`, {});
  return typeof found.by === "string" && found.by.trim() && isDate(found.on ?? "") ? found : null;
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

/** A session whose heavy rows wait, with its alternative and the button that opens it. */
class Gate {
  constructor(context, session) {
    this.context = context;
    this.session = session;
    this.rows = [...session.querySelectorAll(".hd-doses tbody tr")];
    this.box = session.querySelector(".hd-gate");
    this.instead = [...this.box.children];
    this.names = gatedLifts(session);
    this.lifts = this.rows.filter((row) => row.dataset.set).map((row) => ({ id: row.dataset.lift, slot: row.dataset.slot }));
    this.said = h("div");
    this.ask = h("span");
    const click = async () => (await import("./ask/sign_off.js")).askForSignOff(context, this.names);
    const which = h("span", { class: "hd-hidden" }, ` ${t("for {what}", { what: this.names.map((lift) => lift.name).join(", ") })}`);
    this.box.append(h("div", { class: "hd-signing" }, this.said, h("button", { type: "button", class: "hd-button", onclick: click }, this.ask, which)));
  }

  show() {
    const signed = (lift) => signOffOf(this.context.store, lift);
    const shown = visibility(this.lifts, (lift) => Boolean(signed(lift)));
    for (const row of this.rows) row.hidden = !shown.row({ lift: row.dataset.lift, big: Boolean(row.dataset.set) });
    for (const row of this.box.querySelectorAll("li")) row.hidden = !shown.instead(row.dataset);
    for (const part of this.instead) part.hidden = shown.state === "open";
    this.session.dataset.gate = shown.state;
    const said = this.names.filter((lift) => signed(lift.id)).map((lift) => signedText(lift.name, signed(lift.id)));
    this.said.replaceChildren(...said.map((text) => h("p", { class: "hd-soft" }, text)));
    this.ask.textContent = said.length ? t("Change the sign-off") : t("I have been signed off");
  }
}

/** "Back squat: signed off by Dana Example (physical therapist) on March 2, 2027". */
export function signedText(name, { by, role, on }) {
  const who = role ? `${by} (${ROLES[role] ?? role})` : by;
  return t("{lift}: signed off by {who} on {date}", { lift: name, who, date: dateText(dayNumber(on), { year: true }) });
}

/** Who may sign off, as it is kept and as it is said. */
export const ROLES = {
  "physical therapist": t("physical therapist"),
  "personal trainer": t("personal trainer"),
  "strength coach": t("strength coach"),
};

/** On the sign-off page: everything that is recorded here, with a way to take it back. */
function listSignedOff(context) {
  const place = document.querySelector(".hd-signed-list");
  if (!place) return;
  const { store } = context;
  const lifts = store.keys("signed.").map((key) => key.slice("signed.".length)).filter((lift) => signOffOf(store, lift));
  place.replaceChildren(
    h("h2", { tabindex: -1 }, t("Recorded in this browser")),
    h("p", {}, lifts.length ? t("You told this browser, and this browser alone:") : t("No lift is recorded as signed off. Each heavy session has a button for it.")),
    h(
      "ul",
      {},
      lifts.map((lift) => {
        const name = capital(named(lift));
        const take = () => {
          store.remove(`signed.${lift}`);
          listSignedOff(context);
          place.querySelector("h2").focus();
          context.announce(t("{lift}: taken back.", { lift: name }));
        };
        const button = h("button", { type: "button", class: "hd-button", onclick: take }, t("Take back"), h("span", { class: "hd-hidden" }, ` ${name}`));
        return h("li", {}, `${signedText(name, signOffOf(store, lift))} `, button);
      }),
    ),
  );
}
