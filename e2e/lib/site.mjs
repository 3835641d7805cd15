// What all journeys share: the browser, the site, the eighteen items.
// Environment: BASE_URL, SUB_BASE_URL (the same site below a path), CHROME,
// CHROME_SHELL (its engine without windows, for journeys that need no more), and
// SLOW, milliseconds that each opening of the database takes longer: a journey that
// looks before the page is ready then fails at once instead of once in a hundred runs.
// LATE does the same for what follows from a click or a key: the app's turns come so
// many milliseconds later, so that a journey that looks at once sees what was before.
import { chromium } from 'playwright-core';
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export const base = process.env.BASE_URL ?? 'http://127.0.0.1:8080/';
export const subBase = process.env.SUB_BASE_URL ?? base;

const chrome = process.env.CHROME ?? '/usr/bin/chromium';
const shell = process.env.CHROME_SHELL ?? chrome;
const options = {
  executablePath: chrome,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
};

export const levels = ['political', 'executive', 'operational'];
export const themes = ['goal', 'coherence', 'plan', 'measurement', 'culture', 'cooperation'];
export const items = levels.flatMap((level) => themes.map((theme) => `${level}.${theme}`));

/** The screens by their folder, and the languages by theirs. */
export const slugs = [
  '', 'oppsett/', 'vurdering/', 'vurdering/nivaa/', 'vurdering/mote/', 'vurdering/oversikt/', 'resultat/', 'plan/', 'status/', 'spor/', 'snakk/',
  'svar/', 'del/',
  'sammenlign/', 'historikk/', 'metode/', 'personvern/', 'tilgjengelighet/',
];
export const languages = { nb: '', nn: 'nn/', en: 'en/' };

const delay = Number(process.env.SLOW ?? 0);

const late = Number(process.env.LATE ?? 0);

/** Makes a context slow to open the database, if SLOW asks for it, and to draw, if LATE does. */
async function slowed(context) {
  if (late) await context.addInitScript((late) => {
    // All that the app does later it does in a turn of its own.
    const turn = window.queueMicrotask.bind(window);
    const waiting = new Set();
    window.queueMicrotask = (then) => {
      waiting.add(then);
      setTimeout(() => { if (waiting.delete(then)) then(); }, late);
    };
    // What goes on with the database keeps its turns: a transaction that is asked nothing is over.
    const prompt = () => { for (const then of waiting) turn(then); waiting.clear(); };
    for (const [{ prototype }, names] of [
      [IDBRequest, ['onsuccess', 'onerror']], [IDBTransaction, ['oncomplete', 'onabort', 'onerror']],
    ]) for (const name of names) {
      const own = Object.getOwnPropertyDescriptor(prototype, name);
      Object.defineProperty(prototype, name, {
        ...own,
        set(handler) { own.set.call(this, handler && ((event) => { handler.call(this, event); prompt(); })); },
      });
    }
  }, late);
  if (delay) await context.addInitScript((delay) => {
    const own = Object.getOwnPropertyDescriptor(IDBRequest.prototype, 'onsuccess');
    Object.defineProperty(IDBOpenDBRequest.prototype, 'onsuccess', {
      // A journey may be slower still.
      configurable: true,
      get: own.get,
      set(handler) {
        own.set.call(this, handler && ((event) => {
          setTimeout(() => handler.call(this, event), delay);
        }));
      },
    });
  }, delay);
  return context;
}

/**
 * Starts a browser for a file of tests, without service workers unless they are what is tested
 * (what they answer cannot be held back); `open` gives a page in a fresh profile. `whole` asks for
 * the browser itself: where storage, workers, files or several windows are what is tested.
 */
export function useBrowser({ whole = false } = {}) {
  let browser;
  before(async () => { browser = await chromium.launch({ ...options, executablePath: whole ? chrome : shell }); });
  after(async () => { await browser?.close(); });
  return {
    async open(path = '', settings = {}) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        serviceWorkers: 'block',
        locale: 'nb-NO',
        ...settings,
      });
      await slowed(context);
      const page = await context.newPage();
      page.problems = [];
      page.on('pageerror', (error) => page.problems.push(String(error)));
      page.on('console', (message) => {
        // Chromium itself asks for it, of a picture that is opened like a page.
        const own = !message.location().url.endsWith('/favicon.ico');
        if (message.type() === 'error' && own) page.problems.push(message.text());
      });
      if (path !== null) await visit(page, path);
      return page;
    },
  };
}

/** A profile on disk that outlives its browser. */
export async function withProfile(run) {
  const folder = mkdtempSync(join(tmpdir(), 'forankring-'));
  const begun = [];
  try {
    const launch = async (settings = {}) => {
      const context = await chromium.launchPersistentContext(
        folder, { ...options, serviceWorkers: 'block', ...settings },
      );
      begun.push(context);
      return slowed(context);
    };
    await run(Object.assign(launch, { folder }));
  } finally {
    // One that a failing journey left open would keep the whole run from ending.
    killAll(folder);
    await Promise.all(begun.map((context) => context.close().catch(() => {})));
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Kills every process of the browser that uses this profile; how many there were. */
export function killAll(folder) {
  let killed = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    let command = '';
    try { command = readFileSync(`/proc/${pid}/cmdline`, 'utf8'); } catch { continue; }
    if (command.includes(`--user-data-dir=${folder}`)) {
      try { process.kill(Number(pid), 'SIGKILL'); killed += 1; } catch { /* gone already */ }
    }
  }
  return killed;
}

export async function visit(page, path) {
  await page.goto(new URL(path, base).href);
  await alive(page);
}

/**
 * Goes to a page and waits until it shows what it names: no line says "opening", no list is on its
 * way.
 */
export async function show(page, path) {
  await visit(page, path);
  await shown(page);
}

/** What a result rests on has not come yet, nor what stands where a link is locked or damaged. */
const GROUNDS = '.part-body > .waiting, .unopened .waiting, .unopened + div > .waiting';

/** Waits until a page shows what it names. */
export async function shown(page) {
  const waiting = 'html[data-open], .opening:not(.quiet), .opening:not(:has(+ .opened)), '
    + `.quiet-heading, main > div > h1:only-child, ${GROUNDS}`;
  await page.waitForFunction((waiting) => !document.querySelector(waiting), waiting);
}

/** Unfolds all that is folded, as clicks do, and waits until it stands there. */
export async function unfold(page, which = 'summary') {
  await page.waitForFunction((waiting) => !document.querySelector(waiting), GROUNDS);
  await page.evaluate((which) => {
    for (const summary of document.querySelectorAll(which)) {
      if (!summary.parentElement.open) summary.click();
    }
  }, which);
  await calm(page);
}

/** Waits until nothing moves: nothing is being folded, unfolded or faded. */
export async function calm(page, timeout = 5000) {
  const moves = await page.evaluate(async (timeout) => {
    const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });
    // What folds is no animation that a script is told of: it is seen by its height.
    const look = () => [...document.querySelectorAll('html, details')].map((one) => one.getBoundingClientRect().height)
      .concat(document.getAnimations().filter((one) => one.playState === 'running').length).join();
    const end = performance.now() + timeout;
    let before = look();
    // The first frames of what unfolds are as they were before.
    for (let same = 0; same < 4; before = look()) {
      if (performance.now() > end) return true;
      await frame();
      same = look() === before ? same + 1 : 0;
    }
    return false;
  }, timeout);
  assert.ok(!moves, `the page still moves after ${timeout} ms`);
}

/**
 * Looks again and again until what was asserted holds, and fails as the last look did. For what
 * comes of a click or a key; what must not come needs something else to wait for first.
 */
export async function soon(look, timeout = 5000) {
  const end = Date.now() + timeout;
  for (;;) {
    // The last look begins when the time is up, however long the one before took.
    const last = Date.now() >= end;
    try {
      return await look();
    } catch (error) {
      if (last) throw error;
    }
    await pause(15);
  }
}

/** The words that stand there, once they are those expected; `expected` is a text or a pattern. */
export const text = (locator, expected) => soon(async () => {
  const [words] = await locator.first().allInnerTexts();
  if (words === undefined) assert.fail(`${locator} is not there`);
  if (expected instanceof RegExp) assert.match(words, expected);
  else assert.equal(words, expected);
  return words;
});

/** Waits until so many stand there. */
export const count = (locator, expected) => soon(async () => {
  assert.equal(await locator.count(), expected, `${locator}: ${await locator.count()}`);
});

/** Waits until that is where the keys go, by its id. */
export const focused = (page, id) => soon(async () => {
  assert.equal(await page.evaluate(() => document.activeElement.id), id);
});

/**
 * The box of what is looked at, once it has one and keeps it over two frames: what is being
 * unfolded has none yet. Fails with the last box that was seen.
 */
export async function still(locator, timeout = 5000) {
  const { box, settled } = await locator.evaluate(async (element, timeout) => {
    const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });
    const look = () => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    };
    const end = performance.now() + timeout;
    let box = look();
    for (let same = 0; same < 2 && performance.now() < end;) {
      await frame();
      const now = look();
      const kept = now.width > 0 && now.height > 0
        && Object.keys(now).every((side) => now[side] === box[side]);
      same = kept ? same + 1 : 0;
      box = now;
      if (same === 2) return { box, settled: true };
    }
    return { box, settled: false };
  }, timeout);
  assert.ok(settled, `${locator} has no box, or one that moves: ${JSON.stringify(box)}`);
  return box;
}

/** Waits until the last of what a page loads has run: what makes it work without a network. */
export async function loaded(page) {
  const script = await page.waitForFunction(() => performance.getEntriesByType('resource')
    .find(({ name }) => name.includes('/offline-'))?.name);
  // A script that is imported once more is not run again, only waited for.
  await page.evaluate((address) => import(address).then(() => {}), await script.jsonValue());
}

/** Where an assessment is kept, as the address says it: it does so only once it is kept. */
export const placeOf = (page) => soon(() => {
  const [place] = new URL(page.url()).hash.split('/');
  assert.match(place, /^#[a-z0-9]{16}$/, 'the address names nothing that is kept');
  return place;
});

/**
 * Waits until the app hears what is done. Where the page shows an invitation by itself, the app
 * comes when somebody is there: so that no journey waits until it comes anyway, somebody is.
 */
export async function alive(page) {
  const settings = { state: 'attached', timeout: 15000 };
  await page.waitForSelector('html[data-alive],html[data-invited]', settings);
  await page.evaluate(() => dispatchEvent(new Event('pointermove'))).catch(() => {});
  return page.waitForSelector('html[data-alive]', settings);
}
export const saved = (page) => page.waitForSelector('[data-saved="saved"]:visible', { timeout: 10000 });

/**
 * Answers, and waits until the app has heard it: only then does it no longer say of what was before
 * that it is saved.
 */
export async function choose(page, item, answer) {
  await page.check(`input[name="${item}"][value="${answer}"]`);
  await answered(page, item, answer);
}

/** Waits until the app shows an answer beside the questions. */
export const answered = (page, item, answer, timeout = 5000) =>
  page.waitForSelector(`[id="til-${item}"][data-answer="${answer}"]`, { state: 'attached', timeout });

/** Does what changes what is kept, and waits until it is on the disk and the page says so. */
export async function written(page, act) {
  // What is still being written would be taken for it.
  await page.waitForFunction(() => !document.querySelector('[data-saved="saving"]'));
  const before = await stored(page);
  await act();
  await soon(async () => assert.notEqual(await stored(page), before, 'nothing was written'));
  await saved(page);
}

/** Answers from the first item on; `-` leaves one out. Ends where the last item stands. */
export async function answerAll(page, answers) {
  const list = answers.split(/[,/]/).map((code) => code.trim());
  for (const [index, item] of items.entries()) {
    await page.waitForSelector(`input[name="${item}"]`);
    if (list[index] !== '-') await choose(page, item, list[index]);
    if (list[index] === 'na') await reason(page, item);
    if (index + 1 < items.length) await page.click('#neste');
  }
  await saved(page);
}

/** Says why an item does not apply: before, nobody goes on. */
export const reason = (page, item) => page.fill(`textarea[id="reason-${item}"]`, 'Fordi');

/** From the last item by the overview of all answers to the result. */
export async function finish(page) {
  await page.click('#neste');
  await page.waitForSelector('.review');
  await alive(page);
  await page.click('.review #resultat');
}

/** Changes something of what is open, from its result: the stage to aim at, beside the plan. */
export async function aim(page) {
  await page.click('.parts >> text=Plan');
  await page.waitForSelector('.targets');
  await alive(page);
  await unfold(page, '.targets summary');
  await page.selectOption('#sikte-political', '4');
}

/** Goes to the set-up from an answering page, chooses there, and comes back. */
export async function setUp(page, choices, names = {}) {
  await page.click('#endre');
  await page.waitForSelector('.setup-form');
  await alive(page);
  for (const [name, value] of Object.entries(choices)) {
    await written(page, () => page.check(`input[name="${name}"][value="${value}"]`));
  }
  for (const [id, text] of Object.entries(names)) await written(page, () => page.fill(`#${id}`, text));
  await page.click('#svar');
  await page.waitForSelector('#sporsmal');
}

/** What the result page shows, read from its figures. */
export async function figures(page) {
  await page.waitForSelector('.result');
  await shown(page);
  return page.evaluate(() => ({
    headline: document.querySelector('#trinn')?.value ?? null,
    levels: [...document.querySelectorAll('.level-means tbody tr')].map((row) =>
      [...row.querySelectorAll('data')].map((figure) => figure.value)),
    weakest: [...document.querySelectorAll('.chain-table tbody tr')]
      .filter((row) => row.querySelector('.weakest')).map((row) => row.id.replace('nivaa-', '')),
    moves: [...document.querySelectorAll('[data-item]')].map((move) => move.dataset.item),
    map: [...document.querySelectorAll('.cell')].map((cell) => cell.dataset.answer),
  }));
}

/** Everything that is stored in this browser for the site, as text. */
export const stored = (page) => page.evaluate(async () => {
  const names = (await indexedDB.databases()).map((database) => database.name);
  if (!names.includes('forankring')) return '[]';
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open('forankring');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const all = await new Promise((resolve) => {
    const request = database.transaction('assessments').objectStore('assessments').getAll();
    request.onsuccess = () => resolve(request.result);
  });
  database.close();
  return JSON.stringify([all, { ...localStorage }]);
});

/**
 * Changes what is stored in a page's browser, all records or the one with `id`: `drop` fields,
 * `set` fields, `replace` or `cut` text of the document.
 */
export const tamper = (page, change) => page.evaluate((
  { id, drop = [], set = {}, replace = [], cut },
) => new Promise((resolve) => {
  const request = indexedDB.open('forankring');
  request.onsuccess = () => {
    const transaction = request.result.transaction('assessments', 'readwrite');
    const store = transaction.objectStore('assessments');
    store.getAll().onsuccess = (event) => {
      for (const record of event.target.result) {
        if (id && record.id !== id) continue;
        for (const field of drop) delete record[field];
        Object.assign(record, set);
        for (const [from, to] of replace) record.document = record.document.replace(from, to);
        record.document = record.document.slice(0, cut);
        store.put(record);
      }
    };
    transaction.oncomplete = () => { request.result.close(); resolve(); };
  };
}), change);
