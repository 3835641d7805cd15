// The action plan: filled in from the result, changed, taken away, in several tabs, looked ahead.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { contents, keeping, place } from './lib/database.mjs';
import { findings } from './lib/axe.mjs';
import { base, count, focused, saved, soon, text, useBrowser, written } from './lib/site.mjs';

const browser = useBrowser();
const low = '2,2,2,2,2,2/3,3,3,3,3,3/4,4,4,4,4,4';
const desk = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };

/** The plan of an assessment with these answers, empty. */
async function plan(answers = low, viewport = desk, more = {}) {
  const page = await keeping(browser, answers, { path: 'plan/', settings: { viewport, ...more } });
  await page.waitForSelector('#hent-svakeste');
  return page;
}

/** Takes all that lifts the weakest link. */
async function filled(answers, viewport, more) {
  const page = await plan(answers, viewport, more);
  await page.click('#hent-svakeste');
  await written(page, () => page.click('#legg-til'));
  await page.waitForSelector('.measure-entry');
  return page;
}

const entries = (page) => page.locator('.measure-entry');
const first = (page) => page.locator('.measure-entry >> nth=0');

/** Opens the form of the first measure. */
async function opened(page) {
  await page.click('.measure-entry >> nth=0 >> button');
  await page.waitForSelector('.measure-form');
}

test('a plan starts filled in, is shown before it is added, and nothing is added twice', async () => {
  const page = await plan();
  await text(page.locator('.plan-ways + .plan-list, .plan'), /Planen er tom/);
  await page.click('#hent-svakeste');
  await count(page.locator('.proposal-list li'), 6);
  await count(entries(page), 0);
  // One is left out.
  await page.uncheck('.proposal-list li >> nth=2 >> input');
  await text(page.locator('#legg-til'), 'Legg til 5 tiltak');
  await page.click('#legg-til');
  await count(entries(page), 5);
  await focused(page, 'tiltak-liste');
  await saved(page);
  await page.click('#hent-alle');
  await count(page.locator('.proposal-list li'), 18);
  await count(page.locator('.proposal-list input:disabled'), 5);
  await text(page.locator('#legg-til'), 'Legg til 13 tiltak');
  await page.click('#lukk-forslag');
  // All of it is one step back, and one forth.
  await page.click('#angre');
  await count(entries(page), 0);
  await written(page, () => page.click('#gjenta'));
  await count(entries(page), 5);
  await page.reload();
  await count(entries(page), 5);
  assert.deepEqual(page.problems, []);
});

test('the plan says what it gives, by which day, and what it lacks to the target', async () => {
  const page = await filled();
  const told = page.locator('.outlook-lines');
  await text(told, /^Hele kjeden: fra trinn 2 til 3\nPolitisk: fra trinn 2 til 3\nToppledelse: trinn 3, som i dag/);
  await opened(page);
  await page.fill('input[id^="deadline-"]', '2027-05-31');
  await text(first(page), /frist 31\.5\.2027/);
  await page.selectOption('#se-fram', '2027-05-31');
  await text(told, /^Hele kjeden: trinn 2, som i dag/);
  await text(page.locator('.outlook-pictures'), /Innen 31\.5\.2027/);
  await page.selectOption('#se-fram', '');
  await page.click('.targets summary');
  await page.selectOption('#sikte-political', '4');
  await text(page.locator('[data-missing="political"]'), /Planen når ikke målet for det politiske leddet, trinn 4/);
  await count(page.locator('[data-missing="political"] li'), 6);
  await page.click('#hent-mal');
  await page.click('#legg-til');
  await count(page.locator('[data-missing]'), 0);
  await text(told, /Politisk: fra trinn 2 til 4/);
});

test('everything of a measure is changed where it stands and kept; what is late is said first', async () => {
  const page = await filled();
  await opened(page);
  const id = (await first(page).getAttribute('data-measure'));
  const given = {
    text: 'Spør tre kommuner\nom «alt»', responsible: 'innkjøpssjef', contact: 'ordfører',
    agreement: 'kommunedirektøren', means: '300 000 kroner',
  };
  for (const [field, value] of Object.entries(given)) await page.fill(`#${field}-${id}`, value);
  await page.fill(`#start-${id}`, '2026-01-01');
  await page.fill(`#deadline-${id}`, '2026-02-01');
  await page.selectOption(`#effort-${id}`, 'large');
  await written(page, () => page.selectOption(`#status-${id}`, 'underway'));
  await page.reload();
  await text(first(page), /Forsinket/);
  assert.equal(await first(page).getAttribute('data-measure'), id);
  await text(page.locator('.plan-count'), '6 tiltak: 1 forsinket, 1 i gang, 0 gjort.');
  await opened(page);
  for (const [field, value] of Object.entries(given)) {
    assert.equal(await page.inputValue(`#${field}-${id}`), value);
  }
  // In the store: a record that older versions call newer, with a document of version 2.
  const { assessments: [record] } = await contents(page);
  assert.equal(record.schema, 3);
  const document = JSON.parse(record.document);
  assert.equal(document.version, 2);
  assert.equal(document.parts[`plan/${id}/responsible`], 'innkjøpssjef');
  // Dropped: a reason is asked for.
  await page.selectOption(`#status-${id}`, 'dropped');
  await page.fill(`#reason-${id}`, 'Ingen penger');
  await text(page.locator('.plan-count'), '6 tiltak: 0 forsinket, 0 i gang, 0 gjort.');
  await saved(page);
});

test('what cannot be meant is said where it stands, and what was there still counts', async () => {
  const page = await filled();
  await opened(page);
  const id = await first(page).getAttribute('data-measure');
  await page.fill(`#deadline-${id}`, '2027-05-31');
  await page.fill(`#deadline-${id}`, '0002-05-31');
  await text(page.locator(`#deadline-${id}-feil`), /Året kan ikke stemme/);
  await text(first(page), /frist 31\.5\.2027/);
  await page.fill(`#deadline-${id}`, '2027-04-30');
  await text(page.locator(`#deadline-${id}-feil`), '');
  await page.fill(`#start-${id}`, '2027-05-01');
  await text(page.locator(`#deadline-${id}-feil`), 'Fristen er før starten.');
  // Longer than fits: it stays, is said, and cannot be put out of sight.
  await page.fill(`#text-${id}`, 'å'.repeat(2001));
  await text(page.locator(`#text-${id}-feil`), /1 tegn/);
  await page.click(`#endre-${id}`);
  await focused(page, `text-${id}`);
  await page.fill(`#text-${id}`, 'å'.repeat(2000));
  await saved(page);
  await page.click(`#endre-${id}`);
  await count(page.locator('.measure-form'), 0);
  await focused(page, `endre-${id}`);
});

test('what is shown as chosen follows what is so, whoever changed it', async () => {
  const page = await filled();
  const id = await first(page).getAttribute('data-measure');
  const shown = (selector, value) => soon(async () => assert.equal(await page.inputValue(selector), value));
  // One item's proposal, taken: nothing is chosen any more, also after a second one.
  for (const item of ['executive.goal', 'executive.plan']) {
    await page.selectOption('#hent-ett', item);
    await count(page.locator('.proposal-list li'), 1);
    await page.click('#legg-til');
    await shown('#hent-ett', '');
    await page.selectOption('#hent-ett', item);
    await page.click('#lukk-forslag');
    await shown('#hent-ett', '');
  }
  // A status that is taken back; a filter that an own measure lifts.
  await page.selectOption(`#status-${id}`, 'done');
  await page.click('#angre');
  await shown(`#status-${id}`, 'notstarted');
  await page.click('#gjenta');
  await shown(`#status-${id}`, 'done');
  await page.selectOption('#vis', 'closed');
  await page.click('#nytt-tiltak');
  await shown('#vis', 'all');
  await page.selectOption('#vis', 'closed');
  await shown('#vis', 'closed');
});

test('of two hundred measures the first come first, and all of them stand there', async () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const parts = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [
    `plan/${letters[Math.floor(n / 26)]}${letters[n % 26]}${'p'.repeat(14)}/text`, `Tiltak ${n}`,
  ]));
  const page = await keeping(browser, low, { path: 'metode/', setUp: { version: 2, parts }, settings: { viewport: desk } });
  await page.addInitScript(() => {
    window.drawn = [];
    new MutationObserver(() => {
      const count = document.querySelectorAll('.measure-entry').length;
      if (count && window.drawn.at(-1) !== count) window.drawn.push(count);
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(`${base}plan/${place}`);
  await count(entries(page), 200);
  assert.deepEqual(await page.evaluate(() => window.drawn), [25, 200]);
  await text(page.locator('.plan-count'), /^200 tiltak/);
  const last = page.locator('.measure-entry >> nth=199 >> select');
  await written(page, () => last.selectOption('underway'));
  await text(page.locator('.plan-count'), /1 i gang/);
  await count(entries(page), 200);
  assert.deepEqual(page.problems, []);
});

test('own measures, filters and orders', async () => {
  const page = await filled();
  await page.click('#nytt-tiltak');
  await page.waitForSelector('.measure-form');
  await soon(async () => assert.match(await page.evaluate(() => document.activeElement.id), /^text-/));
  const id = await page.evaluate(() => document.activeElement.id.slice('text-'.length));
  await page.keyboard.type('Eget tiltak');
  await page.fill(`#goal-${id}`, 'Flere tør å prøve');
  await page.fill(`#responsible-${id}`, 'rådgiver');
  await page.click(`#endre-${id}`);
  await page.selectOption('#vis-ansvarlig', 'rådgiver');
  await count(entries(page), 1);
  await text(page.locator('.plan-shown'), 'Viser 1 av 7.');
  await text(first(page), /Eget tiltak[\s\S]*Flere tør å prøve/);
  await page.selectOption('#vis-ansvarlig', '');
  await page.selectOption('#vis', 'closed');
  await count(entries(page), 0);
  await page.selectOption('#vis', 'all');
  await page.selectOption(`#status-${id}`, 'done');
  await page.selectOption('#vis', 'closed');
  await count(entries(page), 1);
  await page.selectOption('#vis', 'all');
  await page.selectOption('#rekkefolge', 'responsible');
  await count(entries(page), 7);
  await page.selectOption('#vis-niva', 'political');
  await count(entries(page), 6);
  await page.selectOption('#vis-tema', 'goal');
  await count(entries(page), 1);
  await page.selectOption('#rekkefolge', 'effect');
  await page.selectOption('#vis-tema', '');
  await count(entries(page), 6);
});

test('what is taken away comes back; taken away here and changed there, both are shown', async () => {
  const page = await filled();
  const id = await first(page).getAttribute('data-measure');
  await opened(page);
  await page.click('.measure-form [data-does="ta-bort"]');
  await count(entries(page), 5);
  await text(page.locator('.gone summary'), 'Tatt bort (1)');
  await page.click('.gone summary');
  await written(page, () => page.click('.gone [data-does="hent"]'));
  await count(entries(page), 6);
  // Another tab has it open, and does not hear of what happens here.
  const other = await page.context().newPage();
  await other.addInitScript(() => { delete window.BroadcastChannel; });
  await other.goto(`${base}plan/${place}`);
  await other.waitForSelector(`#endre-${id}`);
  await other.click(`#endre-${id}`);
  await other.waitForSelector('.measure-form');
  await page.click(`#endre-${id}`);
  await page.waitForSelector('.measure-form');
  await written(page, () => page.click('.measure-form [data-does="ta-bort"]'));
  await count(entries(page), 5);
  await written(other, () => other.fill(`#responsible-${id}`, 'rådgiver'));
  await other.waitForSelector(`[data-measure="${id}"] [data-does="behold"]`);
  await text(other.locator(`[data-measure="${id}"]`), /tatt bort ett sted og endret et annet/);
  await written(other, () => other.click(`[data-measure="${id}"] [data-does="behold"]`));
  await count(other.locator('[data-does="behold"]'), 0);
  await page.reload();
  await count(entries(page), 6);
  await text(page.locator(`[data-measure="${id}"]`), /rådgiver/);
});

test('two tabs that change fields of one measure lose neither, and going back has it too', async () => {
  const page = await filled();
  const id = await first(page).getAttribute('data-measure');
  const other = await page.context().newPage();
  await other.goto(`${base}plan/${place}`);
  for (const tab of [page, other]) {
    await tab.click(`#endre-${id}`);
    await tab.waitForSelector('.measure-form');
  }
  await written(page, () => page.fill(`#responsible-${id}`, 'innkjøpssjef'));
  await written(other, () => other.fill(`#contact-${id}`, 'ordfører'));
  for (const tab of [page, other]) {
    await soon(async () => assert.equal(await tab.inputValue(`#responsible-${id}`), 'innkjøpssjef'));
    await soon(async () => assert.equal(await tab.inputValue(`#contact-${id}`), 'ordfører'));
  }
  await page.goto(`${base}historikk/${place}`);
  await text(page.locator('article'), /Handlingsplanen: endringer i 6 tiltak/);
});

test('somebody else’s plan is looked at: the measures that the result points to', async () => {
  const page = await browser.open('plan/#eksempel');
  await page.waitForSelector('.pointed-to tbody tr');
  await count(page.locator('#nytt-tiltak, #hent-svakeste, .measure-entry'), 0);
});

for (const [viewport, colorScheme] of [[desk, 'light'], [phone, 'dark']]) {
  test(`axe finds nothing on a plan, ${colorScheme}, ${viewport.width} px`, async () => {
    const page = await filled(low, viewport, { colorScheme });
    await page.click('#hent-alle');
    await opened(page);
    const id = await first(page).getAttribute('data-measure');
    await page.fill(`#deadline-${id}`, '2026-02-01');
    await page.fill(`#start-${id}`, '0002-05-31');
    await text(first(page), /Forsinket/);
    assert.deepEqual(await findings(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });
}

/** What a page saves at a click, and its name. */
async function download(page, selector) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(selector)]);
  const chunks = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk);
  return [file.suggestedFilename(), Buffer.concat(chunks).toString('utf8')];
}

for (const timezoneId of ['Europe/Oslo', 'America/Los_Angeles', 'Pacific/Apia']) {
  test(`deadlines go to calendars and the plan to a spreadsheet, the same days in ${timezoneId}`, async () => {
    const page = await filled(low, desk, { timezoneId });
    await count(page.locator('#kalender'), 0);
    await opened(page);
    const id = await first(page).getAttribute('data-measure');
    await page.fill(`#text-${id}`, 'Spør tre kommuner; og «hør»\n=SUM(A1)');
    await page.fill(`#responsible-${id}`, '=HYPERLINK("x")');
    await page.fill(`#deadline-${id}`, '2027-12-31');
    await page.waitForSelector('#kalender');
    const [name, calendar] = await download(page, '#kalender');
    assert.match(name, /^handlingsplan-\d{4}-\d\d-\d\d\.ics$/);
    await text(page.locator('#plan-melding'), /Frister i den: 1/);
    const whole = calendar.replaceAll('\r\n ', '');
    for (const line of [
      `UID:${place.slice(1)}-${id}@forankring`, 'DTSTART;VALUE=DATE:20271231',
      'DTEND;VALUE=DATE:20280101', 'SUMMARY:Frist: Spør tre kommuner\\; og «hør»',
    ]) assert.ok(whole.split('\r\n').includes(line), `${line} in ${whole}`);
    assert.ok(calendar.split('\r\n').every((line) => Buffer.byteLength(line) <= 75));
    // One measure by itself, later: the same entry, with a higher sequence.
    const sequence = (file) => Number(file.match(/SEQUENCE:(\d+)/)[1]);
    await page.waitForTimeout(1100);
    const [, again] = await download(page, '.measure-form [data-does="kalender"]');
    assert.ok(sequence(again) > sequence(calendar));
    const [, table] = await download(page, '#tabell');
    assert.equal(table.charCodeAt(0), 0xfeff);
    const [head, row] = table.slice(1).split('\r\n');
    assert.match(head, /^Nivå;Delmål;Tiltak;Status;Ansvarlig;.*;Id$/);
    assert.match(row, /^Politisk;.*;"Spør tre kommuner; og «hør»\n=SUM\(A1\)";Ikke begynt;"'=HYPERLINK\(""x""\)";.*31\.12\.2027/);
    assert.deepEqual(page.problems, []);
  });
}
