// By hand: the plan's table in LibreOffice with a Norwegian locale, cell by cell, and back. Debian:
// `apt-get install --no-install-recommends libreoffice-calc`, a minute, which is why no test does
// it. BASE_URL as for the journeys; `node --test e2e/spreadsheet.mjs`.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keeping } from './lib/database.mjs';
import { text, useBrowser, written } from './lib/site.mjs';

const browser = useBrowser();
const folder = mkdtempSync(join(tmpdir(), 'forankring-sheet-'));

/** How it reads and writes: semicolon, UTF-8, Norwegian, numbers and days as it understands them. */
const filter = 'Text - txt - csv (StarCalc):59,34,76,1,,1044,false,true';

// A machine in Norway: how days are shown, and so written again.
mkdirSync(join(folder, 'profile/user'), { recursive: true });
writeFileSync(join(folder, 'profile/user/registrymodifications.xcu'), `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>nb-NO</value></prop></item>
</oor:items>`);

/** Opens a table in LibreOffice and has it write another form. */
function converted(file, to) {
  execFileSync('soffice', [
    `-env:UserInstallation=file://${folder}/profile`, '--headless', `--infilter=${filter}`,
    '--convert-to', to, '--outdir', join(folder, 'out'), file,
  ], { timeout: 120_000, stdio: 'ignore' });
  return readFileSync(join(folder, 'out', `plan.${to.split(':')[0]}`), 'utf8');
}

const plain = (xml) => xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"')
  .replaceAll('&apos;', '\'').replaceAll('&amp;', '&');

/** The cells of a flat spreadsheet: what each is, and what it shows. */
function cells(sheet) {
  const rows = [...sheet.matchAll(/<table:table-row[^>]*>([\s\S]*?)<\/table:table-row>/g)];
  return rows.map(([, row]) => [...row.matchAll(/<table:table-cell([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g)]
    .flatMap(([, about, within = '']) => {
      const lines = [...within.matchAll(/<text:p>([\s\S]*?)<\/text:p>/g)].map(([, line]) => plain(line));
      const kind = about.match(/office:value-type="(\w+)"/)?.[1] ?? '';
      const day = about.match(/office:date-value="([^"]+)"/)?.[1];
      const times = Number(about.match(/number-columns-repeated="(\d+)"/)?.[1] ?? 1);
      const formula = /table:formula=/.test(about);
      return Array.from({ length: Math.min(times, 20) }, () => ({ kind, formula, shows: day ?? lines.join('\n') }));
    }));
}

test('the table opens in a Norwegian spreadsheet, days as days, and comes back unchanged', async () => {
  const page = await keeping(browser, '2,2,2,2,2,2/3,3,3,3,3,3/4,4,4,4,4,4', { path: 'plan/' });
  await page.click('#hent-svakeste');
  await page.click('#legg-til');
  const id = await page.locator('.measure-entry >> nth=0').getAttribute('data-measure');
  await page.click(`#endre-${id}`);
  const given = {
    text: 'Spør «tre»; "fire"\nkommuner 😀', responsible: '=1+1', contact: '+47 12 34 56 78', agreement: '-2',
    means: '300 000 kroner', log: '@x', start: '2027-02-01', deadline: '2027-12-31',
  };
  for (const [field, value] of Object.entries(given)) await page.fill(`#${field}-${id}`, value);
  await written(page, () => page.selectOption(`#effort-${id}`, 'large'));
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('#tabell')]);
  const path = join(folder, 'plan.csv');
  await file.saveAs(path);

  const [head, ...rows] = cells(converted(path, 'fods'));
  const names = head.map(({ shows }) => shows);
  assert.deepEqual(names.slice(0, 5), ['Nivå', 'Delmål', 'Tiltak', 'Status', 'Ansvarlig']);
  const row = rows.find((cells) => cells.some(({ shows }) => shows === id));
  const cell = (name) => row[names.indexOf(name)];
  for (const [name, kind, shows] of [
    ['Tiltak', 'string', given.text], ['Ansvarlig', 'string', "'=1+1"],
    ['Politisk kontakt', 'string', "'+47 12 34 56 78"], ['Står i lederavtalen til', 'string', "'-2"],
    ['Start', 'date', '2027-02-01'], ['Frist', 'date', '2027-12-31'], ['Hvordan det går', 'string', "'@x"],
    ['Arbeid', 'string', 'stort: måneder'], ['Status', 'string', 'Ikke begynt'], ['Id', 'string', id],
  ]) assert.deepEqual({ ...cell(name) }, { kind, formula: false, shows }, name);
  assert.ok(rows.flat().every(({ formula }) => !formula));

  // As it saves it.
  const saved = converted(path, `csv:${filter}`);
  writeFileSync(path, saved);
  await page.click('#hent-inn');
  await page.setInputFiles('#inn-fil', path);
  await text(page.locator('.in-counts'), 'Nye tiltak: 0. Endringer: 0. Som i planen: 6. Linjer som ikke kommer med: 0.');
});
