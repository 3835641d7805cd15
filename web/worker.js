// @ts-check
// The service worker: keeps the site's own files, so that it starts without a
// network. All files of a version come together, each checked, or none does; a
// page never gets files of two versions. A new version waits until the user
// wants it.
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const files = new Map(CONSTANTS.FILES);
const { href: root, pathname } = new URL('./', worker.location.href);
// All that stands on one origin shares its caches: the path says whose they are.
// No path has a space, so that no name begins as that of a folder above.
const own = `forankring ${pathname} `;
const name = own + CONSTANTS.VERSION;

/**
 * Whether a cache is of this installation. Names had no path once: such a one is
 * surely ours where it has our front page, and nothing that is outside of our
 * folder. What lies below has a front page of its own, what lies above has more.
 * @param {string} other
 */
async function isOurs(other) {
  if (other.startsWith(own)) return true;
  if (!/^forankring-[0-9a-f]{16}$/.test(other)) return false;
  const kept = await (await caches.open(other)).keys();
  const addresses = kept.map(({ url }) => url);
  return addresses.includes(root) && addresses.every((url) => url.startsWith(root));
}

worker.addEventListener('install', (event) => event.waitUntil((async () => {
  const cache = await caches.open(name);
  await Promise.all([...files].map(async ([path, integrity]) => {
    /** @type {RequestInit} */
    const how = { integrity, cache: 'no-cache', credentials: 'same-origin' };
    const answer = await fetch(root + path, how);
    if (!answer.ok || answer.redirected) throw new Error(path);
    await cache.put(root + path, answer);
  }));
})()));

worker.addEventListener('activate', (event) => event.waitUntil((async () => {
  const old = [];
  for (const other of await caches.keys()) {
    if (other !== name && await isOurs(other)) old.push(other);
  }
  // Pages of the version before may still be open: its files stay until the next.
  await Promise.all(old.slice(0, -1).map((other) => caches.delete(other)));
})()));

worker.addEventListener('message', (event) => {
  if (event.data === 'take over') worker.skipWaiting();
});

/** @param {string} path */
const kept = async (path) => (await caches.open(name)).match(root + path);

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const [address = ''] = request.url.split(/[?#]/);
  if (request.method !== 'GET' || !address.startsWith(root)) return;
  const path = address.slice(root.length).replace(/(^|\/)index\.html$/, '$1');
  if (files.has(path)) {
    // The browser may have cleared what was kept: then the network is asked.
    event.respondWith(kept(path).then((answer) => answer ?? fetch(request)));
  } else if (files.has(`${path}/`)) {
    event.respondWith(Response.redirect(`${root}${path}/`));
  } else if (/-[0-9a-f]{16}/.test(path)) {
    // A file of another version, by its hash: for a page of that version.
    event.respondWith(caches.match(address).then((answer) => answer ?? fetch(request)));
  } else if (request.mode === 'navigate') {
    event.respondWith(fetch(request).catch(async () => {
      return await kept('404.html') ?? Response.error();
    }));
  }
});

export {};
