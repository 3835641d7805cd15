// What each screen loads, in bytes of bodies with brotli, cold: one budget for each kind of page.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { get } from 'node:http';
import { base, loaded, shown, soon, useBrowser, visit } from './lib/site.mjs';

const browser = useBrowser();

// A result of somebody else (docs/link-format.md).
const link = 'resultat/#r1.AUEmYSnLuCnLuAYwlgBzjP2I';

/** The screens, and the most that each may load; `/vurdering/` waits for no further part. */
const budgets = {
  'vurdering/': 126_500,
  'vurdering/oversikt/': 164_900,
  'resultat/': 185_800,
  [link]: 185_800,
  '': 181_300,
  'del/': 260_000,
  'spor/': 268_200,
  'svar/': 162_300,
  'plan/': 304_100,
  'oppsett/': 282_500,
  'historikk/': 281_500,
  'sammenlign/': 281_500,
  'metode/': 313_500,
};

/** Neither is needed to see and use the screen: icon, manifest, what makes it work offline. */
const beside = /icon\.svg|webmanifest|\/offline-|worker\.js/;

/**
 * What a page asks for until it is alive: addresses, with the bytes of their bodies. What it asks
 * for later is in `later`.
 */
async function asked(path, later = new Map()) {
  const page = await browser.open(null);
  const sizes = new Map();
  // What was asked for, and is not weighed yet.
  const open = new Set();
  await page.addInitScript(() => {
    const seen = new MutationObserver(() => {
      if ('alive' in document.documentElement.dataset) window.aliveAt ??= performance.now();
    });
    seen.observe(document, { attributes: true, subtree: true, attributeFilter: ['data-alive'] });
  });
  page.on('request', (request) => open.add(request));
  page.on('requestfailed', (request) => open.delete(request));
  page.on('requestfinished', async (request) => {
    const { pathname } = new URL(request.url());
    const { responseBodySize } = await request.sizes();
    if (!beside.test(pathname)) sizes.set(pathname, responseBodySize);
    open.delete(request);
  });
  await visit(page, path);
  await loaded(page);
  await shown(page);
  await soon(() => assert.equal(open.size, 0));
  const since = await page.evaluate(() => performance.getEntriesByType('resource')
    .filter(({ startTime }) => startTime > window.aliveAt).map(({ name }) => new URL(name).pathname));
  for (const name of since) {
    if (sizes.has(name)) later.set(name, sizes.get(name));
    sizes.delete(name);
  }
  await page.context().close();
  return sizes;
}

const sum = (sizes) => [...sizes.values()].reduce((all, size) => all + size, 0);

for (const [path, budget] of Object.entries(budgets)) {
  test(`/${path} loads at most ${budget} bytes`, async () => {
    const later = new Map();
    const sizes = await asked(path, later);
    for (const [name, size] of sizes) console.log(`# ${String(size).padStart(7)}  ${name}`);
    console.log(`# ${String(sum(sizes)).padStart(7)}  in all`);
    for (const [name, size] of later) console.log(`# ${String(size).padStart(7)}  ${name}, later`);
    assert.ok(sum(sizes) <= budget, `${sum(sizes)} bytes`);
    const parts = [...sizes.keys()].filter((name) => /(split|chunk)_\w+-/.test(name));
    // Answering waits for no part; no other screen does without, and none asks twice.
    assert.equal(parts.length === 0, path === 'vurdering/', parts.join(' '));
  });
}

test('answering and then its result load at most 235,000 bytes together', async () => {
  const both = new Map([...await asked('vurdering/'), ...await asked('resultat/')]);
  console.log(`# ${sum(both)} in all`);
  assert.ok(sum(both) <= 235_000, `${sum(both)} bytes`);
});

/** The bytes of a file's body as the server sends it to a browser. */
const weight = (path) => new Promise((done, failed) => {
  const headers = { 'accept-encoding': 'br' };
  get(base + path, { headers }, (answer) => {
    let bytes = 0;
    answer.on('data', (chunk) => { bytes += chunk.length; });
    answer.on('end', () => (answer.statusCode === 200 ? done(bytes) : failed(new Error(path))));
  }).on('error', failed);
});

test('all that one language needs offline is at most 759,900 bytes', async () => {
  const worker = await (await fetch(`${base}worker.js`)).text();
  const files = [...worker.matchAll(/\["([^"]*)","sha256-[^"]+"\]/g)].map(([, path]) => path);
  assert.ok(files.length > 40, `${files.length} files`);
  const other = /^(en|nn)\/|texts-(en|nn)-/;
  // Pictures for home screens are asked for by systems, not by readers.
  const wanted = files.filter((path) => !other.test(path) && !/icon-.*png$/.test(path));
  const sizes = await Promise.all(wanted.map(weight));
  const total = sizes.reduce((all, size) => all + size, 0);
  console.log(`# ${total} in ${wanted.length} files`);
  assert.ok(total <= 759_900, `${total} bytes`);
});
