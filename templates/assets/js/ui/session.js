// What one page tells the next in this tab, and nothing longer: where a bookmark was led from.

const [FROM, LED] = ["hardday.from", "hardday.led"];

/** Tell the next page that it was led to from a week's address: {plan, from}. */
export function remember(from) {
  unlessRefused(() => sessionStorage.setItem(FROM, JSON.stringify(from)));
}

/** What the page before told, once; null for nothing. */
export function remembered() {
  return unlessRefused(() => {
    const told = JSON.parse(sessionStorage.getItem(FROM));
    sessionStorage.removeItem(FROM);
    return told;
  });
}

/** Whether a week's address has led elsewhere in this tab already; from now on it has. */
export function ledBefore(plan, week) {
  return unlessRefused(() => {
    const led = JSON.parse(sessionStorage.getItem(LED)) ?? [];
    const before = led.includes(`${plan}.${week}`);
    if (!before) sessionStorage.setItem(LED, JSON.stringify([...led, `${plan}.${week}`]));
    return before;
  });
}

function unlessRefused(action) {
  try {
    return action();
  } catch {
    return null;
  }
}
