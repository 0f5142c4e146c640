// A small bar chart; the numbers stand in a table or list beside it.
import { svg } from "../../ui/dom.js";

const [WIDTH, HEIGHT, GAP] = [320, 80, 3];

/** Bars for [{label, value}] up to `most` (by default the largest); `title` names the picture for screen readers. */
export function barChart(values, title, most = Math.max(1, ...values.map((one) => one.value))) {
  const wide = WIDTH / Math.max(values.length, 8);
  const bars = values.map(({ label, value }, at) => {
    const height = Math.max(1, (HEIGHT * value) / most);
    return svg("rect", { x: at * wide, y: HEIGHT - height, width: wide - GAP, height, rx: 2 }, svg("title", {}, document.createTextNode(`${label}: ${value}`)));
  });
  const said = values.map(({ label, value }) => `${label} ${value}`).join(", ");
  return svg("svg", { class: "hd-barchart", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": `${title}: ${said}` }, bars);
}
