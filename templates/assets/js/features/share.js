// A link that holds a plan and its day, and nothing else. What follows the # never reaches a server.
import { t } from "../lib/words.js";
import { dateText, dayNumber, isDate, isoDate, startForRace } from "../lib/dates.js";
import { datesEntry, ownDates } from "../own_dates.js";
import { announce, announceAfterReload, field, h } from "../ui/dom.js";
import { openDialog } from "../ui/dialog.js";

export function start(context) {
  const { page, toolbar } = context;
  if (!page || page.kind === "staged") return;
  toolbar.add({ id: "share", text: t("Share"), onClick: () => share(context) });
  const given = /^#(race|start)=(\d{4}-\d{2}-\d{2})$/.exec(location.hash);
  if (!given || !isDate(given[2]) || (given[1] === "race" && page.race === null)) return;
  offer(context, given[1], given[2]);
}

/** The link to a plan with its race day or, without a race, its first day; without dates the plan alone. */
export function sharedLink({ page, root }, dates) {
  const link = new URL(`plans/${page.plan}/this-week/`, root);
  if (dates) {
    const race = page.race !== null;
    link.hash = race ? `race=${isoDate(dayNumber(dates.start) + page.race)}` : `start=${dates.start}`;
  }
  return link.href;
}

function share(context) {
  const dates = ownDates(context);
  const link = sharedLink(context, dates);
  const input = h("input", { type: "text", readonly: true, value: link, onfocus: () => input.select() });
  const copied = () => announce(t("The link is copied."));
  const marked = () => {
    input.focus();
    announce(t("Copy the marked link."));
  };
  const copy = () => {
    (navigator.clipboard?.writeText(link) ?? Promise.reject()).then(copied, marked);
    return false;
  };
  openDialog({
    title: t("Share this plan"),
    body: [
      h("p", {}, whatItHolds(context.page, dates)),
      field(t("Link"), input),
    ],
    actions: [
      { text: t("Copy link"), primary: true, onClick: copy },
      navigator.share && { text: t("Send"), onClick: () => void navigator.share({ url: link }).catch(() => {}) },
    ].filter(Boolean),
  });
}

function whatItHolds(page, dates) {
  if (!dates) return t("This link holds the plan, nothing about you.");
  if (page.race === null) return t("This link holds the plan and its first day, nothing else about you.");
  return t("This link holds the plan and its race day, nothing else about you.");
}

function offer(context, by, iso) {
  const { page, store } = context;
  const first = by === "race" ? startForRace(iso, page.race) : iso;
  const forget = () => history.replaceState(null, "", location.pathname + location.search);
  if (ownDates(context)?.start === first) return forget();
  const now = ownDates(context);
  const said = { date: longDate(dayNumber(iso)), plan: page.title };
  openDialog({
    title: t("Use these dates?"),
    body: [
      h("p", {}, by === "race" ? t("This link has {date} as the race day of {plan}.", said) : t("This link has {date} as the first day of {plan}.", said)),
      now?.own && h("p", {}, t("They would replace yours, by which the plan begins on {date}.", { date: longDate(dayNumber(now.start)) })),
    ],
    onClose: forget,
    submit: {
      text: t("Use these dates"),
      run() {
        if (!store.lasting) return announce(t("This browser keeps nothing, so it can't keep dates.")) ?? false;
        if (!store.set(`plan.${page.plan}`, datesEntry(page, first, by))) return false;
        forget();
        announceAfterReload(t("Your dates are set."));
        return true;
      },
    },
  });
}

function longDate(day) {
  return dateText(day, { weekday: true, year: true });
}
