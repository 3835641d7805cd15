// The ways to answer: the set-up, a level on a page, the meeting; where one left
// off; what is said of saving.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keeping } from './lib/database.mjs';
import {
  alive, answered, base, calm, choose, count, focused, items, placeOf, saved, setUp, shown, soon, stored, tamper, text,
  unfold, useBrowser, visit, written,
} from './lib/site.mjs';

const browser = useBrowser();
const document = async (page) => JSON.parse(JSON.parse(await stored(page))[0][0].document);
const path = (page) => new URL(page.url()).pathname;

test('the set-up asks little, and changing any of it later keeps every answer', async () => {
  const page = await browser.open();
  await page.click('#start');
  await page.waitForSelector('.setup-form');
  await count(page.locator('.setup-form > fieldset'), 5);
  await count(page.locator('.setup-form input[type=text]'), 1);
  // Nothing is kept of a set-up that nobody has touched; the start page made the database.
  await soon(async () => assert.equal(await stored(page), '[[],{}]'));
  await page.check('input[name="kind"][value="state"]');
  await page.fill('#navn', 'Etaten');
  await page.click('#svar');
  await choose(page, 'political.goal', '4');
  await page.click('#neste');
  await choose(page, 'political.coherence', 'na');
  await written(page, () => page.fill('textarea[id="reason-political.coherence"]', 'Fordi'));
  const before = (await document(page)).answers;
  for (const choices of [{ kind: 'joint' }, { scope: 'procurement' }, { variant: 'quick' }, { variant: 'full', scope: 'organisation', kind: 'county' }]) {
    await setUp(page, choices);
    assert.deepEqual((await document(page)).answers, before, JSON.stringify(choices));
  }
  await page.click('#endre');
  await page.click('.languages a[lang="nn"]');
  await page.waitForSelector('html[lang="nn"] .setup-form');
  await alive(page);
  await soon(async () => assert.equal(await page.inputValue('#navn'), 'Etaten'));
  await page.waitForSelector('input[name="kind"][value="county"]:checked');
  await page.click('#svar');
  await page.waitForSelector('input[name="political.coherence"]');
  assert.ok(path(page).includes('/nn/'));
  assert.deepEqual((await document(page)).answers, before);
});

test('the way to a new one does not lead to the one that is kept', async () => {
  const page = await browser.open('vurdering/');
  await choose(page, 'political.goal', '2');
  await saved(page);
  await visit(page, '');
  await page.click('#start');
  await page.waitForSelector('.setup-form');
  await page.check('input[name="kind"][value="county"]');
  await page.click('#svar');
  await choose(page, 'political.goal', '5');
  await saved(page);
  const [records] = JSON.parse(await stored(page));
  const found = records.map((record) => JSON.parse(record.document)).map((one) => [one.kind, one.answers['political.goal'].answer]);
  assert.deepEqual(found.sort(), [['county', 5], ['municipality', 2]]);
});

test('a level on a page: answered from top to bottom, the address follows, the choice is remembered', async () => {
  const page = await browser.open('vurdering/');
  await page.click('#vis-level');
  await page.waitForSelector('.by-level');
  await alive(page);
  await count(page.locator('.one-of-level'), 6);
  for (const item of items.slice(0, 6)) await choose(page, item, '3');
  await saved(page);
  await soon(() => assert.match(page.url(), /\/political\.cooperation$/));
  await page.click('#neste');
  await page.waitForSelector('input[name="executive.goal"]');
  await focused(page, 'sporsmal');
  await soon(() => assert.match(page.url(), /\/executive\.goal$/));
  await page.keyboard.press('Tab');
  await page.keyboard.press('4');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => globalThis.document.activeElement.closest('.item')?.querySelector('[name="executive.coherence"]'));
  await answered(page, 'executive.goal', '4');
  await saved(page);
  await page.reload();
  await alive(page);
  await page.waitForSelector('input[name="executive.goal"][value="4"]:checked');
  await page.goBack();
  await page.waitForSelector('input[name="executive.goal"]');
  // From anywhere the way on leads here, also from the bare address …
  for (const address of ['', 'vurdering/']) {
    await visit(page, address);
    if (address === '') await page.click('.kept-list a');
    await page.waitForSelector('.by-level input[name="executive.goal"]');
    assert.match(path(page), /vurdering\/nivaa\/$/);
  }
  // … until the other view is chosen.
  await page.click('#vis-answer');
  await page.waitForSelector('.answer:not(.by-level) #sporsmal');
  await visit(page, 'vurdering/');
  await page.waitForSelector('.answer:not(.by-level) #sporsmal');
  assert.deepEqual(page.problems, []);
});

test('a meeting: large type, steps side by side, no names, a note of what the group said', async () => {
  const page = await browser.open('oppsett/', { viewport: { width: 1920, height: 1080 } });
  await page.fill('#navn', 'Hemmelig kommune');
  await page.check('input[name="by"][value="group"]');
  await page.click('#svar');
  await page.waitForSelector('.meeting');
  assert.match(path(page), /vurdering\/mote\/$/);
  await alive(page);
  await shown(page);
  await calm(page);
  const boxes = await page.locator('.step').evaluateAll((steps) => steps.map((step) => [step.getBoundingClientRect().top, step.getBoundingClientRect().left, parseFloat(getComputedStyle(step.querySelector('.step-text')).fontSize)]));
  assert.equal(new Set(boxes.slice(0, 5).map(([top]) => Math.round(top))).size, 1, 'the five steps are not side by side');
  assert.ok(boxes.slice(1, 5).every(([, left], index) => left > boxes[index][1]));
  assert.ok(boxes[0][2] >= 24, `${boxes[0][2]} px is not large`);
  assert.ok(!(await page.textContent('body')).includes('Hemmelig'));
  await choose(page, 'political.goal', '2');
  await written(page, () => page.fill('textarea[id="comment-political.goal"]', 'Delte meninger om vedtaket'));
  await page.click('#neste');
  await page.waitForSelector('input[name="political.coherence"]');
  assert.equal((await document(page)).answers['political.goal'].comment, 'Delte meninger om vedtaket');
  assert.equal((await document(page)).answeredBy, 'group');
  // It is where the group goes on, and the result says who answered.
  await visit(page, `resultat/${await placeOf(page)}`);
  await page.waitForSelector('.result .eyebrow >> text=en gruppe i et møte');
  await page.click('.parts >> text=Svar');
  await page.waitForSelector('.meeting input[name="political.coherence"]');
  await page.setViewportSize({ width: 390, height: 844 });
  await soon(async () => {
    const [wide, room] = await page.evaluate(() => [globalThis.document.documentElement.scrollWidth, innerWidth]);
    assert.equal(room, 390);
    assert.ok(wide <= room, `${wide} pixels wide`);
  });
});

test('who leaves at item 7 comes back to item 7, and sees when it was saved', async () => {
  const page = await browser.open('vurdering/');
  for (const item of items.slice(0, 7)) {
    await page.waitForSelector(`input[name="${item}"]`);
    // One is skipped on the way: the place where one left counts.
    if (item !== 'political.plan') await choose(page, item, '3');
    if (item !== 'executive.goal') await page.click('#neste');
  }
  await saved(page);
  // As the first version wrote it: without a form, a checksum and revisions.
  const [record] = JSON.parse(await stored(page))[0];
  await tamper(page, { drop: ['schema', 'sum', 'revision', 'slots'], replace: [[record.document.match(/"saved": "[^"]*"/)[0], '"saved": "2026-11-03T11:03:00.000Z"']] });
  for (const address of ['vurdering/', '']) {
    await visit(page, address);
    if (address === '') await page.click('.kept-list a');
    await page.waitForSelector('input[name="executive.goal"]:checked');
    await text(page.locator('.saved'), /^Sist lagret 3\.11\.2026 kl\. \d\d\.03$/);
  }
});

test('what is written is kept at the latest 300 ms after the last key, up to 2,000 characters', async () => {
  const page = await browser.open('vurdering/');
  await page.locator('summary').last().click();
  const words = 'æøå <b>"\n'.repeat(222) + 'x';
  await page.fill('textarea[id="evidence-political.goal"]', words);
  await page.locator('textarea[id="evidence-political.goal"]').press('End');
  await page.keyboard.type('yz');
  await soon(async () => {
    const { evidence } = (await document(page)).answers['political.goal'];
    assert.equal(evidence.length, 2000);
    assert.equal(evidence.replace(/[yz]/g, ''), words);
  }, 300);
});

test('that it is saved is said once, not each time; a failure is said when it comes', async () => {
  const page = await browser.open('vurdering/');
  await page.waitForSelector('[data-saved="untouched"]');
  await page.evaluate(() => {
    const region = globalThis.document.querySelector('.saving [role="status"]');
    window.told = [];
    new MutationObserver(() => window.told.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true });
  });
  for (const item of items.slice(0, 4)) {
    await choose(page, item, '3');
    await saved(page);
    await page.click('#neste');
  }
  const told = await page.evaluate(() => window.told);
  assert.equal(told.length, 1, told.join());
  assert.match(told[0], /lagret/);
});

test('what is undocumented, not known or unanswered is seen on the way', async () => {
  const page = await browser.open('vurdering/');
  await choose(page, 'political.goal', '4');
  await page.waitForSelector('[id="til-political.goal"] >> text=uten dokumentasjon');
  await page.locator('summary').last().click();
  await page.fill('textarea[id="evidence-political.goal"]', 'Sak 3/26');
  await page.waitForFunction(() => !globalThis.document.querySelector('[id="til-political.goal"] .lacks'));
  await page.click('#neste');
  await choose(page, 'political.coherence', 'dk');
  const dots = await page.locator('.jump').evaluateAll((jumps) => jumps.slice(0, 3).map((jump) => jump.innerText.replace(/\s+/g, ' ')));
  assert.match(dots[0], /^4 Mål/);
  assert.match(dots[1], /^\? Sammenheng.*Vet ikke/);
  assert.match(dots[2], /^Handlingsplan.*Ikke besvart/);
});

test('every figure of the result can be opened to its answers and its rule', async () => {
  const page = await keeping(browser, '3,3,3,dk,3,2/4,5,4,na,4,4/1,2,3,3,3,3');
  await page.waitForSelector('#trinn');
  // Nothing of it stands there before it is asked for; the list of the parts opens it.
  const part = page.locator('details.part', { has: page.locator('#utregning') });
  assert.equal(await part.getAttribute('open'), null);
  await page.click('.contents button >> text=Slik er det regnet ut');
  await focused(page, 'utregning');
  await shown(page);
  const workings = await part.textContent();
  // Each figure of the two tables stands with the sum that made it.
  for (const table of ['.level-means', '.themes table']) {
    const means = await page.locator(`${table} data`).evaluateAll(
      (all) => all.map((one) => one.textContent).filter((one) => one.includes(',')),
    );
    assert.ok(means.length >= 3, `${table}: ${means}`);
    for (const mean of means) assert.ok(workings.includes(`= ${mean}`), `${mean} is not worked out`);
  }
  assert.match(workings, /\(3 \+ 3 \+ 3 \+ 3 \+ 2\) \/ 5 = 2,8/);
  assert.equal(await part.locator('.to-answer').count(), 36);
  await part.locator('.to-answer').nth(3).click();
  await focused(page, 'svar-political.measurement');
  // The range of a level stands on the drawing and in words.
  assert.match(await page.textContent('#nivaa-political'), /mellom 2 og 3/);
  assert.equal(await page.locator('#nivaa-executive .level-range').count(), 0);
  assert.equal(await page.locator('.ruler [data-ink="band"]').count(), 1);
});

test('an unfinished result says what it lacks and leads on', async () => {
  const page = await keeping(browser, '3,3,3,3,3,3/4,4,4,4,4,4/4,4,4,4,4,-');
  await page.waitForSelector('.provisional');
  await page.click('#resten');
  await page.waitForSelector('input[name="operational.cooperation"]');
  await visit(page, `${base}vurdering/#ny`);
  await choose(page, 'political.goal', '3');
  await saved(page);
  await visit(page, `resultat/${await placeOf(page)}`);
  await page.waitForSelector('[data-missing="political"]');
  assert.equal(await page.locator('#trinn').count(), 0);
  await page.click('#resten');
  await page.waitForSelector('input[name="political.coherence"]');
});
