// What can befall the database from outside: held by an older tab, without a
// store, deleted, of a later version; and clocks that go back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  answersOf, contents, golden, letGo, listen, make, offered, opened, outside, quiet, remove, said,
  VERSION, watch,
} from './lib/database.mjs';
import {
  alive, answered, base, choose, count, finish, items, placeOf, saved, setUp, soon, useBrowser,
  visit, written,
} from './lib/site.mjs';

const browser = useBrowser({ whole: true });
const [old, today] = golden;
const all = ['assessments', 'replies', 'states'];

/** A page where the app will be, in a fresh profile, and one without the app. */
async function two() {
  const page = await browser.open(null);
  await listen(page);
  const other = await outside(page);
  // What is behind is drawn once a second only.
  await page.bringToFront();
  return [page, other];
}

async function answer(page, item, value) {
  await page.click(`[id="til-${item}"]`);
  await page.waitForSelector(`input[name="${item}"]`);
  await choose(page, item, value);
}
const shows = answered;
const warning = (page, words, timeout = 10000) => page.waitForSelector(`.notice[role="alert"] >> text=${words}`, { timeout });
const entered = (file) => Object.fromEntries(Object.entries(file.answers).map(([item, entry]) => [item, String(entry.answer)]));

test('an older tab holds the database: it is said that writing takes long, and all is written once that tab lets go', async (t) => {
  const [page, other] = await two();
  await make(other, 1, { names: ['assessments'], records: [old], hold: true });
  const [opening, start] = [await page.context().newPage(), await page.context().newPage()];
  await visit(opening, `vurdering/#${old.id}`);
  await visit(start, '');
  await page.bringToFront();
  await visit(page, 'vurdering/');
  await answer(page, 'political.goal', '4');
  await answer(page, 'political.coherence', 'dk');
  await warning(page, 'Lagringen tar lang tid');
  await answer(page, 'political.plan', '2');
  const expected = { 'political.goal': '4', 'political.coherence': 'dk', 'political.plan': '2' };
  assert.deepEqual(entered(await offered(page)), expected);
  assert.deepEqual(await said(page), ['untouched', 'saving']);
  await t.test('what cannot be opened or listed yet is said too', async () => {
    for (const one of [opening, start]) await warning(one, 'Lukk andre faner', 5000);
  });
  await letGo(other);
  await saved(page);
  await page.waitForSelector('.notice', { state: 'detached' });
  const { version, names, assessments } = await contents(other);
  assert.deepEqual({ version, names }, { version: 3, names: all });
  assert.deepEqual(assessments.find((record) => record.id === old.id), old);
  assert.deepEqual(answersOf(assessments.find((record) => record.id !== old.id)), expected);
  // What waited to be opened opens; the old record goes on in today's form, and is kept as it was.
  await opening.bringToFront();
  await shows(opening, 'political.goal', '3');
  await shows(opening, 'executive.plan', 'dk');
  await answer(opening, 'operational.goal', '5');
  await saved(opening);
  const now = await contents(other);
  assert.deepEqual(answersOf(now.assessments.find((record) => record.id === old.id)), { ...answersOf(old), 'operational.goal': '5' });
  assert.deepEqual(now.states.filter((state) => state.id === old.id).map(answersOf), [answersOf(old)]);
});

/** A machine so slow that the browser gets its turn between each drawing and what follows from it. */
function slowly() {
  const now = Date.now;
  let passed = 0;
  Date.now = () => now() + (passed += 20);
  // What the app waits for itself is a promise, whose function is the browser's
  // own; the others are the turns, and each comes a little late.
  const wait = window.setTimeout;
  window.setTimeout = (then, ms, ...values) => wait(then, ms || /native code/.test(then) ? ms : 10, ...values);
}

test('the browser gets its turn between drawing and what follows, on a slow machine: what is answered meanwhile is written', async () => {
  const page = await browser.open(null);
  await page.addInitScript(slowly);
  await visit(page, 'vurdering/nivaa/');
  await page.evaluate(async () => {
    for (const [index, input] of [...document.querySelectorAll('input[value="1"], input[value="2"]')].entries()) {
      input.click();
      await new Promise((resolve) => { setTimeout(resolve, 20 + (index % 4) * 10); });
    }
  });
  // Between two answers too it may say that it is saved.
  const other = await outside(page);
  await soon(async () => {
    const { assessments } = await contents(other);
    assert.deepEqual(assessments.map((one) => Object.values(answersOf(one))), [Array(6).fill('2')]);
  });
  await page.waitForSelector('[data-saved="saved"]');
});

test('another tab writes just when the list has been drawn, on a slow machine: the list is shown all the same', async () => {
  const page = await browser.open('vurdering/');
  await answer(page, 'political.goal', '3');
  await saved(page);
  const start = await page.context().newPage();
  await watch(start);
  await start.addInitScript(() => {
    // Each look at the clock takes so long that the browser gets its turn between
    // drawing and what follows from it.
    const now = Date.now;
    let passed = 0;
    Date.now = () => now() + (passed += 20);
    const channels = [];
    window.BroadcastChannel = class extends BroadcastChannel { constructor(name) { super(name); channels.push(this); } };
    new MutationObserver((_, observer) => {
      if (!document.querySelector('.kept-list li')) return;
      observer.disconnect();
      for (const channel of channels) channel.dispatchEvent(new MessageEvent('message', { data: 'aaaaaaaaaaaaaaaa' }));
      window.told = channels.length;
      window.before = window.openings.count;
    }).observe(document, { subtree: true, childList: true });
  });
  await visit(start, '');
  assert.ok(await (await start.waitForFunction(() => window.told)).jsonValue());
  // It reads the list again: what it showed before does not count.
  await start.waitForFunction(() => window.openings.count > window.before);
  await quiet(start);
  await count(start.locator('.kept-list li'), 1);
});

for (const [name, names, how] of [
  ['the store of earlier states', ['assessments', 'replies'], 'all is written when one tries again'],
  ['every store', [], 'all is written by itself'],
]) {
  test(`${name} is missing: nothing is called saved, the file is offered, and after the database is deleted ${how}`, async () => {
    const [page, other] = await two();
    await make(other, VERSION, { names });
    const button = how.includes('one');
    // What waits for a second or more is the next try: without it, only the button is left.
    if (button) await page.addInitScript(() => {
      const wait = window.setTimeout;
      window.setTimeout = (then, ms, ...values) => (ms >= 1000 ? 0 : wait(then, ms, ...values));
    });
    await visit(page, 'vurdering/');
    await answer(page, 'political.goal', '4');
    await warning(page, 'Lagringen mislyktes');
    await answer(page, 'political.coherence', '2');
    const expected = { 'political.goal': '4', 'political.coherence': '2' };
    await page.waitForSelector('[data-saved="failed"]');
    assert.deepEqual(entered(await offered(page)), expected);
    for (const [item, value] of Object.entries(expected)) await shows(page, item, value);
    const tries = await opened(page);
    if (button) await page.click('#igjen');
    await page.waitForFunction((tries) => window.opened > tries, tries);
    assert.ok(!(await said(page)).includes('saved'));
    await remove(other);
    if (button) await page.click('#igjen');
    await page.waitForSelector('[data-saved="saved"]', { timeout: 10000 });
    await page.reload();
    await alive(page);
    for (const [item, value] of Object.entries(expected)) await shows(page, item, value);
  });
}

test('the store of replies is missing: what is kept opens, and answers are kept', async () => {
  const [page, other] = await two();
  await make(other, VERSION, { names: ['assessments', 'states'], records: [today] });
  await visit(page, `vurdering/#${today.id}`);
  await shows(page, 'political.goal', '3');
  await answer(page, 'political.goal', '4');
  await saved(page);
  assert.equal(answersOf((await contents(other)).assessments[0])['political.goal'], '4');
});

test('the store of earlier states is missing: what is kept in the other opens all the same', async () => {
  const [page, other] = await two();
  await make(other, VERSION, { names: ['assessments'], records: [today] });
  await visit(page, `vurdering/#${today.id}`);
  await shows(page, 'political.goal', '3');
});

test('the database is deleted again and again under an open assessment: after the next answer all that is shown is kept', async () => {
  const [page, other] = await two();
  await visit(page, 'vurdering/');
  await answer(page, 'political.goal', '3');
  await saved(page);
  await setUp(page, { kind: 'county' }, { navn: 'Trøndelag «fylke»' });
  await page.locator('summary').last().click();
  const note = page.locator('textarea[id^="comment-"]');
  await written(page, () => note.fill('Sak 12/2026\nside 3'));
  const noted = await note.getAttribute('id');
  await remove(other);
  // Now while it is being written, now after.
  for (const [index, item] of items.slice(1, 7).entries()) {
    await answer(page, item, String(1 + (index % 5)));
    if (index % 2) await saved(page);
    await remove(other);
  }
  await answer(page, 'operational.cooperation', 'dk');
  await shows(page, 'operational.cooperation', 'dk');
  await saved(page);
  const look = () => page.evaluate(() => ({
    answers: [...document.querySelectorAll('[id^="til-"]')].map((item) => item.dataset.answer),
    about: document.querySelector('#endre').parentElement.innerText,
  }));
  const shown = await look();
  assert.equal(shown.answers.filter((one) => one !== 'none').length, 8);
  assert.match(shown.about, /Trøndelag «fylke»/);
  await page.reload();
  await alive(page);
  await page.waitForSelector('.step');
  await soon(async () => assert.deepEqual(await look(), shown));
  await page.click(`[id="til-${noted.replace('comment-', '')}"]`);
  await soon(async () => assert.equal(await page.inputValue(`textarea[id="${noted}"]`), 'Sak 12/2026\nside 3'));
});

test('the database is deleted under an open assessment: it is there on the next page without a further answer', async () => {
  const [page, other] = await two();
  await page.addInitScript(slowly);
  await visit(page, 'vurdering/');
  await answer(page, 'political.goal', '3');
  await saved(page);
  await page.click(`[id="til-${items.at(-1)}"]`);
  await remove(other);
  await page.click('#neste');
  await page.waitForURL('**/vurdering/oversikt/**');
  await alive(page);
  await saved(page);
  await page.click('.review #resultat');
  await page.waitForURL('**/resultat/**');
  await alive(page);
  await page.waitForSelector('article >> text=1 med trinn', { timeout: 5000 });
  await page.reload();
  await alive(page);
  await page.waitForSelector('article >> text=1 med trinn');
  await soon(async () => assert.deepEqual(await page.evaluate(() => ({ ...sessionStorage })), {}));
});

test('what is deleted for good in another tab does not come back with the next page', async () => {
  const [page] = await two();
  await visit(page, 'vurdering/');
  await answer(page, 'political.goal', '3');
  await saved(page);
  const address = `vurdering/${await placeOf(page)}`;
  const second = await page.context().newPage();
  await visit(second, 'personvern/');
  await second.click('#slett');
  await second.click('#slett-ja');
  await second.waitForSelector('#slett-ja', { state: 'detached' });
  await page.bringToFront();
  await page.click(`[id="til-${items.at(-1)}"]`);
  await page.click('#neste');
  await page.waitForURL('**/vurdering/oversikt/**');
  await alive(page);
  await page.waitForSelector('.unopened');
  await visit(page, address);
  await page.waitForSelector('.unopened');
});

test('the database is deleted under two tabs: what one writes then, the other shows', async () => {
  const [page, other] = await two();
  await visit(page, 'vurdering/');
  for (const value of ['1', '2', '3']) { await answer(page, 'political.goal', value); await saved(page); }
  const second = await page.context().newPage();
  await second.goto(`${base}vurdering/${await placeOf(page)}`);
  await shows(second, 'political.goal', '3');
  await page.bringToFront();
  await remove(other);
  await answer(page, 'political.plan', '5');
  await saved(page);
  await shows(second, 'political.plan', '5');
});

test('the app holds no database open: another page makes a later version of it without waiting', async () => {
  const [page, other] = await two();
  await watch(page);
  await visit(page, 'vurdering/');
  await answer(page, 'political.goal', '3');
  await saved(page);
  const all = [page];
  for (const [path, ready] of [['', '.kept-list li'], ['personvern/', '#slett'], [`historikk/${await placeOf(page)}`, 'p >> text=1 av 18 besvart']]) {
    const idle = await page.context().newPage();
    await watch(idle);
    await visit(idle, path);
    await idle.waitForSelector(ready);
    all.push(idle);
  }
  // What is cleared away at the start comes after the list.
  for (const one of all) await quiet(one);
  assert.equal(await make(other, 4), 0);
});

test('the database is of a later version: that is said, nothing in it is changed, the file is offered', async () => {
  const [page, other] = await two();
  await visit(page, 'vurdering/');
  await answer(page, 'political.goal', '3');
  await saved(page);
  await other.evaluate(() => new Promise((resolve) => {
    const request = indexedDB.open('forankring', 4);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('later', { keyPath: 'id' }).put({ id: 1, bytes: new Uint8Array([0, 127, 255]) });
      const store = request.transaction.objectStore('assessments');
      store.getAll().onsuccess = (event) => store.put({ ...event.target.result[0], schema: 4, further: { a: [1] } });
    };
    request.onsuccess = () => { request.result.close(); resolve(); };
  }));
  const before = await contents(other);
  assert.deepEqual([before.version, before.later, before.assessments[0].further], [4, [{ id: 1, bytes: [0, 127, 255] }], { a: [1] }]);
  const earlier = (await said(page)).length;
  await answer(page, 'political.coherence', '1');
  await warning(page, 'nyere utgave');
  assert.deepEqual(entered(await offered(page)), { 'political.goal': '3', 'political.coherence': '1' });
  const tries = await opened(page);
  await page.click('#igjen');
  await soon(async () => assert.ok(await opened(page) > tries, 'it was not tried again'));
  await warning(page, 'nyere utgave');
  await page.waitForSelector('[data-saved="failed"]');
  assert.ok(!(await said(page)).slice(earlier).includes('saved'));
  // Nor do the other screens, one of which clears away what is old.
  const id = await placeOf(page);
  const next = await page.context().newPage();
  for (const path of ['', 'personvern/', `historikk/${id}`, `resultat/${id}`, `vurdering/${id}`]) {
    await visit(next, path);
    await next.waitForSelector('.notice >> text=nyere utgave');
  }
  assert.deepEqual(await contents(other), before);
});

const oslo = { timezoneId: 'Europe/Oslo' };
const times = (page) => page.textContent('[data-saved="saved"]');

test('the clock is set back two hours between two answers: the later is kept, and the time is the one that the clock shows', async () => {
  const page = await browser.open(null, oslo);
  await page.clock.setFixedTime('2026-11-24T14:05:00+01:00');
  await visit(page, 'vurdering/');
  await answer(page, 'political.goal', '2');
  await saved(page);
  assert.equal(await times(page), 'Lagret 14.05');
  await page.clock.setFixedTime('2026-11-24T12:05:00+01:00');
  await answer(page, 'political.goal', '4');
  await page.waitForSelector('[data-saved="saved"] >> text=Lagret 12.05');
  // Another tab remembers nothing of the earlier time; it goes by what it saw.
  const second = await page.context().newPage();
  await second.clock.setFixedTime('2026-11-24T12:06:00+01:00');
  await second.goto(`${base}vurdering/${await placeOf(page)}`);
  await alive(second);
  await shows(second, 'political.goal', '4');
  await answer(second, 'political.goal', '5');
  await second.waitForSelector('[data-saved="saved"] >> text=Lagret 12.06');
  await shows(page, 'political.goal', '5');
  const { assessments, states } = await contents(await outside(page));
  assert.deepEqual(assessments.map(answersOf), [{ 'political.goal': '5' }]);
  assert.deepEqual(states.map((state) => answersOf(state)['political.goal']), ['2', '4']);
});

test('the hour that comes twice in October: both answers of half past two are kept, in their order', async () => {
  const page = await browser.open(null, oslo);
  await page.clock.setFixedTime('2026-10-25T02:30:00+02:00');
  await visit(page, 'vurdering/');
  await answer(page, 'political.goal', '2');
  await saved(page);
  assert.equal(await times(page), 'Lagret 02.30');
  await page.clock.setFixedTime('2026-10-25T02:30:00+01:00');
  await answer(page, 'political.goal', '4');
  await saved(page);
  assert.equal(await times(page), 'Lagret 02.30');
  const { assessments: [record], states: [state] } = await contents(await outside(page));
  assert.deepEqual([answersOf(state), answersOf(record)], [{ 'political.goal': '2' }, { 'political.goal': '4' }]);
  assert.equal(record.saved - state.saved, 3_600_000);
  assert.equal(JSON.parse(record.document).date, '2026-10-25');
  await visit(page, '');
  await page.waitForSelector('.kept-list li >> text=25.10.2026 kl. 02.30');
});
