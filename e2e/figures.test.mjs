// Figures beside the judgement: entered on the status page, kept, never part of the score.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { findings } from './lib/axe.mjs';
import { contents, keeping } from './lib/database.mjs';
import { count, saved, soon, text, unfold, useBrowser, written } from './lib/site.mjs';

const browser = useBrowser();
const low = '2,2,2,2,2,2/3,3,3,3,3,3/4,4,4,4,4,4';
const now = '2026-11-27T10:00:00+01:00';

async function status(settings = {}) {
  const page = await keeping(browser, low, { path: 'status/', settings });
  await page.clock.setFixedTime(now);
  await page.reload();
  await page.waitForSelector('html[data-alive]', { state: 'attached' });
  await page.waitForSelector('.figures');
  await unfold(page, '.figures-open summary');
  return page;
}

/** A field of the figure with this place in the list. */
const field = (page, at, label) => page.locator(`.figure-fields >> nth=${at}`).getByLabel(label, { exact: true });
/** Waits until the page says that all of it is on the disk. */
async function kept(page, act) {
  await written(page, act);
}

test('values, goals and a figure of one’s own are kept, and told in a line', async () => {
  const page = await status();
  await text(page.locator('.figures'), /Ingen tall er skrevet/);
  await field(page, 0, '2025').fill('8');
  await field(page, 0, '2026').fill('11,5');
  await kept(page, () => field(page, 0, 'Mål').fill('1 500'));
  await text(page.locator('.figures-told'), /2025: 8 innkjøp · 2026: 11,5 innkjøp · mål 1\u00a0500 innkjøp/);
  await page.click('#tall-legg-til');
  await field(page, 3, 'Hva dere teller').fill('Leverandørmøter');
  await field(page, 3, 'Enhet').fill('møter');
  await kept(page, () => field(page, 3, '2026').fill('4'));
  await page.reload();
  await text(page.locator('.figures-told'), /Leverandørmøter\s*2026: 4 møter/);
  await unfold(page, '.figures-open summary');
  await kept(page, () => page.locator('.figure-fields >> nth=3').locator('[data-does="ta-bort"]').click());
  await count(page.locator('.figure-fields'), 3);
  await text(page.locator('.figures'), /Tallet er tatt bort/);
  // Nothing of it is an answer.
  const document = JSON.parse((await contents(page)).assessments[0].document);
  assert.equal(Object.keys(document.answers).length, 18);
  assert.deepEqual(page.problems, []);
});

test('what is no number is said once the field is left, and what was there still counts', async () => {
  const page = await status();
  await kept(page, () => field(page, 1, '2026').fill('40'));
  await field(page, 1, '2026').fill('140');
  await page.keyboard.press('Tab');
  await text(page.locator('.figure-fields >> nth=1'), /Skriv en andel fra 0 til 100/);
  await page.waitForSelector('.figure-fields [aria-invalid="true"]');
  await text(page.locator('.figures-told'), /2026: 40 prosent/);
  assert.equal(await field(page, 1, '2026').inputValue(), '140');
  await kept(page, () => field(page, 1, '2026').fill('41'));
  await soon(async () => assert.equal(await page.locator('.figure-fields [aria-invalid="true"]').count(), 0));
  assert.deepEqual(page.problems, []);
});

test('two tabs that give values of different years lose nothing of each other', async () => {
  const page = await status();
  const other = await page.context().newPage();
  await other.clock.setFixedTime(now);
  await other.goto(page.url());
  await other.waitForSelector('.figures');
  await unfold(other, '.figures-open summary');
  await field(page, 2, '2025').fill('12');
  await saved(page);
  await field(other, 2, '2026').fill('15');
  await saved(other);
  for (const one of [page, other]) {
    await text(one.locator('.figures-told'), /2025: 12 personer · 2026: 15 personer/);
  }
});

for (const [colorScheme, width] of [['light', 1280], ['dark', 390], ['light', 320]]) {
  test(`figures are sound, ${colorScheme} at ${width} px`, async () => {
    const page = await status({ colorScheme, viewport: { width, height: 800 } });
    await field(page, 0, '2026').fill('x');
    await page.keyboard.press('Tab');
    await page.waitForSelector('.figure-fields [aria-invalid="true"]');
    await page.click('#tall-legg-til');
    await count(page.locator('.figure-fields'), 4);
    assert.deepEqual(await findings(page), []);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= width, `${wide} px`);
  });
}
