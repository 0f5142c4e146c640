// Every feature of the pages, in the order in which they start. To add one: its module and one line here.
import * as dates from "./dates.js";
import * as home from "./home.js";
import * as share from "./share.js";
import * as thisWeek from "./this_week.js";
import * as today from "./today.js";
import * as trouble from "./trouble.js";
import * as units from "./units.js";

export const features = [trouble, dates, today, home, thisWeek, share, units];
