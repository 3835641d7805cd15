// The settings in docs/hosting.md, each in the real server: every kind of file is asked for.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { extname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { withCompressed } from '../packaging/compress.mjs';
import { alive, choose, figures, saved, shown, useBrowser } from './lib/site.mjs';
import { absent, module, serve } from './lib/servers.mjs';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
};
const small = new Set(Object.keys(types).filter((ending) => ending !== '.png'));
const hashed = /-[0-9a-f]{16}/;
const forEver = 'public, max-age=31536000, immutable';
const security = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
};

/** A plain request: nothing is followed, unpacked or added. */
const ask = (address, headers = {}) => new Promise((resolve, reject) => {
  const asked = request(address, { headers, agent: false }, (answer) => {
    const parts = [];
    answer.on('data', (part) => parts.push(part));
    answer.on('end', () => resolve({
      status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts),
    }));
  });
  asked.on('error', reject);
  asked.end();
});

const safe = (headers, path) => {
  for (const [name, value] of Object.entries(security)) {
    assert.equal(headers[name], value, `${path} ${name}`);
  }
};

const unpack = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  undefined: (bytes) => bytes,
};

/** Every file of the site by its path, and what is no part of it but must be served as well. */
function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(br|gz)$|^\./.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length));
}

/** Puts compressed copies beside the files, as the package has them, only quicker. */
function compressed(folder) {
  const written = new Map(files(folder).map((path) => [path, readFileSync(join(folder, path))]));
  for (const [path, bytes] of withCompressed(written, 4)) {
    if (!written.has(path)) writeFileSync(join(folder, path), bytes);
  }
}

const folded = (folder) => {
  mkdirSync(join(folder, 'tom'));
  writeFileSync(join(folder, 'tom/hemmelig.txt'), 'x');
  writeFileSync(join(folder, 'prove.css'), `/* ${'x'.repeat(2000)} */`);
};

const brotli = module('nginx', 'ngx_http_brotli_static_module.so');
const cases = [
  { kind: 'nginx', encodings: ['gzip'] },
  { kind: 'nginx', path: '/', encodings: ['gzip'], ahead: true },
  {
    kind: 'nginx', name: 'nginx with brotli', encodings: ['br', 'gzip'], ahead: true,
    skip: brotli ? false : 'its module for brotli is not installed here',
    more: { load: `load_module ${brotli};` },
    edit: (text) => text.replace('# brotli_static', 'brotli_static'),
  },
  { kind: 'apache', encodings: ['br', 'gzip'] },
  {
    kind: 'apache', path: '/', encodings: ['br', 'gzip'], ahead: true,
  },
];

const browser = useBrowser();

for (const one of cases) {
  const { kind, path, encodings, ahead = false, skip = false, more, edit } = one;
  const where = path === '/' ? 'at the root' : 'below a path';
  const how = ahead ? 'compressed ahead' : 'as built';
  describe(`${one.name ?? kind} ${where}, ${how}`, { skip: absent(kind) || skip }, () => {
    let host;
    let all;
    before(async () => {
      host = await serve(kind, {
        path, more, edit, change: (folder) => { folded(folder); if (ahead) compressed(folder); },
      });
      all = files(host.folder);
    });
    after(() => host?.stop());

    test('every file comes with its type, its lifetime and what keeps it safe', async () => {
      const endings = new Set(all.map((path) => extname(path)));
      assert.deepEqual([...endings].sort(), Object.keys(types).sort());
      for (const path of all) {
        const { status, headers, body } = await ask(host.address + path);
        assert.equal(status, 200, path);
        assert.equal(headers['content-type']?.toLowerCase(), types[extname(path)], path);
        assert.equal(headers['content-encoding'], undefined, path);
        assert.equal(headers['cache-control'], hashed.test(path) ? forEver : 'no-cache', path);
        safe(headers, path);
        assert.deepEqual(body, readFileSync(join(host.folder, path)), path);
      }
    });

    test('what can be made smaller is, each encoding by itself, and nothing twice', async () => {
      for (const path of all.filter((path) => !path.includes('tom/'))) {
        for (const offer of ['br', 'gzip', 'gzip, deflate, br, zstd']) {
          const answer = await ask(host.address + path, { 'accept-encoding': offer });
          const { status, headers, body } = answer;
          const best = encodings.find((one) => offer.includes(one));
          // What is smaller than its wrapping some servers leave as it is.
          const tiny = readFileSync(join(host.folder, path)).length < 200;
          const left = tiny && headers['content-encoding'] === undefined;
          const wanted = small.has(extname(path)) && !left ? best : undefined;
          const said = `${path} for ${offer}`;
          assert.equal(status, 200, said);
          assert.equal(headers['content-encoding'], wanted, said);
          assert.equal(headers['content-type']?.toLowerCase(), types[extname(path)], said);
          assert.equal(headers['cache-control'], hashed.test(path) ? forEver : 'no-cache', said);
          if (wanted) assert.match(headers.vary ?? '', /accept-encoding/i, said);
          const plain = wanted ? unpack[wanted](body) : body;
          assert.deepEqual(plain, readFileSync(join(host.folder, path)), said);
        }
        const { headers } = await ask(host.address + path);
        if (small.has(extname(path))) assert.match(headers.vary ?? '', /accept-enc/i, path);
      }
    });

    test('what is known is not sent again', async () => {
      for (const path of ['', 'worker.js', 'en/resultat/']) {
        for (const offer of ['identity', ...encodings]) {
          const how = { 'accept-encoding': offer };
          const first = await ask(host.address + path, how);
          const tag = first.headers.etag;
          assert.ok(tag, path);
          const again = await ask(host.address + path, { ...how, 'if-none-match': tag });
          assert.equal(again.status, 304, `${path} ${offer} ${tag}`);
        }
      }
    });

    test('what is not there is the page for it, and is not kept', async () => {
      const page = readFileSync(join(host.folder, '404.html'));
      for (const path of [
        'ingen', 'en/ingen/', 'forankring-0123456789abcdef.js',
        'forankring-0123456789abcdef_bg.wasm', 'resultat/%23r1.AUEmYSnLuCnLuAYwlgBzjP2I',
      ]) {
        const { status, headers, body } = await ask(host.address + path);
        assert.equal(status, 404, path);
        assert.equal(headers['content-type']?.toLowerCase(), types['.html'], path);
        assert.equal(headers['cache-control'], 'no-cache', path);
        safe(headers, path);
        assert.deepEqual(body, page, path);
      }
    });

    test('folders lead to their page, and no folder is listed', async () => {
      for (const path of ['vurdering', 'en/resultat']) {
        const { status, headers } = await ask(host.address + path);
        assert.equal(status, 301, path);
        assert.equal(new URL(headers.location, host.address).href, `${host.address}${path}/`);
      }
      const base = new URL(host.address).pathname;
      if (base !== '/') {
        const { status, headers } = await ask(host.address.slice(0, -1));
        assert.equal(status, 301);
        assert.equal(new URL(headers.location, host.address).href, host.address);
      }
      const { status, body } = await ask(`${host.address}tom/`);
      assert.ok([403, 404].includes(status), `${status}`);
      assert.doesNotMatch(body.toString(), /hemmelig/);
    });

    test('in a browser it starts, keeps, and opens a link whose # became %23', async () => {
      const page = await browser.open(null);
      await page.goto(`${host.address}vurdering/`);
      await alive(page);
      await choose(page, 'political.goal', '3');
      await saved(page);
      assert.deepEqual(page.problems, []);
      await page.goto(`${host.address}resultat/%23r1.AUEmYSnLuCnLuAYwlgBzjP2I`);
      await page.waitForURL(/resultat\/#r1\./);
      await shown(page);
      assert.equal((await figures(page)).levels.length, 3);
    });
  });
}
