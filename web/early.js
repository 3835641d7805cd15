// @ts-check
// Runs before the first paint, while the app is still on its way.
// 0. Inside another page nothing can be done: a page that frames this one could
//    lay its own words over our buttons. The app is not started there (start.js).
// 1. Who answers a level at a time goes on there, also from the bare address.
// 2. When the address or the last visit names an assessment, the page must not
//    show the first item of a new one: it says "opening" instead.
// 3. What is chosen before the app is alive is noted, and done again by it.
//    A digit or Enter chooses or goes on from the first moment, before it as after it.
// 4. The app draws the page anew and puts that in the place of what was rendered, so
//    that nobody who changed this meanwhile (a translation, an extension) is in its
//    way. What was unfolded stays so, and the keys go on where they were.
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
// The page shows a new assessment already; and the skip link leads to its main part.
const names = fragment
  ? fragment !== CONSTANTS.NEW && fragment !== CONSTANTS.MAIN
  : current && route !== CONSTANTS.SETUP;
if (names && CONSTANTS.EDITS.includes(route)) dataset.open = '';

/** @type {Window['forankringEarly']} */
const noted = window.forankringEarly = [];
/** @param {Event} event */
const note = ({ target, type }) => {
  if ('alive' in dataset || window.forankringEarly !== noted) return;
  const field = /** @type {HTMLInputElement} */ (target);
  const element = type === 'click' ? field.closest?.('button[id]') : field;
  if (!element) return;
  const { id, name, type: kind, checked, value } = /** @type {HTMLInputElement} */ (element);
  // Finds what the app draws in its place.
  const again = id
    ? `[id="${id}"]`
    : `[name="${name}"]${kind === 'radio' ? `[value="${value}"]` : ''}`;
  noted.push([type, checked, value, again]);
};
for (const type of ['click', 'input', 'change']) addEventListener(type, note, true);

addEventListener('keydown', ({ target, key, ctrlKey, metaKey, altKey, repeat }) => {
  if (route !== CONSTANTS.ANSWER || 'alive' in dataset || 'open' in dataset) return;
  if (target !== document.body || ctrlKey || metaKey || altKey || repeat) return;
  const meant = /^[1-5]$/.test(key) ? `.step [value="${key}"]` : key === 'Enter' && '#neste';
  if (meant) /** @type {HTMLElement | null} */ (document.querySelector(meant))?.click();
});

/** @param {Element} root */
const stops = (root) => [.../** @type {NodeListOf<HTMLInputElement>} */ (
  root.querySelectorAll('a,button,input,textarea,select,summary,[tabindex]'))];

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

// The first change is the end of parsing; DOMContentLoaded waits for the app's script.
document.addEventListener('readystatechange', () => {
  // Going to another screen changes the address without loading a page: what the
  // head names by a relative address must not go with it.
  const links = 'link[rel$="icon"],link[rel="manifest"],link[data-more]';
  for (const link of document.querySelectorAll(links)) {
    const { href } = /** @type {HTMLLinkElement} */ (link);
    /** @type {HTMLLinkElement} */ (link).href = href;
  }
}, { once: true });

export {};
