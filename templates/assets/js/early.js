// Runs before the page is drawn: style sheets then know that browser code will follow, so that nothing jumps and
// no heavy weight is shown for a moment to somebody who is not signed off.
document.documentElement.classList.add("hd-js");
