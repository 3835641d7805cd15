// @ts-check
// Runs before the first paint, while the app is still on its way.
// 0. Inside another page nothing can be done: a page that frames this one could
//    lay its own words over our buttons. The app is not started there (start.js).
// 1. Who answers a level at a time goes on there, also from the bare address.
// 2. When the address, the last visit or the page before names an assessment, the page must not
//    show the first item of a new one: it says "opening" instead.
// 3. What is chosen before the app is alive is noted, and done again by it; so are links, where
//    this page was given what the next would not find.
//    A digit or Enter chooses or goes on from the first moment, before it as after it.
// 4. The app draws the page anew and puts that in the place of what was rendered, so
//    that nobody who changed this meanwhile (a translation, an extension) is in its
//    way. What was unfolded stays so, and the keys go on where they were.
// 5. Where the reader is in an entry of the tab's history is noted in it, after a line
//    break, and found again when she comes back: on this page, or once it has loaded.
const { dataset } = document.documentElement;
if (top !== self) dataset.framed = '';
const fragment = location.hash.slice(1);
const route = dataset.route ?? '';
let current = null;
let view = null;
try {
  current = localStorage.getItem(CONSTANTS.CURRENT);
  view = localStorage.getItem(CONSTANTS.VIEW);
} catch { /* blocked: no shortcut */ }
if (route === CONSTANTS.ANSWER && view === CONSTANTS.LEVELS) {
  dataset.open = '';
  location.replace(CONSTANTS.LEVEL_FROM_ANSWER + location.hash);
}
// What this entry carries to the app: a link that is followed before it would leave it behind.
const carries = `${history.state ?? ''}`[0] === ' ';
// The page shows a new assessment already; and the skip link leads to its main part.
const names = carries || (fragment
  ? fragment !== CONSTANTS.NEW && fragment !== CONSTANTS.MAIN
  : current && route !== CONSTANTS.SETUP);
if (names && CONSTANTS.EDITS.includes(route)) dataset.open = '';

/** @type {Window['forankringEarly']} */
const early = window.forankringEarly = [];
/** @param {Event} event */
const note = (event) => {
  const { target, type } = event;
  if ('alive' in dataset || window.forankringEarly !== early) return;
  const field = /** @type {HTMLInputElement} */ (target);
  const element = type === 'click'
    ? field.closest?.(carries ? 'button[id],a[href]' : 'button[id]') : field;
  if (!element) return;
  const link = type === 'click' && element.matches('a');
  if (link) event.preventDefault();
  const { id, name, type: kind, checked, value } = /** @type {HTMLInputElement} */ (element);
  // Finds what the app draws in its place.
  const named = `[name="${name}"]${kind === 'radio' ? `[value="${value}"]` : ''}`;
  const led = `a[href^="${element.getAttribute('href')}"]`;
  const again = id ? `[id="${id}"]` : link ? led : named;
  early.push([type, checked, value, again]);
};
for (const type of ['click', 'input', 'change']) addEventListener(type, note, true);

addEventListener('keydown', ({ target, key, ctrlKey, metaKey, altKey, repeat }) => {
  if (route !== CONSTANTS.ANSWER || 'alive' in dataset || 'open' in dataset) return;
  if (target !== document.body || ctrlKey || metaKey || altKey || repeat) return;
  const meant = /^[1-5]$/.test(key) ? `.step [value="${key}"]` : key === 'Enter' && '#neste';
  if (meant) /** @type {HTMLElement | null} */ (document.querySelector(meant))?.click();
});

const STOPS = 'a,button,input,textarea,select,summary,[tabindex]';
/** @param {Document | Element} root */
const stops = (root) => [.../** @type {NodeListOf<HTMLInputElement>} */ (
  root.querySelectorAll(STOPS))];

window.forankringTakeOver = (drawn) => {
  const app = document.getElementById(CONSTANTS.APP) ?? document.body.appendChild(drawn);
  const unfolded = [...app.querySelectorAll('details')].map(({ open }) => open);
  const field = /** @type {HTMLInputElement} */ (document.activeElement);
  const { selectionStart, selectionEnd } = field;
  const again = stops(drawn)[stops(app).indexOf(field)];
  app.replaceWith(drawn);
  drawn.querySelectorAll('details').forEach((one, at) => { one.open ||= unfolded[at] ?? false; });
  // What was noted is done again first.
  if (again) queueMicrotask(() => {
    if (document.activeElement !== document.body) return;
    again.focus({ preventScroll: true });
    if (selectionStart !== null) again.setSelectionRange?.(selectionStart, selectionEnd);
  });
};

/**
 * What stays the same of an element when it is drawn anew.
 * @param {Element} element
 */
const sign = (element) => element.id || element.getAttribute('href') || element.textContent || '-';
/** @param {unknown} text */
const alike = (text) => stops(document).filter((one) => sign(one) === text);
let resting = 0;
/** @returns {[number, string, number] | null} */
const noted = () => {
  const state = `${history.state ?? ''}`;
  // What is carried to the app is no place, whatever stands in it.
  if (state[0] === ' ') return null;
  try { return JSON.parse(state.split('\n')[1] ?? 'null'); } catch { return null; }
};
const mark = (element = document.activeElement) => {
  // What was to be noted before is older: a link is followed while it waits.
  clearTimeout(resting);
  const held = `${history.state ?? ''}`;
  // Not while it is sought, nor where something is carried to the app.
  if (spot || held[0] === ' ' || !element) return;
  const name = element === document.body ? '' : sign(element);
  const at = alike(name).indexOf(/** @type {HTMLInputElement} */ (element));
  history.replaceState(`${held.split('\n')[0]}\n${JSON.stringify([scrollY, name, at])}`, '');
};
let spot = noted();
history.scrollRestoration = 'manual';
window.forankringBack = (last) => {
  if (!spot) return true;
  const [top, name, at] = spot;
  const found = name && alike(name)[at];
  if (found) found.focus({ preventScroll: true });
  else if (last && document.activeElement === document.body) {
    document.querySelector('h1')?.focus({ preventScroll: true });
  }
  scrollTo(0, top);
  // What comes later may still push it away.
  if (last && (found || !name) && scrollY > top - 2) setTimeout(() => { spot = null; }, 1500);
  return !spot;
};
addEventListener('popstate', () => {
  clearTimeout(resting);
  spot = noted();
});
for (const type of ['scroll', 'focusin']) addEventListener(type, () => {
  clearTimeout(resting);
  resting = setTimeout(mark, 150);
});
// Whoever goes on by herself is not moved any more.
for (const type of ['wheel', 'touchstart', 'keydown', 'pointerdown', 'click']) {
  addEventListener(type, ({ target }) => {
    spot = null;
    if (type !== 'click') return;
    const element = /** @type {Element} */ (target).closest?.(STOPS);
    if (element) mark(element);
    // What is open goes along before the app is there to say so.
    const link = /** @type {HTMLAnchorElement | null} */ (
      element?.closest('.parts a,.languages a') ?? null);
    if (link && !('alive' in dataset)) link.hash ||= location.hash;
  }, { capture: true, passive: true });
}

// The first change is the end of parsing; DOMContentLoaded waits for the app's script.
document.addEventListener('readystatechange', () => {
  // Going to another screen changes the address without loading a page: what the
  // head names by a relative address must not go with it.
  const links = 'link[rel$="icon"],link[rel="manifest"],link[data-more]';
  for (const link of document.querySelectorAll(links)) {
    const { href } = /** @type {HTMLLinkElement} */ (link);
    /** @type {HTMLLinkElement} */ (link).href = href;
  }
  window.forankringBack?.();
}, { once: true });

export {};
