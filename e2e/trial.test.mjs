// Other answers, tried on a result: nothing is kept, the difference goes into the plan.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { contents, keeping, place } from './lib/database.mjs';
import { findings } from './lib/axe.mjs';
import {
  calm, count, focused, languages, show, soon, stored, text, useBrowser, visit, written,
} from './lib/site.mjs';

const browser = useBrowser();
const low = '2,2,2,2,2,2/3,3,3,3,3,3/4,4,4,4,4,4';
const link = 'resultat/#r1.AUEmYSnLuCnLuAYwlgBzjP2I';
const desk = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };

const field = (item) => `[id="prov-${item}"]`;
const status = (page) => page.locator('.trial [role="status"]');
const lines = (page) => page.locator('.tried ul');
const political = ['goal', 'coherence', 'plan', 'measurement', 'culture', 'cooperation']
  .map((theme) => `political.${theme}`);

/** A trial on the result of these answers. */
async function trial(answers = low, { viewport = desk, path = 'resultat/', ...more } = {}) {
  const page = await keeping(browser, answers, { path, settings: { viewport, ...more } });
  await page.click('#prov');
  await page.waitForSelector('#prove');
  await focused(page, 'prove');
  return page;
}

/** Tries a step for each. */
async function tried(page, items, step) {
  for (const item of items) {
    await page.selectOption(field(item), String(step));
    await page.waitForSelector(`.cell[data-moved] ${field(item)}, .cell ${field(item)}`);
  }
}

test('what is tried is followed at once, nothing is kept, and all is taken back', async () => {
  const page = await trial();
  const before = JSON.stringify(await contents(page));
  const result = await page.locator('h1').innerText();
  await text(status(page), 'Hele kjeden: trinn 2, både i dag og i prøven');
  await tried(page, political, 3);
  await text(status(page), 'Hele kjeden: trinn 2 i dag, trinn 3 i prøven');
  await text(lines(page), /Politisk: trinn 2 i dag, trinn 3 i prøven/);
  await text(page.locator('h1'), /holder til trinn 3 av 5/);
  await count(page.locator('#nivaa-executive .weakest'), 1);
  await count(page.locator('[data-moved]'), 6);
  // From where to where stands in the cell.
  await text(page.locator(`${field(political[0])} option:checked`), '2→3');
  await page.selectOption(field('executive.goal'), '1');
  await text(status(page), 'Hele kjeden: trinn 2, både i dag og i prøven');
  await text(page.locator('#prove-plan'), /satt ned.*Her er det 1/);
  await page.click('#ta-tilbake');
  await count(page.locator('[data-moved]'), 0);
  await focused(page, 'ta-tilbake');
  assert.equal(await page.inputValue(field(political[0])), '2');
  assert.equal(await page.getAttribute('#ta-tilbake', 'aria-disabled'), 'true');
  await page.click('#avslutt');
  await focused(page, 'prov');
  await count(page.locator('#prove'), 0);
  await text(page.locator('h1'), result);
  assert.equal(JSON.stringify(await contents(page)), before);
  assert.deepEqual(page.problems, []);
});

test('loading the page again ends a trial, and nothing of it is found', async () => {
  const page = await trial();
  const before = await stored(page);
  await tried(page, political, 5);
  await text(status(page), /trinn 3 i prøven/);
  await page.reload();
  await page.waitForSelector('#prov');
  await text(page.locator('h1'), /holder til trinn 2 av 5/);
  assert.equal(await stored(page), before);
  // Another screen ends it too.
  await page.click('#prov');
  await page.waitForSelector('#prove');
  await tried(page, [political[0]], 5);
  await page.click('.parts >> text=Historikk');
  await page.waitForSelector('.history, main h1');
  await page.goBack();
  await page.waitForSelector('#prov');
  await count(page.locator('#prove'), 0);
});

test('by keyboard alone', async () => {
  const page = await keeping(browser, low, { settings: { viewport: desk } });
  await page.focus('#prov');
  await page.keyboard.press('Enter');
  await focused(page, 'prove');
  await page.focus(field(political[0]));
  // A digit chooses in a list that has the keys; arrows go on.
  for (const item of political) {
    await focused(page, `prov-${item}`);
    await page.keyboard.press('ArrowDown');
    await page.waitForSelector(`.cell[data-moved] ${field(item)}`);
    await focused(page, `prov-${item}`);
    await page.keyboard.press('Tab');
  }
  await text(status(page), /trinn 3 i prøven/);
  await page.focus('#legg-i-planen');
  await written(page, () => page.keyboard.press('Enter'));
  await focused(page, 'prove-plan');
  await text(page.locator('#prove-plan'), /står i planen: 6/);
});

test('the difference goes into the plan, once, and is taken back in one step', async () => {
  const page = await trial();
  await tried(page, [political[0]], 4);
  await tried(page, [political[1]], 3);
  await text(page.locator('#legg-i-planen'), 'Legg i planen (3)');
  await written(page, () => page.click('#legg-i-planen'));
  await text(page.locator('#prove-plan'), /Tiltak i prøven som står i planen: 3\. Åpne handlingsplanen/);
  await text(page.locator('#legg-i-planen'), 'Legg i planen (0)');
  await written(page, () => page.click('#angre'));
  await text(page.locator('#legg-i-planen'), 'Legg i planen (3)');
  await written(page, () => page.click('#legg-i-planen'));
  // Only what is new.
  await tried(page, [political[1]], 4);
  await text(page.locator('#legg-i-planen'), 'Legg i planen (1)');
  await page.click('#prove-plan a');
  await count(page.locator('.measure-entry'), 3);
  await text(page.locator('.plan'), /fra trinn 2 til 3/);
  // The answers are those that were given.
  const { assessments: [record] } = await contents(page);
  assert.equal(JSON.parse(record.document).answers['political.goal'].answer, 2);
  assert.deepEqual(page.problems, []);
});

test('don’t know and no answer can be tried, not applicable cannot', async () => {
  const page = await trial('2,dk,-,na,2,2/3,3,3,3,3,3/4,4,4,4,4,4');
  await text(status(page), /for få svar har et trinn/);
  await count(page.locator(field('political.measurement')), 0);
  await count(page.locator('.trial select'), 17);
  await page.selectOption(field('political.coherence'), '3');
  await text(status(page), 'Hele kjeden: ikke regnet ut i dag, trinn 2 i prøven');
  await text(page.locator(`${field('political.coherence')} option:checked`), '?→3');
  await page.selectOption(field('political.plan'), '3');
  await text(page.locator('#legg-i-planen'), 'Legg i planen (0)');
  await text(page.locator('#prove-plan'), /Her er det 2/);
  // Back to how it was answered.
  await page.selectOption(field('political.coherence'), '');
  await text(page.locator('#prove-plan'), /Her er det 1/);
});

test('the reader of a link tries, and is told how to keep it', async () => {
  const page = await browser.open(null);
  await show(page, link);
  const before = await stored(page);
  await page.click('#prov');
  await page.waitForSelector('#prove');
  const first = page.locator('.trial select').first();
  const id = await first.getAttribute('id');
  await first.selectOption('5');
  await page.waitForSelector(`.cell[data-moved] [id="${id}"]`);
  await count(page.locator('#legg-i-planen'), 0);
  await text(page.locator('#prove-plan'), /Lagre en kopi i nettleseren først/);
  assert.equal(await stored(page), before);
  assert.deepEqual(page.problems, []);
});

test('where it cannot be fetched it is said, nothing is lost, and the next try works', async () => {
  for (const what of [/\/split_trial-/, /\/texts-nb-more-/]) {
    const page = await keeping(browser, low);
    await page.route(what, (route) => route.abort());
    await page.click('#prov');
    await text(page.locator('.result .notice'), /kunne ikke hentes\. Ingenting er endret/);
    await text(page.locator('h1'), /holder til trinn 2 av 5/);
    await page.unroute(what);
    await page.click('#prov');
    await page.waitForSelector('#prove');
    await page.context().close();
  }
});

test('by touch on a phone, with targets of 44 px, and no wider than 320 px', async () => {
  const page = await trial(low, { viewport: phone, hasTouch: true, isMobile: true });
  for (const target of await page.locator('.trial :is(select, button)').all()) {
    const { width, height } = await target.boundingBox();
    assert.ok(height >= 43.5 && width >= 24, `${width} x ${height}`);
  }
  await page.locator(field(political[0])).tap();
  await tried(page, political, 3);
  await text(status(page), /trinn 3 i prøven/);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 700 });
    await calm(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${overflow} px too wide at ${width}`);
  }
});

for (const [lang, folder] of Object.entries(languages)) {
  test(`in ${lang} it has all its words, and axe finds nothing`, async () => {
    for (const colorScheme of ['light', 'dark']) {
      const page = await trial('2,dk,-,na,2,2/3,3,3,3,3,3/4,4,4,4,4,4', {
        path: `${folder}resultat/`, colorScheme, locale: lang, reducedMotion: 'reduce',
      });
      await page.selectOption(field('political.coherence'), '5');
      await page.selectOption(field('political.goal'), '4');
      await page.selectOption(field('executive.goal'), '1');
      await text(page.locator('#legg-i-planen'), /\(2\)/);
      await written(page, () => page.click('#legg-i-planen'));
      await text(page.locator('#prove-plan'), /2/);
      await calm(page);
      assert.deepEqual(await findings(page), [], `${lang}, ${colorScheme}`);
      const shown = await page.locator('.trial').first().innerText();
      assert.ok(!/[{}]|undefined/.test(shown), shown);
      const empty = page.locator('.trial :is(p, li, h2, button, a):empty');
      assert.equal(await empty.count(), 0);
      await page.context().close();
    }
  });
}

test('on paper it says that it is a trial', async () => {
  const page = await trial();
  await tried(page, political, 3);
  await text(status(page), /trinn 3 i prøven/);
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.isVisible('#prove'));
  assert.ok(!await page.isVisible('#legg-i-planen'));
});

test('a record that somebody else changes meanwhile shows under the trial', async () => {
  const page = await trial();
  await tried(page, [political[0]], 5);
  const other = await page.context().newPage();
  other.problems = [];
  await visit(other, `vurdering/${place}/political.goal`);
  await other.check('input[name="political.goal"][value="3"]');
  await text(page.locator(`${field(political[0])} option:checked`), '3→5');
  await soon(async () => assert.equal(await page.locator('[data-moved]').count(), 1));
});
