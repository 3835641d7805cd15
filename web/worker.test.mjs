// The caches of several installations on one origin, of which each knows its own.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';

const ORIGIN = 'https://example.org';
const script = readFileSync(new URL('worker.js', import.meta.url), 'utf8')
  .replace(/^export \{\};$/m, '');
const hash = (letter) => letter.repeat(16);

/** A browser's caches for one origin: addresses by name, in the order of making. */
function origin() {
  const all = new Map();
  const caches = {
    keys: async () => [...all.keys()],
    delete: async (name) => all.delete(name),
    open: async (name) => {
      if (!all.has(name)) all.set(name, new Set());
      const kept = all.get(name);
      return {
        keys: async () => [...kept].map((url) => ({ url })),
        put: async (url) => { kept.add(url); },
        match: async (url) => (kept.has(url) ? { url } : undefined),
      };
    },
  };
  /** As the worker that had no path in its names left it. */
  const before = (letter, ...paths) => {
    all.set(`forankring-${hash(letter)}`, new Set(paths.map((path) => ORIGIN + path)));
  };
  return { all, caches, before, names: () => [...all.keys()] };
}

/** Installs a version at a path and lets it take over. */
async function update({ caches }, path, letter, files = ['', 'nn/']) {
  const listeners = {};
  const self = {
    location: new URL(`${path}worker.js`, ORIGIN),
    addEventListener: (type, heard) => { listeners[type] = heard; },
    skipWaiting() {},
  };
  const CONSTANTS = { FILES: files.map((file) => [file, 'sha256-x']), VERSION: hash(letter) };
  const fetch = async () => ({ ok: true, redirected: false });
  runInNewContext(script, { self, caches, fetch, URL, Map, CONSTANTS });
  for (const type of ['install', 'activate']) {
    let until;
    listeners[type]({ waitUntil: (promise) => { until = promise; } });
    await until;
  }
}

const name = (path, letter) => `forankring ${path} ${hash(letter)}`;

test('of a version before the last nothing stays', async () => {
  const site = origin();
  for (const letter of ['1', '2', '3']) await update(site, '/', letter);
  assert.deepEqual(site.names(), [name('/', '2'), name('/', '3')]);
});

test('two installations side by side, and one above them, leave each other alone', async () => {
  const site = origin();
  await update(site, '/b/', 'b');
  await update(site, '/a/', 'a');
  await update(site, '/', 'c');
  for (const letter of ['1', '2', '3']) await update(site, '/a/', letter);
  for (const letter of ['4', '5', '6']) await update(site, '/', letter);
  assert.deepEqual(site.names(), [
    name('/b/', 'b'),
    name('/a/', '2'), name('/a/', '3'),
    name('/', '5'), name('/', '6'),
  ]);
});

test('what was kept without a path is cleaned only where it is surely ours', async () => {
  const site = origin();
  // Older of ours; of a neighbour; of one above that has a folder with our path;
  // of one below; one whose installing broke off; and ours of the version before.
  site.before('1', '/a/', '/a/nn/');
  site.before('2', '/b/', '/b/nn/');
  site.before('3', '/', '/a/', '/nn/');
  site.before('4', '/a/nn/', '/a/nn/nn/');
  site.before('5');
  site.before('6', '/a/', '/a/nn/');
  site.all.set('someone-else', new Set([`${ORIGIN}/a/`]));
  await update(site, '/a/', 'a');
  const old = (letter) => `forankring-${hash(letter)}`;
  assert.deepEqual(site.names(), [
    old('2'), old('3'), old('4'), old('5'), old('6'), 'someone-else', name('/a/', 'a'),
  ]);
  await update(site, '/a/', 'b');
  assert.ok(!site.names().includes(old('6')));
  assert.ok(site.names().includes(old('2')));
});
