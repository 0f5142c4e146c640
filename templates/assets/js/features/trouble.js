// What could not be kept is said where it is seen, not lost in silence.
import { t } from "../lib/words.js";
import { h } from "../ui/dom.js";

export function start({ store, announce }) {
  store.onTrouble((text) => {
    say(text);
    // Seen and heard wherever on the page the athlete is, in a dialog too.
    announce(text);
  });
  if (!store.lasting && document.querySelector("[data-plan], .hd-log-page")) {
    say(t("This browser keeps nothing (a private window, or storage is turned off): what you enter is gone when you leave."));
  }
}

function say(text) {
  const article = document.querySelector("article");
  if (!article || [...document.querySelectorAll(".hd-trouble")].some((one) => one.textContent === text)) return;
  article.prepend(h("p", { class: "hd-trouble hd-banner", role: "note" }, text));
}
