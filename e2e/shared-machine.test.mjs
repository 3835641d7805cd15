// A machine that several people use: what is kept in the tab only leaves nothing
// behind. And a record of a newer version: looked at, never changed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keeping } from './lib/database.mjs';
import {
  alive, base, choose, count, figures, finish, items, saved, shown, soon, stored, tamper, text,
  useBrowser, visit,
} from './lib/site.mjs';

const browser = useBrowser({ whole: true });
const nothing = async (page) => {
  const [records, local] = JSON.parse(await stored(page)).concat([[], {}]);
  assert.deepEqual(records ?? [], []);
  assert.deepEqual(local ?? {}, {});
  assert.deepEqual(await page.evaluate(() => ({ ...sessionStorage })), {});
  assert.deepEqual(await page.evaluate(async () => (await indexedDB.databases())
    .map((one) => one.name).filter((name) => name !== 'forankring')), []);
};

async function inTab(page) {
  await page.check('input[name="keeping"][value="tab"]');
}

test('in the tab only: answered, read, passed on and forgotten, and nothing was ever stored', async () => {
  const page = await browser.open('oppsett/');
  await inTab(page);
  await page.fill('#navn', 'Fosen kommune');
  await page.click('#svar');
  for (const item of items) {
    await page.waitForSelector(`input[name="${item}"]`);
    await choose(page, item, '4');
    await page.waitForSelector('.saved[data-saved="tab"]');
    if (item !== items.at(-1)) await page.click('#neste');
  }
  await finish(page);
  assert.equal((await figures(page)).headline, '4');
  await page.waitForSelector('#glem-fanen');
  await nothing(page);
  await page.click('#del');
  const link = await page.inputValue('#lenke');
  await page.click('.brand');
  await page.click('#fortsett-fanen');
  // All of it is there. Which item one was at is noted nowhere, and does not come along.
  await page.waitForSelector('.answer .step input:checked');
  await page.click('.brand');
  await page.click('#glem-fanen');
  await page.click('#glem-fanen-ja');
  await page.waitForSelector('#glem-fanen-ja', { state: 'detached' });
  await nothing(page);
  // Going back finds nothing of it.
  await page.evaluate(() => history.go(-2));
  await soon(() => assert.match(page.url(), /vurdering\//));
  await page.waitForSelector('.answer .step');
  await shown(page);
  assert.equal(await page.locator('.step input:checked').count(), 0);
  assert.ok(!(await page.textContent('body')).includes('Fosen'));
  await visit(page, new URL(link).pathname.replace(new URL(base).pathname, '') + new URL(link).hash);
  assert.equal((await figures(page)).headline, '4');
  assert.deepEqual(page.problems, []);
});

test('in the tab only: leaving asks first, loading it anew keeps it; once it is forgotten, no more', async () => {
  const page = await browser.open('oppsett/');
  const asked = [];
  page.on('dialog', (dialog) => { asked.push(dialog.type()); dialog.accept(); });
  await inTab(page);
  await page.check('input[name="kind"][value="county"]');
  await page.reload();
  assert.deepEqual(asked, ['beforeunload']);
  await alive(page);
  await page.waitForSelector('input[name="kind"][value="county"]:checked');
  await nothing(page);
  await page.waitForSelector('#glem-fanen');
  await page.click('#glem-fanen');
  await page.click('#glem-fanen-ja');
  await page.waitForSelector('.hero');
  await page.reload();
  assert.deepEqual(asked, ['beforeunload']);
});

test('one can change one’s mind while nothing is kept: then all of it is kept', async () => {
  const page = await browser.open('oppsett/');
  await inTab(page);
  await page.check('input[name="kind"][value="state"]');
  await page.waitForSelector('#glem-fanen');
  // That nothing is written has no sign: it gets its time.
  await page.waitForTimeout(200);
  await nothing(page);
  // Not `check`: with the choice taken there is nothing left to be checked.
  await page.click('input[name="keeping"][value="browser"]');
  await saved(page);
  const [[record]] = JSON.parse(await stored(page));
  assert.equal(JSON.parse(record.document).kind, 'state');
  // What is kept cannot be unkept by a choice: it is deleted.
  await count(page.locator('input[name="keeping"]'), 0);
});

test('a record of a newer version is shown as far as it is understood, and not touched', async () => {
  const page = await keeping(browser, Array(18).fill('3').join(','), { path: 'vurdering/' });
  // Written once by this version, so that all of its fields stand there.
  await choose(page, items[0], '2');
  await choose(page, items[0], '3');
  await page.waitForFunction(() => document.querySelector('[data-saved="saved"]'));
  await tamper(page, {
    set: { schema: 99, colour: 'blue' },
    replace: [['"version": 1', '"version": 7,\n  "mood": "fine"']],
  });
  const before = await stored(page);
  await visit(page, '');
  await page.click('.unreadable a');
  assert.equal((await figures(page)).headline, '3');
  await text(page.locator('.result .notice'), /nyere utgave/);
  assert.equal(await page.locator('#del, .targets input, .targets select').count(), 0);
  await page.reload();
  await alive(page);
  assert.equal((await figures(page)).headline, '3');
  // Answering it is refused with a word, and nothing is written.
  const hash = new URL(page.url()).hash;
  await visit(page, `vurdering/${hash}`);
  await page.waitForSelector('main .notice >> text=/nyere utgave/');
  assert.equal((await stored(page)).split('"forankring.current"')[0], before.split('"forankring.current"')[0]);
  // A newer instrument means something else by its answers: that is not shown.
  await tamper(page, { replace: [['"instrument": 1', '"instrument": 2']] });
  await visit(page, `resultat/${hash}`);
  await page.waitForSelector('.unopened .notice');
});
