// The running back-up: a file that the user chose is written after each change.
// The browser's dialog can not be driven: a file of the browser's own file system
// stands for the one on the disk; all else is real.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choose, saved, useBrowser, visit } from './lib/site.mjs';

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
  let text = '';
  for (let tries = 0; tries < 60 && !text.includes('coherence'); tries += 1) {
    await page.waitForTimeout(200);
    text = await file(page);
  }
  assert.deepEqual(answersIn(text), [{ 'political.goal': 4, 'political.coherence': 'dk' }]);
  await visit(page, 'personvern/');
  assert.match(await page.textContent('.running'), /kopi\.json.*oppdatert/);
  // It is a back-up like any other: another browser takes it in.
  const other = await browser.open('personvern/');
  await other.setInputFiles('#kopifil', { name: 'kopi.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  assert.equal(await other.getAttribute('[data-fate]', 'data-fate'), 'new');
  // Deleting everything here ends it; the file is the user's, and stays as it is.
  await page.click('#slett');
  await page.click('#slett-ja');
  await page.waitForSelector('#kopi-velg');
  await page.waitForTimeout(500);
  assert.equal(await file(page), text);
  assert.deepEqual(page.problems, []);
});

test('where the browser wants leave again, or the file can not be written, it is said and can be tried again', async () => {
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
    await page.waitForFunction((state) => JSON.parse(localStorage.getItem('forankring.file')).state === state, trouble === 'fails' ? 'failed' : 'asks', { timeout: 15000 });
    await visit(page, '');
    await page.waitForSelector('.reminder');
    assert.match(await page.textContent('.reminder'), words);
    await page.evaluate(() => localStorage.removeItem('test.trouble'));
    await page.click('#kopi-skriv');
    await page.waitForSelector('.reminder', { state: 'detached' });
    assert.deepEqual(answersIn(await file(page)), [{ 'political.goal': Number(step) }]);
  }
});
