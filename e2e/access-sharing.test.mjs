// Whether everyone can use the screens of sharing, reading and comparing: axe in
// every state, each language in one of the two themes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings } from './lib/axe.mjs';
import { calm, count, items, languages, unfold, useBrowser, visit } from './lib/site.mjs';

const browser = useBrowser();
const whole = {
  format: 'forankring', version: 1, instrument: 1, kind: 'county', scope: 'organisation', name: 'Fylket', date: '2026-11-25',
  answers: Object.fromEntries(items.map((item, index) => [item, { answer: 2 + (index % 3), comment: 'Sak 12/2026 '.repeat(8) + item }])),
};
const locked = 'l1.AAknwBRJP19UcO1Iw_ED2RfsUq7zVEm_eHc4ijcHAhV1FLU-Y6DY5-OaiKETfH14jl-iRUFKbxHqiKuX5yG3lzij';
const themes = { nb: ['dark', 390], nn: ['light', 1280], en: ['dark', 1280] };

for (const [lang, folder] of Object.entries(languages)) {
  const [colorScheme, width] = themes[lang];
  test(`axe finds nothing in sharing and comparing in ${lang}, ${colorScheme}, ${width} px`, async () => {
    const settings = { colorScheme, viewport: { width, height: 900 }, locale: lang };
    // What is looked at is where a movement ends: nobody has to wait for it.
    const page = await browser.open(folder, { ...settings, reducedMotion: 'reduce' });
    const fine = async (state) => {
      await calm(page);
      assert.deepEqual(await findings(page, { contrast: lang !== 'en' }), [], state);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${state} is ${overflow} px too wide`);
    };
    await page.setInputFiles('#fil', { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(whole)) });
    await page.waitForSelector('.result');
    await page.click('#del');
    await page.waitForSelector('#lenke');
    const link = await page.inputValue('#lenke');
    await unfold(page, '.share > section > details > summary');
    await page.waitForSelector('.preview-page');
    await fine('the preview and the code');
    await page.check('input[name="comments"]');
    await page.waitForFunction((link) => document.querySelector('#lenke').value !== link, link);
    await fine('a long link');
    await page.check('#laas');
    await page.waitForSelector('#laas-lenken');
    await fine('choosing a passphrase');
    await page.click('#laas-lenken');
    await page.waitForSelector('#passordet', { timeout: 20000 });
    await fine('a locked link');
    await visit(page, `${folder}resultat/#${locked}`);
    await page.waitForSelector('#passord');
    await fine('asked for the passphrase');
    await page.fill('#passord', 'x');
    await page.click('#laas-opp');
    await page.waitForSelector('.notice', { timeout: 20000 });
    await fine('a wrong passphrase');
    await visit(page, folder);
    await unfold(page, '#fatt > summary');
    await page.fill('#lim-inn', `${link} ${locked}`);
    await page.click('#les-lim');
    await page.waitForSelector('.paste .kept-list li');
    await fine('several links');
    await page.fill('#lim-inn', 'hei');
    await page.click('#les-lim');
    await page.waitForSelector('.paste .notice');
    await fine('no link');
    await visit(page, `${folder}sammenlign/${new URL(link).hash}`);
    await page.waitForSelector('.compare-more input[type=checkbox]');
    await fine('one result to compare');
    await page.check('.compare-more input[type=checkbox]');
    await page.waitForSelector('.compare-map');
    await page.fill('#lim-inn', link.replace(/#.*/, '#r1.ARMoLm3_5JJJJJBQAYA2Zh81'));
    await page.click('#les-lim');
    await count(page.locator('.chains > figure'), 3);
    await fine('three results, one about a procurement');
    await visit(page, `${folder}resultat/${new URL(link).hash}`);
    await page.waitForSelector('#ta-vare');
    await fine('a result from a link');
    await page.context().close();
  });
}

test('sharing, comparing and reading are no wider than the screen at 320 px', async () => {
  const page = await browser.open('', { viewport: { width: 320, height: 800 } });
  await page.setInputFiles('#fil', { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(whole)) });
  await page.waitForSelector('.result');
  const place = new URL(page.url()).hash;
  const wide = async (what) => {
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${what} is ${overflow} px too wide`);
  };
  await visit(page, `del/${place}`);
  const link = await page.inputValue('#lenke');
  await page.check('input[name="comments"]');
  await page.waitForFunction((link) => document.querySelector('#lenke').value !== link, link);
  await unfold(page, '.share > section > details > summary');
  await page.waitForSelector('.preview-page');
  await calm(page);
  await wide('sharing');
  const file = { format: 'forankring-backup', version: 1, assessments: [1, 2, 3].map((n) => ({ ...whole, name: `Øvre Fjellregionen interkommunale ${n}` })) };
  await visit(page, `sammenlign/${place}`);
  await page.setInputFiles('#sammenlign-fil', { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
  await page.waitForSelector('.compare-map');
  await wide('comparing');
  await visit(page, `resultat/#${locked}`);
  await page.waitForSelector('#passord');
  await wide('a locked link');
});
