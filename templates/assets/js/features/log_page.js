// The page of the log: everything kept in this browser, to look at, take along, bring back, print, or delete.
import { t } from "../lib/words.js";
import { h } from "../ui/dom.js";

export async function start(context) {
  const place = document.querySelector(".hd-log-page");
  if (!place) return;
  const [entries, { keptSection }, { transferSection }] = await Promise.all([
    import("./log/entries.js"),
    import("./log/kept.js"),
    import("./log/transfer.js"),
  ]);
  const show = () => {
    // On paper the log itself takes the place of the sheet to fill in.
    place.classList.toggle("hd-log-page--filled", context.store.keys("log.").length > 0);
    place.replaceChildren(
      h("p", { class: "hd-fill hd-paper" }, t("Name")),
      h("p", { class: "hd-screen" }, t("What you tick and write on the week pages is kept in this browser and nowhere else. Browsers may delete it: Safari does after seven days without a visit unless the site is on your home screen. Export it now and then.")),
      ...entries.sections(context),
      transferSection(context, show),
      keptSection(context, show),
    );
    document.dispatchEvent(new CustomEvent("hardday:drawn", { detail: place }));
  };
  show();
  addEventListener("storage", show);
}
