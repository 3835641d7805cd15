// Texts of others: too long, hostile, turning; and files with more than a page holds.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { keeping, place } from './lib/database.mjs';
import {
  choose, count, items, show, shown, soon, stored, text, unfold, useBrowser, visit, written,
} from './lib/site.mjs';

const browser = useBrowser();
const answers = '3,3,3,dk,3,3/4,5,4,na,4,4/1,2,3,3,3,3';
const upload = (page, field, document) => page.setInputFiles(field, {
  name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(document)),
});
/** The one that is kept. */
const kept = async (page) => JSON.parse(JSON.parse(await stored(page))[0][0]?.document ?? '{}');
const note = (field) => (document) => document.answers?.['political.goal']?.[field] ?? '';

/** Fields with a limit: where, which, how many characters, and what of the record holds them. */
const fields = [
  ['vurdering/', 'evidence-political.goal', 2000, note('evidence')],
  ['vurdering/', 'comment-political.goal', 2000, note('comment')],
  ['vurdering/', 'reason-political.goal', 2000, note('reason')],
  ['vurdering/nivaa/', 'evidence-political.goal', 2000, note('evidence')],
  ['vurdering/nivaa/', 'comment-political.goal', 2000, note('comment')],
  ['vurdering/mote/', 'evidence-political.goal', 2000, note('evidence')],
  ['vurdering/mote/', 'comment-political.goal', 2000, note('comment')],
  ['oppsett/', 'navn', 120, (document) => document.name ?? ''],
  ['oppsett/', 'anskaffelse', 120, (document) => document.procurement ?? ''],
];

/** How a long text comes into a field: pasted, or by a script as dictation does. */
const ways = {
  pasted: async (page, field, words) => {
    await page.evaluate((words) => navigator.clipboard.writeText(words), words);
    await field.focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+V');
  },
  'put there by script': (page, field, words) => field.evaluate((element, words) => {
    element.value = words;
    element.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, words),
};

// T1
for (const [how, put] of Object.entries(ways)) {
  test(`what does not fit a field is said and not called saved, and shortened it is kept: ${how}`, async () => {
    for (const [path, id, limit, of] of fields) {
      const about = `${path} ${id}`;
      const page = await browser.open(null, { permissions: ['clipboard-read', 'clipboard-write'] });
      await show(page, path === 'oppsett/' ? 'oppsett/#ny' : path);
      if (id === 'anskaffelse') await written(page, () => page.check('input[name="scope"][value="procurement"]'));
      if (id.startsWith('reason')) await choose(page, 'political.goal', 'na');
      await unfold(page);
      const field = page.locator(`[id="${id}"]`);
      await written(page, () => field.fill('Kort'));
      const long = 'Ab 🙂 '.repeat(500);
      const letters = 2500;
      await put(page, field, long);
      await page.waitForSelector('[data-saved="failed"]');
      assert.equal(await field.inputValue(), long, `${about}: cut`);
      const said = page.locator('.ds-field', { has: field }).locator('.overlong[role="status"]');
      const words = (await text(said, /for mye/)).replace(/[^\d:]/g, '');
      assert.equal(words, `${letters - limit}:${limit}`, about);
      await count(page.locator('[data-saved="saved"]'), 0);
      assert.equal(of(await kept(page)), 'Kort', `${about}: kept in part`);
      // Characters are counted, not what a browser's maxlength counts.
      const most = '🙂'.repeat(limit);
      await written(page, () => put(page, field, most));
      assert.equal(of(await kept(page)), most, about);
      await text(said, '');
      assert.deepEqual(page.problems, []);
      await page.context().close();
    }
  });
}

/** Saves what a button gives, as bytes. */
async function download(page, button) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(button)]);
  return readFileSync(await file.path());
}
/** A whole assessment in a file, for the start page. */
const whole = (change) => ({
  format: 'forankring', version: 1, instrument: 1, kind: 'county', scope: 'organisation', name: '', date: '2026-11-25',
  answers: Object.fromEntries(items.map((item, index) => [item, { answer: 2 + (index % 3) }])), ...change,
});
/** The texts of the picture, with the room that each takes. */
async function drawn(page, svg) {
  const blank = await page.context().newPage();
  const texts = await blank.evaluate(measured, svg);
  await blank.close();
  return texts;
}
function measured(svg) {
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
  if (parsed.querySelector('parsererror')) return null;
  const drawing = document.importNode(parsed.documentElement, true);
  document.body.append(drawing);
  const texts = [...drawing.querySelectorAll('text')].map((one) => {
    const { x, width } = one.getBBox();
    return { words: one.textContent, from: x, to: x + width };
  });
  drawing.remove();
  return texts;
}

// T2
test('the picture with a hostile name is XML, and drawn as PNG', async () => {
  for (const [name, shows] of [
    ['A\uffffB', 'A\ufffdB'], ['A\ufffeB', 'A\ufffdB'], ['<b>&amp;"\' ]]> <!--', '<b>&amp;"\' ]]> <!--'],
    ['A\u0000\u0001\u001bB', 'AB'], ['A\ud83dB', 'A\ufffdB'], ['A\u2028B\tC', 'A B C'], ['😀 Ås\u202e', '😀 Ås'],
  ]) {
    const page = await browser.open('');
    await upload(page, '#fil', whole({ name }));
    await page.waitForSelector('.result');
    await page.click('#del');
    await page.check('#bilde-navn');
    const svg = await soon(async () => {
      const svg = (await download(page, '#bilde-svg')).toString('utf8');
      const texts = await drawn(page, svg);
      assert.ok(texts, `${JSON.stringify(name)}: no XML`);
      assert.ok(texts.some(({ words }) => words.includes(shows)), JSON.stringify([name, texts]));
      return svg;
    });
    assert.ok(!/[\ufffe\uffff\u0000-\u0008]/.test(svg));
    const png = await download(page, '#bilde-png');
    const size = await page.evaluate(async (bytes) => {
      const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
      return [image.width, image.height];
    }, [...png]);
    assert.equal(size[0] / size[1], 16 / 9);
    assert.ok(size[0] >= 1600);
    await count(page.locator('.picture .notice'), 0);
    assert.deepEqual(page.problems, []);
    await page.context().close();
  }
});

// T4
test('a name of 112 letters fits the picture or is shortened visibly, and the date stands there', async () => {
  for (const name of ['W'.repeat(112), 'Nordre '.repeat(16), 'mm iiii '.repeat(14), '漢'.repeat(112)]) {
    const page = await browser.open('');
    await upload(page, '#fil', whole({ name }));
    await page.waitForSelector('.result');
    await page.click('#del');
    await page.check('#bilde-navn');
    await soon(async () => {
      const texts = await drawn(page, (await download(page, '#bilde-svg')).toString('utf8'));
      for (const { words, from, to } of texts) assert.ok(from >= 0 && to <= 1600, `${words}: ${from} to ${to}`);
      const all = texts.map(({ words }) => words).join('\n');
      assert.match(all, /25\.11\.2026/);
      assert.ok(all.includes(name.trim()) || all.includes(`${name.slice(0, 9)}`) && all.includes('…'), all);
    });
    await page.context().close();
  }
});

/** Our own words beside a name that turns: those that stand with it in no isolation. */
const turned = (page) => page.evaluate(() => {
  const isolated = /\u2068[^\u2068\u2069]*\u2069/g;
  const texts = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement.closest('bdi, textarea, script')) texts.push(node.data);
  }
  for (const one of document.querySelectorAll('[title], [aria-label]')) texts.push(one.getAttribute('title') ?? one.ariaLabel);
  const names = texts.filter((one) => one.includes('Ås') || one.includes('Bru')).length
    + [...document.querySelectorAll('bdi')].filter((one) => /Ås|Bru/.test(one.textContent)).length;
  return { names, open: texts.filter((one) => one.replace(isolated, '').includes('\u202e')) };
});

// T3
test('a name that turns the direction of writing turns no word of ours, on any screen or in a mail', async () => {
  const page = await keeping(browser, answers, {
    setUp: { name: 'Ås\u202e', scope: 'procurement', procurement: 'Bru\u202e' },
  });
  const holds = async (about) => soon(async () => {
    const { names, open } = await turned(page);
    assert.ok(names > 0, `${about}: no name`);
    assert.deepEqual(open, [], about);
  });
  for (const path of ['vurdering/', 'vurdering/nivaa/', 'resultat/', 'historikk/', 'sammenlign/']) {
    await show(page, path + place);
    await holds(path);
  }
  await show(page, '');
  await count(page.locator('.kept-list li'), 1);
  await holds('the start list');
  await page.click('.kept-more summary');
  await page.click('[data-does="kast"]');
  await page.waitForSelector('.bin li');
  await holds('the bin');
  await page.click('[data-does="hent"]');
  await page.waitForSelector('.bin', { state: 'detached' });
  await show(page, `del/${place}`);
  await page.check('input[name="names"]');
  await unfold(page, '.preview > summary');
  await text(page.locator('.preview-page h1'), /Ås/);
  await holds('del/');
  await soon(async () => {
    const mail = new URL(await page.getAttribute('#e-post', 'href')).searchParams;
    for (const part of ['subject', 'body']) {
      assert.match(mail.get(part), /\u2068Ås\u202e\u202c\u2069/, part);
      assert.ok(!mail.get(part).replace(/\u2068[^\u2069]*\u2069/g, '').includes('\u202e'), part);
    }
  });
  // Where it would be taken in, in another browser.
  const other = await browser.open('personvern/');
  await upload(other, '#kopifil', whole({ name: 'Ås\u202e' }));
  await other.waitForSelector('.incoming');
  assert.deepEqual((await turned(other)).open, []);
  // As it is drawn: what follows the name goes on to the right.
  await show(page, `vurdering/${place}`);
  const [name, link] = await Promise.all(['.about bdi', '#endre'].map((one) => page.locator(one).first().boundingBox()));
  assert.ok(link.x > name.x, 'the words after the name stand before it');
});

// T5
test('of 60,000 unknown fields the first ten are named and the others counted', async () => {
  const page = await browser.open('personvern/');
  const extra = Object.fromEntries(Array.from({ length: 60000 }, (_, n) => [`felt${n}`, n]));
  await upload(page, '#kopifil', whole(extra));
  await page.waitForSelector('.incoming');
  const words = await text(page.locator('.incoming'), /felter som denne utgaven ikke kjenner/);
  assert.ok(words.length < 2000, `${words.length} characters`);
  assert.equal(words.match(/felt\d+/g).length, 10);
  assert.match(words, /59.990 til/);
  // Where a file is otherwise opened at once, it is said first.
  await visit(page, '');
  await upload(page, '#fil', whole(extra));
  await text(page.locator('.incoming'), /felter som denne utgaven ikke kjenner/);
  assert.deepEqual(JSON.parse(await stored(page))[0] ?? [], []);
});

test('a back-up of 1,000 is shown and listed in pages, and taking it in shows how far it is', async () => {
  const page = await browser.open('personvern/');
  await page.evaluate(() => {
    window.seen = [];
    new MutationObserver(() => {
      const bar = document.querySelector('#fremgang');
      if (bar && window.seen.at(-1) !== bar.value) window.seen.push(bar.value);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  const assessments = Array.from({ length: 1000 }, (_, n) => whole({
    name: `Nr ${n}`, id: n.toString(5).replace(/\d/g, (digit) => 'abcde'[digit]).padStart(16, 'f'),
    saved: new Date(1764000000000 + n).toISOString(),
  }));
  await upload(page, '#kopifil', { format: 'forankring-backup', version: 1, assessments });
  await page.waitForSelector('.incoming', { timeout: 20000 });
  await count(page.locator('.incoming tbody tr'), 100);
  await text(page.locator('.incoming'), /900/);
  assert.ok(await page.evaluate(() => document.documentElement.scrollHeight) < 12000);
  await page.evaluate(() => { window.seen = []; });
  await page.click('#ta-inn');
  await page.waitForSelector('[role="status"] >> text=/Hentet inn: 1.?000/', { timeout: 60000 });
  const seen = await page.evaluate(() => window.seen);
  assert.ok(seen.length >= 3 && seen.every((value, at) => at === 0 || value > seen[at - 1]), seen.join());
  await visit(page, '');
  await shown(page);
  await count(page.locator('.kept-list > li'), 50);
  await page.click('#vis-flere');
  await count(page.locator('.kept-list > li'), 100);
  assert.deepEqual(page.problems, []);
});
