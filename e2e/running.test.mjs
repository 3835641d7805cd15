// The running back-up: a file that the user chose is written after each change.
// The browser's dialog cannot be driven: a file of the browser's own file system
// stands for the one on the disk; all else is real.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choose, count, saved, soon, tamper, text, useBrowser, visit } from './lib/site.mjs';

const browser = useBrowser({ whole: true });
const ready = () => {
  window.showSaveFilePicker = async () => (await navigator.storage.getDirectory()).getFileHandle('kopi.json', { create: true });
};
const file = (page) => page.evaluate(async () => {
  const handle = await (await navigator.storage.getDirectory()).getFileHandle('kopi.json');
  return (await handle.getFile()).text();
});
const bound = async (page) => {
  await page.click('#kopi-velg');
  await page.waitForSelector('#kopi-slutt');
};
const answersIn = (text) => JSON.parse(text).assessments.map((one) => Object.fromEntries(Object.entries(one.answers).map(([item, entry]) => [item, entry.answer])));

test('a bound file holds every change a few seconds later, and brings it back', async () => {
  const page = await browser.open(null);
  await page.addInitScript(ready);
  await visit(page, 'personvern/');
  await bound(page);
  // Nothing is kept yet: nothing is written.
  assert.equal(await file(page), '');
  await visit(page, 'vurdering/');
  await choose(page, 'political.goal', '4');
  await saved(page);
  await page.click('#neste');
  await choose(page, 'political.coherence', 'dk');
  const copy = await soon(async () => {
    const copy = await file(page);
    assert.deepEqual(answersIn(copy), [{ 'political.goal': 4, 'political.coherence': 'dk' }]);
    return copy;
  }, 15000);
  await visit(page, 'personvern/');
  await text(page.locator('.running'), /kopi\.json[^]*oppdatert/);
  // It is a back-up like any other: another browser takes it in.
  const other = await browser.open('personvern/');
  await other.setInputFiles('#kopifil', { name: 'kopi.json', mimeType: 'application/json', buffer: Buffer.from(copy) });
  assert.equal(await other.getAttribute('[data-fate]', 'data-fate'), 'new');
  // Deleting everything here ends it; the file is the user's, and stays as it is.
  await page.click('#slett');
  await page.click('#slett-ja');
  await page.waitForSelector('#kopi-velg');
  // That nothing is written any more has no sign: it gets its time.
  await page.waitForTimeout(500);
  assert.equal(await file(page), copy);
  assert.deepEqual(page.problems, []);
});

test('where the browser wants leave again, or the file cannot be written, it is said and can be tried again', async () => {
  const page = await browser.open(null);
  await page.addInitScript(ready);
  await page.addInitScript(() => {
    const { queryPermission, createWritable } = FileSystemFileHandle.prototype;
    FileSystemFileHandle.prototype.queryPermission = function ask(how) { return localStorage.getItem('test.trouble') === 'asks' ? Promise.resolve('prompt') : queryPermission.call(this, how); };
    FileSystemFileHandle.prototype.requestPermission = () => Promise.resolve('granted');
    FileSystemFileHandle.prototype.createWritable = function make() { return localStorage.getItem('test.trouble') === 'fails' ? Promise.reject(new Error('locked')) : createWritable.call(this); };
  });
  await visit(page, 'personvern/');
  await bound(page);
  for (const [trouble, words, step] of [['asks', /tillatelse på nytt/, '2'], ['fails', /ikke å skrive/, '3']]) {
    await page.evaluate((value) => localStorage.setItem('test.trouble', value), trouble);
    await visit(page, 'vurdering/');
    await choose(page, 'political.goal', step);
    await saved(page);
    await page.waitForFunction((state) => JSON.parse(localStorage.getItem('forankring.file'))?.state === state, trouble === 'fails' ? 'failed' : 'asks', { timeout: 15000 });
    await visit(page, '');
    await text(page.locator('.reminder'), words);
    await page.evaluate(() => localStorage.removeItem('test.trouble'));
    await page.click('#kopi-skriv');
    await page.waitForSelector('.reminder', { state: 'detached' });
    await soon(async () => assert.deepEqual(answersIn(await file(page)), [{ 'political.goal': Number(step) }]));
  }
});

/** Binds the file, and answers once, so that it is written. */
async function running() {
  const page = await browser.open(null);
  await page.addInitScript(ready);
  await visit(page, 'personvern/');
  await bound(page);
  await visit(page, 'vurdering/');
  await choose(page, 'political.goal', '4');
  await saved(page);
  await holds(page, [4]);
  return page;
}
/** Waits until the file holds these answers to the first item, in any order. */
const holds = (page, expected) => soon(async () => {
  const all = answersIn(await file(page)).map((one) => one['political.goal']);
  assert.deepEqual(all.sort(), expected);
}, 15000);
const binned = async (page) => JSON.parse(await file(page)).assessments.length;

// D6
test('a file that was changed from outside is told first and not written over unasked', async () => {
  const page = await running();
  const foreign = 'Noe annet, skrevet av en annen';
  await page.evaluate(async (foreign) => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle('kopi.json');
    const writing = await handle.createWritable();
    await writing.write(foreign);
    await writing.close();
  }, foreign);
  await choose(page, 'political.goal', '2');
  await saved(page);
  await page.waitForFunction(() => JSON.parse(localStorage.getItem('forankring.file')).state === 'changed', null, { timeout: 15000 });
  assert.equal(await file(page), foreign);
  // Neither by another answer, nor from another page.
  await visit(page, '');
  await text(page.locator('.reminder'), /endret kopi\.json utenfra/);
  await visit(page, 'personvern/');
  await text(page.locator('.running'), /endret kopi\.json utenfra/);
  await count(page.locator('#kopi-skriv'), 0);
  assert.equal(await file(page), foreign);
  await page.click('#kopi-over');
  await holds(page, [2]);
  await text(page.locator('.running'), /oppdatert/);
});

test('a copy, the bin, restoring, and keeping what a link brought reach the file', async () => {
  const page = await running();
  await visit(page, '');
  await page.click('.kept-more summary');
  await page.click('[data-does="kopi"]');
  await holds(page, [4, 4]);
  // What is in the bin goes along as well: it can be brought back.
  const before = await file(page);
  await page.locator('.kept-more summary').first().click();
  await page.locator('.kept-more[open] [data-does="kast"]').first().click();
  await page.waitForSelector('.bin li');
  await soon(async () => assert.notEqual(await file(page), before), 15000);
  assert.equal(await binned(page), 2);
  const thrown = await file(page);
  await page.click('.bin [data-does="hent"]');
  await page.waitForSelector('.bin', { state: 'detached' });
  await soon(async () => assert.notEqual(await file(page), thrown), 15000);
  await visit(page, 'resultat/#r1.AQAmYG22222222wAAACUQdPl');
  await page.click('#ta-vare');
  await page.waitForFunction(() => !location.hash.startsWith('#r1'));
  await soon(async () => assert.equal(await binned(page), 3), 15000);
});

test('one damaged record leaves the file readable, with all the others', async () => {
  const page = await running();
  const [, id] = new URL(page.url()).hash.match(/^#([a-z0-9]{16})/);
  await visit(page, 'vurdering/#ny');
  await choose(page, 'political.goal', '2');
  await saved(page);
  await holds(page, [2, 4]);
  await tamper(page, { id, cut: 40 });
  await choose(page, 'political.goal', '3');
  await saved(page);
  await holds(page, [3]);
  const other = await browser.open('personvern/');
  await other.setInputFiles('#kopifil', { name: 'kopi.json', mimeType: 'application/json', buffer: Buffer.from(await file(page)) });
  await other.waitForSelector('[data-fate="new"]');
});
