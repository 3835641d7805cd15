// The server answers as docs/hosting.md says that a good host does.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { SECURITY, hasHash, normalBase, open } from './site.mjs';

/** A small site in a folder of its own, served until the test ends. */
async function trial(t, base) {
  const top = mkdtempSync(join(tmpdir(), 'forankring-site-'));
  const folder = join(top, 'site');
  mkdirSync(join(folder, 'sub'), { recursive: true });
  const put = (name, text) => writeFileSync(join(folder, name), text);
  writeFileSync(join(top, 'secret.txt'), 'secret');
  put('index.html', '<p>start</p>'.repeat(50));
  put('404.html', '<p>missing</p>'.repeat(50));
  put('sub/index.html', '<p>sub</p>');
  put('app-0123456789abcdef_bg.wasm', '\0asm'.repeat(200));
  put('texts.txt', 'blå '.repeat(50));
  put('app.webmanifest', '{}');
  put('picture.png', 'png'.repeat(200));
  put('.hidden', 'hidden');
  if (process.platform !== 'win32') symlinkSync(join(top, 'secret.txt'), join(folder, 'link.txt'));
  const site = open({ folder, base, cache: join(top, 'cache') });
  await site.compressed;
  const server = createServer(site.answer);
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  t.after(() => {
    server.close();
    rmSync(top, { recursive: true });
  });
  const ask = (path, headers = {}, method = 'GET') => new Promise((resolve, reject) => {
    const { port } = server.address();
    // Not fetch: it would tidy the path and unpack the body.
    const asked = request({ port, host: '127.0.0.1', path, method, headers }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => resolve({
        status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts),
      }));
    });
    asked.on('error', reject).end();
  });
  return { ask, put };
}

test('folders are pages and need their slash', async (t) => {
  const { ask } = await trial(t);
  assert.equal((await ask('/')).status, 200);
  assert.equal((await ask('/sub/?a=b')).status, 200);
  const { status, headers } = await ask('/sub?a=b');
  assert.deepEqual([status, headers.location], [301, '/sub/?a=b']);
});

test('what is no file of the site gets the page for unknown addresses', async (t) => {
  const { ask } = await trial(t);
  for (const path of [
    '/nothing', '/nothing/', '/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/%zz',
    '/a%00b', '//', '//evil/', '/.hidden', '/link.txt', '/sub/..%5c..%5csecret.txt',
  ]) {
    const { status, headers, body } = await ask(path);
    assert.equal(status, 404, path);
    assert.match(body.toString(), /^<p>missing/, path);
    assert.equal(headers['cache-control'], 'no-cache', path);
    assert.equal(headers['content-type'], 'text/html;charset=utf-8', path);
  }
});

test('a base holds everything', async (t) => {
  const { ask } = await trial(t, 'verktoy/forankring');
  assert.equal((await ask('/verktoy/forankring/sub/')).status, 200);
  assert.equal((await ask('/sub/')).status, 404);
  assert.equal((await ask('/verktoy/forankringen/')).status, 404);
  assert.equal((await ask('/verktoy/forankring')).headers.location, '/verktoy/forankring/');
  assert.equal((await ask('/verktoy/forankring/sub')).headers.location, '/verktoy/forankring/sub/');
  for (const base of ['a/b', '/a/b', 'a/b/', '/a/b/']) assert.equal(normalBase(base), '/a/b/');
  for (const base of [undefined, '', '/']) assert.equal(normalBase(base), '/');
});

test('compresses where it is understood', async (t) => {
  const { ask } = await trial(t);
  const whole = await ask('/');
  assert.equal(whole.headers['content-encoding'], undefined);
  assert.equal(whole.headers.vary, 'Accept-Encoding');
  for (const [accepted, encoding] of [['gzip, deflate, br', 'br'], ['gzip', 'gzip']]) {
    for (const path of ['/', '/app-0123456789abcdef_bg.wasm', '/texts.txt']) {
      const small = await ask(path, { 'accept-encoding': accepted });
      assert.equal(small.headers['content-encoding'], encoding, path);
      const { headers, body } = await ask(path);
      assert.ok(small.body.length < body.length, path);
      assert.notEqual(small.headers.etag, headers.etag, path);
      assert.equal(small.headers['content-type'], headers['content-type'], path);
    }
  }
  const missing = await ask('/nothing', { 'accept-encoding': 'br' });
  assert.deepEqual([missing.status, missing.headers['content-encoding']], [404, 'br']);
  const picture = await ask('/picture.png', { 'accept-encoding': 'br' });
  assert.equal(picture.headers['content-encoding'], undefined);
});

test('caches for ever only what has a hash', async (t) => {
  const { ask } = await trial(t);
  const wasm = await ask('/app-0123456789abcdef_bg.wasm');
  assert.equal(wasm.headers['cache-control'], 'public, max-age=31536000, immutable');
  assert.equal(wasm.headers['content-type'], 'application/wasm');
  const page = await ask('/');
  assert.equal(page.headers['cache-control'], 'no-cache');
  const { etag } = page.headers;
  assert.equal((await ask('/', { 'if-none-match': etag })).status, 304);
  const other = await ask('/', { 'if-none-match': etag, 'accept-encoding': 'br' });
  assert.equal(other.status, 200);
  for (const [name, expected] of [
    ['app-0123456789abcdef.js', true], ['texts-nb-0123456789ab.txt', true],
    ['app-0123456789abcdef_bg.wasm', true], ['app-0123456789a.js', false],
    ['app-0123456789abcdef0.js', false], ['app-0123456789abx.js', false],
    ['0123456789abcdef.js', false], ['service-worker.js', false],
  ]) assert.equal(hasHash(name), expected, name);
});

test('types that browsers insist on', async (t) => {
  const { ask } = await trial(t);
  const type = async (path) => (await ask(path)).headers['content-type'];
  assert.equal(await type('/'), 'text/html;charset=utf-8');
  assert.equal(await type('/texts.txt'), 'text/plain; charset=utf-8');
  assert.equal(await type('/app.webmanifest'), 'application/manifest+json; charset=utf-8');
  assert.equal(await type('/picture.png'), 'image/png');
});

test('every answer is guarded, and only asking is answered', async (t) => {
  const { ask } = await trial(t);
  const posted = await ask('/', {}, 'POST');
  assert.deepEqual([posted.status, posted.headers.allow], [405, 'GET, HEAD']);
  const head = await ask('/', {}, 'HEAD');
  assert.deepEqual([head.status, head.body.length], [200, 0]);
  for (const { headers } of [posted, head, await ask('/no'), await ask('/sub')]) {
    for (const [name, value] of Object.entries(SECURITY)) {
      assert.equal(headers[name.toLowerCase()], value, name);
    }
  }
});

test('a site that was built anew is sent anew', async (t) => {
  const { ask, put } = await trial(t);
  assert.match((await ask('/')).body.toString(), /start/);
  await new Promise((later) => setTimeout(later, 20));
  put('index.html', 'built anew');
  assert.equal((await ask('/')).body.toString(), 'built anew');
});
