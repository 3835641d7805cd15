// The service worker: keeps the site's own files, so that it starts without a
// network. All files of a version come together, each checked, or none does; a
// page never gets files of two versions. A new version waits until the user
// wants it.
const name = 'forankring-{version}';
const files = new Map({files});
const root = new URL('./', self.location).href;

self.addEventListener('install', (event) => event.waitUntil((async () => {
  const cache = await caches.open(name);
  await Promise.all([...files].map(async ([path, integrity]) => {
    const answer = await fetch(root + path, { integrity, cache: 'no-cache', credentials: 'same-origin' });
    if (!answer.ok || answer.redirected) throw new Error(path);
    await cache.put(root + path, answer);
  }));
})()));

self.addEventListener('activate', (event) => event.waitUntil((async () => {
  // Pages of the version before may still be open: its files stay until the next.
  const old = (await caches.keys()).filter((other) => other.startsWith('forankring-') && other !== name);
  await Promise.all(old.slice(0, -1).map((other) => caches.delete(other)));
})()));

self.addEventListener('message', (event) => {
  if (event.data === 'take over') self.skipWaiting();
});

const kept = async (path) => (await caches.open(name)).match(root + path);

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = request.url.split(/[?#]/)[0];
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
    event.respondWith(fetch(request).catch(() => kept('404.html')));
  }
});
