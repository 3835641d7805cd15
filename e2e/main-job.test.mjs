// The main job from end to end, as a person does it.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  alive, answerAll, answered, base, choose, figures, finish, items, placeOf, saved, setUp, soon,
  stored, subBase, text, useBrowser, visit, withProfile, written,
} from './lib/site.mjs';

const browser = useBrowser();

// Every example of the specification: answers, means and stages by level, headline, binding levels.
const examples = [
  ['3,3,3,3,3,3/3,3,3,3,3,3/3,3,3,3,3,3', [['3', '3.0'], ['3', '3.0'], ['3', '3.0']], '3', ['political', 'executive', 'operational']],
  ['5,5,5,5,5,1/4,4,4,4,4,4/4,4,4,4,4,4', [['2', '4.3'], ['4', '4.0'], ['4', '4.0']], '2', ['political']],
  ['4,4,4,3,4,4/4,4,3,4,4,4/2,1,2,2,1,2', [['3', '3.8'], ['3', '3.8'], ['1', '1.7']], '1', ['operational']],
  ['1,1,1,1,1,1/2,2,2,2,1,2/4,3,4,3,4,3', [['1', '1.0'], ['1', '1.8'], ['3', '3.5']], '1', ['political', 'executive']],
  ['3,3,3,dk,3,3/4,4,4,4,4,4/3,3,3,3,3,3', [['3', '3.0'], ['4', '4.0'], ['3', '3.0']], '3', ['political', 'operational']],
  ['3,3,3,na,na,na/4,4,4,4,4,4/4,4,4,4,4,4', [[], ['4', '4.0'], ['4', '4.0']], null, []],
  ['2,3,3,3,3,3/4,5,5,5,5,5/3,4,5,4,5,4', [['2', '2.8'], ['4', '4.8'], ['4', '4.2']], '2', ['political']],
];

for (const [index, [answers, levels, headline, weakest]] of examples.entries()) {
  // Three by hand, the others from a file: a minute less for every run.
  const byHand = [0, 1, 5].includes(index);
  test(`worked example ${index + 1}: ${byHand ? 'answered by hand' : 'opened from a file'}, shown as specified, sent as a link`, async () => {
    const page = await browser.open();
    if (byHand) {
      await page.click('#start');
      await page.click('#svar');
      await answerAll(page, answers);
      await finish(page);
    } else {
      const entries = answers.split(/[,/]/).map((code, at) => [items[at], { answer: /\d/.test(code) ? Number(code) : code }]);
      const file = { format: 'forankring', version: 1, instrument: 1, kind: 'municipality', scope: 'organisation', name: '', date: '2026-11-25', answers: Object.fromEntries(entries) };
      await page.setInputFiles('#fil', { name: 'fil.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
      await page.waitForURL('**/resultat/**');
    }
    const shown = await figures(page);
    assert.equal(shown.headline, headline);
    assert.deepEqual(shown.levels, levels);
    // Where all three hold alike, no one is called the weakest.
    assert.deepEqual(shown.weakest, weakest.length === 3 ? [] : weakest);
    assert.deepEqual(shown.map, answers.split(/[,/]/));

    await page.click('#del');
    const link = await page.inputValue('#lenke');
    const fragment = new URL(link).hash.slice(1);
    assert.match(fragment, /^r1\.[\w-]+$/);
    assert.ok(fragment.length < 100, `${fragment.length} characters`);
    const reader = await browser.open(link);
    assert.deepEqual(await figures(reader), shown);
    assert.equal(await stored(reader), '[]');
    assert.deepEqual([...page.problems, ...reader.problems], []);
  });
}

test('what is answered is found again after a restart of the browser', async () => {
  await withProfile(async (start) => {
    let context = await start();
    let page = await context.newPage();
    await visit(page, 'vurdering/');
    for (const item of items.slice(0, 6)) {
      await choose(page, item, '4');
      await page.click('#neste');
    }
    await saved(page);
    await context.close();

    context = await start();
    page = await context.newPage();
    await visit(page, '');
    await page.waitForSelector('.kept-list li');
    await text(page.locator('.kept-list li'), /6 av 18 besvart/);
    await page.click('.kept-list a');
    await page.waitForSelector('input[name="executive.goal"]');
    // The same at the bare address: one goes on where one was.
    await visit(page, 'vurdering/');
    await page.waitForSelector('input[name="executive.goal"]');
    await page.click('[id="til-political.goal"]');
    await page.waitForSelector('input[name="political.goal"][value="4"]:checked');
    await context.close();
  });
});

test('a choice made before the app is alive is taken over and saved', async () => {
  const page = await browser.open(null);
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route(/\.wasm$/, async (route) => { await held; await route.continue(); });
  await page.goto(`${base}vurdering/`, { waitUntil: 'commit' });
  await page.check('input[name="political.goal"][value="2"]');
  await page.click('#neste');
  assert.equal(await page.getAttribute('html', 'data-alive'), null);
  release();
  await alive(page);
  await page.waitForSelector('input[name="political.coherence"]');
  await saved(page);
  await placeOf(page);
  await page.reload();
  await alive(page);
  await page.click('[id="til-political.goal"]');
  await page.waitForSelector('input[name="political.goal"][value="2"]:checked');
});

test('before the app is alive, an assessment that is kept is never shown as a new one', async () => {
  const page = await browser.open('vurdering/');
  await choose(page, 'political.goal', '5');
  await page.click('#neste');
  await saved(page);
  await soon(() => assert.match(page.url(), /#[a-z0-9]{16}\/political\.coherence$/));
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route(/\.wasm$/, async (route) => { await held; await route.continue(); });
  for (const address of [page.url(), `${base}vurdering/`]) {
    await page.goto('about:blank');
    await page.goto(address, { waitUntil: 'commit' });
    await page.waitForSelector('.opening', { state: 'visible' });
    assert.ok(await page.isHidden('input[name="political.goal"]'));
  }
  release();
  await page.waitForSelector('input[name="political.coherence"]');
});

test('the address says the item: back, forward and reload go there', async () => {
  const page = await browser.open('vurdering/');
  await choose(page, 'political.goal', '3');
  await saved(page);
  await page.click('#neste');
  await page.waitForSelector('input[name="political.coherence"]');
  await page.click('#neste');
  await page.waitForSelector('input[name="political.plan"]');
  await page.goBack();
  await page.waitForSelector('input[name="political.coherence"]');
  await page.reload();
  await alive(page);
  await page.waitForSelector('input[name="political.coherence"]');
  await page.goForward();
  await page.waitForSelector('input[name="political.plan"]');
});

test('two tabs on one assessment keep each other\'s answers', async () => {
  const first = await browser.open('vurdering/');
  await choose(first, 'political.goal', '1');
  await saved(first);
  const second = await first.context().newPage();
  await second.goto(`${base}vurdering/${await placeOf(first)}`);
  await alive(second);
  await second.click('[id="til-executive.goal"]');
  await choose(second, 'executive.goal', '5');
  await saved(second);
  await first.click('[id="til-operational.goal"]');
  await choose(first, 'operational.goal', '2');
  await saved(first);
  await first.reload();
  await alive(first);
  for (const [item, answer] of [['political.goal', '1'], ['executive.goal', '5'], ['operational.goal', '2']]) {
    await answered(first, item, answer);
  }
});

test('a file is saved, and opens in another browser with everything in it', async () => {
  const page = await browser.open('vurdering/');
  await setUp(page, { kind: 'county' }, { navn: 'Trøndelag «fylke» <script>' });
  await choose(page, 'political.goal', 'na');
  await written(page, () => page.fill('textarea[id="reason-political.goal"]', 'Fordi "det" & det 😀'));
  await page.goto(`${base}del/${await placeOf(page)}`);
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#last-ned')]);
  const path = await download.path();
  const file = JSON.parse(readFileSync(path, 'utf8'));
  assert.equal(file.format, 'forankring');
  assert.equal(file.kind, 'county');
  assert.deepEqual(file.answers, { 'political.goal': { answer: 'na', reason: 'Fordi "det" & det 😀' } });
  assert.equal(file.result.headline, null);

  const other = await browser.open();
  await other.setInputFiles('#fil', path);
  await other.waitForURL('**/resultat/**');
  await other.waitForSelector('.result');
  await text(other.locator('.result h1'), /Trøndelag «fylke» <script>/);
  // Once more: it is the very same, and opened as it is kept.
  const before = await stored(other);
  await visit(other, '');
  await other.setInputFiles('#fil', path);
  await other.waitForURL('**/resultat/**');
  await other.waitForSelector('.result');
  assert.deepEqual(JSON.parse(await stored(other))[0], JSON.parse(before)[0]);
  // Where it was changed meanwhile, the file is kept beside it.
  await other.goto(`${base}vurdering/${await placeOf(other)}/political.goal`);
  await choose(other, 'political.goal', '2');
  await saved(other);
  const changed = await stored(other);
  await visit(other, '');
  await other.setInputFiles('#fil', path);
  await other.waitForURL('**/resultat/**');
  await other.waitForSelector('.result');
  const [records] = JSON.parse(await stored(other));
  assert.equal(records.length, 2);
  assert.deepEqual(records.filter((record) => changed.includes(record.id)), JSON.parse(changed)[0]);
});

test('the site works below a path, and stays there', async () => {
  const page = await browser.open(new URL('vurdering/', subBase).href);
  await choose(page, 'political.goal', '3');
  await saved(page);
  await page.click('.brand');
  await page.waitForSelector('.kept-list li');
  assert.ok(page.url().startsWith(subBase), page.url());
  assert.deepEqual(page.problems, []);
});

test('everything that was kept is deleted when one says so twice', async () => {
  const page = await browser.open('vurdering/');
  await choose(page, 'political.goal', '3');
  await saved(page);
  await visit(page, 'personvern/');
  await page.click('#slett');
  await page.click('#slett-nei');
  await page.click('#slett');
  await page.click('#slett-ja');
  await page.waitForSelector('[role="status"] >> text=Alt er slettet');
  const [records, pointers] = JSON.parse(await stored(page));
  assert.deepEqual([records, pointers], [[], {}]);
});

test('going to another assessment at once loses nothing of the one that is left', async () => {
  const page = await browser.open('vurdering/');
  await choose(page, 'political.goal', '1');
  await saved(page);
  const first = (await placeOf(page)).slice(1);
  await visit(page, 'vurdering/#ny');
  await answered(page, 'political.goal', 'none');
  await page.evaluate((other) => {
    for (const value of ['2', '4']) document.querySelector(`input[name="political.goal"][value="${value}"]`).click();
    location.hash = other;
  }, first);
  await page.waitForSelector('input[name="political.goal"][value="1"]:checked');
  // What was left is written after what is opened now was read.
  await soon(async () => {
    const [records] = JSON.parse(await stored(page));
    const answers = records.map(({ document }) => JSON.parse(document).answers['political.goal'].answer);
    assert.deepEqual(answers.sort(), [1, 4]);
  });
});
