// Without a network, and when a new version comes: the service worker.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alive, answerAll, choose, finish, saved, soon, text, useBrowser } from './lib/site.mjs';
import { kept, later, laterCache, present, site } from './lib/versions.mjs';

const browser = useBrowser({ whole: true });
const served = site();
const { open } = served;

test('after one visit the whole site starts without a network, and answers are kept', async () => {
  const page = await browser.open(null, { serviceWorkers: 'allow' });
  await open(page, 'vurdering/');
  await kept(page);
  await page.context().setOffline(true);
  served.gone = true;
  for (const path of ['', 'nn/', 'en/metode/', 'personvern/', 'oppsett/', 'vurdering/mote/']) {
    await open(page, path);
    assert.ok((await page.textContent('h1')).length > 3, path);
  }
  await open(page, 'vurdering/');
  await answerAll(page, '3,3,3,3,3,3/4,4,4,4,4,4/4,4,4,4,4,4');
  await finish(page);
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
  Object.assign(served, { files: present(), gone: false });
  await open(page, '');
  await kept(page);
  await open(page, 'vurdering/');
  await choose(page, 'political.goal', '4');
  await saved(page);
  served.files = later();
  await open(page, '');
  await page.waitForSelector('#oppdater', { timeout: 15000 });
  await text(page.locator('.update'), /ny utgave er klar/);
  // The old version goes on until one says so: also in a second tab.
  const second = await page.context().newPage();
  await open(second, '');
  assert.doesNotMatch(await second.title(), /\(ny\)/);
  // That nothing happens has no sign: it gets its time.
  await second.waitForTimeout(500);
  assert.doesNotMatch(await second.title(), /\(ny\)/);
  const reloaded = page.waitForEvent('load');
  await page.click('#oppdater');
  await reloaded;
  await alive(page);
  assert.match(await page.title(), /\(ny\)/);
  await page.waitForSelector('.kept-list li >> text=1 av 18 besvart');
  await soon(async () => {
    const caches = await page.evaluate(() => caches.keys());
    // The files of the version before stay for pages of it that are still open.
    assert.equal(caches.at(-1), laterCache);
    assert.ok(caches.length <= 2, caches.join());
  });
});

test('a version of which a file is not as it should be is not taken', async () => {
  const page = await browser.open(null, { serviceWorkers: 'allow' });
  // The browser gives a worker up that cannot be set up.
  await page.addInitScript(() => navigator.serviceWorker.ready.then((registration) => {
    registration.addEventListener('updatefound', () => {
      const worker = registration.installing;
      worker.addEventListener('statechange', () => { window.becameOf = worker.state; });
    });
  }));
  served.files = present();
  await open(page, '');
  await kept(page);
  served.files = later();
  // On its way someone changed a byte.
  served.files.set('index.html', Buffer.concat([served.files.get('index.html'), Buffer.from('<!-- -->')]));
  await open(page, '');
  await page.waitForFunction(() => window.becameOf);
  assert.equal(await page.evaluate(() => window.becameOf), 'redundant');
  assert.equal(await page.locator('.update').count(), 0);
  assert.doesNotMatch(await page.title(), /\(ny\)/);
});
