// Reporting back: the one who keeps the plan asks whoever is responsible, who says how far the
// measures have come on a phone, and sends it back by a link.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { findings } from './lib/axe.mjs';
import { keeping } from './lib/database.mjs';
import { alive, base, count, languages, saved, soon, text, useBrowser, written } from './lib/site.mjs';

const browser = useBrowser();
const low = '2,2,2,2,2,2/3,3,3,3,3,3/4,4,4,4,4,4';
const phone = { viewport: { width: 390, height: 844 } };

/** A plan with two measures, of which one says who is responsible, and asking open. */
async function asking(settings = {}) {
  const page = await keeping(browser, low, { path: 'plan/', settings });
  await page.click('#hent-svakeste');
  for (const n of [2, 3, 4, 5]) await page.uncheck(`.proposal-list li >> nth=${n} >> input`);
  await written(page, () => page.click('#legg-til'));
  await page.click('.measure-entry >> nth=0 >> button');
  await page.fill('textarea[id^="responsible-"], input[id^="responsible-"]', 'Rådgiver i økonomi');
  await text(page.locator('.measure-facts >> nth=0'), /Rådgiver i økonomi/);
  await saved(page);
  await page.click('#be-om-status');
  await page.waitForSelector('[data-responsible="Rådgiver i økonomi"] input');
  return page;
}

/** The link to whoever is responsible, once it is made of what stands there. */
const linkOf = (page, role = 'Rådgiver i økonomi') =>
  page.inputValue(`[data-responsible="${role}"] input`);

/** The same, opened on somebody's phone. */
async function opened(link, settings = {}) {
  const page = await browser.open(link.replace(base, ''), { ...phone, ...settings });
  await alive(page);
  await page.waitForSelector('.reporting');
  return page;
}

/** Makes the report, and gives its link. */
async function made(page) {
  await page.click('#lag-melding');
  await page.waitForSelector('#melding-lenke');
  return page.inputValue('#melding-lenke');
}

/** The measure that somebody is responsible for has this status in the plan. */
const status = (page, expected) => soon(async () => {
  const entry = page.locator('.measure-entry').filter({ hasText: 'Rådgiver i økonomi' });
  assert.equal(await entry.locator('.status-choice').inputValue(), expected);
});

async function pasted(page, words) {
  await page.fill('#meldinger-tekst', words);
  await page.click('#les-meldinger');
}

test('a measure is reported on by phone, and comes into the plan once', async () => {
  const page = await asking();
  await count(page.locator('.asked-status .invited'), 2);
  assert.deepEqual(await findings(page), []);
  const before = await linkOf(page);
  await page.fill('#status-hilsen', 'Hei, <b>kort</b> svar er fint.');
  await soon(async () => assert.notEqual(await linkOf(page), before));
  const link = await linkOf(page);
  assert.match(link, /plan\/#o1\./);

  const other = await opened(link);
  await text(other.locator('blockquote'), 'Hei, <b>kort</b> svar er fint.');
  await text(other.locator('.reporting'), /Ansvarlig: .*Rådgiver i økonomi/);
  await count(other.locator('.reporting fieldset'), 1);
  await count(other.locator('nav.parts'), 0);
  assert.deepEqual(await findings(other), []);
  await other.click('#lag-melding');
  await text(other.locator('.receipt'), /Velg hvor langt/);
  await other.check('input[name="status-1"] >> nth=1');
  await other.fill('#note-1', 'To av tre kommuner har svart.');
  await saved(other);
  // It is there again after the page was closed.
  await other.reload();
  await other.waitForSelector('.reporting');
  await soon(async () => assert.equal(
    await other.inputValue('#note-1'),
    'To av tre kommuner har svart.',
  ));
  await text(other.locator('#send-overskrift + p'), 'Meldt om 1 av 1 tiltak');
  const report = await made(other);
  assert.match(report, /plan\/#t1\./);
  assert.deepEqual(await findings(other), []);
  const width = await other.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 390, `${width} wide`);

  await pasted(page, `Hei!\n> ${report}\nHilsen Kari`);
  await count(page.locator('.reports [data-fate="changes"]'), 1);
  await text(page.locator('.reports li'), /Fra «Ikke begynt» til «I gang»[^]*To av tre kommuner har svart\./);
  assert.deepEqual(await findings(page), []);
  await written(page, () => page.click('#ta-inn-meldinger'));
  await status(page, 'underway');
  await saved(page);
  // Once more it is the same, also from the address in another tab.
  await pasted(page, report);
  await count(page.locator('.reports [data-fate="same"]'), 1);
  await count(page.locator('#ta-inn-meldinger'), 0);
  const tab = await page.context().newPage();
  await tab.goto(report);
  await count(tab.locator('.reports [data-fate="same"]'), 1);
  assert.match(tab.url(), /plan\/#[a-z2-7]{16}$/);
  await tab.close();
  assert.deepEqual([...page.problems, ...other.problems], []);
});

test('what is taken in is undone whole, and a later report counts whatever comes first', async () => {
  const page = await asking();
  const other = await opened(await linkOf(page));
  await other.check('input[name="status-1"] >> nth=1');
  const first = await made(other);
  await other.check('input[name="status-1"] >> nth=2');
  await text(other.locator('.reported').last(), /Noe er endret etter at lenken ble laget/);
  const second = await made(other);
  assert.notEqual(first, second);
  await pasted(page, `${second}\n${first}`);
  await count(page.locator('.reports [data-fate="older"]'), 1);
  await written(page, () => page.click('#ta-inn-meldinger'));
  await status(page, 'done');
  await page.locator('h1').click();
  await page.keyboard.press('Control+z');
  await status(page, 'notstarted');
  // What was left out stays out.
  await pasted(page, second);
  await page.uncheck('.reports input');
  await count(page.locator('#ta-inn-meldinger'), 0);
});

test('a report is no assessment: it is listed as what it is, and opens where it was', async () => {
  const page = await asking();
  const other = await opened(await linkOf(page));
  await other.fill('#note-1', 'Kommer tirsdag.');
  await saved(other);
  await other.goto(base);
  await alive(other);
  await text(other.locator('.kept-list'), /Tilbakemelding på tiltak/);
  await other.click('.kept-list a');
  await other.waitForSelector('.reporting');
  await soon(async () => assert.equal(await other.inputValue('#note-1'), 'Kommer tirsdag.'));
});

test('what leads nowhere says why: a cut link, a newer one, a report for a plan elsewhere', async () => {
  const page = await asking();
  const link = await linkOf(page);
  const other = await opened(link);
  await other.check('input[name="status-1"] >> nth=2');
  const report = await made(other);
  for (const [address, said] of [
    [link.slice(0, -6), /Lenken er ikke hel/],
    [link.replace(/#.*/, '#o2.AbcdefghijklmnopqrstuvwxyzAbcdef'), /nyere versjon/],
    [report.slice(0, -6), /Lenken er ikke hel/],
    [report, /ligger ikke i denne nettleseren/],
  ]) {
    const stranger = await browser.open(address.replace(base, ''), phone);
    await text(stranger.locator('main .notice'), said);
    await count(stranger.locator('nav.parts'), 0);
    assert.equal(await stranger.innerText('#til-forsiden'), 'Gå til forsiden');
    assert.deepEqual(await findings(stranger), []);
    await stranger.context().close();
  }
});

test('in every language it has all its words, and axe finds nothing', async () => {
  const page = await asking();
  const link = await linkOf(page);
  const fragment = link.slice(link.indexOf('#'));
  for (const path of Object.values(languages)) {
    const other = await browser.open(`${path}plan/${fragment}`, phone);
    await other.waitForSelector('.reporting');
    await other.check('input[name="status-1"] >> nth=3');
    await other.waitForSelector('#reason-1');
    await made(other);
    assert.doesNotMatch(await other.locator('main').innerText(), /[{}]|reporting\./);
    assert.deepEqual(await findings(other), []);
    await other.context().close();
  }
});
