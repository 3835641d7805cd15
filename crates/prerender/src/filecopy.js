// A running back-up: a file on disk that the user chose, written anew a while
// after something was kept. Loaded when it is asked for, or once a file is bound.
// The handle stands in a database of its own, for localStorage can not hold it;
// what the page shows of it stands in localStorage.
const key = 'forankring.file';
const pause = 3000;

const done = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

/** Does something with the store of the handle. */
async function handles(mode, act) {
  const request = indexedDB.open('forankring-file', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('handle');
  const database = await done(request);
  try {
    return await done(act(database.transaction('handle', mode).objectStore('handle')));
  } finally {
    database.close();
  }
}

/** Says how it stands: here, and in every tab. */
function note(change) {
  const before = JSON.parse(localStorage.getItem(key) ?? '{}');
  localStorage.setItem(key, JSON.stringify({ ...before, ...change }));
  tell();
}

function tell() {
  const channel = new BroadcastChannel('forankring');
  channel.postMessage('');
  channel.close();
}

/** Everything that is kept, as a back-up (docs/file-format.md); nothing where there is nothing, or where the store is not as it is known. */
async function all() {
  const names = (await indexedDB.databases?.() ?? []).map(({ name }) => name);
  if (!names.includes('forankring')) return null;
  const database = await done(indexedDB.open('forankring'));
  try {
    const records = await done(database.transaction('assessments').objectStore('assessments').getAll());
    const whole = records.map(({ document }) => document).filter((text) => {
      try { return JSON.parse(text).format === 'forankring'; } catch { return false; }
    });
    if (whole.length === 0) return null;
    const saved = new Date().toISOString();
    return `{\n"format": "forankring-backup",\n"version": 1,\n"saved": "${saved}",\n"assessments": [\n${whole.map((text) => text.trim()).join(',\n')}\n]\n}\n`;
  } finally {
    database.close();
  }
}

/** Writes the file; with `ask`, the browser may ask the user for leave first. */
async function write(ask) {
  const handle = await handles('readonly', (store) => store.get('file'));
  if (!handle) return;
  try {
    const how = { mode: 'readwrite' };
    let leave = await handle.queryPermission(how);
    if (leave !== 'granted' && ask) leave = await handle.requestPermission(how);
    if (leave !== 'granted') return note({ state: 'asks' });
    // Nothing never takes the place of a copy.
    const text = await all();
    if (text === null) return note({ state: 'written' });
    // The file is replaced when all of it is written: a crash leaves the old one.
    const file = await handle.createWritable();
    await file.write(text);
    await file.close();
    const ms = Date.now();
    localStorage.setItem('forankring.backup', String(ms));
    note({ ms, state: 'written' });
  } catch {
    note({ state: 'failed' });
  }
}

const once = (act) => navigator.locks ? navigator.locks.request(key, act) : act();

export async function bind() {
  let handle;
  try {
    handle = await showSaveFilePicker({ suggestedName: 'forankring-kopi.json', types: [{ accept: { 'application/json': ['.json'] } }] });
  } catch { return; /* the user changed her mind */ }
  await handles('readwrite', (store) => store.put(handle, 'file'));
  localStorage.setItem(key, JSON.stringify({ name: handle.name }));
  await once(() => write(true));
}

export const again = () => once(() => write(true));

export async function unbind() {
  localStorage.removeItem(key);
  await done(indexedDB.deleteDatabase('forankring-file'));
  tell();
}

let waiting;
/** Something was kept: it is written when no more comes for a while. */
export function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(() => once(() => write(false)), pause);
}
