// The parts of the WebAssembly: missing, with a wrong type, asked for once, tried again.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import {
  alive, base, choose, count, focused, items, loaded, saved, show, shown, soon, text, useBrowser,
  visit,
} from './lib/site.mjs';

const browser = useBrowser();
const part = /\/(split|chunk)_\w+-[0-9a-f]+\.wasm$/;
const keeping = /\/split_keeping-[0-9a-f]+\.wasm$/;
const resting = /\/split_resting-[0-9a-f]+\.wasm$/;
const mending = /\/split_mending-[0-9a-f]+\.wasm$/;
const link = 'resultat/#r1.AUEmYSnLuCnLuAYwlgBzjP2I';
// One whose texts are compressed (crates/core/tests/golden/links.json).
const packed = 'resultat/#r1.ATImYVAAAMgAAHwB_4ABYxQILkksSc0rVsjMy8vOOryjgEnYrzJVobgyOzU'
  + 'jKzW3uDg1Lz21SJArODFbwUTfyMDIzFkwLFMBrDS1SCExJzUvVQ8AcSVxKw';
const told = 'Statens innkjøp';

test('a page whose part is missing says so, and the next try succeeds', async () => {
  for (const path of ['', link, 'del/', 'historikk/']) {
    const page = await browser.open(null);
    const missing = /\/split_(front|reading|sharing|rest)-/;
    // As a server answers that has a newer site by now.
    await page.route(missing, (route) => route.fulfill({ status: 404, body: 'nothing here' }));
    await page.goto(base + path);
    await page.waitForSelector('.boot-failed:visible');
    await page.unroute(missing);
    await page.reload();
    await alive(page);
    assert.ok(!await page.isVisible('.boot-failed'), path);
    await page.context().close();
  }
});

test('answering waits for no part: it works where none can be fetched', async () => {
  const page = await browser.open(null);
  await page.route(part, (route) => route.abort());
  await show(page, 'vurdering/');
  assert.ok(!await page.isVisible('.boot-failed'));
});

test('another type than that of WebAssembly stops no page', async () => {
  const page = await browser.open(null);
  await page.route(/\.wasm$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'text/plain' } });
  });
  await show(page, link);
  assert.match(await page.textContent('h1'), /\w/);
  await page.waitForSelector('.chain-figure');
});

test('each part is asked for once, however often one goes between the screens', async () => {
  const page = await browser.open(null);
  const asked = [];
  page.on('request', (request) => { if (part.test(request.url())) asked.push(request.url()); });
  await visit(page, 'metode/');
  await loaded(page);
  const before = asked.length;
  assert.ok(before > 3, `${before} parts`);
  for (let round = 0; round < 5; round += 1) {
    for (const slug of ['personvern', 'tilgjengelighet', 'metode']) {
      await page.click(`footer a[href*="${slug}"]`);
      await soon(() => assert.ok(page.url().includes(slug)));
      await shown(page);
    }
  }
  // A preloaded one is asked for by the page's head and taken by the script: one request.
  assert.equal(new Set(asked).size, asked.length, asked.join('\n'));
});

test('what cannot be fetched when it is wanted is told, and works the next time', async () => {
  const page = await browser.open('vurdering/');
  await choose(page, items[0], '3');
  await saved(page);
  await page.route(keeping, (route) => route.abort());
  await show(page, '');
  await count(page.locator('.kept-list > li'), 1);
  await page.locator('.kept-list summary').first().click();
  await page.waitForSelector('[data-does="kopi"]');
  await page.click('[data-does="kopi"]');
  await page.waitForSelector('.kept >> text=Det gikk ikke å endre det som er lagret');
  await count(page.locator('.kept-list > li'), 1);
  await page.unroute(keeping);
  await page.click('[data-does="kopi"]');
  await page.waitForSelector('.kept-list >> text=(kopi)');
  await count(page.locator('.kept-list > li'), 2);
});

test('a passphrase that cannot be tried yet stays, and opens the link the next time', async () => {
  const page = await browser.open(null);
  await show(page, link.replace('resultat', 'del'));
  await page.check('#laas');
  const given = await page.inputValue('#passord');
  await page.click('#laas-lenken');
  await page.waitForSelector('#passordet', { timeout: 20000 });
  const locked = await page.inputValue('#lenke');
  const reader = await browser.open(null);
  await reader.route(keeping, (route) => route.abort());
  await reader.goto(locked);
  await alive(reader);
  await reader.fill('#passord', given);
  await reader.click('#laas-opp');
  await reader.waitForSelector('.notice >> text=kunne ikke hentes');
  assert.equal(await reader.inputValue('#passord'), given);
  await reader.unroute(keeping);
  await reader.click('#laas-opp');
  await reader.waitForSelector('.chain-figure');
});

test('what inflates the texts of a link is fetched for such links alone', async () => {
  const plain = await browser.open(null);
  const asked = [];
  plain.on('request', (request) => asked.push(request.url()));
  await show(plain, link);
  await plain.waitForSelector('.chain-figure');
  assert.ok(!asked.some((url) => mending.test(url)), asked.join('\n'));
  const page = await browser.open(null);
  await page.route(mending, (route) => route.abort());
  await page.goto(base + packed);
  await alive(page);
  await page.waitForSelector('main >> text=Lenken er hel');
  await page.unroute(mending);
  await page.reload();
  await page.waitForSelector(`main >> text=${told}`);
  assert.ok(page.url().endsWith(packed));
});

test('a result is alive before what it rests on has come; that comes by itself', async () => {
  const page = await browser.open(null);
  let go = () => {};
  const held = new Promise((resolve) => { go = resolve; });
  await page.route(resting, async (route) => { await held; await route.continue(); });
  await visit(page, link);
  await page.waitForSelector('.chain-figure');
  // Whoever looks sooner is told that it is on its way, in the part and in the map.
  await page.click('#svarene');
  await text(page.locator('#svarene + .part-body'), 'Åpner …');
  await page.locator('.cell button').first().click();
  await focused(page, 'celle');
  await text(page.locator('#celle > .waiting'), 'Åpner …');
  go();
  await count(page.locator('.one-answer'), 18);
  await count(page.locator('.waiting'), 0);
  await focused(page, 'celle');
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('what a result rests on, where it does not come, is told and fetched again', async () => {
  const page = await browser.open(null);
  await page.route(resting, (route) => route.abort());
  await visit(page, link);
  await page.click('#svarene');
  await text(page.locator('#svarene + .part-body p >> nth=0'), /kom ikke fram/);
  await page.unroute(resting);
  await page.click('#svarene + .part-body button');
  await count(page.locator('.one-answer'), 18);
  await page.context().close();
});

test('a damaged link says so at once, and the box for what was received comes after', async () => {
  const page = await browser.open(null);
  let go = () => {};
  const held = new Promise((resolve) => { go = resolve; });
  await page.route(resting, async (route) => { await held; await route.continue(); });
  await visit(page, `${link.slice(0, -2)}`);
  await page.waitForSelector('.unopened .ds-alert');
  await count(page.locator('#lim-inn'), 0);
  go();
  await page.waitForSelector('#lim-inn');
  await page.context().close();
});
