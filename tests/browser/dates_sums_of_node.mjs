// Prints the sums of the dates as Node has them in the time zone of TZ.
import * as dates from "../../templates/assets/js/lib/dates.js";
import { digests } from "./dates_digest.js";

process.stdout.write(JSON.stringify(digests(dates)));
