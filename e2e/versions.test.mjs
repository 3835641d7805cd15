// An older and a newer version of the site, each with what the other wrote, and
// side by side.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersOf, contents, golden, make, outside, VERSION } from './lib/database.mjs';
import { alive, answered as shows, choose, count, placeOf, saved, useBrowser } from './lib/site.mjs';
import { kept, later, present, site } from './lib/versions.mjs';

const browser = useBrowser({ whole: true });
const served = site();
const { open } = served;
const [old, today] = golden;

/** Answers, and tells which version's word the page has for "saved". */
async function answered(page, item, value) {
  await page.click(`[id="til-${item}"]`);
  await page.waitForSelector(`input[name="${item}"]`);
  await choose(page, item, value);
  await saved(page);
  return (await page.textContent('.saved')).endsWith('(ny)') ? 'new' : 'old';
}

/** A page of the present version, which its worker answers for. */
async function workerPage(path) {
  served.files = present();
  const page = await browser.open(null, { serviceWorkers: 'allow' });
  await open(page, path);
  await kept(page);
  await open(page, path);
  assert.ok(await page.evaluate(() => navigator.serviceWorker.controller !== null));
  return page;
}

test('an older version lists what a newer one wrote as such and leaves it as it is; the others open', async () => {
  const page = await workerPage('vurdering/');
  await choose(page, 'political.goal', '4');
  await saved(page);
  const own = (await placeOf(page)).slice(1);
  // So long in the bin that it would be cleared away, if it could be read.
  const newer = { ...today, id: 'cccccccccccccccc', schema: 4, binned: 1, parts: [{ document: today.document }] };
  const other = await outside(page, served.address);
  await make(other, VERSION, { records: [newer, { ...old, id: 'bbbbbbbbbbbbbbbb' }] });
  const stands = async () => (await contents(other)).assessments.find((record) => record.id === newer.id);
  await page.bringToFront();
  await page.context().setOffline(true);
  await open(page, '');
  await page.waitForSelector('.unreadable >> text=nyere utgave');
  await count(page.locator('.kept-list .unreadable'), 1);
  await count(page.locator('.kept-list li'), 3);
  await open(page, `vurdering/#${newer.id}`);
  await page.waitForSelector('.notice >> text=nyere utgave');
  assert.deepEqual(await stands(), newer);
  for (const [id, item, value] of [[own, 'political.goal', '4'], ['bbbbbbbbbbbbbbbb', 'executive.plan', 'dk']]) {
    await page.goto('about:blank');
    await open(page, `vurdering/#${id}`);
    await shows(page, item, value);
    assert.equal(await answered(page, 'operational.goal', '1'), 'old');
  }
  assert.deepEqual(await stands(), newer);
});

test('a new version takes over: what older ones wrote opens, and a page of the old one goes on as it was', async (t) => {
  const page = await workerPage('oppsett/');
  await page.check('input[name="kind"][value="county"]');
  await saved(page);
  const own = (await placeOf(page)).slice(1);
  const other = await outside(page, served.address);
  await make(other, VERSION, { records: [old] });
  let loads = 0;
  page.on('load', () => { loads += 1; });
  served.files = later();
  const second = await page.context().newPage();
  await open(second, `vurdering/#${own}`);
  await second.waitForSelector('#oppdater', { timeout: 15000 });
  // It waits: a page that is opened meanwhile is of the old one, with its words,
  // though the server has them no longer.
  await second.reload();
  await alive(second);
  assert.equal(await answered(second, 'political.goal', '3'), 'old');
  await second.waitForSelector('#oppdater');
  const reloaded = second.waitForEvent('load');
  await second.click('#oppdater');
  await reloaded;
  await alive(second);
  await shows(second, 'political.goal', '3');
  assert.equal(await answered(second, 'political.coherence', '4'), 'new');

  // The old page goes on, and each sees what the other writes.
  await page.bringToFront();
  await page.click('#svar');
  await shows(page, 'political.goal', '3');
  await shows(page, 'political.coherence', '4');
  assert.equal(await answered(page, 'political.plan', '2'), 'old');
  await shows(second, 'political.plan', '2');
  assert.equal(loads, 0);
  assert.doesNotMatch(await page.title(), /\(ny\)/);
  const { assessments } = await contents(other);
  const record = assessments.find(({ id }) => id === own);
  assert.deepEqual(answersOf(record), { 'political.goal': '3', 'political.coherence': '4', 'political.plan': '2' });
  assert.equal(JSON.parse(record.document).kind, 'county');

  // The new one opens what is of the form before today's too.
  await second.bringToFront();
  await open(second, '');
  assert.match(await second.title(), /\(ny\)/);
  await second.waitForSelector('.kept-list li');
  assert.deepEqual([
    await second.locator('.kept-list li').count(), await second.locator('.unreadable').count(),
  ], [2, 0]);
  await open(second, `vurdering/#${old.id}`);
  for (const [item, value] of Object.entries(answersOf(old))) await shows(second, item, value);

  await page.bringToFront();
  await t.test('the old page still gets the words that it asks for only now', async () => {
    await page.click('#endre');
    await page.check('input[name="scope"][value="procurement"]');
    await page.click('#svar');
    await page.click('[id="til-political.goal"]');
    await page.waitForSelector('#sporsmal >> text=i denne anskaffelsen', { timeout: 5000 });
  });
  await t.test('the old page takes the new version over when one wants it there too', async () => {
    const load = page.waitForEvent('load', { timeout: 5000 });
    await page.click('#oppdater');
    await load;
  });
});
