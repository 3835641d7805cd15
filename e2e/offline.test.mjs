// Without a network, and when a new version comes: the service worker.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { alive, answerAll, choose, saved, useBrowser } from './lib/site.mjs';

const browser = useBrowser();
const dist = process.env.DIST ?? new URL('../dist/', import.meta.url).pathname;
const types = { js: 'text/javascript', wasm: 'application/wasm', html: 'text/html; charset=utf-8', txt: 'text/plain; charset=utf-8', svg: 'image/svg+xml', webmanifest: 'application/manifest+json' };

/** The site as a version says that it is; `changed` holds files that differ. */
function site() {
  const state = { changed: new Map(), server: null, address: '' };
  before(async () => {
    state.server = createServer((request, answer) => {
      let path = new URL(request.url, 'http://x').pathname.slice(1);
      if (path === '' || path.endsWith('/')) path += 'index.html';
      const content = state.changed.get(path) ?? (existsSync(join(dist, path)) ? readFileSync(join(dist, path)) : null);
      answer.writeHead(content === null ? 404 : 200, { 'Content-Type': types[path.split('.').pop()] ?? 'application/octet-stream', 'Cache-Control': 'no-cache' });
      answer.end(content ?? '');
    });
    await new Promise((resolve) => state.server.listen(0, '127.0.0.1', resolve));
    state.address = `http://127.0.0.1:${state.server.address().port}/`;
  });
  after(() => state.server.close());
  return state;
}
const served = site();

const open = async (page, path) => { await page.goto(served.address + path); await alive(page); };
/** Waits until the worker has everything and answers for the page. */
async function kept(page) {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated');
}

/** A new version: another start page, and a worker that names it. */
function newVersion() {
  const page = readFileSync(join(dist, 'index.html'), 'utf8').replace('</title>', ' (ny)</title>');
  const hash = `sha256-${createHash('sha256').update(page).digest('base64')}`;
  const worker = readFileSync(join(dist, 'worker.js'), 'utf8')
    .replace(/\["","sha256-[^"]*"\]/, `["","${hash}"]`)
    .replace(/forankring-[0-9a-f]{16}'/, "forankring-ffffffffffffffff'");
  return new Map([['index.html', Buffer.from(page)], ['worker.js', Buffer.from(worker)]]);
}

test('after one visit the whole site starts without a network, and answers are kept', async () => {
  const page = await browser.open(null, { serviceWorkers: 'allow' });
  await open(page, 'vurdering/');
  await kept(page);
  await page.context().setOffline(true);
  for (const path of ['', 'nn/', 'en/metode/', 'personvern/', 'oppsett/', 'vurdering/mote/']) {
    await open(page, path);
    assert.ok((await page.textContent('h1')).length > 3, path);
  }
  await open(page, 'vurdering/');
  await answerAll(page, '3,3,3,3,3,3/4,4,4,4,4,4/4,4,4,4,4,4');
  await page.click('#resultat');
  await page.waitForSelector('#trinn');
  await page.click('#del');
  const fragment = new URL(await page.inputValue('#lenke')).hash;
  // The reader's side, without a network too; the wording for one procurement as well.
  const reader = await page.context().newPage();
  await open(reader, `en/resultat/${fragment}`);
  await reader.waitForSelector('#trinn');
  await open(reader, 'oppsett/#ny');
  await reader.check('input[name="scope"][value="procurement"]');
  await reader.click('#svar');
  await reader.waitForSelector('#sporsmal');
  await reader.goto(`${served.address}vurdering`);
  await alive(reader);
  await reader.goto(`${served.address}finnes-ikke/`);
  await reader.waitForSelector('.missing');
  assert.deepEqual(page.problems, []);
});

test('a new version is offered, never taken by itself; then all of it is there, and the answers too', async () => {
  const page = await browser.open(null, { serviceWorkers: 'allow' });
  served.changed = new Map();
  await open(page, '');
  await kept(page);
  await open(page, 'vurdering/');
  await choose(page, 'political.goal', '4');
  await saved(page);
  served.changed = newVersion();
  await open(page, '');
  await page.waitForSelector('#oppdater', { timeout: 15000 });
  assert.match(await page.textContent('.update'), /ny utgave er klar/);
  // The old version goes on until one says so: also in a second tab.
  const second = await page.context().newPage();
  await open(second, '');
  assert.doesNotMatch(await second.title(), /\(ny\)/);
  await second.waitForTimeout(500);
  assert.doesNotMatch(await second.title(), /\(ny\)/);
  const reloaded = page.waitForEvent('load');
  await page.click('#oppdater');
  await reloaded;
  await alive(page);
  assert.match(await page.title(), /\(ny\)/);
  await page.waitForSelector('.kept-list li >> text=1 av 18 besvart');
  const caches = await page.evaluate(() => caches.keys());
  assert.deepEqual(caches, ['forankring-ffffffffffffffff']);
});

test('a version of which a file is not as it should be is not taken', async () => {
  const page = await browser.open(null, { serviceWorkers: 'allow' });
  served.changed = new Map();
  await open(page, '');
  await kept(page);
  served.changed = newVersion();
  // On its way someone changed a byte.
  served.changed.set('index.html', Buffer.concat([served.changed.get('index.html'), Buffer.from('<!-- -->')]));
  await open(page, '');
  await page.waitForTimeout(1500);
  assert.equal(await page.locator('#oppdater').count(), 0);
  assert.doesNotMatch(await page.title(), /\(ny\)/);
});
