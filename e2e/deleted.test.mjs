// Nothing comes twice, and nothing comes back: what was deleted under an open tab, files
// taken in with a double click, keys that are held, entries of the history that began
// something, and the way back to what is unfinished.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  answersOf, contents, keeping, make, outside, quiet, stores, VERSION, watch,
} from './lib/database.mjs';
import {
  aim, alive, answered, base, choose, count, finish, items, killAll, placeOf, saved, show, shown,
  soon, text, useBrowser, visit, withProfile, written,
} from './lib/site.mjs';

const browser = useBrowser({ whole: true });
const [first, second] = items;
const KEY = 'forankring.current';

const document = (change = {}) => ({
  format: 'forankring', version: 1, instrument: 1, kind: 'municipality', scope: 'organisation',
  name: '', date: '2026-11-25', ...change,
  answers: Object.fromEntries(items.map((item) => [item, { answer: 3 }])),
});
const kept = async (page) => {
  const other = await outside(page);
  const { assessments } = await contents(other);
  await other.close();
  return assessments;
};
/** What is entered in each of what is kept. */
const answers = async (page) => (await kept(page)).map(answersOf);
/** Waits until the stage to aim at is kept. */
const aimed = (page) => soon(async () => {
  assert.equal(JSON.parse((await kept(page))[0].document).targets?.political, 4);
});
const states = async (page) => {
  const other = await outside(page);
  const { states } = await contents(other);
  await other.close();
  return states.filter((state) => state.document);
};

/** The page is put behind others, or in front again. */
const turn = (page, state) => page.evaluate((state) => {
  const { document } = globalThis;
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => state === 'hidden' });
  document.dispatchEvent(new Event('visibilitychange'));
}, state);

/** Ways to delete for good what is kept under an id. */
const deleting = {
  async 'all is deleted'(page) {
    await visit(page, 'personvern/');
    await page.click('#slett');
    await page.click('#slett-ja');
    await page.waitForSelector('[role="status"] >> text=Alt er slettet');
  },
  async 'it is deleted for good'(page, id) {
    await visit(page, '');
    const entry = page.locator(`[data-key="${id}"]`);
    await entry.locator('summary').click();
    await entry.locator('[data-does="kast"]').click();
    await page.click(`.bin [data-key="${id}"] [data-does="glem"]`);
    await page.click(`.bin [data-key="${id}"] [data-does="glem-ja"]`);
    await page.waitForSelector('.bin', { state: 'detached' });
  },
};
/** How a tab stands while that happens. */
const tabs = {
  'an open tab': async () => {},
  'a hidden tab': (page) => turn(page, 'hidden'),
  // As one that was asleep: what the others told has not reached it.
  'a hidden tab that heard nothing': async (page) => {
    await page.evaluate(() => { window.deaf = true; });
    await turn(page, 'hidden');
  },
};
const gone = /slettet for godt/;

/** What is done in the tab then. */
const next = {
  async 'loading it anew'(page) {
    await page.reload();
    await alive(page);
    await text(page.locator('.unopened'), gone);
  },
  async 'the next page'(page) {
    await page.click(`[id="til-${items.at(-1)}"]`);
    await page.click('#neste');
    await page.waitForURL('**/vurdering/oversikt/**');
    await alive(page);
    await text(page.locator('.unopened'), gone);
  },
  async 'a further answer'(page, none, id) {
    await choose(page, first, '2');
    await page.waitForSelector('#behold');
    await text(page.locator('.notice[role="alert"]'), gone);
    // The next one is not written either, nor when the page is hidden and shown again.
    await page.click('#neste');
    await choose(page, second, '5');
    await turn(page, 'hidden');
    await turn(page, 'visible');
    await page.waitForSelector('[data-saved="failed"]');
    await quiet(page);
    assert.deepEqual(await kept(page), none);
    // Unless one wants it all the same.
    await page.click('#behold');
    await saved(page);
    await page.waitForSelector('#behold', { state: 'detached' });
    const back = (await kept(page)).find((record) => record.id === id);
    assert.deepEqual(answersOf(back), { [first]: '2', [second]: '5' });
    await choose(page, second, '1');
    await saved(page);
    await page.reload();
    await alive(page);
    await answered(page, first, '2');
    await answered(page, second, '1');
  },
};

// D1
for (const [how, remove] of Object.entries(deleting)) {
  for (const [which, put] of Object.entries(tabs)) {
    for (const [what, act] of Object.entries(next)) {
      test(`${how}: ${which} does not write it again with ${what}`, async () => {
        const page = await browser.open(null);
        await watch(page);
        await page.addInitScript(() => {
          // Before the app's own listener, which stands on the channel.
          window.BroadcastChannel = class extends BroadcastChannel {
            constructor(name) {
              super(name);
              const deaf = (event) => { if (window.deaf) event.stopImmediatePropagation(); };
              this.addEventListener('message', deaf);
            }
          };
        });
        await visit(page, 'vurdering/');
        await choose(page, first, '4');
        await saved(page);
        const id = (await placeOf(page)).slice(1);
        const other = await page.context().newPage();
        await visit(other, 'vurdering/#ny');
        await answered(other, first, 'none');
        await choose(other, first, '1');
        await saved(other);
        await page.bringToFront();
        await put(page);
        await other.bringToFront();
        await remove(other, id);
        const none = (await kept(other)).filter((record) => record.id !== id);
        assert.equal(none.length, how.startsWith('all') ? 0 : 1);
        assert.deepEqual(await kept(other), none);
        await page.bringToFront();
        if (which !== 'a hidden tab that heard nothing') {
          // It says so by itself, and still shows what it holds.
          await page.waitForSelector('#behold');
          await text(page.locator('.notice[role="alert"]'), gone);
          await answered(page, first, '4');
        }
        await act(page, none, id);
        if (what === 'a further answer') return;
        // What follows from coming back has followed.
        await quiet(page);
        assert.deepEqual(await kept(page), none);
      });
    }
  }
}

const file = (name, content) => ({
  name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(content)),
});
/** Ids have letters, and digits from 2 to 7. */
const id = (n) => n.toString(6).replace(/./g, (digit) => Number(digit) + 2).padStart(16, 'a');
const backup = (n) => file('alt.json', {
  format: 'forankring-backup',
  version: 1,
  saved: '2026-11-25T18:03:05.123Z',
  assessments: Array.from({ length: n }, (_, index) => ({
    ...document({ name: `Kommune ${index}` }), id: id(index), saved: '2026-11-25T18:03:05.123Z',
  })),
});
/** Each opening of the database takes so many milliseconds longer. */
const slow = (page, ms) => page.evaluate((ms) => {
  const own = Object.getOwnPropertyDescriptor(IDBRequest.prototype, 'onsuccess');
  Object.defineProperty(IDBOpenDBRequest.prototype, 'onsuccess', {
    configurable: true,
    set(handler) {
      const late = (event) => setTimeout(() => handler.call(this, event), ms);
      own.set.call(this, handler && late);
    },
  });
}, ms);
/** Each opening of the database waits until it is let through: what is under way stands still. */
const hold = (page) => page.evaluate(() => {
  const own = Object.getOwnPropertyDescriptor(IDBRequest.prototype, 'onsuccess');
  window.held = [];
  Object.defineProperty(IDBOpenDBRequest.prototype, 'onsuccess', {
    configurable: true,
    set(handler) {
      own.set.call(this, handler && ((event) => {
        const go = () => handler.call(this, event);
        if (window.held) window.held.push(go); else go();
      }));
    },
  });
});
/** Lets openings through, one by one, until the progress has come so far; there it stays. */
const until = (page, value) => page.waitForFunction((value) => {
  const far = document.querySelector('#fremgang')?.value ?? 0;
  if (far < value) window.held.shift()?.();
  return far >= value;
}, value, { polling: 50 });
const release = (page) => page.evaluate(() => {
  const all = window.held;
  window.held = null;
  for (const go of all) go();
});
/** Two ways to click twice: by hand, and so fast that nothing is drawn between. */
const twice = {
  'a double click': (page, selector) => page.dblclick(selector),
  'two clicks at once': (page, selector) => page.locator(selector).evaluate((button) => {
    button.click();
    button.click();
  }),
};

// D2
for (const [how, click] of Object.entries(twice)) {
  for (const n of [2, 250]) {
    test(`a back-up of ${n} is taken in once by ${how}`, async () => {
      const page = await browser.open('personvern/');
      await page.setInputFiles('#kopifil', backup(n));
      await page.waitForSelector('#ta-inn');
      assert.deepEqual(await kept(page), []);
      await click(page, '#ta-inn');
      await text(page.locator('#inntak'), new RegExp(`Hentet inn: ${n}\\.`));
      assert.equal((await kept(page)).length, n);
    });
  }

  test(`a copy of what a link carried is kept once by ${how}`, async () => {
    const page = await browser.open('resultat/#r1.AQAmYG22222222wAAACUQdPl');
    await click(page, '#ta-vare');
    const place = await placeOf(page);
    await page.waitForSelector('.result');
    // Something that is written after it.
    await aim(page);
    await aimed(page);
    assert.deepEqual((await kept(page)).map((record) => `#${record.id}`), [place]);
  });

  test(`a copy in the list is made once by ${how}`, async () => {
    const page = await keeping(browser, items.map(() => '3').join(), { path: '' });
    await page.goto(base);
    await alive(page);
    await page.click('.kept-more summary');
    await click(page, '[data-does="kopi"]');
    await page.waitForSelector('.kept-list >> text=(kopi)');
    const copy = page.locator('.kept-list li').filter({ hasText: '(kopi)' });
    await copy.locator('summary').click();
    await copy.locator('[data-does="kast"]').click();
    await page.waitForSelector('.bin li');
    assert.equal((await kept(page)).length, 2);
  });
}

// The second click of a double click is not meant for what has come in the first one's place.
test('a double click on what asks first is no yes', async () => {
  const page = await browser.open('vurdering/', { bypassCSP: true });
  await choose(page, first, '4');
  await saved(page);
  await show(page, 'personvern/');
  const all = await kept(page);
  // At the very place: the yes is put where the question was.
  const here = '{ position: fixed; top: 0; left: 0; width: 20rem; height: 4rem; z-index: 99 }';
  await page.addStyleTag({ content: `#slett, #slett-ja ${here}` });
  await page.dblclick('#slett');
  await page.waitForSelector('#slett-ja');
  await page.reload();
  await alive(page);
  await page.waitForSelector('#slett');
  assert.deepEqual(await kept(page), all);
  await visit(page, '');
  await page.click('.kept-more summary');
  await page.click('[data-does="kast"]');
  await page.addStyleTag({ content: `[data-does="glem"], [data-does="glem-ja"] ${here}` });
  await page.dblclick('.bin [data-does="glem"]');
  await page.waitForSelector('[data-does="glem-ja"]');
  await page.click('[data-does="glem-nei"]');
  await page.waitForSelector('[data-does="glem"]');
  assert.equal((await kept(page)).length, 1);
});

test('a file that is chosen twice at once is kept once', async () => {
  const page = await browser.open('');
  await page.locator('#fil').evaluate((field, text) => {
    const files = new DataTransfer();
    files.items.add(new File([text], 'x.json', { type: 'application/json' }));
    field.files = files.files;
    for (let n = 0; n < 2; n += 1) field.dispatchEvent(new Event('change', { bubbles: true }));
  }, JSON.stringify(document({ name: 'Fosen' })));
  await page.waitForSelector('.result');
  await aim(page);
  await aimed(page);
  assert.equal((await kept(page)).length, 1);
});

test('taking in takes long: it shows how far it is, begins once, and can be stopped', async () => {
  const page = await browser.open('personvern/');
  await watch(page);
  await page.setInputFiles('#kopifil', backup(1000));
  await page.waitForSelector('#ta-inn');
  await text(page.locator('.incoming'), /Og 900 til/);
  await hold(page);
  await page.click('#ta-inn');
  await until(page, 200);
  await text(page.locator('.working label'), /Henter inn: \d00 av 1\s?000\./);
  // Another file is not begun meanwhile.
  await page.setInputFiles('#kopifil', backup(3));
  await until(page, 400);
  await page.click('#la-vaere');
  await release(page);
  const said = await text(page.locator('#inntak'), /Hentet inn: \d+\./);
  const n = Number(said.match(/Hentet inn: (\d+)/)[1]);
  assert.ok(n >= 400 && n < 1000, said);
  assert.equal((await kept(page)).length, n);
  // The rest comes in when it is wanted, what is here stays as it is.
  await page.setInputFiles('#kopifil', backup(1000));
  await page.click('#ta-inn');
  await text(page.locator('#inntak'), new RegExp(`Hentet inn: ${1000 - n}\\.`));
  assert.equal((await kept(page)).length, 1000);
});

test('weighing a file takes long: it shows how far it is, and can be stopped', async () => {
  const page = await browser.open('personvern/');
  await hold(page);
  await page.setInputFiles('#kopifil', backup(1000));
  await until(page, 100);
  await text(page.locator('.working label'), /^Sammenligner .*: \d00 av 1\s?000\./);
  await page.click('#la-vaere');
  await release(page);
  await count(page.locator('#fremgang'), 0);
  // What comes late of it is dropped: another file is shown as it is.
  await page.setInputFiles('#kopifil', backup(2));
  await count(page.locator('.incoming [data-fate="new"]'), 2);
  assert.deepEqual(await kept(page), []);
});

// D3
for (const [view, path] of [['an item by itself', 'vurdering/'], ['a level', 'vurdering/nivaa/']]) {
  test(`a key that is held is one key (${view}): one change, one earlier state`, async () => {
    const page = await browser.open(path);
    await watch(page);
    await choose(page, first, '2');
    await saved(page);
    const before = (await states(page)).length;
    await page.bringToFront();
    await page.focus(`input[name="${first}"][value="2"]`);
    for (let n = 0; n < 100; n += 1) await page.keyboard.down('3');
    await page.keyboard.up('3');
    await answered(page, first, '3');
    // The same answer by so many keys is no change either.
    for (let n = 0; n < 20; n += 1) await page.keyboard.press('3');
    await written(page, () => choose(page, first, '5'));
    await show(page, '');
    await page.waitForSelector('.kept-list li');
    const after = (await states(page)).map((state) => answersOf(state)[first]);
    assert.equal(after.filter((answer) => answer === '2').length, before + 1, after.join());
    assert.ok(after.filter((answer) => answer === '3').length <= 1, after.join());
  });
}

test('Enter and "undo" that are held are one key', async () => {
  const page = await browser.open('vurdering/');
  for (const value of ['1', '2', '3']) {
    await choose(page, first, value);
    await saved(page);
  }
  const long = await page.evaluate(() => history.length);
  await page.focus(`input[name="${first}"][value="3"]`);
  for (let n = 0; n < 30; n += 1) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await page.waitForSelector(`input[name="${second}"]`);
  await choose(page, second, '1');
  await choose(page, second, '2');
  assert.equal(await page.evaluate(() => history.length), long + 1);
  await page.keyboard.down('Control');
  for (let n = 0; n < 30; n += 1) await page.keyboard.down('z');
  await page.keyboard.up('z');
  await page.keyboard.up('Control');
  await answered(page, second, '1');
  await choose(page, second, '4');
  await saved(page);
  assert.deepEqual(await answers(page), [{ [first]: '3', [second]: '4' }]);
});

// D4
for (const late of [0, 500]) {
  const how = late ? 'before it is kept' : 'at once';
  test(`back to where a new one was begun, ${how}: it is the one that it became`, async () => {
    const page = await browser.open('vurdering/#ny');
    await slow(page, late);
    await page.keyboard.press('4');
    await page.keyboard.press('Enter');
    await page.waitForSelector(`input[name="${second}"]`);
    await page.goBack();
    await page.waitForSelector(`input[name="${first}"][value="4"]:checked`);
    await choose(page, first, '2');
    await saved(page);
    await placeOf(page);
    assert.deepEqual(await answers(page), [{ [first]: '2' }]);
    // Forth, and answered there; back, and loaded anew.
    await page.goForward();
    await page.waitForSelector(`input[name="${second}"]`);
    await choose(page, second, '5');
    await saved(page);
    await page.goBack();
    await page.waitForSelector(`input[name="${first}"]`);
    await page.reload();
    await alive(page);
    await page.waitForSelector(`input[name="${first}"][value="2"]:checked`);
    await choose(page, first, '3');
    await saved(page);
    assert.deepEqual(await answers(page), [{ [first]: '3', [second]: '5' }]);
  });

  test(`back from the result to the level page, ${how}: still the same one`, async () => {
    const page = await browser.open('vurdering/nivaa/#ny');
    await slow(page, late);
    for (const level of ['political', 'executive', 'operational']) {
      await page.waitForSelector(`input[name="${level}.goal"]`);
      await page.evaluate((level) => {
        const all = document.querySelectorAll(`input[name^="${level}."][value="4"]`);
        for (const one of all) one.click();
      }, level);
      if (level !== 'operational') await page.click('#neste');
    }
    await finish(page);
    await page.waitForURL('**/resultat/**');
    await alive(page);
    await page.waitForSelector('.result #trinn');
    const all = Object.fromEntries(items.map((item) => [item, '4']));
    const back = [['operational.goal', '1'], ['executive.goal', '2'], ['political.goal', '3']];
    // The overview of all answers stands between them.
    await page.goBack();
    await page.waitForSelector('.review #resultat');
    for (const [item, answer] of back) {
      await page.goBack();
      await page.waitForSelector(`input[name="${item}"]`);
      await alive(page);
      await shown(page);
      await page.waitForSelector(`input[name="${item}"][value="4"]:checked`);
      await choose(page, item, answer);
      all[item] = answer;
      await saved(page);
    }
    assert.deepEqual(await answers(page), [all]);
  });

  test(`back to the set-up that began a new one, ${how}: it sets up the same one`, async () => {
    const page = await browser.open('');
    await slow(page, late);
    await page.click('#start');
    await page.waitForSelector('.setup-form');
    await page.fill('#navn', 'Fosen kommune');
    await page.click('#svar');
    await page.waitForSelector('.step');
    await page.keyboard.press('4');
    await answered(page, first, '4');
    await page.goBack();
    await page.waitForSelector('.setup-form');
    await soon(async () => assert.equal(await page.inputValue('#navn'), 'Fosen kommune'));
    await written(page, () => page.check('input[name="kind"][value="county"]'));
    const [record, ...others] = await kept(page);
    assert.deepEqual(others, []);
    assert.deepEqual(answersOf(record), { [first]: '4' });
    assert.equal(JSON.parse(record.document).kind, 'county');
    // From the start page, too, the entry of the set-up leads to it.
    await page.goBack();
    await page.waitForSelector('.kept-list li');
    await page.goForward();
    await page.waitForSelector('.setup-form');
    await soon(async () => assert.equal(await page.inputValue('#navn'), 'Fosen kommune'));
    await written(page, () => page.check('input[name="kind"][value="state"]'));
    assert.equal((await kept(page)).length, 1);
  });
}

// D5
const one = file('en.json', document({ name: 'Fosen kommune' }));
const names = async (page) => (await kept(page))
  .map((record) => JSON.parse(record.document).name).sort();
const taking = async (page, n) => {
  await count(page.locator('.incoming [data-fate]'), n);
  await page.click('#ta-inn');
  await text(page.locator('#inntak'), new RegExp(`Hentet inn: ${n}\\.`));
};
const compared = async (page, n) => {
  await count(page.locator('.compare-more [data-does="ta-ut"]'), n);
  assert.deepEqual(await kept(page), []);
};
const places = {
  '': ['#fil', taking, (page) => page.waitForSelector('.result h1 >> text=Fosen kommune')],
  'sammenlign/': ['#sammenlign-fil', compared, (page) => compared(page, 1)],
  'personvern/': ['#kopifil', taking, (page) => taking(page, 1)],
};
for (const [path, [field, several, single]] of Object.entries(places)) {
  test(`${path || 'the start page'} opens a file of all, and a file of one`, async () => {
    const sender = await keeping(browser, items.map(() => '3').join(), {
      path: '', setUp: { name: 'Fosen kommune' },
    });
    const other = await outside(sender);
    const record = { id: id(7), document: JSON.stringify(document({ name: 'Nabo' })) };
    await make(other, VERSION, { records: [record] });
    await sender.bringToFront();
    await show(sender, '');
    await sender.reload();
    await alive(sender);
    await count(sender.locator('.kept-list li'), 2);
    const [download] = await Promise.all([
      sender.waitForEvent('download'), sender.click('.reminder #sikkerhetskopi'),
    ]);
    const buffer = readFileSync(await download.path());
    const all = { name: 'alt.json', mimeType: 'application/json', buffer };
    // Where it was saved, the very place that saved it opens it: nothing is new.
    if (path !== 'sammenlign/') {
      await visit(sender, path);
      await sender.setInputFiles(field, all);
      await count(sender.locator('.incoming [data-fate="same"]'), 2);
    }
    const page = await browser.open(path);
    await page.setInputFiles(field, all);
    await several(page, 2);
    if (several === taking) assert.deepEqual(await names(page), ['Fosen kommune', 'Nabo']);
    const alone = await browser.open(path);
    await alone.setInputFiles(field, one);
    await single(alone);
    if (several === taking) assert.deepEqual(await names(alone), ['Fosen kommune']);
    for (const each of [sender, page, alone]) assert.deepEqual(each.problems, []);
  });
}

// D8
test('the browser is killed after an answer is saved: the bare address leads back', async () => {
  await withProfile(async (start) => {
    for (let round = 0; round < Number(process.env.KILLS ?? 3); round += 1) {
      const context = await start();
      const page = await context.newPage();
      await visit(page, 'vurdering/');
      if (round) await answered(page, items[round - 1], '4', 10_000);
      await page.click(`[id="til-${items[round]}"]`);
      await page.waitForSelector(`input[name="${items[round]}"]`);
      await choose(page, items[round], '4');
      await saved(page);
      assert.ok(killAll(start.folder) > 0, 'nothing was killed');
      await context.close().catch(() => {});
    }
    const context = await start();
    const page = await context.newPage();
    await visit(page, 'vurdering/');
    await answered(page, first, '4', 10_000);
    assert.equal((await kept(page)).length, 1);
    await context.close();
  });
});

for (const path of ['vurdering/', 'vurdering/nivaa/', 'vurdering/mote/']) {
  test(`the note of what was open is lost: ${path} shows what is unfinished`, async () => {
    const page = await browser.open('vurdering/');
    await choose(page, first, '4');
    await saved(page);
    const place = await placeOf(page);
    // A later one that is finished is none to go on with.
    const other = await outside(page);
    const later = (id) => ({
      id, schema: 1, revision: 1, saved: Date.now() + 60_000, document: JSON.stringify(document()),
    });
    await make(other, VERSION, { records: [later(id(8))] });
    await other.evaluate((key) => localStorage.removeItem(key), KEY);
    await page.close();
    const again = await other.context().newPage();
    await visit(again, path);
    await answered(again, first, '4');
    assert.equal(await placeOf(again), place);
    await again.click(`[id="til-${second}"]`);
    await choose(again, second, '2');
    await saved(again);
    const records = await kept(again);
    assert.equal(records.length, 2);
    const old = records.find((record) => `#${record.id}` === place);
    assert.deepEqual(answersOf(old), { [first]: '4', [second]: '2' });
  });
}

for (const how of ['being written', 'kept']) {
  test(`a new one is ${how} before the unfinished one is found: that is offered`, async () => {
    const page = await browser.open('vurdering/');
    await choose(page, first, '4');
    await saved(page);
    const place = await placeOf(page);
    await page.evaluate((key) => localStorage.removeItem(key), KEY);
    const again = await page.context().newPage();
    await page.close();
    // What was read comes late; so does what is written, where it is to be under way.
    await again.addInitScript((kept) => {
      const own = Object.getOwnPropertyDescriptor(IDBRequest.prototype, 'onsuccess');
      const { getAll, put } = IDBObjectStore.prototype;
      let looking;
      IDBObjectStore.prototype.getAll = function (...values) {
        const request = getAll.apply(this, values);
        looking ??= request;
        return request;
      };
      IDBObjectStore.prototype.put = function (...values) {
        if (kept || window.writes) return put.apply(this, values);
        throw new DOMException('not yet', 'UnknownError');
      };
      Object.defineProperty(IDBRequest.prototype, 'onsuccess', {
        set(handler) {
          const waits = handler && this === looking && !window.found;
          const late = (event) => { window.found = () => handler.call(this, event); };
          own.set.call(this, waits ? late : handler);
        },
      });
    }, how === 'kept');
    await visit(again, 'vurdering/');
    await again.waitForFunction(() => window.found);
    await choose(again, first, '1');
    await again.waitForSelector(`[data-saved="${how === 'kept' ? 'saved' : 'failed'}"]`);
    await again.evaluate(() => { window.found(); window.writes = true; });
    await again.waitForSelector('#tilbud');
    await answered(again, first, '1');
    await choose(again, first, '2');
    await saved(again);
    await again.click('#tilbud');
    await answered(again, first, '4');
    assert.equal(await placeOf(again), place);
    assert.deepEqual((await answers(again)).map((one) => one[first]).sort(), ['2', '4']);
  });
}
