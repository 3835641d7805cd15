// Loaded when the app is alive: makes the site start without a network, and
// offers a new version when one is ready. Nothing reloads by itself.
const texts = {texts};
const root = new URL('./', import.meta.url).href;
let wanted = false;

/** Says that a new version is ready. */
const offer = (worker) => {
  if (document.querySelector('.update')) return;
  const [words, label] = texts[document.documentElement.lang];
  const bar = document.createElement('div');
  bar.className = 'update ds-alert';
  bar.setAttribute('role', 'status');
  bar.style.cssText = 'position: sticky; inset-block-end: 0; z-index: 1';
  document.body.append(bar);
  const button = document.createElement('button');
  button.type = 'button';
  button.id = 'oppdater';
  button.className = 'ds-button';
  button.textContent = label;
  button.addEventListener('click', () => {
    wanted = true;
    // Another tab may have taken it over already.
    if (worker.state === 'activated') location.reload();
    else worker.postMessage('take over');
  });
  // What comes into a region that stands there already is read aloud.
  setTimeout(() => bar.append(`${words} `, button), 100);
};

const watch = (registration) => {
  const { installing, waiting } = registration;
  if (waiting && navigator.serviceWorker.controller) offer(waiting);
  installing?.addEventListener('statechange', () => {
    if (installing.state === 'installed' && navigator.serviceWorker.controller) offer(installing);
  });
};

// Once something is kept, the browser is asked not to clear it away by itself.
try {
  if (localStorage.getItem('forankring.current')) navigator.storage?.persist?.();
} catch { /* blocked: nothing is kept */ }

// Which language the reader chose: links that she is sent open in it.
document.addEventListener('click', ({ target }) => {
  const chosen = target.closest?.('.languages a[hreflang]');
  try { if (chosen) localStorage.setItem('forankring.lang', chosen.hreflang); } catch { /* blocked */ }
}, true);

// The running back-up: loaded when the page asks for it, and once a file is bound.
const copy = () => import('./{filecopy}');
document.addEventListener('forankring-file', ({ detail }) => copy().then((it) => it[detail]()));
if (globalThis.BroadcastChannel) new BroadcastChannel('forankring').addEventListener('message', ({ data }) => {
  // An empty message says that something else has changed, not that one was kept.
  try { if (data && localStorage.getItem('forankring.file')) copy().then((it) => it.soon()); } catch { /* blocked */ }
});

const workers = navigator.serviceWorker;
if (workers) {
  const policy = globalThis.trustedTypes?.createPolicy('forankring', { createScriptURL: (address) => address });
  const address = `${root}worker.js`;
  workers.addEventListener('controllerchange', () => { if (wanted) location.reload(); });
  // Where workers are not allowed, the site works with a network as before.
  workers.register(policy?.createScriptURL(address) ?? address, { updateViaCache: 'none' }).then((registration) => {
    if (!registration) return;
    watch(registration);
    registration.addEventListener('updatefound', () => watch(registration));
  }, () => {});
}
