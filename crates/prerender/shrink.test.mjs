// What makes parts small: the same as wasm-opt's own command, and never more than before.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import binaryen from 'binaryen';
import { optimised, put, understood } from './shrink.mjs';

const page = readFileSync(new URL('../../index.html', import.meta.url), 'utf8');
const parameters = ['-Oz', ...page.match(/data-wasm-opt-params="([^"]*)"/)[1].split(' ')];
const folder = mkdtempSync(join(tmpdir(), 'shrink-test-'));

/** Functions with something to fold, to share and to leave out, of the same signature. */
const some = (n) => ` (func $f${n} (param $a i32) (param $b i32) (result i32)
  (local $c i32)
  (local.set $c (i32.add (i32.const ${n}) (i32.mul (local.get $a) (i32.const ${n % 3}))))
  (if (i32.gt_s (local.get $b) (i32.const 0))
   (then (local.set $c
    (call $f${(n + 7) % 40} (local.get $c) (i32.sub (local.get $b) (i32.const 1))))))
  (i32.store (i32.const ${1024 + 4 * n}) (local.get $c))
  (i32.xor (local.get $a) (local.get $c))
 )`;
const names = [...Array(40).keys()];
const module = `(module
 (memory 1)
${names.map((n) => ` (export "${n}" (func $f${n}))`).join('\n')}
${names.map(some).join('\n')}
)`;

function bytes() {
  const parsed = binaryen.parseText(module);
  const made = parsed.emitBinary();
  parsed.dispose();
  return made;
}

/** What its functions give. */
async function results(wasm) {
  const { instance } = await WebAssembly.instantiate(wasm);
  return names.map((n) => instance.exports[n](n * 3 - 20, n % 4));
}

test('it does what wasm-opt does with the parameters of index.html, byte for byte', async () => {
  const [from, to] = ['in.wasm', 'out.wasm'].map((name) => join(folder, name));
  writeFileSync(from, bytes());
  execFileSync(process.execPath, [
    'node_modules/binaryen/bin/wasm-opt', ...parameters, from, '-o', to,
  ]);
  const small = optimised(bytes(), understood(parameters));
  assert.deepEqual(Buffer.from(small), readFileSync(to));
  assert.ok(small.length < bytes().length);
  assert.deepEqual(await results(small), await results(bytes()));
});

test('in order, a module does what it did', async () => {
  const asked = understood(parameters);
  const small = optimised(bytes(), asked);
  assert.deepEqual(await results(put(small, asked)), await results(bytes()));
});

test('a parameter that is not known stops the build', () => {
  for (const one of ['-O3', '--enable-gc', '--pass-arg=x@y', '--flatten=2', 'module.wasm']) {
    assert.throws(() => understood([one]), /is not known here/, one);
  }
});
