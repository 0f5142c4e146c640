// Pages saved to open without reception, as part of all that is kept: each plan, and what else was opened.
import { t, tn } from "../../lib/words.js";
import { h } from "../../ui/dom.js";
import { forgetOpened, forgetPlan, openedPages, savedPlans } from "../../saved.js";

/** An element that fills itself once the browser has answered; `deleted` is called with what was deleted. */
export function savedPages(root, deleted) {
  const element = h("div", {});
  void fill(element, root, deleted);
  return element;
}

async function fill(element, root, deleted) {
  const plans = await savedPlans(root);
  const opened = await openedPages(root);
  const rows = plans.map(({ plan, title }) => ({ text: title, forget: () => forgetPlan(root, plan) }));
  if (opened) rows.push({ text: tn("{n} page that you opened", "{n} pages that you opened", opened), forget: () => forgetOpened(root) });
  if (!rows.length) return;
  const remove = async ({ text, forget }) => {
    await forget();
    deleted(text);
  };
  const button = (row) => h("button", { type: "button", class: "hd-button", onclick: () => void remove(row) }, t("Delete"), h("span", { class: "hd-hidden" }, ` ${row.text}`));
  element.append(h("h3", {}, t("Saved to open without reception")), h("ul", {}, rows.map((row) => h("li", {}, h("span", {}, row.text), button(row)))));
}
