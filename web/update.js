// @ts-check
// The service worker, which makes the site start without a network, and the bar
// that offers a new version when one is ready. Nothing reloads by itself.
const root = new URL('./', import.meta.url).href;
const html = document.documentElement;
let wanted = false;

// The bar stays in view where there is room; what has focus never lies under it.
const rules = `@media (height > 400px) {
  .update { position: sticky; inset-block-end: 0; z-index: 1; }
  @layer base { html { scroll-padding-block-end: var(--bar); } }
}
.update button { margin-inline-end: 0.5rem; }`;

/** @param {string} id @param {string} label @param {() => void} act */
function button(id, label, act) {
  const button = document.createElement('button');
  button.type = 'button';
  button.id = id;
  button.className = 'ds-button';
  button.textContent = label;
  button.addEventListener('click', act);
  return button;
}

/** Whether the bar was put away in this tab. */
const putAway = () => {
  try { return sessionStorage.getItem(CONSTANTS.LATER) !== null; } catch { return false; }
};

/** Says that a new version is ready.
 * @param {ServiceWorker} worker
 */
function offer(worker) {
  const texts = CONSTANTS.TEXTS[html.lang];
  if (!texts || document.querySelector('.update') || putAway()) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets.push(sheet);
  const bar = document.createElement('div');
  bar.className = 'update ds-alert';
  bar.setAttribute('role', 'status');
  const size = new ResizeObserver(() => {
    html.style.setProperty('--bar', `${bar.offsetHeight}px`);
  });
  size.observe(bar);
  document.body.append(bar);
  const take = button('oppdater', texts.update_take, () => {
    wanted = true;
    // Another tab may have taken it over already.
    if (worker.state === 'activated') location.reload();
    else worker.postMessage('take over');
  });
  const later = button('senere', texts.update_later, () => {
    try { sessionStorage.setItem(CONSTANTS.LATER, ''); } catch { /* blocked: asked again */ }
    size.disconnect();
    html.style.removeProperty('--bar');
    bar.remove();
    // Focus would fall to the very start of the page.
    document.getElementById(CONSTANTS.MAIN)?.focus({ preventScroll: true });
  });
  later.dataset.variant = 'secondary';
  // What comes into a region that stands there already is read aloud.
  setTimeout(() => bar.append(`${texts.update_words} `, take, later), 100);
}

/** @param {ServiceWorkerRegistration} registration */
function watch({ installing, waiting }) {
  const { controller } = navigator.serviceWorker;
  if (waiting && controller) offer(waiting);
  installing?.addEventListener('statechange', () => {
    if (installing.state === 'installed' && navigator.serviceWorker.controller) offer(installing);
  });
}

/** Registers the worker, where the browser has such. */
export function register() {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  const address = `${root}worker.js`;
  const policy = globalThis.trustedTypes?.createPolicy('forankring', {
    createScriptURL: (address) => address,
  });
  const trusted = policy?.createScriptURL(address) ?? address;
  workers.addEventListener('controllerchange', () => { if (wanted) location.reload(); });
  // Where workers are not allowed, the site works with a network as before.
  workers.register(trusted, { updateViaCache: 'none' }).then((registration) => {
    if (!registration) return;
    watch(registration);
    registration.addEventListener('updatefound', () => watch(registration));
  }, () => {});
}
