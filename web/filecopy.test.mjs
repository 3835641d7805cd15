// The file on the disk: what is asked is answered once, and a copy that someone
// else changed is never written over unasked.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

globalThis.CONSTANTS = {
  FILE: 'file', BACKUP: 'backup', FILE_DATABASE: 'handles', CHANNEL: 'channel',
};

// No locks: there is one tab.
Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true });

/** What stands in the browser and on the disk. */
let stored;
let handle;
let disk;
let told;

/** A database with one place in one store. */
function database() {
  let kept;
  const request = (act) => {
    const made = {};
    queueMicrotask(() => {
      made.result = act();
      made.onsuccess();
    });
    return made;
  };
  const store = {
    get: () => request(() => kept),
    put: (value) => request(() => { kept = value; }),
  };
  const opened = { transaction: () => ({ objectStore: () => store }), close() {} };
  return {
    open: () => request(() => opened),
    deleteDatabase: () => request(() => { kept = undefined; }),
  };
}

beforeEach(() => {
  stored = new Map();
  told = 0;
  disk = { text: null, lastModified: 0, permission: 'granted', broken: false, picks: null };
  handle = {
    name: 'kopi.json',
    queryPermission: async () => disk.permission,
    requestPermission: async () => {
      if (disk.permission === 'denied') throw new Error('no click');
      disk.permission = 'granted';
    },
    getFile: async () => ({ lastModified: disk.lastModified, size: (disk.text ?? '').length }),
    createWritable: async () => {
      if (disk.broken) throw new Error('locked');
      let text = '';
      return {
        write: async (part) => { text += part; },
        close: async () => { changed(text); },
      };
    },
  };
  globalThis.indexedDB = database();
  globalThis.localStorage = {
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, value) => stored.set(key, value),
    removeItem: (key) => stored.delete(key),
  };
  globalThis.BroadcastChannel = class { postMessage() { told += 1; } close() {} };
  globalThis.showSaveFilePicker = async () => { if (disk.picks) throw disk.picks; return handle; };
});

function changed(text) {
  disk.text = text;
  disk.lastModified += 10;
}

const { answer } = await import('./filecopy.js');

/** Asks and tells what came, which is one answer. */
async function ask(what, text = '', ask = false) {
  const answers = [];
  await answer({ what, text, ask, done: (came) => answers.push(JSON.parse(came)) });
  assert.equal(answers.length, 1);
  return answers[0];
}
const noted = () => JSON.parse(stored.get('file') ?? 'null');

test('a file is chosen, written, and forgotten', async () => {
  assert.deepEqual(await ask('write', 'a'), { state: 'none' });
  assert.deepEqual(await ask('bind'), { state: 'bound', name: 'kopi.json' });
  assert.equal(disk.text, null);
  const { ms, ...written } = await ask('write', 'a');
  assert.deepEqual(written, { state: 'written', name: 'kopi.json' });
  assert.equal(stored.get('backup'), String(ms));
  assert.deepEqual(noted(), { name: 'kopi.json', state: 'written', ms, modified: 10, size: 1 });
  assert.equal((await ask('write', 'bc')).state, 'written');
  assert.equal(disk.text, 'bc');
  assert.equal(told, 3);
  assert.deepEqual(await ask('unbind'), { state: 'unbound' });
  assert.equal(noted(), null);
  assert.deepEqual(await ask('write', 'd'), { state: 'none' });
  assert.equal(disk.text, 'bc');
});

test('what someone else changed is not written over, until it is wanted', async () => {
  await ask('bind');
  await ask('write', 'a');
  changed('theirs');
  assert.equal((await ask('write', 'b')).state, 'changed');
  assert.equal(disk.text, 'theirs');
  assert.equal(noted().state, 'changed');
  // Not even when it is tried again.
  assert.equal((await ask('write', 'b', true)).state, 'changed');
  assert.equal((await ask('overwrite', 'b')).state, 'written');
  assert.equal(disk.text, 'b');
  assert.equal((await ask('write', 'c')).state, 'written');
});

test('nothing never takes the place of a copy', async () => {
  await ask('bind');
  await ask('write', 'a');
  assert.equal((await ask('write')).state, 'written');
  assert.equal((await ask('overwrite')).state, 'written');
  assert.equal(disk.text, 'a');
});

test('permission is asked for only when one may', async () => {
  await ask('bind');
  disk.permission = 'prompt';
  assert.equal((await ask('write', 'a')).state, 'asks');
  assert.equal(noted().state, 'asks');
  assert.equal((await ask('write', 'a', true)).state, 'written');
  disk.permission = 'denied';
  assert.equal((await ask('write', 'b', true)).state, 'asks');
  assert.equal(disk.text, 'a');
});

test('every failure is answered', async () => {
  disk.picks = new DOMException('no', 'AbortError');
  assert.deepEqual(await ask('bind'), { state: 'cancelled' });
  disk.picks = new DOMException('no click', 'SecurityError');
  assert.deepEqual(await ask('bind'), { state: 'failed' });
  disk.picks = null;
  await ask('bind');
  disk.broken = true;
  assert.equal((await ask('write', 'a')).state, 'failed');
  assert.equal(noted().state, 'failed');
  // What is noted is damaged, the browser stores nothing.
  stored.set('file', '{');
  disk.broken = false;
  assert.equal((await ask('write', 'a')).state, 'written');
  localStorage.setItem = () => { throw new Error('blocked'); };
  assert.deepEqual(await ask('write', 'b'), { state: 'failed' });
  assert.deepEqual(await ask('bind'), { state: 'failed' });
});
