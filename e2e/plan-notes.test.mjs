// Notes of measures, each with its day, and measures that are deleted for good.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { contents, keeping, place } from './lib/database.mjs';
import { findings } from './lib/axe.mjs';
import { base, count, focused, saved, soon, text, useBrowser, written } from './lib/site.mjs';

const browser = useBrowser();
const low = '2,2,2,2,2,2/3,3,3,3,3,3/4,4,4,4,4,4';
const desk = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
const id = 'b'.repeat(16);

/** What is kept: two measures, the first with a log as earlier versions wrote it, if any. */
const setUp = (log) => ({
  version: 2, name: 'Fjordvik', parts: {
    [`plan/${id}/text`]: 'Spør tre kommuner', [`plan/${id}/status`]: 'underway',
    ...(log && { [`plan/${id}/log`]: log }),
    [`plan/${'c'.repeat(16)}/text`]: 'Vedta målet',
  },
});

/** The plan, on a day that is known. */
async function plan({ log, viewport = desk, ...settings } = {}) {
  const page = await keeping(browser, low, {
    path: 'plan/', setUp: setUp(log), settings: { viewport, ...settings },
  });
  await page.clock.setFixedTime('2026-12-03T10:00:00+01:00');
  await page.reload();
  await page.waitForSelector(`#endre-${id}`);
  return page;
}

async function opened(page) {
  await page.click(`#endre-${id}`);
  await page.waitForSelector('.measure-form');
}

const notes = (page) => page.locator('[data-note]');
const texts = (page) => notes(page).locator('textarea');
const days = (page) => notes(page).locator('input');

/** Begins a note and writes it. */
async function noted(page, told) {
  const before = await notes(page).count();
  await page.click(`#nytt-notat-${id}`);
  await count(notes(page), before + 1);
  await soon(async () => assert.match(await page.evaluate(() => document.activeElement.id), /^notat-text-/));
  await page.keyboard.type(told);
}

/** The notes as the database has them, by day: their rows have names at random. */
async function kept(page) {
  const { assessments: [record] } = await contents(page);
  const parts = Object.entries(JSON.parse(record.document).parts);
  const rows = {};
  for (const [key, value] of parts.filter(([key]) => key.startsWith('note/'))) {
    const [, row, field] = key.split('/');
    rows[row] = { ...rows[row], [field]: value };
  }
  return Object.values(rows).sort((a, b) => (a.day < b.day ? -1 : 1));
}

test('a note is begun, dated, changed, taken away and brought back', async () => {
  const page = await plan();
  await opened(page);
  await count(page.locator(`#log-${id}`), 0);
  await written(page, () => noted(page, 'Ringte'));
  assert.equal(await days(page).first().inputValue(), '2026-12-03');
  await days(page).first().fill('2026-11-30');
  await page.locator('[data-note] textarea').first().press('End');
  await page.keyboard.type(' to');
  await noted(page, 'Møte <b>avtalt</b> 😀');
  await saved(page);
  // Asking for one more before something stands in the last goes to that one.
  await page.click(`#nytt-notat-${id}`);
  await count(notes(page), 3);
  await page.click(`#nytt-notat-${id}`);
  await count(notes(page), 3);
  await soon(async () => assert.deepEqual(await kept(page), [
    { measure: id, day: '2026-11-30', text: 'Ringte to' },
    { measure: id, day: '2026-12-03', text: 'Møte <b>avtalt</b> 😀' },
  ]));
  await page.reload();
  await opened(page);
  await count(notes(page), 2);
  assert.deepEqual(await days(page).evaluateAll((all) => all.map((one) => one.value)), ['2026-11-30', '2026-12-03']);
  await page.click('[data-note] >> nth=0 >> [data-does="slett-notat"]');
  await count(notes(page), 1);
  await focused(page, `nytt-notat-${id}`);
  await text(page.locator('#plan-melding'), 'Notatet er slettet. «Angre» henter det tilbake.');
  await page.click('#angre');
  await count(notes(page), 2);
  await soon(async () => assert.equal(await texts(page).first().inputValue(), 'Ringte to'));
  assert.deepEqual(page.problems, []);
});

test('what was written is taken back a step at a time, and one day at a time', async () => {
  const page = await plan();
  await opened(page);
  await noted(page, 'Ringte');
  await days(page).fill('2026-11-30');
  await days(page).fill('0002-11-30');
  await text(notes(page).locator('.overlong >> nth=0'), /Året kan ikke stemme/);
  await days(page).fill('2026-11-29');
  await text(notes(page).locator('.overlong >> nth=0'), '');
  // Written and taken away at once: one step brings it again, the day too.
  await page.click('[data-does="slett-notat"]');
  await count(notes(page), 0);
  await page.click('#angre');
  await soon(async () => assert.equal(await texts(page).inputValue(), 'Ringte'));
  assert.equal(await days(page).inputValue(), '2026-11-29');
  // What is longer than fits stays, and keeps the form open.
  await texts(page).fill('å'.repeat(2001));
  await text(notes(page).locator('.overlong >> nth=1'), /1 tegn/);
  await page.click(`#endre-${id}`);
  await soon(async () => assert.match(await page.evaluate(() => document.activeElement.id), /^notat-text-/));
  await count(page.locator('.measure-form'), 1);
});

test('what earlier versions noted in one text stays, and goes out with what is noted now', async () => {
  const page = await plan({ log: '27.11.2026: I gang' });
  await opened(page);
  assert.equal(await page.inputValue(`#log-${id}`), '27.11.2026: I gang');
  await written(page, () => noted(page, 'Ringte'));
  assert.equal(await page.inputValue(`#log-${id}`), '27.11.2026: I gang');
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('#tabell')]);
  const chunks = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk);
  const table = Buffer.concat(chunks);
  assert.match(table.toString('utf8'), /"27\.11\.2026: I gang\n3\.12\.2026: Ringte"/);
  // The table that comes back unedited changes nothing; a line more is a note more.
  const comes = async (content) => {
    if (await page.locator('.table-in').count() === 0) await page.click('#hent-inn');
    await page.setInputFiles('#inn-fil', { name: 'plan.csv', mimeType: 'text/csv', buffer: content });
  };
  await comes(table);
  await text(page.locator('.in-counts'), /Endringer: 0\. Som i planen: 2\./);
  await comes(Buffer.from(table.toString('utf8').replace('Ringte"', 'Ringte\n4.12.2026: Svar"')));
  await text(page.locator('.in-counts'), /Endringer: 1\. Som i planen: 1\./);
  await text(page.locator('.in-lines'), /fra «» til «4\.12\.2026: Svar»/);
  await written(page, () => page.click('#ta-inn-tabell'));
  assert.deepEqual((await kept(page)).map((one) => [one.day, one.text]).sort(), [
    ['2026-12-03', 'Ringte'], ['2026-12-04', 'Svar'],
  ]);
});

test('two tabs that note something of one measure lose nothing of each other', async () => {
  const page = await plan();
  const other = await page.context().newPage();
  // It does not hear of what happens in the first.
  await other.addInitScript(() => { delete window.BroadcastChannel; });
  await other.goto(`${base}plan/${place}`);
  await other.waitForSelector(`#endre-${id}`);
  for (const tab of [page, other]) await opened(tab);
  await written(page, () => noted(page, 'Her'));
  await written(other, () => noted(other, 'Der'));
  await page.reload();
  await opened(page);
  await soon(async () => {
    const all = await texts(page).evaluateAll((found) => found.map((one) => one.value));
    assert.deepEqual(all.sort(), ['Der', 'Her']);
  });
  // A measure that is taken away here and noted there is shown with both.
  await written(page, () => page.click('.measure-form [data-does="ta-bort"]'));
  await written(other, () => noted(other, 'Også der'));
  await other.waitForSelector(`[data-measure="${id}"] [data-does="behold"]`);
});

test('a measure that was taken away is deleted for good once one says so', async () => {
  const page = await plan({ log: 'Hemmelig logg' });
  await opened(page);
  await written(page, () => noted(page, 'Hemmelig notat'));
  await page.click('.measure-form [data-does="ta-bort"]');
  await page.click('.gone summary');
  await page.click(`#slett-${id}`);
  await focused(page, 'slett-tiltak-ja');
  await text(page.locator('.gone-list'), /kan ikke angres/);
  await page.click('#slett-tiltak-nei');
  await focused(page, `slett-${id}`);
  await page.click(`#slett-${id}`);
  await written(page, () => page.click('#slett-tiltak-ja'));
  await focused(page, 'tiltak-liste');
  await text(page.locator('#plan-melding'), 'Tiltaket er slettet for godt.');
  await count(page.locator('.gone'), 0);
  const { assessments: [record] } = await contents(page);
  assert.doesNotMatch(record.document, /Hemmelig|Spør tre kommuner/);
  // No step back brings it again.
  const back = page.locator('#angre:not([aria-disabled="true"])');
  while (await back.count()) {
    await back.click();
    await page.waitForTimeout(100);
  }
  await count(page.locator(`[data-measure="${id}"], .gone`), 0);
  await page.reload();
  await count(page.locator('.measure-entry'), 1);
  assert.deepEqual(page.problems, []);
});

test('changed in another tab while it is asked here, it is not deleted', async () => {
  const page = await plan();
  const other = await page.context().newPage();
  await other.addInitScript(() => { delete window.BroadcastChannel; });
  await other.goto(`${base}plan/${place}`);
  await other.waitForSelector(`#endre-${id}`);
  await opened(other);
  await opened(page);
  await written(page, () => page.click('.measure-form [data-does="ta-bort"]'));
  await page.click('.gone summary');
  await page.click(`#slett-${id}`);
  await written(other, () => noted(other, 'Sett'));
  await written(page, () => page.click('#slett-tiltak-ja'));
  await page.reload();
  // What the other tab noted is shown, with the question which counts.
  await page.waitForSelector(`[data-measure="${id}"] [data-does="behold"]`);
  await opened(page);
  assert.deepEqual(await texts(page).evaluateAll((found) => found.map((one) => one.value)), ['Sett']);
});

for (const [viewport, colorScheme] of [[desk, 'light'], [phone, 'dark']]) {
  test(`axe finds nothing on notes, ${colorScheme}, ${viewport.width} px`, async () => {
    const page = await plan({ log: '27.11.2026: I gang', viewport, colorScheme });
    await opened(page);
    await noted(page, 'Ringte, og avtalte møte i januar med dem som har gjort det før.');
    await noted(page, 'Møtet er holdt.');
    await days(page).first().fill('0002-11-30');
    await text(notes(page).locator('.overlong >> nth=0'), /Året kan ikke stemme/);
    if (process.env.PICTURES) await page.locator('.measure-entry >> nth=0').screenshot({ path: `${process.env.PICTURES}/notes-${viewport.width}-${colorScheme}.png` });
    assert.deepEqual(await findings(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.click('.measure-form [data-does="ta-bort"]');
    await page.click('.gone summary');
    await page.click(`#slett-${id}`);
    if (process.env.PICTURES) await page.locator('.gone').screenshot({ path: `${process.env.PICTURES}/gone-${viewport.width}-${colorScheme}.png` });
    assert.deepEqual(await findings(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });
}
