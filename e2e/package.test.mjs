// The package for hosts: all of the site and what belongs to it, the same bytes each time.
import { unzipSync } from 'fflate';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { crates } from '../packaging/licences.mjs';
import { filesOf, pack, version } from '../packaging/pack.mjs';

const dist = process.env.DIST ?? new URL('../dist/', import.meta.url).pathname;
/** brotli's, lower than in the package that is given away: ten seconds less. */
const quality = 4;
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** The package's files, without the folder that all of them are in. */
function unpacked(bytes) {
  const top = `forankring-${version()}/`;
  return new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => {
    assert.ok(name.startsWith(top), name);
    return [name.slice(top.length), Buffer.from(content)];
  }));
}

const single = process.env.SINGLE;
const bytes = pack(dist, single, quality);
const files = unpacked(bytes);

test('a copy of the site, packed elsewhere in the world, is the same to the byte', () => {
  const copy = mkdtempSync(join(tmpdir(), 'forankring-pack-'));
  try {
    // Written anew: other times, another order in the folder.
    cpSync(dist, copy, { recursive: true });
    const module = new URL('../packaging/pack.mjs', import.meta.url).href;
    const script = `const { pack } = await import(${JSON.stringify(module)});
      process.stdout.write(pack(${JSON.stringify(copy)}, ${JSON.stringify(single)}, ${quality}));`;
    const again = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      env: { ...process.env, TZ: 'Pacific/Auckland' }, maxBuffer: 1 << 28,
    });
    assert.equal(sha256(again), sha256(bytes));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

test('it holds the whole site, and each compressed form is that of the file beside it', () => {
  for (const [name, content] of filesOf(dist)) {
    assert.deepEqual(files.get(`site/${name}`), content, name);
  }
  const unpack = { br: brotliDecompressSync, gz: gunzipSync };
  let forms = 0;
  for (const [name, content] of files) {
    const [, of, form] = name.match(/^(.*)\.(br|gz)$/) ?? [];
    if (!form) continue;
    forms += 1;
    assert.deepEqual(unpack[form](content), files.get(of), name);
  }
  assert.ok(forms > 80, `${forms} compressed files`);
});

test('the checksums are those of all files, and of nothing else', () => {
  const lines = files.get('SHA256SUMS').toString().trim().split('\n');
  const sums = lines.map((line) => line.split('  '));
  const expected = [...files].filter(([name]) => name !== 'SHA256SUMS')
    .map(([name, content]) => [sha256(content), name]);
  assert.deepEqual(sums, expected);
});

test('every crate that is linked is named with its licence, and no text is missing', () => {
  const text = files.get('licences/LICENCES.txt').toString();
  const linked = crates();
  for (const { name } of [{ name: 'yew' }, { name: 'wasm-bindgen' }, { name: 'fast_qr' }]) {
    assert.ok(linked.some((one) => one.name === name), name);
  }
  for (const { name, version, license } of linked) {
    assert.ok(text.includes(`${name} ${version} (${license})`), name);
  }
  assert.match(text, /@digdir\/designsystemet-css .*\(MIT\)/);
  for (const words of ['Permission is hereby granted', 'Apache License']) {
    assert.ok(text.includes(words), words);
  }
  assert.match(files.get('licences/rust-standard-library.html').toString(), /Copyright notices/);
  const hosting = new URL('../docs/hosting.md', import.meta.url);
  assert.deepEqual(files.get('hosting.md'), readFileSync(hosting));
});
