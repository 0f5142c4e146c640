// The dialog that asks for a recent race and shows what it says.
import { isoDate, today } from "../../lib/dates.js";
import { MARATHON_CAVEAT, paceBand, paceText, parseTime, RACE_DISTANCES, raceTime, timeText, vdot } from "../../lib/paces.js";
import { t } from "../../lib/words.js";
import { announce, field, h } from "../../ui/dom.js";
import { formMessage, openDialog } from "../../ui/dialog.js";

const PACES = [
  ["easy", t("Easy")],
  ["aerobic", t("Aerobic")],
  ["long", t("Long run")],
  ["marathon", t("Marathon")],
  ["threshold", t("Threshold")],
  ["interval", t("Intervals")],
  ["repetition", t("Repetitions")],
];

/** Ask for a race; `done` is called when it was saved or removed. */
export function askForRace({ page, store }, done) {
  const known = store.get("fitness");
  const unit = store.get("units", {}).distance ?? page.units;
  const distance = h(
    "select",
    {},
    RACE_DISTANCES.map((one) => h("option", { value: one.metres, selected: one.metres === known?.distance_m }, one.name)),
  );
  if (!known) distance.value = "5000";
  const hint = h("p", { class: "hd-soft", id: "hd-race-hint" }, t("Minutes and seconds, such as 24:08; hours first for longer ones, such as 1:45:30."));
  const time = h("input", { type: "text", placeholder: "24:08", autocomplete: "off", "aria-describedby": hint.id, value: known ? timeText(known.time_s) : "" });
  const message = formMessage();
  const results = h("div", { "aria-live": "polite" });
  distance.addEventListener("change", tell);
  time.addEventListener("input", tell);
  openDialog({
    title: t("Your paces"),
    body: [
      h("p", {}, t("A race of the last three months says most. It stays in this browser.")),
      h("div", { class: "hd-fields" }, field(t("Race"), distance), field(t("Time"), time)),
      hint,
      message.element,
      results,
    ],
    submit: { text: t("Save"), run: keep },
    actions: [known && { text: t("Remove"), danger: true, onClick: remove }].filter(Boolean),
  });
  tell();

  function fitness() {
    const seconds = parseTime(time.value);
    return seconds === null ? null : vdot(Number(distance.value), seconds);
  }

  function tell() {
    message.say("");
    const found = fitness();
    results.replaceChildren(...(found === null ? [] : [pacesTable(found, unit), racesTable(found), h("p", { class: "hd-soft" }, MARATHON_CAVEAT)]));
  }

  function keep() {
    const seconds = parseTime(time.value);
    if (seconds === null) return message.say(t("Please write the time as minutes and seconds, 24:08, or hours too, 1:45:30."), time);
    if (fitness() === null) return message.say(t("That time does not fit the distance. Is one of them different?"), time);
    if (!store.set("fitness", { distance_m: Number(distance.value), time_s: seconds, on: isoDate(today()) })) return false;
    done();
    announce(t("Saved. Your paces stand beside the effort of each run."));
    return true;
  }

  function remove() {
    store.remove("fitness");
    done();
    announce(t("Your race is removed."));
  }
}

function pacesTable(fitness, unit) {
  return table(t("Training"), t("Pace"), PACES.map(([name, label]) => [label, paceText(paceBand(fitness, name), unit)]));
}

function racesTable(fitness) {
  return table(t("Race"), t("Predicted"), RACE_DISTANCES.map((one) => [one.name, timeText(raceTime(fitness, one.metres))]));
}

function table(left, right, rows) {
  const head = h("thead", {}, h("tr", {}, h("th", { scope: "col" }, left), h("th", { scope: "col" }, right)));
  return h("table", { class: "hd-small" }, head, h("tbody", {}, rows.map(([name, value]) => h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, value)))));
}
