// The edition that is one file, opened from the disk, without a network: the same job, and what
// it says of itself.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { extractText, getDocumentProxy } from 'unpdf';
import {
  alive, answerAll, choose, count, figures, saved, shown, soon, text, useBrowser,
} from './lib/site.mjs';

const browser = useBrowser({ whole: true });
const home = mkdtempSync(join(tmpdir(), 'forankring-fil-'));
after(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));

/** A copy of the file in a folder of its own, as people name theirs; its address. */
function lay(folder, change = (html) => html) {
  const place = join(home, folder);
  mkdirSync(place, { recursive: true });
  const file = join(place, 'forankring.html');
  cpSync(process.env.SINGLE, file);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  return pathToFileURL(file).href;
}
const file = lay('Felles mappe/Anskaffelser æøå #1');

/** Opens an address; whatever is asked for besides the file itself is noted. */
async function open(address, page) {
  const opened = page ?? await browser.open(null);
  if (!page) {
    opened.asked = [];
    await opened.context().setOffline(true);
    opened.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith('data:') && !url.startsWith('blob:') && !request.isNavigationRequest()) {
        opened.asked.push(url);
      }
    });
  }
  await opened.goto(address);
  await alive(opened);
  await shown(opened);
  return opened;
}
const calmly = (page) => assert.deepEqual([...page.problems, ...page.asked], []);
const answers = '5,5,5,5,5,5/4,4,4,4,4,4/3,3,3,2,3,3';

test('from the first item to the result, kept, found again, back and forth', async () => {
  const page = await open(file);
  await page.click('a[href="?oppsett/#ny"]');
  await page.waitForSelector('.setup-form');
  assert.match(page.url(), /\?oppsett\/#/);
  await page.click('#svar');
  await answerAll(page, answers);
  await page.click('a[href^="?resultat/#"]');
  await page.waitForSelector('.result');
  const first = await figures(page);
  assert.deepEqual(first.weakest, ['operational']);
  await page.goBack();
  await page.waitForSelector('#sporsmal');
  await page.goForward();
  await page.waitForSelector('.result');
  const kept = page.url();
  // Loaded anew, it is read from what the browser keeps; and listed on the front page.
  await open(kept, page);
  assert.deepEqual(await figures(page), first);
  await open(file, page);
  await count(page.locator('.kept-list li'), 1);
  calmly(page);
});

test('every screen in every language, by its own links, with its title', async () => {
  const page = await open(file);
  const started = [['en', 'en/', /anchor/], ['nn', 'nn/', /ankeret/], ['nb', '', /ankeret/]];
  for (const [lang, folder, words] of started) {
    await page.click(`.languages a[hreflang="${lang}"]`);
    await page.waitForURL((url) => url.search.slice(1) === folder);
    await alive(page);
    assert.equal(await page.getAttribute('html', 'lang'), lang);
    await text(page.locator('h1'), words);
    const notice = page.locator('.edition');
    assert.equal(await notice.count(), 1);
    assert.equal(await notice.getAttribute('data-of'), lang);
    for (const slug of ['metode/', 'personvern/', 'tilgjengelighet/']) {
      const before = await page.title();
      await page.click(`.bottom a[href="?${folder}${slug}"]`);
      await page.waitForURL((url) => url.search === `?${folder}${slug}`);
      await soon(async () => assert.notEqual(await page.title(), before));
      const title = await page.title();
      // Loaded by itself it is called the same.
      await open(page.url(), page);
      assert.equal(await page.title(), title);
    }
    await page.click('.brand');
    await page.waitForURL((url) => url.search.slice(1) === folder);
  }
  calmly(page);
});

/** A result of which a link is to be made. */
async function sharing(address) {
  const page = await open(`${address}?vurdering/#ny`);
  await answerAll(page, answers);
  await page.click('a[href^="?resultat/#"]');
  await page.waitForSelector('.result');
  await page.click('#del');
  await page.waitForSelector('#lenke');
  return page;
}

test('a link opens with the same file, and can be pasted into another copy', async () => {
  const page = await sharing(file);
  await text(page.locator('.edition'), /samme filen ligger på det samme stedet/);
  const link = await page.inputValue('#lenke');
  assert.ok(link.startsWith(`${file}?resultat/#r1.`), link);
  const reader = await open(link);
  assert.deepEqual((await figures(reader)).weakest, ['operational']);
  // To an English reader it opens in English.
  const abroad = await browser.open(null, { locale: 'en-GB' });
  await abroad.goto(link);
  await alive(abroad);
  await abroad.waitForURL(/\?en\/resultat\/#r1\./);
  const other = await open(lay('et annet sted'));
  await other.click('#fatt > summary');
  await other.fill('#lim-inn', `Hei!\n${link}\nHilsen oss`);
  await other.click('#les-lim');
  await other.waitForSelector('.result');
  assert.deepEqual((await figures(other)).weakest, ['operational']);
  for (const one of [page, reader, other]) calmly(one);
});

test('where the address of the site is known, links lead there', async () => {
  const site = 'https://forankring.example.no/';
  const known = `data-edition="${site}"`;
  const told = lay('med adresse', (html) => html.replace('data-edition=""', known));
  const page = await sharing(told);
  assert.ok((await page.inputValue('#lenke')).startsWith(`${site}resultat/#r1.`));
  calmly(page);
});

test('a link is locked and opened with the passphrase, on the disk as on the web', async () => {
  const page = await sharing(file);
  await page.check('#laas');
  const given = await page.inputValue('#passord');
  await page.click('#laas-lenken');
  await page.waitForSelector('#passordet', { timeout: 20000 });
  const reader = await open(await page.inputValue('#lenke'));
  await reader.fill('#passord', given);
  await reader.click('#laas-opp');
  await reader.waitForSelector('.result', { timeout: 20000 });
  assert.deepEqual((await figures(reader)).weakest, ['operational']);
  calmly(page);
});

test('paper has the result, and nothing of what the file says of itself', async () => {
  const page = await sharing(file);
  await page.goBack();
  await page.waitForSelector('.result');
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const paper = await getDocumentProxy(new Uint8Array(pdf));
  const { text: pages } = await extractText(paper, { mergePages: true });
  const solid = pages.replace(/\s+/g, '');
  assert.ok(solid.includes((await page.innerText('h1')).replace(/\s+/g, '')));
  assert.ok(!solid.includes('Denneutgavenerénfil'));
});

test('a back-up leaves the file and comes into another copy', async () => {
  const page = await open(`${file}?vurdering/#ny`);
  await choose(page, 'political.goal', '3');
  await saved(page);
  await open(`${file}?personvern/`, page);
  const [download] = await Promise.all([
    page.waitForEvent('download'), page.click('#sikkerhetskopi'),
  ]);
  const buffer = readFileSync(await download.path());
  const other = await open(`${lay('enda et sted')}?personvern/`);
  const sent = { name: 'x.json', mimeType: 'application/json', buffer };
  await other.setInputFiles('#kopifil', sent);
  await count(other.locator('.incoming [data-fate="new"]'), 1);
  calmly(page);
});

test('inside a frame the file does not start', async () => {
  const page = await browser.open(null);
  const around = join(home, 'around.html');
  const frames = `<iframe src="${file}?vurdering/" width=800 height=600></iframe>`;
  writeFileSync(around, `<!doctype html>${frames}`);
  await page.goto(pathToFileURL(around).href);
  const [, frame] = page.frames();
  await frame.waitForSelector('.boot-failed a');
  assert.equal(await frame.locator('html[data-alive]').count(), 0);
  assert.equal(await frame.locator('input').count(), 0);
});
