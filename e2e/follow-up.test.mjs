// A year later: assessed again, which sub-goals were reached, the status for those who lead.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { contents, keeping, place } from './lib/database.mjs';
import { findings } from './lib/axe.mjs';
import { pagesOf } from './lib/paper.mjs';
import {
  answerAll, base, calm, count, items, languages, placeOf, saved, soon, text, unfold, useBrowser, visit, written,
} from './lib/site.mjs';

const browser = useBrowser();
const low = '2,2,2,2,2,2/3,3,3,3,3,3/4,4,4,4,4,4';
// Reached, unchanged, reached, unchanged, unchanged, gone down; one rose that nothing aimed at.
const later = '3,2,3,2,2,1/3,3,3,3,3,3/4,5,4,4,4,4';
const then = '2026-11-27T10:00:00+01:00';
const now = '2027-11-27T10:00:00+01:00';
const desk = { width: 1280, height: 800 };

/** Ids of rows and of what is kept, by their number. */
const id = (n) => 'abcdefgh'[n].repeat(16);

/** The plan of the first year: of each political item by a step, with status and more. */
function plan() {
  const rows = [
    ['done', { deadline: '2027-05-31', responsible: 'innkjøpssjef', agreement: 'kommunedirektøren' }],
    ['done', { responsible: 'Innkjøpssjef ' }],
    ['underway', { deadline: '2027-03-01', responsible: 'økonomisjef' }],
    ['dropped', { reason: 'Ingen penger' }],
    ['notstarted', { deadline: '2028-01-31' }],
    ['underway', {}],
  ];
  const political = items.slice(0, 6);
  return Object.fromEntries(rows.flatMap(([status, more], n) => {
    const fields = { aim: `${political[n]}:2:3`, text: `Tiltak ${n + 1}`, status, ...more };
    return Object.entries(fields).map(([field, value]) => [`plan/${id(n)}/${field}`, value]);
  }));
}

/** What is kept of the first year. */
const first = { version: 2, name: 'Fjordvik', date: '2026-11-27', targets: { political: 3 }, parts: plan() };

/** The status of the first year, a year later by the clock. */
async function year(path = 'status/', settings = {}, more = {}) {
  const page = await keeping(browser, low, {
    path, setUp: first, settings: { viewport: desk, ...settings }, ...more,
  });
  await page.clock.setFixedTime(now);
  await page.reload();
  await page.waitForSelector('html[data-alive]', { state: 'attached' });
  return page;
}

/** A document of the year after, with these answers, that follows the first. */
function following(answers = later, more = {}) {
  const given = answers.split(/[,/]/).map((code, n) => [items[n], { answer: Number(code) }]);
  const open = Object.entries(plan()).filter(([key]) => [2, 4, 5].some((n) => key.includes(id(n))));
  return JSON.stringify({
    format: 'forankring', version: 2, instrument: 1, kind: 'municipality', scope: 'organisation',
    name: 'Fjordvik', date: '2027-11-27', answers: Object.fromEntries(given),
    parts: {
      ...Object.fromEntries(open),
      [`series/${place.slice(1)}/began`]: '2027-11-27',
      [`series/${place.slice(1)}/follows`]: place.slice(1),
    },
    ...more,
  });
}
const second = id(6);

/** Both years, kept. */
const both = (settings, path = 'status/', document = following()) =>
  year(path, settings, { others: { [second]: document } });

/** The status of the second year. */
async function compared(settings, language = '') {
  const page = await both(settings);
  await visit(page, `${language}status/#${second}`);
  await page.waitForSelector('#maloppnaelse');
  return page;
}

test('a year later it is assessed again: the answers say what came of the plan', async () => {
  const page = await year();
  await text(page.locator('.plan-count'), /^6 tiltak: 1 forsinket/);
  await text(page.locator('#sent'), /Forsinket \(1\)[\s\S]*Tiltak 3[\s\S]*økonomisjef[\s\S]*1\.3\.2027/);
  await text(page.locator('#neste'), /Neste frister \(1\)[\s\S]*Tiltak 5[\s\S]*31\.1\.2028/);
  await text(page.locator('#gjort'), /Gjort \(2\)[\s\S]*Tiltak 1[\s\S]*Tiltak 2/);
  await text(page.locator('.status'), /Ingen tidligere vurdering av det samme er lagret her/);
  const before = JSON.stringify((await contents(page)).assessments);

  await page.click('#pa-nytt');
  await page.waitForSelector('.setup-form');
  await page.waitForSelector('html[data-alive]', { state: 'attached' });
  await soon(async () => assert.equal(await page.inputValue('#navn'), 'Fjordvik'));
  const next = await placeOf(page);
  assert.notEqual(next, place);
  // Nothing is answered, and the earlier one stands as it stood.
  const { assessments } = await contents(page);
  assert.equal(assessments.length, 2);
  assert.deepEqual(assessments.filter((one) => one.id === place.slice(1)), JSON.parse(before));
  const begun = JSON.parse(assessments.find((one) => one.id === next.slice(1)).document);
  assert.deepEqual(begun.answers, {});
  assert.deepEqual(begun.targets, { political: 3 });
  assert.equal(begun.date, '2027-11-27');
  const rows = new Set(Object.keys(begun.parts).map((key) => key.split('/').slice(0, 2).join('/')));
  assert.deepEqual([...rows], [2, 4, 5].map((n) => `plan/${id(n)}`).concat(`series/${place.slice(1)}`));

  await page.click('#svar');
  await page.waitForSelector('#sporsmal');
  await answerAll(page, later);
  await visit(page, `status/${next}`);
  const attained = page.locator('#maloppnaelse');
  await text(attained, /2 av 5 delmål er nådd, etter svarene\./);
  await text(attained, /Gjort, uten at svaret er høyere\s+Tiltak 2\s/);
  await text(attained, /Høyere svar som ingen tiltak siktet mot\s+Sammenheng, i innkjøpsarbeidet: fra trinn 4 til 5/);
  await text(page.locator('.since'), /Endret siden 27\.11\.2026/);
  await text(page.locator('.since'), /Svar som har gått opp[\s\S]*Mål, .*: fra trinn 2 til 3[\s\S]*Svar som har gått ned[\s\S]*Samarbeid, .*: fra trinn 2 til 1/);
  await text(page.locator('#gjort'), /Gjort siden forrige vurdering \(2\)/);
  await unfold(page, '.status-folds summary');
  const folds = page.locator('.status-folds');
  assert.deepEqual(
    await folds.locator('[data-verdict]').evaluateAll((all) => all.map((one) => one.dataset.verdict)),
    ['reached', 'unmoved', 'reached', 'unmoved', 'fallen'],
  );
  // One name, whatever its letters: two of its sub-goals, one reached.
  await text(folds.locator('table >> nth=2'), /Innkjøpssjef\s+1\s+0\s+1\s+0\s+0/i);
  await text(folds.locator('table >> nth=3'), /kommunedirektøren\s+1\s+0\s+0\s+0\s+0/i);
  // Over time: a line for each level and the whole, and the same figures in a table.
  assert.deepEqual(
    await page.locator('.time-drawing').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label'))),
    ['Politisk: 2, 2', 'Toppledelse: 3, 3', 'Operativt: 4, 4', 'Hele kjeden: 2, 2'],
  );
  await unfold(page, '#over-tid summary');
  await text(page.locator('#over-tid table'), /27\.11\.2026\s+2\s+3\s+4\s+2\s+27\.11\.2027\s+2\s+3\s+4\s+2/);
  assert.deepEqual(page.problems, []);
});

/** What was answered before, while the same item is answered again. */
const earlier = (page, item) => page.locator(`[data-earlier="${item}"]`);

test('assessed again from the result; what was answered before is seen, and not taken over', async () => {
  const page = await keeping(browser, low, {
    path: 'resultat/', setUp: first, settings: { viewport: desk },
    entries: { 'political.goal': { evidence: 'Sak 12/26', comment: 'Vedtatt i mai' } },
  });
  await page.clock.setFixedTime(now);
  await page.reload();
  await page.click('#pa-nytt');
  await page.waitForSelector('.setup-form');
  await soon(async () => assert.equal(await page.inputValue('#navn'), 'Fjordvik'));
  await page.click('#svar');
  await page.waitForSelector('#sporsmal');
  const goal = earlier(page, 'political.goal');
  await text(goal.locator('summary'), /^Svarte 2 \(Omtalt\) 27\.11\.2026$/);
  await count(page.locator('input[type="radio"]:checked'), 0);
  assert.equal(await goal.getAttribute('open'), null);
  await goal.locator('summary').click();
  await text(goal, /Sak 12\/26[\s\S]*Vedtatt i mai|Vedtatt i mai[\s\S]*Sak 12\/26/);
  await count(page.locator('input[type="radio"]:checked'), 0);
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/earlier-1280.png`, fullPage: true });
  // Answered otherwise, it still says what was answered before; each item its own.
  await page.keyboard.press('Escape');
  await page.click('label:has(input[value="3"])');
  await text(goal.locator('summary'), /^Svarte 2 \(Omtalt\) 27\.11\.2026$/);
  await page.click('#neste');
  await count(earlier(page, 'political.coherence'), 1);
  await earlier(page, 'political.coherence').locator('summary').click();
  await text(earlier(page, 'political.coherence'), /Det ble ikke skrevet noe til svaret\./);
  const { assessments } = await contents(page);
  const before = assessments.find((one) => one.id === place.slice(1));
  assert.match(before.document, /Sak 12\/26/);
  assert.deepEqual(page.problems, []);
});

test('an assessment that follows none shows no earlier answers, and asks for nothing of them', async () => {
  const page = await keeping(browser, low, { path: 'vurdering/', settings: { viewport: desk } });
  await page.waitForSelector('#sporsmal');
  await calm(page);
  await count(page.locator('[data-earlier]'), 0);
});

for (const [name, settings] of [
  ['on a phone, dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
  ['on a desk, light', { viewport: desk, colorScheme: 'light' }],
]) {
  test(`axe finds nothing on earlier answers, ${name}, and nothing is wider than the page`, async () => {
    const page = await both(settings, 'vurdering/', following('3,2,3'));
    await visit(page, `vurdering/#${second}`);
    await page.waitForSelector('[data-earlier]');
    await page.click('[data-earlier] summary');
    assert.deepEqual(await findings(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/earlier-${settings.colorScheme}.png`, fullPage: true });
  });
}

test('what follows each other stands together in the list, the latest first', async () => {
  const other = following(low, { name: 'Ås', parts: {} }).replace('"version":2', '"version":1');
  const page = await year('', {}, { others: { [id(7)]: other, [second]: following() } });
  await visit(page, '');
  await count(page.locator('.kept-list > li'), 3);
  const told = await page.locator('.kept-list > li').evaluateAll(
    (all) => all.map((one) => [one.dataset.key, one.querySelectorAll('span')[0].innerText]),
  );
  const at = told.findIndex(([key]) => key === second);
  assert.deepEqual(told[at], [second, 'Nyeste av 2 vurderinger']);
  assert.deepEqual(told[at + 1], [place.slice(1), 'Tidligere vurdering, 27.11.2026']);
  await unfold(page, `[data-key="${second}"] summary`);
  await page.click(`[data-key="${second}"] >> text=Vurder på nytt`);
  await page.waitForSelector('#maloppnaelse');
});

test('the earlier one is thrown away and brought back; a back-up keeps what follows what', async () => {
  const page = await both({}, 'personvern/');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#sikkerhetskopi')]);
  const backup = readFileSync(await download.path(), 'utf8');
  await visit(page, '');
  await page.waitForSelector(`[data-key="${place.slice(1)}"] summary`);
  await unfold(page, `[data-key="${place.slice(1)}"] summary`);
  await page.click(`[data-key="${place.slice(1)}"] [data-does="kast"]`);
  await count(page.locator('.kept-list >> nth=0 >> li'), 1);
  await visit(page, `status/#${second}`);
  await text(page.locator('.status'), /Vurderingen som denne følger, er ikke lagret her lenger/);
  await count(page.locator('#maloppnaelse, #over-tid'), 0);
  await visit(page, '');
  await page.click('.bin [data-does="hent"]');
  await count(page.locator('.bin'), 0);
  await visit(page, `status/#${second}`);
  await text(page.locator('#maloppnaelse'), /2 av 5/);
  // In another browser.
  const fresh = await browser.open('personvern/');
  await fresh.setInputFiles('#kopifil', {
    name: 'alt.json', mimeType: 'application/json', buffer: Buffer.from(backup),
  });
  await count(fresh.locator('.incoming [data-fate="new"]'), 2);
  await fresh.click('#ta-inn');
  await soon(async () => assert.equal((await contents(fresh)).assessments.length, 2));
  await visit(fresh, `status/#${second}`);
  await text(fresh.locator('#maloppnaelse'), /2 av 5/);
});

test('in two tabs: the other one hears that a later one was begun, and leads there', async () => {
  const page = await year();
  const other = await page.context().newPage();
  await other.goto(`${base}status/${place}`);
  await other.waitForSelector('#pa-nytt');
  await page.click('#pa-nytt');
  await page.waitForSelector('.setup-form');
  const next = await placeOf(page);
  await other.waitForSelector('#til-nyeste');
  await count(other.locator('#pa-nytt'), 0);
  await other.click('#til-nyeste');
  await text(other.locator('.since'), /Endret siden 27\.11\.2026/);
  assert.equal(new URL(other.url()).hash, next);
  await text(other.locator('.since'), /Foreløpig: 0 av 18 spørsmål er besvart/);
});

test('where nothing can be written, the next one is begun in the tab, and that is said', async () => {
  const page = await year();
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => { throw new DOMException('no room', 'QuotaExceededError'); };
  });
  await page.reload();
  await page.click('#pa-nytt');
  await page.waitForSelector('.setup-form');
  await soon(async () => assert.equal(await page.inputValue('#navn'), 'Fjordvik'));
  await page.waitForSelector('.ds-alert[role="alert"]');
  assert.equal((await contents(page)).assessments.length, 1);
});

test('a click is enough, and a second one begins no other', async () => {
  const page = await year();
  await page.dblclick('#pa-nytt');
  await page.waitForSelector('.setup-form');
  await placeOf(page);
  assert.equal((await contents(page)).assessments.length, 2);
});

test('a link carries no plan: it says so, and leads to the result', async () => {
  const page = await browser.open('status/#r1.AUEmYSnLuCnLuAYwlgBzjP2I');
  await text(page.locator('.status'), /En lenke viser et resultat/);
  await count(page.locator('#pa-nytt'), 0);
  await page.click('#til-resultatet');
  await page.waitForSelector('.result');
});

test('on one screen and one sheet of paper', async () => {
  const page = await compared();
  await page.evaluate(() => scrollTo(0, 0));
  const seen = (selector) => page.locator(selector).first().evaluate((one) => one.getBoundingClientRect());
  for (const selector of ['#sent', '#neste', '#gjort', '.since table']) {
    assert.ok((await seen(selector)).bottom <= desk.height, `${selector} is not on the first screen`);
  }
  for (const selector of ['#maloppnaelse h2', '#maloppnaelse h2 + p']) {
    assert.ok((await seen(selector)).top <= desk.height, `${selector} is not on the first screen`);
  }
  const pages = await pagesOf(await page.pdf({ preferCSSPageSize: true }));
  assert.equal(pages.length, 1);
  for (const told of ['Forsinket', 'Måloppnåelse', 'Overtid', 'Tiltak2']) {
    assert.ok(pages[0].includes(told), `${told} is not on paper`);
  }
  assert.ok(!pages[0].includes('Vurderpånytt'));
});

for (const [name, folder] of Object.entries(languages)) {
  test(`axe finds nothing on a status, ${name}, and nothing is wider than the page`, async () => {
    const light = name === 'nb';
    const page = await compared({ colorScheme: light ? 'light' : 'dark' }, folder);
    await unfold(page, '.status summary');
    assert.deepEqual(await findings(page), []);
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await calm(page);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} px`);
    }
    assert.deepEqual(await findings(page, { contrast: false }), []);
    assert.deepEqual(page.problems, []);
  });
}
