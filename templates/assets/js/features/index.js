// Every feature of the pages, in the order in which they start. To add one: its module and one line here.
import * as calendar from "./calendar.js";
import * as dates from "./dates.js";
import * as embed from "./embed.js";
import * as home from "./home.js";
import * as log from "./log.js";
import * as logPage from "./log_page.js";
import * as move from "./move.js";
import * as offline from "./offline.js";
import * as paces from "./paces.js";
import * as print from "./print.js";
import * as renumbered from "./renumbered.js";
import * as review from "./review.js";
import * as share from "./share.js";
import * as signOff from "./sign_off.js";
import * as snippets from "./snippets.js";
import * as thisWeek from "./this_week.js";
import * as today from "./today.js";
import * as trouble from "./trouble.js";
import * as units from "./units.js";
import * as weights from "./weights.js";

export const features = [trouble, renumbered, move, signOff, dates, today, home, thisWeek, share, calendar, print, paces, weights, log, logPage, offline, review, snippets, units];

/** What a week in a frame needs: nothing that is entered, kept, or about one athlete. */
export const featuresInFrame = [embed, signOff, dates, today, thisWeek, review, units];
