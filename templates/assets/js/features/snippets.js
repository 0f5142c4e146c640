// What stands on a page to be copied gets a button for it.
import { t } from "../lib/words.js";
import { announce, h } from "../ui/dom.js";

export function start() {
  for (const snippet of document.querySelectorAll(".hd-snippet")) {
    const mark = () => {
      getSelection().selectAllChildren(snippet);
      announce(t("Copy the marked text."));
    };
    const copy = () => (navigator.clipboard?.writeText(snippet.textContent) ?? Promise.reject()).then(() => announce(t("Copied.")), mark);
    const which = h("span", { class: "hd-hidden" }, ` ${snippet.dataset.of ?? ""}`);
    snippet.after(h("p", {}, h("button", { type: "button", class: "hd-button", onclick: () => void copy() }, t("Copy"), which)));
  }
}
