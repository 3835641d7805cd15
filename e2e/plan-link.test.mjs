// The plan in a link: told when one says so, read as it was told, and taken over as one's own.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { findings } from './lib/axe.mjs';
import { keeping } from './lib/database.mjs';
import { alive, count, saved, stored, text, unfold, useBrowser, written } from './lib/site.mjs';

const browser = useBrowser();
const low = '2,2,2,2,2,2/3,3,3,3,3,3/4,4,4,4,4,4';

/** A plan with one measure that says who is responsible, on the page where it is passed on. */
async function sharing(settings = {}) {
  const page = await keeping(browser, low, { path: 'plan/', settings });
  await page.click('#hent-svakeste');
  for (const n of [1, 2, 3, 4, 5]) await page.uncheck(`.proposal-list li >> nth=${n} >> input`);
  await written(page, () => page.click('#legg-til'));
  await page.click('.measure-entry >> nth=0 >> button');
  await page.fill('textarea[id^="responsible-"], input[id^="responsible-"]', 'Innkjøpssjefen');
  await page.fill('input[id^="deadline-"]', '2027-05-31');
  await text(page.locator('.measure-facts'), /Innkjøpssjefen[^]*frist 31\.5\.2027/);
  await saved(page);
  await page.click('.parts >> text=Del');
  await page.waitForSelector('#lenke');
  await alive(page);
  return page;
}

const linkOf = (page) => page.inputValue('#lenke');
/** Switches a part on or off, and waits until the link follows. */
async function turned(page, part, how) {
  const before = await linkOf(page);
  await page[how](`input[name="${part}"]`);
  await page.waitForFunction((was) => document.querySelector('#lenke').value !== was, before);
  return linkOf(page);
}

/** Somebody else, with nothing kept, sees the plan of a link. */
async function reading(link) {
  const reader = await browser.open(link);
  await alive(reader);
  await reader.waitForSelector('.result');
  await reader.click('.parts >> text=Plan');
  await reader.waitForSelector('.plan');
  return reader;
}

test('the plan goes along when one says so, and who is responsible only when one says that too', async () => {
  const page = await sharing();
  const bare = await linkOf(page);
  assert.equal(bare.split('#')[1].length, 27);
  await page.waitForSelector('input[name="people"]:disabled');
  const planned = await turned(page, 'plan', 'check');
  assert.ok(planned.length < 1000, `${planned.length} characters`);
  const reader = await reading(planned);
  await text(reader.locator('.lead'), /Planen fulgte med i lenken/);
  await count(reader.locator('.plan-told li'), 1);
  await text(reader.locator('.plan-told'), /Frist\s+31\.5\.2027/);
  assert.doesNotMatch(await reader.locator('main').innerText(), /Innkjøpssjefen/);
  assert.match(await stored(reader), /^\[(\[\],\{\})?\]$/);
  const told = await turned(page, 'people', 'check');
  const other = await reading(told);
  await text(other.locator('.plan-told'), /Ansvarlig\s+Innkjøpssjefen/);
  // Without the plan nobody is told of either.
  await page.uncheck('input[name="plan"]');
  await page.waitForFunction((was) => document.querySelector('#lenke').value === was, bare);
  assert.deepEqual(page.problems, []);
  assert.deepEqual([reader, other].flatMap(({ problems }) => problems), []);
});

test('a plan that came in a link can be taken over, and is worked on as one’s own', async () => {
  const page = await sharing();
  const reader = await browser.open(await turned(page, 'plan', 'check'));
  await alive(reader);
  await reader.waitForSelector('.result');
  await reader.click('#ta-vare');
  await reader.waitForSelector('#ta-vare', { state: 'detached' });
  await reader.click('.parts >> text=Plan');
  await reader.waitForSelector('.measure-entry');
  await count(reader.locator('.measure-entry'), 1);
  await text(reader.locator('.measure-facts'), /frist 31\.5\.2027/);
  // What it lifts is known: it is not offered again.
  await reader.click('#hent-svakeste');
  await count(reader.locator('.proposal-list input:disabled'), 1);
  assert.deepEqual(reader.problems, []);
});

for (const colorScheme of ['light', 'dark']) {
  test(`what the reader sees of a plan is shown before, and is sound, ${colorScheme}`, async () => {
    const page = await sharing({ colorScheme, viewport: { width: 390, height: 844 } });
    const link = await turned(page, 'plan', 'check');
    await unfold(page, '.preview summary');
    await count(page.locator('.preview .plan-told li'), 1);
    assert.deepEqual(await findings(page), []);
    const reader = await browser.open(link, { colorScheme, viewport: { width: 320, height: 700 } });
    await alive(reader);
    await reader.waitForSelector('.result');
    await reader.click('.parts >> text=Plan');
    await reader.waitForSelector('.plan-told');
    assert.deepEqual(await findings(reader), []);
    const wide = await reader.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 320, `${wide} px`);
  });
}
