// What the browser's module says of pairs of moves: reads {plan, rolling, pairs: [[week, to, other week, to], ...]}.
import { readFileSync } from "node:fs";
import { clashOf } from "../../templates/assets/js/lib/moves.js";

const { plan, rolling, pairs } = JSON.parse(readFileSync(0, "utf8"));
const said = pairs.map(([week, to, other, following]) => clashOf(plan, week, to, (one) => (one === other ? following : null), rolling));
process.stdout.write(JSON.stringify(said));
