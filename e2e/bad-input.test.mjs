// Every wrong input gets one clear message, and nothing that was stored changes.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  alive, base, choose, count, saved, soon, stored, tamper, text, useBrowser, visit,
} from './lib/site.mjs';

const browser = useBrowser();
const link = 'r1.AQAmYG22222222wAAACUQdPl';
const words = {
  nb: { damaged: /skadet/, none: /uten innhold/, newer: /nyere utgave/, lost: /ikke i denne nettleseren/, place: /ikke finnes/ },
  nn: { damaged: /skad/, none: /utan innhald/, newer: /nyare/, lost: /ikkje i denne nettlesaren/, place: /ikkje finst/ },
  en: { damaged: /damaged/, none: /without/, newer: /newer/, lost: /not in this browser|not stored in this browser/, place: /not here/ },
};
const folder = { nb: '', nn: 'nn/', en: 'en/' };

/** One message, heard when it appears, that says that nothing is lost. */
async function message(page) {
  await page.waitForSelector('[role="alert"].notice');
  assert.equal(await page.locator('[role="alert"].notice').count(), 1);
  return page.textContent('[role="alert"].notice');
}

for (const lang of ['nb', 'nn', 'en']) {
  test(`links that cannot be read are told apart, in ${lang}`, async () => {
    const page = await browser.open(null, { locale: lang });
    for (const [fragment, which] of [
      [link.slice(0, -1), 'damaged'],
      [link.replace('Y', 'Z'), 'damaged'],
      ['r1', 'damaged'],
      ['r1.', 'none'],
      ['r2.AAAA', 'newer'],
      ['hei', 'damaged'],
    ]) {
      await page.goto('about:blank');
      await visit(page, `${folder[lang]}resultat/#${fragment}`);
      assert.match(await message(page), words[lang][which], fragment);
      assert.equal(await page.locator('.result').count(), 0);
      assert.equal(await stored(page), '[]');
      assert.deepEqual(page.problems, []);
    }
    await page.context().close();
  });

  test(`ids that are not here are told in ${lang}`, async () => {
    const page = await browser.open(`${folder[lang]}vurdering/#abcdefghijklmnop`);
    assert.match(await message(page), words[lang].lost);
    await page.goto('about:blank');
    await page.goto(`${base}${folder[lang]}vurdering/#noe-annet`);
    await alive(page);
    assert.match(await message(page), words[lang].place);
  });
}

test('every cut and many changes of a link are refused, and what is kept stays', async () => {
  const page = await browser.open('vurdering/');
  await choose(page, 'political.goal', '3');
  await saved(page);
  const before = await stored(page);
  const broken = [];
  // The core tries them all; here some of each, through the address.
  for (let at = 1; at < link.length; at += 3) broken.push(link.slice(0, at));
  for (let at = 3; at < link.length; at += 3) broken.push(`${link.slice(0, at)}${link[at] === 'A' ? 'B' : 'A'}${link.slice(at + 1)}`);
  await visit(page, `resultat/#${link}`);
  await page.waitForSelector('.result');
  for (const fragment of broken) {
    await page.evaluate((hash) => { location.hash = hash; }, fragment);
    await page.waitForSelector('[role="alert"].notice');
    assert.equal(await page.locator('.result').count(), 0, fragment);
    await page.evaluate((hash) => { location.hash = hash; }, link);
    await page.waitForSelector('.result');
  }
  assert.equal(await stored(page), before);
});

test('unknown addresses lead to a page that leads home', async () => {
  const page = await browser.open(null);
  for (const path of ['finnes-ikke/', 'vurdering/finnes/ikke/', 'de/']) {
    const answer = await page.goto(base + path);
    assert.equal(answer.status(), 404);
    await page.waitForSelector('a[data-home=""]', { state: 'visible' });
    await soon(async () => assert.equal(await page.getAttribute('a[data-home=""]', 'href'), new URL(base).pathname));
  }
});

test('files that are not ours are refused with a reason, and nothing is kept', async () => {
  const page = await browser.open();
  const file = (text) => ({ name: 'fil.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  const good = { format: 'forankring', version: 1, instrument: 1, kind: 'county', scope: 'organisation', name: '', date: '2026-11-24', answers: {} };
  for (const [content, reason] of [
    ['ikke json', /skadet/],
    ['{}', /ikke laget av Forankring/],
    [JSON.stringify({ ...good, version: 9 }), /nyere utgave/],
    [JSON.stringify({ ...good, answers: { 'political.goal': { answer: 6 } } }), /answers\.political\.goal\.answer/],
    [JSON.stringify({ ...good, answers: { 'political.hest': {} } }), /answers\.political\.hest/],
  ]) {
    await page.setInputFiles('#fil', file(content));
    await page.waitForFunction((pattern) => new RegExp(pattern).test(document.querySelector('.open-file .notice')?.textContent ?? ''), reason.source);
  }
  // One that no back-up can be is not even read.
  const folder = mkdtempSync(join(tmpdir(), 'forankring-'));
  const large = join(folder, 'stor.json');
  writeFileSync(large, '');
  truncateSync(large, 64 * 1024 * 1024 + 1);
  await page.setInputFiles('#fil', large);
  await text(page.locator('.open-file .notice'), /for stor/);
  rmSync(folder, { recursive: true });
  const [records] = JSON.parse(await stored(page));
  assert.deepEqual(records, []);
});

test('storage that is missing: the app goes on from memory and says so', async () => {
  const page = await browser.open(null);
  await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
  await visit(page, 'vurdering/');
  await choose(page, 'political.goal', '3');
  assert.match(await message(page), /lar oss ikke lagre/);
  await page.click('#neste');
  await page.waitForSelector('input[name="political.coherence"]');
  await page.click('#forrige');
  await page.waitForSelector('input[name="political.goal"][value="3"]:checked');
  await visit(await page.context().newPage(), '');
});

test('storage that is full: nothing is called saved, and trying again saves', async () => {
  const page = await browser.open(null);
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    window.full = true;
    IDBObjectStore.prototype.put = function (...values) {
      if (!window.full) return put.apply(this, values);
      throw new DOMException('no room', 'QuotaExceededError');
    };
  });
  await visit(page, 'vurdering/');
  await choose(page, 'political.goal', '3');
  assert.match(await message(page), /ikke lagre|ikke plass|mislyktes/);
  await page.waitForSelector('.saved[data-saved="failed"]');
  await page.evaluate(() => { window.full = false; });
  await page.click('#igjen');
  await saved(page);
  await count(page.locator('[role="alert"].notice'), 0);
});

test('a record that cannot be read is shown as such and never written over', async () => {
  const page = await browser.open('vurdering/');
  await choose(page, 'political.goal', '3');
  await saved(page);
  const address = page.url();
  await tamper(page, { cut: 40 });
  const before = await stored(page);
  await choose(page, 'political.goal', '5');
  assert.match(await message(page), /kan ikke leses/);
  const other = await page.context().newPage();
  await other.goto(address);
  await alive(other);
  assert.match(await message(other), /kan ikke leses/);
  await visit(other, '');
  await other.waitForSelector('.unreadable');
  assert.equal(await stored(other), before);
});
