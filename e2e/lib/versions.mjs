// The site as its versions: what was built, and a later one, from a server that
// changes from one to the other.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { alive } from './site.mjs';

const dist = process.env.DIST ?? new URL('../../dist/', import.meta.url).pathname;
const types = {
  js: 'text/javascript',
  wasm: 'application/wasm',
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  svg: 'image/svg+xml',
  webmanifest: 'application/manifest+json',
};

/** The cache of the later version, at the root. */
export const laterCache = 'forankring / ffffffffffffffff';

/** What was built, by path. */
export function present() {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(files.map((entry) => {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    return [path.slice(join(dist, '/').length), readFileSync(path)];
  }));
}

/**
 * A later version: its pages and its word for "saved" call themselves new; its words have other
 * names, as they have after any change; its worker names all of it.
 */
export function later() {
  const renamed = (text) => text.replace(/(texts-..-[a-z]+-)[0-9a-f]{16}/g, '$1ffffffffffffffff');
  const changes = {
    html: (text) => renamed(text).replace('</title>', ' (ny)</title>'),
    txt: (text) => text.replace('Lagret {time}', '$& (ny)'),
  };
  const files = new Map();
  for (const [path, content] of present()) {
    const change = changes[path.split('.').pop()];
    files.set(renamed(path), change ? Buffer.from(change(content.toString())) : content);
  }
  const worker = files.get('worker.js').toString();
  files.delete('worker.js');
  const hash = (content) => createHash('sha256').update(content).digest('base64');
  const list = [...files].map(([path, content]) => [
    path.replace(/(^|\/)index\.html$/, '$1'), `sha256-${hash(content)}`,
  ]);
  files.set('worker.js', Buffer.from(worker
    .replace(/new Map\(\[\[.*\]\]\)/, () => `new Map(${JSON.stringify(list)})`)
    .replace(/"[0-9a-f]{16}"/, '"ffffffffffffffff"')));
  return files;
}

/**
 * A server of its own; `files` is what it serves now, and `gone` that it answers nobody: what a
 * browser calls offline need not hold for its service workers.
 */
export function site() {
  const state = { files: present(), address: '', gone: false };
  let server;
  before(async () => {
    server = createServer((request, answer) => {
      if (state.gone) { request.socket.destroy(); return; }
      let path = new URL(request.url, 'http://x').pathname.slice(1);
      if (path === '' || path.endsWith('/')) path += 'index.html';
      const content = state.files.get(path);
      answer.writeHead(content ? 200 : 404, {
        'Content-Type': types[path.split('.').pop()] ?? 'application/octet-stream',
        'Cache-Control': 'no-cache',
      });
      answer.end(content ?? '');
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    state.address = `http://127.0.0.1:${server.address().port}/`;
  });
  after(() => server.close());
  state.open = async (page, path) => { await page.goto(state.address + path); await alive(page); };
  return state;
}

/** Waits until the worker has everything and answers for the page. */
export async function kept(page) {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(async () => (
    (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated'
  ));
}
