// A whole result in a link: what it tells, how it is locked, what becomes of it on
// the way, and what the reader can do with it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  alive, base, count, items, loaded, soon, still, stored, text, useBrowser, visit,
} from './lib/site.mjs';
import { kept } from './lib/versions.mjs';

const browser = useBrowser();
const hostile = '"Sak" <script>alert(1)</script>\nÆØÅ 🙂 \u202eabc =1+1';
const entry = (answer, texts = {}) => ({ answer, ...texts });
const made = (change = {}) => ({
  format: 'forankring', version: 1, instrument: 1, kind: 'county', scope: 'organisation',
  name: 'Trøndelag «fylke»', date: '2026-11-25',
  answers: Object.fromEntries(items.map((item, index) => [item, entry(2 + (index % 3))])),
  ...change,
});
const whole = made({
  answers: {
    ...made().answers,
    'political.goal': entry(3, { evidence: 'Sak 12/2026' }),
    'political.plan': entry('na', { reason: 'Fordi det er slik' }),
    'executive.plan': entry('dk', { comment: hostile }),
  },
  targets: { political: 4 },
  strategy: { plan: 'yes', reactions: 'no' },
});

/** Opens a file in a fresh browser, and goes to the share screen. */
async function sharing(document, settings = {}) {
  const page = await browser.open('', { permissions: ['clipboard-read', 'clipboard-write'], ...settings });
  await page.setInputFiles('#fil', {
    name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(document)),
  });
  await page.waitForSelector('.result');
  await page.click('#del');
  await page.waitForSelector('#lenke');
  return page;
}
const fragment = async (page) => new URL(await page.inputValue('#lenke')).hash.slice(1);
/** The link that is offered; nothing where none is. */
const offered = (page) => page.locator('#lenke').evaluateAll(([field]) => field?.value ?? '');
/** Lets a part go along, and waits until the link tells it: it is another link then. */
async function tell(page, part) {
  const before = await offered(page);
  await page.check(`input[name="${part}"]`);
  await soon(async () => assert.notEqual(await offered(page), before, `${part}: the same link`));
}
const open = async (link, settings) => {
  const page = await browser.open(null, settings);
  await page.goto(link);
  await alive(page);
  return page;
};

test('a link tells answers and scores only, in at most 40 characters; texts go along by a switch each', async () => {
  const page = await sharing(whole);
  const bare = await fragment(page);
  assert.ok(bare.length <= 40, `${bare.length} characters`);
  console.log(`# answers, targets, checklist: ${bare.length} characters after #`);
  await page.click('.preview > summary');
  await page.waitForSelector('.preview-page');
  for (const [part, told] of [['names', 'Trøndelag'], ['evidence', 'Sak 12/2026'], ['comments', 'Fordi det er slik']]) {
    assert.ok(!(await page.textContent('.preview-page')).includes(told), `${part} by default`);
    const before = await fragment(page);
    await tell(page, part);
    assert.ok((await fragment(page)).length > before.length, `${part}: no longer link`);
    await soon(async () => assert.ok((await page.textContent('.preview-page')).includes(told), part));
  }
  const preview = (await page.textContent('.preview-page .all-answers')).replace(/\s+/g, ' ');
  const reader = await open(await page.inputValue('#lenke'));
  await reader.waitForSelector('.result');
  // What was shown before anything was copied is what the reader gets.
  assert.equal((await reader.textContent('.result .all-answers')).replace(/\s+/g, ' '), preview);
  assert.ok((await reader.textContent('.result')).includes(hostile.split('\n')[0]));
  assert.deepEqual([...reader.problems, ...page.problems], []);
  await page.uncheck('input[name="names"]');
  await soon(async () => assert.ok(
    !(await page.textContent('.preview-page')).includes('Trøndelag'), 'the name is still told',
  ));
});

test('the link, the result in words and the mail are ready; the code is read back', async () => {
  const page = await sharing(whole);
  const link = await page.inputValue('#lenke');
  await page.click('#kopier');
  await page.waitForSelector('.receipt >> text=kopiert');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link);
  await page.click('#kopier-tekst');
  await page.waitForSelector('.receipt >> text=Teksten er kopiert');
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
  assert.equal(lines.at(-1), link);
  assert.ok(!lines.join(' ').includes('Trøndelag'), 'the name was not asked for');
  const mail = new URL(await page.getAttribute('#e-post', 'href'));
  assert.equal(mail.protocol, 'mailto:');
  assert.ok(mail.searchParams.get('body').includes(link));
  await page.click('.qr summary');
  await text(page.locator('.qr figcaption'), link);
  const box = await still(page.locator('.qr svg'));
  assert.ok(box.width >= 500, `${box.width} pixels`);
});

test('where the system has a share sheet, it gets the link and no more than was chosen', async () => {
  const page = await browser.open(null);
  await page.addInitScript(() => { navigator.share = (data) => { window.shared = data; return Promise.resolve(); }; });
  await visit(page, '');
  await page.setInputFiles('#fil', {
    name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(whole)),
  });
  await page.waitForSelector('.result');
  await page.click('#del');
  const link = await page.inputValue('#lenke');
  await page.click('#del-med');
  const shared = await (await page.waitForFunction(() => window.shared)).jsonValue();
  assert.equal(shared.url, link);
  assert.ok(!JSON.stringify(shared).includes('Trøndelag'));
});

test('long links are warned of, and above 2,000 characters the file comes first', async () => {
  // Text that can hardly be made smaller: a simple generator of letters.
  let state = 7;
  const letters = (n) => Array.from({ length: n }, () => {
    state = (state * 48271) % 2147483647;
    return String.fromCharCode(97 + (state % 26));
  }).join('');
  const long = (n) => made({
    answers: {
      ...made().answers,
      'political.goal': entry(3, {
        comment: letters(Math.min(n, 2000)), evidence: letters(Math.max(n - 2000, 0)),
      }),
    },
  });
  for (const [length, order, words] of [
    [300, 'link', /e-post og Teams/], [1600, 'link', /er langt/], [4000, 'file', /for langt/],
  ]) {
    const page = await sharing(long(length));
    await tell(page, 'comments');
    // The shortest has no evidence: with it the link is the same.
    if (length > 2000) await tell(page, 'evidence');
    await text(page.locator('.share > section > h2').nth(1), order === 'file' ? /Filen/ : /Lenken/);
    await text(page.locator('.share'), words);
    await count(page.locator('#e-post'), order === 'link' && length < 1000 ? 1 : 0);
    await page.context().close();
  }
  const full = () => entry(3, { comment: letters(2000), evidence: letters(2000) });
  const most = made({ answers: Object.fromEntries(items.map((item) => [item, full()])) });
  const page = await sharing(most);
  await tell(page, 'comments');
  await page.check('input[name="evidence"]');
  await text(page.locator('.share'), /for mye tekst til en lenke/);
});

test('a locked link opens with its passphrase only, and tells a wrong one from damage', async () => {
  const page = await sharing(whole);
  await tell(page, 'names');
  await page.check('#laas');
  // Until it is locked, there is no open link to copy by mistake.
  await count(page.locator('#lenke'), 0);
  const given = await page.inputValue('#passord');
  assert.match(given, /^\d{4}(-\d{4}){4}$/);
  await page.click('#laas-lenken');
  await page.waitForSelector('#passordet', { timeout: 20000 });
  const link = await page.inputValue('#lenke');
  assert.match(new URL(link).hash, /^#l1\.[\w-]+$/);
  // Another choice unlocks it again: it would not hold what is shown.
  await page.check('input[name="evidence"]');
  await count(page.locator('#lenke'), 0);
  const reader = await open(link);
  await reader.waitForSelector('#passord');
  const before = await stored(reader);
  assert.ok(!(await reader.textContent('body')).includes('Trøndelag'));
  await reader.fill('#passord', '0000-0000-0000-0000-0000');
  await reader.click('#laas-opp');
  await reader.waitForSelector('.notice >> text=ikke det lenken ble låst med', { timeout: 20000 });
  await reader.fill('#passord', given.replaceAll('-', ' '));
  await reader.keyboard.press('Enter');
  await reader.waitForSelector('.result', { timeout: 20000 });
  assert.ok((await reader.textContent('.result')).includes('Trøndelag'));
  assert.equal(await stored(reader), before);
  const letter = link.at(-5);
  await reader.goto(`${link.slice(0, -5)}${letter === 'A' ? 'B' : 'A'}${link.slice(-4)}`);
  await reader.reload();
  await alive(reader);
  await reader.waitForSelector('.notice >> text=skadet på veien');
});

test('opening a link touches nothing that is kept; then one can keep a copy, compare, or start an own one', async () => {
  const sender = await sharing(made({ name: 'Nabo' }));
  await tell(sender, 'names');
  const link = await sender.inputValue('#lenke');
  const page = await browser.open('');
  const ours = made({
    name: 'Vår', answers: Object.fromEntries(items.map((item) => [item, entry(3)])),
  });
  await page.setInputFiles('#fil', {
    name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(ours)),
  });
  await page.waitForSelector('.result');
  // That it is the current one is noted once it is shown.
  const before = await soon(async () => {
    const now = await stored(page);
    assert.match(now, /"forankring\.current"/);
    return now;
  });
  await page.goto(link);
  await page.reload();
  await alive(page);
  await page.waitForSelector('#ta-vare');
  await text(page.locator('h1'), /Nabo/);
  await page.click('#sammenlign');
  await page.waitForSelector('.compare');
  await page.check('.compare-more input[type=checkbox]');
  await page.waitForSelector('.compare-map');
  assert.equal(await stored(page), before);
  // Nabo answered 2, 3, 4 in turn, we 3 everywhere: we are higher on six, lower on six.
  await count(page.locator('[data-moved]'), 12);
  const by = await page.locator('.compare-map .difference').evaluateAll((all) => all.map((one) => one.dataset.by));
  assert.deepEqual(by, Array(6).fill(['1', '-1']).flat());
  await page.goBack();
  await page.waitForSelector('#ta-vare');
  await page.click('#ta-vare');
  await page.waitForFunction(() => !location.hash.startsWith('#r'));
  await page.waitForSelector('.result');
  await soon(async () => {
    const names = JSON.parse(await stored(page))[0].map((record) => JSON.parse(record.document).name);
    assert.deepEqual(names.sort(), ['Nabo', 'Vår']);
  });
});

test('what mail and chat do to a link is put right, through the address or the box', async () => {
  const sender = await sharing(whole);
  const link = await sender.inputValue('#lenke');
  const code = new URL(link).hash.slice(1);
  const page = await browser.open(null);
  const shows = async () => {
    await page.waitForSelector('.result');
    await soon(() => {
      assert.equal(new URL(page.url()).hash, `#${code}`);
      assert.match(new URL(page.url()).pathname, /\/resultat\/$/);
    });
  };
  const root = new URL(base).pathname;
  for (const tail of [
    `#${code}.`, `##${code}`, `#${code})`, `#${code}%22`, `#${code}&utm_source=x`,
    `#${code.slice(0, 12)}%C2%AD${code.slice(12)}`, `%23${code}`, `%2523${code}`,
  ]) {
    await page.goto('about:blank');
    await page.goto(`${new URL(base).origin}${root}resultat/${tail}`);
    await shows();
  }
  const neighbour = await browser.open(null, { locale: 'nn-NO' });
  await neighbour.goto(`${new URL(base).origin}${root}nn/resultat/%23${code}`);
  await neighbour.waitForSelector('html[lang="nn"] .result');
  // A whole mail, the link broken over two lines by a filter, in the box on the start page.
  await visit(page, '');
  await page.click('#fatt > summary');
  await page.fill('#lim-inn', `Hei!\n> ${link.slice(0, -9)}=\n> ${link.slice(-9)}\n>\n> Hilsen Kari`);
  await page.click('#les-lim');
  await shows();
  // Two links in one mail: one chooses.
  const other = await sharing(made({ kind: 'state' }));
  await visit(page, '');
  await page.click('#fatt > summary');
  await page.fill('#lim-inn', `${link} og ${await other.inputValue('#lenke')}`);
  await page.click('#les-lim');
  await page.waitForSelector('text=Vi fant 2 lenker');
  await page.locator('.paste .kept-list a').first().click();
  await shows();
});

test('damaged, older, newer and empty links each say so, offer the way on, and store nothing', async () => {
  const golden = 'r1.AQEmYSnLuCnLuARYv3XA';
  const page = await browser.open(null);
  for (const [link, words] of [
    ['r1.AUEmYSnLuCnLuAYwlgBzjP2J', /skadet på veien/], [golden, /prøveutgave/],
    ['r2.AAAA', /nyere utgave/], ['r1.', /uten innhold/],
  ]) {
    await page.goto('about:blank');
    await visit(page, `resultat/#${link}`);
    await page.waitForSelector('.unopened .notice');
    assert.match(await page.innerText('.unopened .notice'), words, link);
    await page.waitForSelector('#lim-inn');
    assert.equal(await stored(page), '[]');
    assert.equal(await page.locator('.result').count(), 0);
  }
});

test('every golden link opens with its figures', async () => {
  const { links } = JSON.parse(readFileSync(new URL('../crates/core/tests/golden/links.json', import.meta.url)));
  const page = await browser.open(null);
  for (const { link, headline, stages, passphrase } of links) {
    await page.goto('about:blank');
    await visit(page, `resultat/#${link}`);
    if (passphrase) {
      // As another machine may write it: letters and their rings apart.
      await page.fill('#passord', passphrase.normalize('NFD'));
      await page.click('#laas-opp');
    }
    await page.waitForSelector('.result', { timeout: 20000 });
    if (headline) assert.equal(await page.getAttribute('#trinn', 'value'), String(headline), link);
    const shown = await page.locator('.chain-table tbody tr').evaluateAll(
      (rows) => rows.map((row) => row.querySelector('data')?.value ?? null),
    );
    if (headline) assert.deepEqual(shown, stages.map(String), link);
  }
  assert.ok(links.length >= 10);
  console.log(`# ${links.length} golden links`);
});

test('a result in a link opens without a network after one visit', async () => {
  const sender = await sharing(whole);
  const link = await sender.inputValue('#lenke');
  const page = await browser.open('', { serviceWorkers: 'allow' });
  await kept(page);
  await page.reload();
  await page.context().setOffline(true);
  await page.goto(link);
  await alive(page);
  await page.waitForSelector('.result');
});

test('a link opens in the reader’s language: the one that was chosen here, or the browser’s', async () => {
  const code = 'r1.AQAmYG22222222wAAACUQdPl';
  const at = async (locale, path, expected) => {
    const page = await browser.open(null, { locale });
    await visit(page, `${path}#${code}`);
    await page.waitForSelector(`html[lang="${expected}"] .result`);
    return page;
  };
  await at('nn-NO', 'resultat/', 'nn');
  await at('en-GB', 'nn/resultat/', 'en');
  await at('nb-NO', 'resultat/', 'nb');
  await at('de-DE', 'resultat/', 'nb');
  const page = await at('no-NO', 'en/resultat/', 'nb');
  // Who chooses another language stays in it.
  // What notes the choice is the last that is loaded.
  await loaded(page);
  await page.click('.top .languages a[lang="nn"]');
  await page.waitForSelector('html[lang="nn"] .result');
  await page.goto('about:blank');
  await visit(page, `resultat/#${code}`);
  await page.waitForSelector('html[lang="nn"] .result');
});
