// Asking others: invitations, replies that come back, what they say, and a second round.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import {
  contents, documentOf, keeping, make, place, stores, VERSION,
} from './lib/database.mjs';
import { findings } from './lib/axe.mjs';
import { reply } from './lib/replies.mjs';
import { cleared, respondent } from './lib/respondents.mjs';
import {
  base, killAll, languages, saved, shown, soon, text, unfold, useBrowser, visit, withProfile,
} from './lib/site.mjs';

const browser = useBrowser();
const own = '5,5,5,5,5,5/4,4,4,4,4,4/4,4,4,4,4,4';
const id = place.slice(1);
const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 800 };

/** Replies for a level, each by its steps. */
const replies = (level, ...all) => all.map((answers, n) => reply({
  of: id, level, who: n + 1, answers: answers.split(''),
}));

/** The screen that asks others, with a round begun. */
async function asking(settings = {}, setUp = {}) {
  const page = await keeping(browser, own, { path: 'spor/', settings: { viewport: desk, ...settings }, setUp });
  await page.click('#lag-lenkene');
  await page.waitForSelector('#lenke-political');
  await saved(page);
  return page;
}

/** Pastes a text, sees that so many replies were found in it, and takes them in. */
async function takeIn(page, links, count, { filled = false } = {}) {
  if (!filled) await page.fill('#svar-inn', links.join('\n'));
  await page.click('#les-svar');
  await text(page.locator('#funnet'), new RegExp(`Svar funnet: ${links.length}`));
  await page.click('#ta-inn');
  await text(page.locator('.taking-in .receipt'), new RegExp(`Tatt inn: ${count ?? links.length}`));
}

test('an invitation tells who asks about what, and nothing else', async () => {
  const page = await asking();
  const link = await page.locator('#lenke-executive').inputValue();
  assert.match(link, /\/svar\/#i1\.[\w-]+$/);
  await page.fill('#hilsen', 'Hei, dette tar fem minutter.');
  await page.fill('#siste-dag', '2027-01-31');
  await page.selectOption('#antall-executive', 'one');
  await saved(page);
  const other = await page.locator('#lenke-executive').inputValue();
  assert.notEqual(other, link);
  assert.ok(other.length > link.length);
  await text(page.locator('[data-level=executive] .few'), /kan hvert svar kjennes igjen/);
  await page.fill('#adresse', 'kari');
  await page.locator('#adresse').blur();
  await text(page.locator('.ask'), /ikke en gyldig e-postadresse/);
  assert.equal(await page.locator('#lenke-executive').inputValue(), other);
  await page.selectOption('#antall-political', '');
  await soon(async () => assert.equal(await page.locator('#lenke-political').count(), 0));
  assert.deepEqual(page.problems, []);
});

test('replies become the answers of their level, and every screen follows', async () => {
  const page = await asking();
  const links = replies('political', '222222', '223222', '333344');
  const mail = (link) => `Hei, her er svaret: ${base}spor/%23${link}. Hilsen Kari`;
  await page.fill('#svar-inn', links.map(mail).join('\n\n'));
  await page.click('#les-svar');
  await soon(async () => assert.equal(await page.locator('.found [data-verdict=new]').count(), 3));
  await page.click('#ta-inn');
  await text(page.locator('.taking-in .receipt'), /Tatt inn: 3/);
  await text(page.locator('.counts'), /Politisk: 3 svar/);
  await page.click('#rad-result');
  await shown(page);
  await text(page.locator('h1'), /trinn 2 av 5/);
  await text(page.locator('.eyebrow').first(), /Besvart av flere\. Politisk: 3 svar/);
  // What was entered oneself stands beside it.
  await visit(page, `snakk/${place}`);
  await text(page.locator('[data-item="political.goal"]'), /2\s*5/);
  // The same again changes nothing.
  await visit(page, `spor/${place}`);
  await page.fill('#svar-inn', links.join(' '));
  await page.click('#les-svar');
  await soon(async () => assert.equal(await page.locator('.found [data-verdict=same]').count(), 3));
  assert.equal(await page.locator('#ta-inn').count(), 0);
  assert.deepEqual(page.problems, []);
});

test('two replies give a half, which the link carries', async () => {
  const page = await asking();
  await takeIn(page, replies('political', '222222', '333333'));
  await page.click('#rad-result');
  await shown(page);
  await text(page.locator('#kart-political\\.goal'), /2½/);
  await page.click('#rad-share');
  await page.waitForSelector('#lenke');
  const link = await page.locator('#lenke').inputValue();
  const other = await browser.open(null);
  await other.goto(link);
  await text(other.locator('.eyebrow').first(), /Politisk: 2 svar/);
  await text(other.locator('#kart-political\\.goal'), /2½/);
  assert.deepEqual(other.problems, []);
});

test('whoever replied and opens the result finds her own answers beside the medians; nobody else does', async () => {
  const page = await asking({}, { name: 'Fjordvik kommune' });
  await page.check('#med-navn');
  const link = await page.locator('#lenke-political').inputValue();
  const [kari, ola] = await Promise.all(
    ['222225', '333335'].map((steps) => respondent(browser, link, 'political', steps)),
  );
  await takeIn(page, [kari.sent, ola.sent]);
  await page.click('#rad-result');
  await shown(page);
  await page.click('#rad-share');
  await page.waitForSelector('#lenke');
  const bare = await page.inputValue('#lenke');
  await page.check('input[name="names"]');
  await soon(async () => assert.notEqual(await page.inputValue('#lenke'), bare));
  const named = await page.inputValue('#lenke');
  for (const [lang, words, folded] of [
    ['nn', /Det du sjølv svarte/, /Har du svart sjølv/], ['en', /What you answered yourself/, /Did you answer too/],
    ['nb', /Det du selv svarte/, /Har du svart selv/],
  ]) {
    // A link opens in the language that was chosen here.
    await kari.page.evaluate((lang) => localStorage.setItem('forankring.lang', lang), lang);
    await kari.page.goto(named);
    await text(kari.page.locator('#dine-svar h2'), words);
    await text(kari.page.locator('#dine-svar [data-item="political.goal"]'), /2½\s*2, ½ (lavere|lågare|lower)/);
    await text(kari.page.locator('#dine-svar [data-item="political.cooperation"]'), /5\s*5, (likt|the same)/);
    assert.equal(await kari.page.locator('#dine-svar details').count(), 0);
    assert.deepEqual(await findings(kari.page), []);
    // Where no name tells that they belong together, she is asked.
    await kari.page.goto(bare);
    await shown(kari.page);
    await text(kari.page.locator('#dine-svar summary'), folded);
    assert.equal(await kari.page.locator('#dine-svar table').isVisible(), false);
    await kari.page.click('#dine-svar summary');
    await kari.page.locator('#dine-svar table').waitFor();
    assert.deepEqual(await findings(kari.page), []);
  }
  const stranger = await browser.open(null);
  await stranger.goto(named);
  await text(stranger.locator('.eyebrow').first(), /Politisk: 2 svar/);
  await stranger.waitForLoadState('networkidle');
  assert.equal(await stranger.locator('#dine-svar').count(), 0);
  // What is deleted from the phone is shown there no more, in no tab.
  const other = await kari.page.context().newPage();
  await kari.page.goto(named);
  await kari.page.locator('#dine-svar table').waitFor();
  await cleared({ ...kari, page: other });
  await soon(async () => assert.equal(await kari.page.locator('#dine-svar').count(), 0));
  for (const one of [kari.page, stranger, page]) assert.deepEqual(one.problems, []);
});

test('the distribution is shown on request, of three, and changes only by three', async () => {
  const page = await asking();
  await takeIn(page, replies('political', '222222', '223222'));
  await visit(page, `snakk/${place}`);
  await page.click('#vis-political');
  await text(page.locator('.receipt'), /mangler[^:]*: 1/);
  assert.equal(await page.locator('.strips .count').count(), 0);
  await visit(page, `spor/${place}`);
  await takeIn(page, replies('political', '222222', '223222', '522222'), 1);
  await visit(page, `snakk/${place}`);
  await page.click('#vis-political');
  await text(page.locator('[data-item="political.goal"]'), /–\s*2\s*–\s*–\s*1/);
  await text(page.locator('[data-agenda="political.goal"]'), /2 svar: 2 Omtalt[\s\S]*1 svar: 5 Lærende/);
  await visit(page, `spor/${place}`);
  await takeIn(page, [reply({ of: id, level: 'political', who: 9, answers: [...'111111'] })]);
  await visit(page, `snakk/${place}`);
  await text(page.locator('.talk'), /tatt ut siden: 1/);
  await page.click('#vis-political');
  await text(page.locator('.receipt'), /For få svar/);
  await text(page.locator('[data-item="political.goal"]'), /–\s*2\s*–\s*–\s*1/);
});

test('a second round asks just what they disagree on, and tells what moved', async () => {
  const page = await asking();
  await takeIn(page, replies('political', '222222', '223222', '522222'));
  await visit(page, `snakk/${place}`);
  await page.click('#vis-political');
  await page.waitForSelector('#ny-runde');
  await page.click('#ny-runde');
  await text(page.locator('#runden'), /Runde 2/);
  await saved(page);
  await text(page.locator('.invited[data-level=political] .about'), /Spør om: mål/);
  const again = [1, 2, 3].map((who) => reply({
    of: id, level: 'political', who: 20 + who, round: 2, answers: ['4', '-', '-', '-', '-', '-'],
  }));
  await takeIn(page, again);
  await visit(page, `snakk/${place}`);
  await text(page.locator('[data-level=political]'), /Fra runde 1 til runde 2[\s\S]*Mål\s*2\s*4/);
  await text(page.locator('[data-item="political.coherence"]'), /2\s*5$/);
});

test('a reply can be taken out and brought back, and all is undone', async () => {
  const page = await asking();
  await takeIn(page, replies('political', '222222', '222222', '555555'));
  await unfold(page);
  await page.getByRole('button', { name: 'Ta ut: 1', exact: true }).click();
  await text(page.locator('.taking-in .receipt'), /Tatt ut: 1/);
  await text(page.locator('.counts'), /Politisk: 2 svar/);
  await page.click('#angre-svar');
  await text(page.locator('.taking-in .receipt'), /Hentet inn igjen: 1/);
  await text(page.locator('.counts'), /Politisk: 3 svar/);
});

test('a reply that is followed finds its assessment; what is none of that is told', async () => {
  const page = await asking();
  const [one] = replies('executive', '333333');
  await visit(page, `spor/#${one}`);
  await soon(async () => assert.equal(await page.locator('.found [data-verdict=new]').count(), 1));
  await page.click('#ta-inn');
  await text(page.locator('.counts'), /Toppledelse: 1 svar/);
  const stranger = await browser.open(`spor/#${one}`);
  await text(stranger.locator('.notice'), /ikke ligger i denne nettleseren/);
  const broken = await browser.open(`spor/#${one.slice(0, 20)}`);
  await text(broken.locator('.notice'), /ikke et svar som kan leses/);
  for (const [given, verdict] of [
    [reply({ of: 'bbbbbbbbbbbbbbbb', level: 'political', who: 1, answers: [...'111111'] }), 'elsewhere'],
    [reply({ of: id, level: 'political', who: 1, round: 3, answers: [...'111111'] }), 'unasked'],
    [reply({ of: id, level: 'executive', who: 1, number: 2, answers: [...'111111'] }), 'replaces'],
    [one, 'same'],
    ['#r1.AUEmYSnLuCnLuAYwlgBzjP2I', 'other'],
    [`#${one.slice(0, 30)}`, 'other'],
  ]) {
    await page.fill('#svar-inn', given);
    await page.click('#les-svar');
    await soon(async () => assert.equal(await page.locator(`.found [data-verdict=${verdict}]`).count(), 1, given));
  }
  await page.fill('#svar-inn', 'Takk for sist');
  await page.click('#les-svar');
  await text(page.locator('.taking-in'), /fant ingen svar/);
});

test('five hundred replies come in at once', async () => {
  const page = await asking();
  const many = Array.from({ length: 500 }, (_, n) => reply({
    of: id, level: 'operational', who: n % 256, number: 1 + Math.floor(n / 256), answers: [...'345343'],
  }));
  // Filling a field for a test takes seconds; pasting by keyboard takes the browser some 50 ms.
  await page.fill('#svar-inn', many.join('\n'));
  const begun = Date.now();
  await takeIn(page, many, many.length, { filled: true });
  console.log(`# 500 replies read and taken in: ${Date.now() - begun} ms`);
  await text(page.locator('.counts'), /Operativt: 256 svar/);
  const { replies: rows } = await contents(page);
  assert.equal(rows.length, 500);
});

test('what was said to be taken in is there after the browser was killed', async () => {
  await withProfile(async (launch) => {
    const context = await launch();
    const page = await context.newPage();
    await visit(page, 'vurdering/#ny');
    await page.click('[data-value="3"]');
    await saved(page);
    const kept = new URL(page.url()).hash.slice(1, 17);
    await visit(page, `spor/#${kept}`);
    await page.click('#lag-lenkene');
    await page.waitForSelector('#lenke-political');
    await saved(page);
    const links = Array.from({ length: 50 }, (_, n) => reply({
      of: kept, level: 'political', who: n, answers: [...'333333'],
    }));
    await takeIn(page, links);
    assert.ok(killAll(launch.folder) > 0);
    const again = await launch();
    const other = await again.newPage();
    await visit(other, `spor/#${kept}`);
    await text(other.locator('.counts'), /Politisk: 50 svar/);
  });
});

test('another tab sees what came in; deleted is deleted', async () => {
  const page = await asking();
  const other = await page.context().newPage();
  await visit(other, `spor/${place}`);
  await takeIn(page, replies('political', '222222'));
  await text(other.locator('.counts'), /Politisk: 1 svar/);
  await takeIn(other, replies('political', '222222', '333333'), 1);
  await text(page.locator('.counts'), /Politisk: 2 svar/);
  await visit(other, 'personvern/');
  await other.click('#slett');
  await other.click('#slett-ja');
  await soon(async () => assert.equal((await contents(other)).replies.length, 0));
});

test('what was taken in together is taken back together', async () => {
  const page = await asking();
  await takeIn(page, replies('executive', '111111'));
  await takeIn(page, replies('political', '222222', '333333'));
  await page.click('#angre-svar');
  await text(page.locator('.counts'), /Politisk: 0 svar/);
  await text(page.locator('.counts'), /Toppledelse: 1 svar/);
  const { replies: rows } = await contents(page);
  assert.equal(rows.length, 1);
});

test('files with replies are read: several at once, and one that holds none', async () => {
  const page = await asking();
  const files = replies('political', '222222', '333333').map((link, n) => ({
    name: `svar ${n}.eml`, mimeType: 'message/rfc822', buffer: Buffer.from(`Hei,\n${base}spor/#${link}\n`),
  }));
  await page.setInputFiles('#svar-filer', files);
  await text(page.locator('#funnet'), /Svar funnet: 2/);
  await page.click('#ta-inn');
  await text(page.locator('.counts'), /Politisk: 2 svar/);
  await page.setInputFiles('#svar-filer', [{ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('Hei') }]);
  await text(page.locator('.taking-in'), /fant ingen svar/);
});

test('codes are read by camera where the browser can; elsewhere there is no button', async () => {
  const without = await asking();
  assert.equal(await without.locator('#kamera-knapp').count(), 0);
  const [link] = replies('operational', '444444');
  const page = await browser.open(null, { viewport: phone });
  await page.addInitScript((code) => {
    window.BarcodeDetector = class {
      static getSupportedFormats() { return Promise.resolve(['qr_code']); }

      detect() { return Promise.resolve([{ rawValue: code }]); }
    };
    navigator.mediaDevices.getUserMedia = async () => {
      const canvas = document.createElement('canvas');
      canvas.getContext('2d').fillRect(0, 0, 9, 9);
      return canvas.captureStream(10);
    };
  }, `${base}spor/#${link}`);
  await page.goto(new URL('icon.svg', base).href);
  await make(page, VERSION, {
    names: Object.keys(stores), records: [{ id, document: documentOf(own) }],
  });
  await visit(page, `spor/${place}`);
  await page.click('#lag-lenkene');
  await page.click('#kamera-knapp');
  await text(page.locator('#funnet'), /Svar funnet: 1/);
  await page.click('#ta-inn');
  await text(page.locator('.counts'), /Operativt: 1 svar/);
});

test('the store of replies is missing: that is said, and nothing can be taken in', async () => {
  const page = await browser.open(null, { viewport: desk });
  await page.goto(new URL('icon.svg', base).href);
  await make(page, VERSION, {
    names: ['assessments', 'states'], records: [{ id, document: documentOf(own) }],
  });
  await visit(page, `spor/${place}`);
  await page.click('#lag-lenkene');
  await text(page.locator('.collecting .notice'), /\w/);
  await page.fill('#svar-inn', replies('political', '222222')[0]);
  await page.click('#les-svar');
  await text(page.locator('#funnet'), /Svar funnet: 1/);
  assert.equal(await page.locator('#ta-inn').count(), 0);
});

test('back-ups carry replies to another browser', async () => {
  const page = await asking();
  await takeIn(page, replies('political', '222222', '333333'));
  await visit(page, '');
  const [download] = await Promise.all([
    page.waitForEvent('download'), page.click('.reminder #sikkerhetskopi'),
  ]);
  const other = await browser.open('personvern/');
  await other.setInputFiles('#kopifil', await download.path());
  await other.click('#ta-inn');
  await text(other.locator('#inntak'), /Hentet inn: 1/);
  await visit(other, `spor/${place}`);
  await text(other.locator('.counts'), /Politisk: 2 svar/);
  assert.deepEqual((await contents(other)).replies, (await contents(page)).replies);
  assert.deepEqual([...page.problems, ...other.problems], []);
});

test('the screens can be used by everyone, in three languages', async () => {
  for (const [language, folder] of Object.entries(languages)) {
    const page = await asking({ viewport: language === 'nb' ? desk : phone });
    await takeIn(page, replies('political', '222222', '223222', '522222'));
    for (const path of ['spor/', 'snakk/']) {
      await visit(page, `${folder}${path}${place}`);
      await page.waitForSelector('h2');
      if (path === 'snakk/') {
        await page.click('#vis-political');
        await page.waitForSelector('[data-agenda]');
      }
      await unfold(page);
      assert.deepEqual(await findings(page), [], `${language} ${path}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${language} ${path}: ${wide}`);
    }
    assert.deepEqual(page.problems, []);
  }
});
