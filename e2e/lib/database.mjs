// The database as others see it: a page of the same site without the app, which
// makes, holds, deletes and reads it.
import { readFileSync } from 'node:fs';
import { base, items, visit } from './site.mjs';

/** One record of each form that was ever written. */
export const golden = JSON.parse(readFileSync(
  new URL('../../crates/core/tests/golden/records.json', import.meta.url), 'utf8',
));

/** The database as the app makes it today: its version, and its stores by name and key. */
export const VERSION = 3;
export const stores = {
  assessments: 'id', states: ['id', 'revision'], replies: ['id', 'link'],
};

/** A page of the same site in which no app runs. */
export async function outside(page, address = base) {
  const other = await page.context().newPage();
  await other.goto(new URL('icon.svg', address).href);
  return other;
}

/**
 * Opens the database at a version, makes the stores named and puts records in `assessments`. `hold`
 * leaves it open, deaf to others who want it, until `letGo`. Returns how often it was kept waiting
 * by others who hold it.
 */
export const make = (
  other, version, { names = [], records = [], hold = false } = {},
) => other.evaluate(([version, wanted, records, hold]) => new Promise((resolve, reject) => {
  const request = indexedDB.open('forankring', version);
  let blocked = 0;
  request.onblocked = () => { blocked += 1; };
  request.onupgradeneeded = () => {
    for (const [name, keyPath] of wanted) request.result.createObjectStore(name, { keyPath });
  };
  request.onerror = () => reject(request.error);
  request.onsuccess = () => {
    const database = request.result;
    const done = () => { if (hold) window.held = database; else database.close(); resolve(blocked); };
    if (records.length === 0) { done(); return; }
    const transaction = database.transaction('assessments', 'readwrite');
    for (const record of records) transaction.objectStore('assessments').put(record);
    transaction.oncomplete = done;
    transaction.onabort = () => reject(transaction.error);
  };
}), [version, names.map((name) => [name, stores[name] ?? 'id']), records, hold]);

/** An assessment with these answers, written as for `answerAll`. */
export function documentOf(answers, { entries = {}, setUp = {} } = {}) {
  const codes = answers.split(/[,/]/);
  const entry = (item, code) => [item, { answer: Number(code) || code, ...entries[item] }];
  const given = items.map((item, index) => entry(item, codes[index]))
    .filter(([, { answer }]) => answer !== '-');
  return JSON.stringify({
    format: 'forankring', version: 1, instrument: 1, kind: 'municipality', scope: 'organisation',
    name: '', date: '2026-11-25', answers: Object.fromEntries(given), ...setUp,
  });
}

/**
 * A page in a fresh profile that keeps an assessment, under `place`, with these answers: for
 * journeys that are not about answering. `entries` adds to the items' answers, `setUp` to the
 * rest; `others` are documents by their ids.
 */
export async function keeping(
  browser, answers, { path = 'resultat/', settings = {}, others = {}, ...more } = {},
) {
  const page = await browser.open(null, settings);
  await page.goto(new URL('icon.svg', base).href);
  const records = Object.entries({ [place.slice(1)]: documentOf(answers, more), ...others })
    .map(([id, document]) => ({ id, document }));
  await make(page, VERSION, { names: Object.keys(stores), records });
  page.problems.length = 0;
  await visit(page, path + place);
  return page;
}
export const place = '#aaaaaaaaaaaaaaaa';

/** Lets go of the database that `make` holds. */
export const letGo = (other) => other.evaluate(() => window.held.close());

/** Deletes the database, as the tools of the browser do: waits until nobody holds it. */
export const remove = (other) => other.evaluate(() => new Promise((resolve, reject) => {
  const request = indexedDB.deleteDatabase('forankring');
  request.onsuccess = () => resolve();
  request.onerror = () => reject(request.error);
}));

/** All that stands in the database, bytes as numbers. */
export const contents = (other) => other.evaluate(() => new Promise((resolve, reject) => {
  const request = indexedDB.open('forankring');
  request.onerror = () => reject(request.error);
  request.onsuccess = () => {
    const database = request.result;
    const all = { version: database.version, names: [...database.objectStoreNames] };
    const transaction = database.transaction(all.names);
    for (const name of all.names) {
      transaction.objectStore(name).getAll().onsuccess = (event) => {
        const plain = (_, value) => (ArrayBuffer.isView(value) ? [...value] : value);
        all[name] = JSON.parse(JSON.stringify(event.target.result, plain));
      };
    }
    transaction.oncomplete = () => { database.close(); resolve(all); };
  };
}));

/** What is entered in a record, by item: `3`, `dk`. */
export const answersOf = (record) => Object.fromEntries(
  Object.entries(JSON.parse(record.document).answers)
    .map(([item, entry]) => [item, String(entry.answer)]),
);

/** Counts how often the app opens the database, and what is open: for `quiet`. */
export const watch = (page) => page.addInitScript(() => {
  const { open } = IDBFactory.prototype;
  const { close } = IDBDatabase.prototype;
  window.openings = { count: 0, held: 0, last: 0 };
  const note = (change) => { window.openings.held += change; window.openings.last = performance.now(); };
  IDBFactory.prototype.open = function (...values) {
    const request = open.apply(this, values);
    window.openings.count += 1;
    note(1);
    request.addEventListener('error', () => note(-1));
    return request;
  };
  IDBDatabase.prototype.close = function () { note(-1); return close.call(this); };
});

/** Waits until the database was left alone for a while; returns how often it was opened. */
export async function quiet(page, ms = 300) {
  await page.waitForFunction(
    (ms) => window.openings.held === 0 && performance.now() - window.openings.last > ms, ms,
  );
  return page.evaluate(() => window.openings.count);
}

/** Notes every word that the page says of saving, from its start. */
export const listen = (page) => page.addInitScript(() => {
  window.said = [];
  window.opened = 0;
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (...values) {
    window.opened += 1;
    return open.apply(this, values);
  };
  new MutationObserver(() => {
    const word = document.querySelector('[data-saved]')?.dataset.saved;
    if (word && window.said.at(-1) !== word) window.said.push(word);
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-saved'] });
});
/** How often the database was to be opened from this page. */
export const opened = (page) => page.evaluate(() => window.opened);
export const said = (page) => page.evaluate(() => window.said);

/** The file that a page offers, read. */
export async function offered(page) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#last-ned')]);
  return JSON.parse(readFileSync(await download.path(), 'utf8'));
}
