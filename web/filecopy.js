// @ts-check
// A running back-up: a file on the disk that the user chose. The app makes the text
// and says when; here it comes to the file, and what came of it is answered. The
// handle of the file stands in a database of its own, for localStorage cannot hold
// it; what the pages show of it stands in localStorage.

/**
 * What the app asks: as the detail of an event on the document. `done` is called
 * once, with an `Answer` as JSON.
 * - `bind` lets the user choose a file; nothing is written yet.
 * - `write` writes the text, unless the file was changed by someone else.
 * - `overwrite` writes it all the same.
 * - `unbind` forgets the file, which stays as it is.
 * @typedef {object} Asked
 * @property {'bind' | 'write' | 'overwrite' | 'unbind'} what
 * @property {string} text empty: nothing is kept, and nothing replaces no copy
 * @property {boolean} ask whether the browser may ask the user for permission
 * @property {(answer: string) => void} done
 *
 * @typedef {'bound' | 'none' | 'written' | 'asks' | 'failed' | 'changed' | 'cancelled'
 *   | 'unbound'} State
 * @typedef {{ state: State, name?: string, ms?: number }} Answer
 *
 * What is noted: how it stands, and what the file was like after our last writing.
 * @typedef {{ name?: string, state?: State, ms?: number, modified?: number, size?: number }} Noted
 */

const STORE = 'handle';
const ONLY = 'file';
/** @type {{ mode: 'readwrite' }} */
const how = { mode: 'readwrite' };

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
const done = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

/**
 * Does something with the store of the handle.
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T>} act
 */
async function handles(mode, act) {
  const request = indexedDB.open(CONSTANTS.FILE_DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  const database = await done(request);
  try {
    return await done(act(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

/** @returns {Promise<FileSystemFileHandle | undefined>} */
const bound = () => handles('readonly', (store) => store.get(ONLY));

/** @returns {Noted} */
function noted() {
  try { return JSON.parse(localStorage.getItem(CONSTANTS.FILE) ?? '{}'); } catch { return {}; }
}

/**
 * Notes how it stands, and tells every tab.
 * @param {Noted | null} how
 */
function note(how) {
  if (how) localStorage.setItem(CONSTANTS.FILE, JSON.stringify(how));
  else localStorage.removeItem(CONSTANTS.FILE);
  const channel = new BroadcastChannel(CONSTANTS.CHANNEL);
  channel.postMessage('');
  channel.close();
}

/**
 * One tab at a time: two that write would each take the other's for a stranger's.
 * @template T
 * @param {() => Promise<T>} act
 */
const alone = (act) => (navigator.locks ? navigator.locks.request(CONSTANTS.FILE, act) : act());

/** @returns {Promise<Answer>} */
async function bind() {
  let handle;
  try {
    handle = await showSaveFilePicker({
      suggestedName: 'forankring-kopi.json',
      types: [{ accept: { 'application/json': ['.json'] } }],
    });
  } catch (error) {
    // The user changed her mind; anything else is a failure.
    if (error instanceof DOMException && error.name === 'AbortError') return { state: 'cancelled' };
    throw error;
  }
  const { name } = handle;
  return alone(async () => {
    await handles('readwrite', (store) => store.put(handle, ONLY));
    note({ name, state: 'bound' });
    return { state: 'bound', name };
  });
}

/**
 * Asks the user for permission, where that is wanted and needed. It stands outside
 * of the lock: while she thinks about it, other tabs write as they can.
 */
async function permit() {
  const handle = await bound();
  if (!handle || await handle.queryPermission(how) === 'granted') return;
  // Without a click just before, the browser refuses to ask.
  await handle.requestPermission(how).catch(() => {});
}

/**
 * @param {string} text
 * @param {boolean} over whether it may replace what others wrote
 * @returns {Promise<Answer>}
 */
async function write(text, over) {
  const handle = await bound();
  if (!handle) return { state: 'none' };
  const { name } = handle;
  const before = noted();
  /** @param {Noted & { state: State }} change @returns {Answer} */
  const stands = (change) => {
    note({ ...before, name, ...change });
    return { state: change.state, name, ms: change.ms };
  };
  try {
    if (await handle.queryPermission(how) !== 'granted') return stands({ state: 'asks' });
    if (!text) return stands({ state: 'written' });
    if (!over && before.modified !== undefined) {
      const { lastModified, size } = await handle.getFile();
      const same = lastModified === before.modified && size === before.size;
      if (!same) return stands({ state: 'changed' });
    }
    // The file is replaced when all of it is written: a crash leaves the old one.
    const file = await handle.createWritable();
    await file.write(text);
    await file.close();
    const { lastModified: modified, size } = await handle.getFile();
    const ms = Date.now();
    localStorage.setItem(CONSTANTS.BACKUP, String(ms));
    return stands({ state: 'written', ms, modified, size });
  } catch {
    return stands({ state: 'failed' });
  }
}

/** @returns {Promise<Answer>} */
async function unbind() {
  note(null);
  await done(indexedDB.deleteDatabase(CONSTANTS.FILE_DATABASE));
  return { state: 'unbound' };
}

/**
 * @param {Asked} asked
 * @returns {Promise<Answer>}
 */
async function act({ what, text, ask }) {
  if (what === 'bind') return bind();
  if (what === 'unbind') return alone(unbind);
  const over = what === 'overwrite';
  if (ask || over) await permit();
  return alone(() => write(text, over));
}

/**
 * Does what is asked and answers, whatever happens.
 * @param {Asked} asked
 */
export async function answer(asked) {
  /** @type {Answer} */
  let came;
  try { came = await act(asked); } catch { came = { state: 'failed' }; }
  asked.done(JSON.stringify(came));
}
