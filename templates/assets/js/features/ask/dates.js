// The dialog that asks for a race day or a first day.
import { dateText, dayNumber, isDate, isoDate, nearestWeekday, startForRace } from "../../lib/dates.js";
import { t } from "../../lib/words.js";
import { datesEntry } from "../../own_dates.js";
import { announceAfterReload, field, h } from "../../ui/dom.js";
import { formMessage, openDialog } from "../../ui/dialog.js";
import { shiftedText, standsLater } from "../dates.js";

/** Ask for a plan's dates; `dates` are those it has. The page loads again with the new ones. */
export function askForDates(context, dates) {
  const { page } = context;
  const message = formMessage();
  const choices = ways(page);
  const chosen = choices.find((way) => way.by === dates?.by) ?? choices[0];
  const input = h("input", { type: "date", required: true });
  const hint = h("div", { class: "hd-soft", "aria-live": "polite" });
  const dateField = field(t("Day"), input);
  const radios = choices.map((way) =>
    h("label", { class: "hd-choice" }, h("input", { type: "radio", name: "hd-way", checked: way === chosen, onchange: turn }), h("span", {}, way.text)),
  );
  if (dates && !chosen.date) input.value = chosen.fromStart(dates.start);
  input.addEventListener("input", tell);
  openDialog({
    title: t("Your dates"),
    body: [
      h("p", {}, t("Dates stay in this browser. Nothing is sent anywhere.")),
      choices.length > 1 && h("fieldset", { class: "hd-choices" }, h("legend", {}, t("Which day do you go by?")), radios),
      dateField,
      hint,
      message.element,
    ],
    submit: { text: t("Save dates"), run: keep },
    actions: [dates?.own && { text: t("Remove dates"), danger: true, onClick: remove }].filter(Boolean),
  });
  turn();

  function current() {
    return choices[Math.max(0, radios.findIndex((radio) => radio.firstChild.checked))];
  }

  function turn() {
    const way = current();
    dateField.hidden = Boolean(way.date);
    dateField.querySelector("label").textContent = way.label ?? t("Day");
    tell();
  }

  function tell() {
    message.say("");
    hint.replaceChildren();
    const way = current();
    const start = startOf(way);
    if (!start) return;
    const later = standsLater(page, start);
    const first = dayNumber(start);
    hint.append(h("p", {}, t("The plan then begins on {date}.", { date: dateText(first, { weekday: true, year: true }) })));
    if (!later) return;
    hint.append(h("p", {}, shiftedText(page, start, later)));
    if (way.by !== "start") return;
    const options = nearestWeekday(first, page.first).map((day) =>
      h("button", { type: "button", class: "hd-button", onclick: () => pick(day) }, t("Begin on {date}", { date: dateText(day, { weekday: true }) })),
    );
    hint.append(h("p", { class: "hd-tools" }, options));
  }

  function pick(day) {
    input.value = isoDate(day);
    tell();
    input.focus();
  }

  function startOf(way) {
    if (way.date) return way.start;
    return isDate(input.value) ? way.toStart(input.value) : null;
  }

  function keep() {
    const way = current();
    const start = startOf(way);
    if (!start) return message.say(t("Please choose a day that exists."), input);
    if (!context.store.lasting) return message.say(t("This browser keeps nothing, so it can't keep dates. The plan works without them, week by week."));
    if (!context.store.set(`plan.${page.plan}`, datesEntry(page, start, way.by))) return false;
    announceAfterReload(t("Your dates are set: the plan begins on {date}.", { date: dateText(dayNumber(start), { weekday: true }) }));
    return true;
  }

  function remove() {
    context.store.remove(`plan.${page.plan}`);
    announceAfterReload(t("Your dates are gone. The plan has weeks without dates again."));
  }
}

/** What may be known of a plan's dates: a clinic's race, a race of one's own, or the first day. */
function ways(page) {
  const clinic = page.races.map((race) => ({
    by: `clinic:${race.id}`,
    text: `${race.name}, ${dateText(dayNumber(race.date), { weekday: true, year: true })}`,
    date: race.date,
    start: race.start,
  }));
  const race = page.race !== null && {
    by: "race",
    text: clinic.length ? t("Another race") : t("The day of my race"),
    label: t("Day of the race"),
    toStart: (iso) => startForRace(iso, page.race),
    fromStart: (iso) => isoDate(dayNumber(iso) + page.race),
  };
  const first = { by: "start", text: t("The day I begin"), label: t("First day"), toStart: (iso) => iso, fromStart: (iso) => iso };
  return [...clinic, race, first].filter(Boolean);
}
