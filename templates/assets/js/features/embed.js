// In a frame, links to other pages open beside the website that shows it: the frame itself stays this week's.
import { embedded } from "../embedding.js";

export function start() {
  if (!embedded()) return;
  document.addEventListener(
    "click",
    (event) => {
      const link = event.target.closest?.("a[href]");
      if (!link || link.getAttribute("href").startsWith("#") || isHere(link)) return;
      link.target = "_blank";
      link.rel = "noopener";
    },
    true,
  );
}

/** A place on this page, however its address is written. */
function isHere(link) {
  return link.hash && link.origin === location.origin && link.pathname === location.pathname;
}
