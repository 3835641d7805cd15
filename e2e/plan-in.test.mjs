// A table that comes into the plan: what went out and was edited, and what people have in Excel.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { keeping, place } from './lib/database.mjs';
import { findings } from './lib/axe.mjs';
import { base, count, focused, saved, text, useBrowser, written } from './lib/site.mjs';

const browser = useBrowser();
const low = '2,2,2,2,2,2/3,3,3,3,3,3/4,4,4,4,4,4';
const desk = { width: 1280, height: 900 };

/** A plan with what lifts the weakest link: six measures. */
async function filled(settings = {}) {
  const page = await keeping(browser, low, { path: 'plan/', settings: { viewport: desk, ...settings } });
  await page.click('#hent-svakeste');
  await written(page, () => page.click('#legg-til'));
  await count(page.locator('.measure-entry'), 6);
  return page;
}

/** What a page saves at a click. */
async function download(page, selector) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(selector)]);
  const chunks = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const counts = (page) => page.locator('.in-counts');
const line = (page, number) => page.locator(`[data-line="${number}"]`);

/** Opens the box and reads what is pasted there. */
async function pasted(page, table) {
  if (await page.locator('.table-in').count() === 0) await page.click('#hent-inn');
  await page.fill('#inn-tekst', table);
  await page.click('#les-tabell');
}

/** The same with a file. */
async function chosen(page, buffer, name = 'plan.csv') {
  if (await page.locator('.table-in').count() === 0) await page.click('#hent-inn');
  await page.setInputFiles('#inn-fil', { name, mimeType: 'text/csv', buffer });
}

test('what went out and was edited changes its measures, as one step back', async () => {
  const page = await filled();
  const id = await page.locator('.measure-entry >> nth=0').getAttribute('data-measure');
  const table = (await download(page, '#tabell')).toString('utf8');
  // Unedited, it changes nothing.
  await chosen(page, Buffer.from(table));
  await text(counts(page), 'Nye tiltak: 0. Endringer: 0. Som i planen: 6. Linjer som ikke kommer med: 0.');
  await focused(page, 'inn-funn');
  await count(page.locator('#ta-inn-tabell'), 0);
  // As Excel writes it again: another code page, and a day of its own.
  const [head, ...rows] = table.slice(1).trimEnd().split('\r\n');
  const names = head.split(';');
  const at = rows.findIndex((row) => row.endsWith(id));
  const cells = rows[at].split(';');
  cells[names.indexOf('Status')] = 'Pågår';
  cells[names.indexOf('Frist')] = '01.10.2027';
  cells[names.indexOf('Ansvarlig')] = 'innkjøpssjef';
  rows[at] = cells.join(';');
  rows.push(names.map((name) => (name === 'Tiltak' ? 'Et nytt tiltak på slutten' : '')).join(';'));
  await chosen(page, Buffer.from([head, ...rows].join('\r\n'), 'latin1'));
  await text(counts(page), 'Nye tiltak: 1. Endringer: 1. Som i planen: 5. Linjer som ikke kommer med: 0.');
  await text(line(page, at + 2), /Status: fra «Ikke begynt» til «I gang»/);
  await text(line(page, at + 2), /Frist: fra «» til «1\.10\.2027»/);
  await count(page.locator('.measure-entry'), 6);
  await written(page, () => page.click('#ta-inn-tabell'));
  await count(page.locator('.measure-entry'), 7);
  await count(page.locator('.table-in'), 0);
  await focused(page, 'tiltak-liste');
  await text(page.locator('#plan-melding'), 'Tatt inn fra tabellen: 2 tiltak. «Angre» tar alle tilbake.');
  await text(page.locator(`[data-measure="${id}"]`), /innkjøpssjef[\s\S]*frist 1\.10\.2027/);
  await written(page, () => page.click('#angre'));
  await count(page.locator('.measure-entry'), 6);
  assert.deepEqual(page.problems, []);
});

test('somebody’s own list is pasted; what is not understood is said and can be chosen', async () => {
  const page = await filled();
  await pasted(page, [
    'Handlingsplan 2027', 'Nr\tTiltak\tHvem\tFrist\tDato\tMerke',
    '1\tLag felles kalender\trådgiver\t1. mars 2027\t\tx', '2\tSpør brukerne\t\tsnart\t\ty',
    '3\tlag felles kalender!\t\t\t\t', '\t\t\t\t\t', '4\t\tsjef\t\t\t', '5\tRing\t\t\t\t\tfor\tmange',
    '6\t"Et tiltak\nover to linjer"\t\t31.12.27\t\t', '7\t"Halvt tiltak\t\t',
  ].join('\n'));
  await text(counts(page), 'Nye tiltak: 3. Endringer: 0. Som i planen: 0. Linjer som ikke kommer med: 6.');
  await text(line(page, 4), /«snart» er ikke en dag som kan leses sikkert/);
  await text(line(page, 1), /står over overskriftene/);
  await text(line(page, 5), /ligner linje 3/);
  await text(line(page, 7), /sier ikke hva som skal gjøres/);
  await text(line(page, 8), /flere celler enn overskrifter/);
  await text(line(page, 10), /et anførselstegn blir aldri lukket/);
  await text(page.locator('#inn-kolonne-4 + .in-why'), 'En annen kolonne er valgt for det samme.');
  await text(page.locator('#ta-inn-tabell'), 'Ta inn 2 tiltak');
  await page.selectOption('#inn-vis', 'left');
  await count(page.locator('.in-lines > li'), 6);
  await page.check('[data-also="faulty"]');
  await text(page.locator('#ta-inn-tabell'), 'Ta inn 3 tiltak');
  await count(page.locator('.in-lines > li'), 5);
  await page.check('[data-also="alike"]');
  await text(page.locator('#ta-inn-tabell'), 'Ta inn 4 tiltak');
  // Another column is the one with deadlines: the first is left out.
  await page.selectOption('#inn-kolonne-5', 'contact');
  await page.selectOption('#inn-kolonne-4', 'deadline');
  await text(page.locator('#inn-kolonne-3 + .in-why'), 'En annen kolonne er valgt for det samme.');
  // What is shown as chosen is what counts.
  assert.equal(await page.inputValue('#inn-kolonne-3'), '');
  await page.selectOption('#inn-kolonne-3', 'deadline');
  await text(page.locator('#inn-kolonne-4 + .in-why'), 'En annen kolonne er valgt for det samme.');
  assert.equal(await page.inputValue('#inn-kolonne-4'), '');
  await count(page.locator('.measure-entry'), 6);
  await written(page, () => page.click('#ta-inn-tabell'));
  await count(page.locator('.measure-entry'), 10);
  await page.reload();
  await count(page.locator('.measure-entry'), 10);
  await text(page.locator('.measures'), /Lag felles kalender[\s\S]*frist 1\.3\.2027/);
  assert.deepEqual(page.problems, []);
});

test('each line is taken or left by itself; a first line that looks like headings waits for it', async () => {
  const page = await filled();
  await pasted(page, 'Hva vi gjør\tEtter planen\nSpør naboene om råd og vei\t1.2.2027\nRing brukerne hjem\t1.3.2027');
  await text(page.locator('.table-in'), /Den første linjen ser ut som overskrifter/);
  await text(line(page, 1), /ser ut som overskrifter/);
  const takes = (number) => page.locator(`[data-takes="${number}"]`);
  for (const [number, comes] of [[1, false], [2, true], [3, true]]) {
    assert.equal(await takes(number).isChecked(), comes, `line ${number}`);
  }
  await text(page.locator('#ta-inn-tabell'), 'Ta inn 2 tiltak');
  await takes(3).uncheck();
  await text(line(page, 3), /kommer ikke med/);
  await text(page.locator('#ta-inn-tabell'), 'Ta inn 1 tiltak');
  // By keyboard; among those that stay, one that is chosen is gone, and the keys stay near.
  await page.selectOption('#inn-vis', 'left');
  await count(page.locator('.in-lines > li'), 2);
  await takes(1).focus();
  await page.keyboard.press('Space');
  await count(page.locator('.in-lines > li'), 1);
  await focused(page, 'inn-linjer');
  await text(page.locator('#ta-inn-tabell'), 'Ta inn 2 tiltak');
  await page.selectOption('#inn-vis', '');
  await count(page.locator('.in-lines > li'), 3);
  if (process.env.PICTURES) await page.locator('.table-in').screenshot({ path: `${process.env.PICTURES}/lines.png` });
  await written(page, () => page.click('#ta-inn-tabell'));
  await count(page.locator('.measure-entry'), 8);
  await text(page.locator('.measures'), /Hva vi gjør/);
  assert.doesNotMatch(await page.locator('.measures').innerText(), /Ring brukerne/);
  assert.deepEqual(page.problems, []);
});

test('what is no table is said, nothing is lost, and one can go on', async () => {
  const page = await filled();
  for (const [table, said] of [
    ['', /ingen linjer å hente/], [';;;\n;;;', /ingen linjer å hente/],
  ]) {
    await pasted(page, table);
    await text(page.locator('.table-in .notice'), said);
    await focused(page, 'inn-tekst');
  }
  await chosen(page, Buffer.from('PK\u0003\u0004rest'), 'plan.xlsx');
  await text(page.locator('.table-in .notice'), /arbeidsbok/);
  await chosen(page, Buffer.alloc(5_000_001, 'a'));
  await text(page.locator('.table-in .notice'), /for stor/);
  await pasted(page, 'Farge;Frist\nrød;1.2.2027');
  await text(counts(page), 'Nye tiltak: 0. Endringer: 0. Som i planen: 0. Linjer som ikke kommer med: 1.');
  await text(page.locator('#inn-kolonne-0 + .in-why'), 'Overskriften er ukjent.');
  await page.selectOption('#inn-kolonne-0', 'text');
  await text(page.locator('#ta-inn-tabell'), 'Ta inn 1 tiltak');
  // What was pasted is there when one comes back.
  await page.click('#lukk-inn');
  await focused(page, 'hent-inn');
  await page.click('#hent-inn');
  assert.equal(await page.inputValue('#inn-tekst'), 'Farge;Frist\nrød;1.2.2027');
  await count(page.locator('.measure-entry'), 6);
  assert.deepEqual(page.problems, []);
});

test('what another tab changed meanwhile is not written over unseen', async () => {
  const page = await filled();
  const id = await page.locator('.measure-entry >> nth=0').getAttribute('data-measure');
  await pasted(page, `Ansvarlig;Id\nsjef;${id}`);
  await text(line(page, 2), /Ansvarlig: fra «» til «sjef»/);
  const other = await page.context().newPage();
  await other.goto(`${base}plan/${place}`);
  await other.click(`#endre-${id}`);
  await written(other, () => other.fill(`#responsible-${id}`, 'rådgiver'));
  await text(page.locator(`[data-measure="${id}"]`), /rådgiver/);
  await page.click('#ta-inn-tabell');
  await text(page.locator('.table-in .notice'), /endret mens tabellen sto her/);
  await text(line(page, 2), /Ansvarlig: fra «rådgiver» til «sjef»/);
  await text(page.locator(`[data-measure="${id}"]`), /rådgiver/);
  await written(page, () => page.click('#ta-inn-tabell'));
  await text(other.locator(`[data-measure="${id}"]`), /sjef/);
});

test('what was taken away here comes back only if one says so', async () => {
  const page = await filled();
  const id = await page.locator('.measure-entry >> nth=0').getAttribute('data-measure');
  const table = await download(page, '#tabell');
  await page.click(`#endre-${id}`);
  await written(page, () => page.click('.measure-form [data-does="ta-bort"]'));
  await count(page.locator('.measure-entry'), 5);
  await chosen(page, table);
  await text(counts(page), 'Nye tiltak: 0. Endringer: 0. Som i planen: 5. Linjer som ikke kommer med: 1.');
  await page.check('[data-also="gone"]');
  await written(page, () => page.click('#ta-inn-tabell'));
  await count(page.locator('.measure-entry'), 6);
});

test('ten thousand lines are shown a page at a time, and it is said how many fit', async () => {
  const page = await filled();
  const rows = Array.from({ length: 10_500 }, (_, n) => `Tiltak nummer ${n};1.2.2027`);
  const table = Buffer.from(`Tiltak;Frist\n${rows.join('\n')}`);
  await page.click('#hent-inn');
  const begun = Date.now();
  await chosen(page, table);
  await text(counts(page), /^Nye tiltak: 10000\./);
  console.log(`# 10,500 lines shown after ${Date.now() - begun} ms`);
  await text(page.locator('.table-in'), /Linjer som ikke er lest: 500\./);
  await text(page.locator('.table-in'), /Linjer som må vente: 9006\./);
  await count(page.locator('.in-lines > li'), 50);
  await page.click('#inn-neste');
  await focused(page, 'inn-linjer');
  await text(page.locator('#inn-linjer'), 'Linje 51 til 100 av 10000');
  const taken = Date.now();
  await page.click('#ta-inn-tabell');
  await count(page.locator('.measure-entry'), 1000);
  console.log(`# 994 measures taken in after ${Date.now() - taken} ms`);
  await saved(page);
  await page.click('#angre');
  await count(page.locator('.measure-entry'), 6);
  assert.deepEqual(page.problems, []);
});

test('by keyboard alone', async () => {
  const page = await filled();
  await page.focus('#hent-inn');
  await page.keyboard.press('Enter');
  await focused(page, 'inn-tekst');
  await page.keyboard.insertText('Tiltak\tFrist\nRing ordføreren\t1.2.2027');
  await page.keyboard.press('Tab');
  await focused(page, 'les-tabell');
  await page.keyboard.press('Enter');
  await focused(page, 'inn-funn');
  for (let n = 0; n < 12; n += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement.id) === 'ta-inn-tabell') break;
  }
  await focused(page, 'ta-inn-tabell');
  await written(page, () => page.keyboard.press('Enter'));
  await count(page.locator('.measure-entry'), 7);
});

test('where what reads tables cannot be fetched it is said, and the next try does', async () => {
  const page = await filled();
  await page.click('#hent-inn');
  await page.context().setOffline(true);
  await page.fill('#inn-tekst', 'Tiltak;Frist\nRing;1.2.2027');
  await page.click('#les-tabell');
  await text(page.locator('.table-in .notice'), /lot seg ikke hente/);
  await page.context().setOffline(false);
  await page.click('#les-tabell');
  await text(counts(page), /^Nye tiltak: 1\./);
});

test('the plan is copied as a table with headings, and as text', async () => {
  const page = await filled({ permissions: ['clipboard-read', 'clipboard-write'] });
  const id = await page.locator('.measure-entry >> nth=0').getAttribute('data-measure');
  await page.click(`#endre-${id}`);
  await written(page, () => page.fill(`#responsible-${id}`, '<b>sjef</b> & co'));
  await page.click('#kopier-tabell');
  await text(page.locator('#plan-melding'), 'Tabellen er kopiert. Lim den inn i Word eller Outlook.');
  const [html, plain] = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (media) => (await item.getType(media)).text();
    return Promise.all(['text/html', 'text/plain'].map(read));
  });
  // The policy of the site lets no text become a page: another reads it.
  const reader = await page.context().newPage();
  const copied = await reader.evaluate((html) => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const cells = (all) => [...all].map((cell) => cell.textContent);
    return {
      tables: page.querySelectorAll('table').length,
      bold: page.querySelectorAll('b').length,
      heads: cells(page.querySelectorAll('th[scope=col]')),
      rows: [...page.querySelectorAll('tbody tr')].map((row) => cells(row.cells)),
    };
  }, html);
  await reader.close();
  assert.equal(copied.tables, 1);
  assert.equal(copied.bold, 0);
  assert.deepEqual(copied.heads, ['Nivå', 'Delmål', 'Tiltak', 'Status', 'Ansvarlig', 'Det planen gir']);
  assert.equal(copied.rows.length, 6);
  assert.ok(copied.rows.some((row) => row[4] === '<b>sjef</b> & co'));
  assert.equal(plain.trimEnd().split('\r\n').length, 7);
  // What is copied as text comes in again: without ids, each line says what stands there.
  await pasted(page, plain);
  await text(counts(page), 'Nye tiltak: 0. Endringer: 0. Som i planen: 0. Linjer som ikke kommer med: 6.');
});

for (const [name, take, said] of [
  ['tables', () => { delete window.ClipboardItem; }, /kopiert som tekst med tabulatorer/],
  ['anything', () => { Object.defineProperty(navigator, 'clipboard', { value: undefined }); }, /lot oss ikke kopiere/],
]) {
  test(`a browser that does not copy ${name} is told of`, async () => {
    const page = await filled({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.evaluate(take);
    await page.click('#kopier-tabell');
    await text(page.locator('#plan-melding'), said);
  });
}

for (const [width, colorScheme] of [[1280, 'light'], [390, 'dark'], [320, 'light']]) {
  test(`axe finds nothing on a table that comes in, ${colorScheme}, ${width} px`, async () => {
    const page = await filled({ viewport: { width, height: 900 }, colorScheme });
    await pasted(page, 'Tiltak;Frist;Id;Langtordutenmellomromsomikkefårplasspåenlitenskjerm\nRing;snart;;\nSpør;1.2.2027;;');
    await text(counts(page), /^Nye tiltak: 2\./);
    assert.deepEqual(await findings(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    if (process.env.LOOK) await page.locator('.table-in').screenshot({ path: `${process.env.LOOK}/in-${width}-${colorScheme}.png` });
  });
}
