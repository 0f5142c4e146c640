// The plan in the athlete's own calendar: a subscription to the clinic's dates, or a file of one's own.
import { t } from "../lib/words.js";
import { ownDates } from "../own_dates.js";

export function start(context) {
  const { page, toolbar } = context;
  if (!page || page.kind === "staged") return;
  const ask = async () => (await import("./ask/calendar.js")).askForCalendar(context, ownDates(context));
  toolbar.add({ id: "calendar", text: t("Calendar"), onClick: ask });
}
