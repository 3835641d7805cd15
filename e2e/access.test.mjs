// Whether everyone can use it: axe in every state, narrow screens, text spacing,
// the keyboard.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { findings } from './lib/axe.mjs';
import { keeping, place } from './lib/database.mjs';
import {
  alive, calm, choose, languages, placeOf, saved, show, shown, slugs, soon, unfold, useBrowser,
} from './lib/site.mjs';

const browser = useBrowser();
const answers = '3,3,3,dk,3,3/4,5,4,na,4,4/1,2,3,3,3,3';

// Colours are the same in all languages, words in both themes: every language, every
// theme, every width, not all of their combinations.
for (const [lang, colorScheme, width, states, contrast] of [['nb', 'light', 390, 'common', false], ['nb', 'dark', 390, 'all', true], ['nn', 'light', 1280, 'all', true], ['en', 'dark', 1280, 'all', false]]) {
  const folder = languages[lang];
  const found = async (page) => {
    await calm(page);
    return findings(page, { contrast });
  };
  test(`axe finds nothing on any screen in ${lang}, ${colorScheme}, ${width} px`, async () => {
    // What is looked at is where a movement ends: nobody has to wait for it.
    const settings = { colorScheme, locale: lang, viewport: { width, height: 900 }, reducedMotion: 'reduce' };
    const page = await keeping(browser, answers, { path: `${folder}resultat/`, settings });
    await show(page, `${folder}vurdering/${place}`);
    await choose(page, 'political.goal', 'na');
    await unfold(page);
    await page.waitForSelector('.words dt');
    assert.deepEqual(await found(page), [], `answering`);
    await choose(page, 'political.goal', '3');
    await saved(page);
    for (const slug of ['', 'resultat/', 'plan/', 'del/', 'historikk/', 'metode/', 'personvern/', 'tilgjengelighet/']) {
      await show(page, `${folder}${slug}${/resultat|plan|del|historikk/.test(slug) ? place : ''}`);
      if (slug === '') { await page.click('.kept-more summary'); await calm(page); }
      assert.deepEqual(await found(page), [], `${slug}`);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${slug} is ${overflow} px too wide`);
    }
    await show(page, `${folder}resultat/#r1.skadet`);
    assert.deepEqual(await found(page), [], 'a damaged link');
    if (states === 'common') { await page.context().close(); return; }
    await show(page, folder);
    await page.click('.kept-more summary');
    await page.click('[data-does="kopi"]');
    await page.waitForFunction(() => document.querySelectorAll('.kept-list > li').length === 2);
    await page.locator('.kept-more summary').first().click();
    await page.locator('[data-does="kast"]').first().click();
    await page.click('.bin [data-does="glem"]');
    await page.waitForSelector('[data-does="glem-nei"]');
    assert.deepEqual(await found(page), [], 'the bin');
    await page.click('[data-does="glem-nei"]');
    await page.click('.bin [data-does="hent"]');
    await page.waitForSelector('.bin', { state: 'detached' });
    await show(page, `${folder}personvern/`);
    await page.waitForSelector('.facts li');
    const file = { format: 'forankring-backup', version: 1, assessments: [{ format: 'forankring', version: 1, instrument: 1, kind: 'county', scope: 'organisation', name: 'A', date: '2026-11-25', answers: {}, colour: 1 }] };
    await page.setInputFiles('#kopifil', { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
    await page.waitForSelector('.incoming');
    assert.deepEqual(await found(page), [], 'what would come in');
    await show(page, `${folder}resultat/${place}`);
    await unfold(page);
    await page.waitForSelector('.glossary dt');
    await page.click('[id="kart-political.goal"]');
    await page.waitForSelector('#celle');
    assert.deepEqual(await found(page), [], 'a result with everything unfolded');
    await show(page, `${folder}plan/${place}`);
    await unfold(page);
    await page.selectOption('#sikte-political', '4');
    await page.waitForSelector('#nivaa-political .ruler [data-ink="flag"]');
    assert.deepEqual(await found(page), [], 'the plan with a target');
    await show(page, `${folder}vurdering/oversikt/${place}`);
    await unfold(page);
    await page.check('input[name="strategy.plan"][value="no"]');
    await page.waitForSelector('.advice');
    assert.deepEqual(await found(page), [], 'the overview with everything unfolded');
    await show(page, `${folder}metode/`);
    await unfold(page);
    await page.selectOption('[data-example="political.goal"]', 'na');
    assert.deepEqual(await found(page), [], 'the method with everything unfolded');
    await show(page, `${folder}vurdering/#kort`);
    await page.click('#endre');
    await page.check('input[name="scope"][value="procurement"]');
    await saved(page);
    assert.deepEqual(await found(page), [], 'the set-up');
    await page.click('#svar');
    await choose(page, 'political.goal', '2');
    await page.click('.words summary');
    await page.waitForSelector('.words dt');
    assert.deepEqual(await found(page), [], 'answering the quick variant about a procurement');
    await saved(page);
    const quick = await placeOf(page);
    for (const view of ['nivaa', 'mote']) {
      await show(page, `${folder}vurdering/${view}/${quick}`);
      await unfold(page);
      await page.waitForSelector('.words dt');
      assert.deepEqual(await found(page), [], view);
    }
    await show(page, `${folder}resultat/${quick}`);
    await page.waitForSelector('#lavest');
    assert.deepEqual(await found(page), [], 'the result of the quick variant');
    await show(page, `${folder}vurdering/#ny`);
    await choose(page, 'political.goal', '2');
    await saved(page);
    await show(page, `${folder}resultat/${await placeOf(page)}`);
    await page.waitForSelector('[data-missing]');
    assert.deepEqual(await found(page), [], 'a result that cannot be scored');
    await page.context().close();
  });
}

test('nothing is wider than the screen at 320 px', async () => {
  for (const slug of slugs) {
    const page = await browser.open(null, { viewport: { width: 320, height: 800 } });
    await show(page, slug);
    if (slug === 'vurdering/') await unfold(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${slug} is ${overflow} px too wide`);
    await page.context().close();
  }
});

test('nothing is lost when lines, words and letters stand further apart', async () => {
  for (const width of [320, 1280]) {
    const page = await keeping(browser, answers, { path: 'vurdering/', settings: { bypassCSP: true, viewport: { width, height: 800 } } });
    for (const slug of slugs) {
      await show(page, `${slug}${/oppsett|vurdering|resultat|plan|del|sammenlign|historikk/.test(slug) ? place : ''}`);
      if (slug === 'sammenlign/') {
        await page.fill('#lim-inn', 'r1.AUImwG3m5JJG22wI2ABWBABs');
        await page.click('#les-lim');
        await page.waitForSelector('.compare-map');
      }
      if (slug === 'del/') {
        await unfold(page, '.share > section > details > summary');
        await page.waitForSelector('.preview-page');
        await calm(page);
      }
      await page.addStyleTag({ content: '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }' });
      // What can be scrolled by keyboard too cuts nothing: by itself, or by the buttons in it.
      const found = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth - innerWidth,
        cut: [...document.querySelectorAll('main *, header *, footer *')].filter((one) => {
          const style = getComputedStyle(one);
          return style.overflow !== 'visible' && style.position !== 'absolute' && style.display !== 'none' && !['TEXTAREA', 'INPUT', 'SELECT', 'DETAILS'].includes(one.tagName)
            && !one.closest('svg, thead') && !one.matches('.wide[tabindex], .progress') && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
        }).map((one) => one.outerHTML.slice(0, 80)),
      }));
      assert.ok(found.wide <= 0, `${slug} is ${found.wide} px too wide at ${width} px`);
      assert.deepEqual(found.cut, [], `${slug} cuts text`);
    }
    await page.context().close();
  }
});

test('the whole job by keyboard alone', async () => {
  const page = await browser.open();
  const press = async (key, times = 1) => { for (let i = 0; i < times; i += 1) await page.keyboard.press(key); };
  // A screen that one comes to takes the keys to its heading: not before is it the next key's turn.
  const arrived = () => soon(async () => assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1'));
  const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.name || document.activeElement?.tagName);
  await shown(page);
  await press('Tab');
  assert.ok(await page.evaluate(() => document.activeElement.classList.contains('skip')));
  for (let i = 0; (await focused()) !== 'start'; i += 1) { assert.ok(i < 12); await press('Tab'); }
  await press('Enter');
  await page.waitForSelector('#svar');
  await alive(page);
  await shown(page);
  for (let i = 0; (await focused()) !== 'svar'; i += 1) { assert.ok(i < 24); await press('Tab'); }
  await press('Enter');
  await page.waitForSelector('input[name="political.goal"]');
  await alive(page);
  await shown(page);
  for (let i = 0; (await focused()) !== 'political.goal'; i += 1) { assert.ok(i < 12); await press('Tab'); }
  for (let item = 0; item < 18; item += 1) {
    await page.waitForSelector(`.count >> text=/${item + 1} (av|of) 18/`);
    await press('3');
    await page.waitForSelector('.step input[value="3"]:checked');
    if (item < 17) {
      await press('Enter');
      await page.waitForFunction(() => document.activeElement?.id === 'sporsmal');
    }
  }
  await saved(page);
  await press('Enter');
  await page.waitForSelector('.review');
  await arrived();
  for (let i = 0; (await focused()) !== 'resultat'; i += 1) { assert.ok(i < 30); await press('Tab'); }
  await press('Enter');
  await page.waitForSelector('#trinn');
  await arrived();
  assert.equal(await page.getAttribute('#trinn', 'value'), '3');
});
