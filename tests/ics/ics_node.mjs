// Runs templates/assets/js/lib/ics.js for the tests: a JSON document of jobs comes in, their results go out.
import { readFileSync } from "node:fs";
import { comingRounds, feed, ownEvents, revised } from "../../templates/assets/js/lib/ics.js";
import { convertText } from "../../templates/assets/js/lib/units.js";

const work = {
  feed: ({ name, events, busy }) => feed(name, events, { busy }),
  own: ({ plan, units = {}, ...rest }) => ownEvents(plan, { ...rest, convert: (text) => convertText(text, units) }),
  revised: ({ events, earlier, now }) => revised(events, earlier, now),
  rounds: ({ start, days, now }) => comingRounds(start, days, now),
};
const jobs = JSON.parse(readFileSync(0, "utf-8"));
process.stdout.write(JSON.stringify(jobs.map(({ job, ...rest }) => work[job](rest))));
