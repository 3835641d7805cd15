// The order of functions: each once, like ones together, and the module does what it did.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { order, ordered } from './order.mjs';

const long = (name) => [1, 2, 3, 4, 5].map((n) => `  (${name} ${n})`).join('\n');

test('each function stands once, the first one first, and like ones follow each other', () => {
  const functions = ['add', 'call', 'load', 'add', 'call', 'load'].map(long);
  assert.deepEqual(order(functions), [0, 3, 1, 4, 2, 5]);
  assert.deepEqual(order([]), []);
  assert.deepEqual(order(['a', 'a', 'b']), [0, 1, 2]);
});

const plus = (name, by) => ` (func $${name} (param $0 i32) (result i32)
  (local.set $0
   (i32.add
    (local.get $0)
    (i32.const ${by})
   )
  )
  (local.get $0)
 )`;
const calls = ` (func $both (param $0 i32) (result i32)
  (call $three
   (call $one
    (local.get $0)
   )
  )
 )`;
const text = `(module
 (type $0 (func (param i32) (result i32)))
 (export "both" (func $both))
${plus('one', 1)}
${calls}
${plus('three', 3)}
)
`;

test('a module in another order does what it did', async () => {
  const after = ordered(text);
  assert.ok(after.indexOf('$three (param') < after.indexOf('$both (param'));
  const folder = mkdtempSync(join(tmpdir(), 'order-test-'));
  const bytes = [text, after].map((one, number) => {
    const [from, to] = [join(folder, `${number}.wat`), join(folder, `${number}.wasm`)];
    writeFileSync(from, one);
    execFileSync(process.execPath, ['node_modules/binaryen/bin/wasm-as', from, '-o', to]);
    return readFileSync(to);
  });
  assert.equal(bytes[0].length, bytes[1].length);
  assert.notDeepEqual(bytes[0], bytes[1]);
  for (const one of bytes) {
    const { instance } = await WebAssembly.instantiate(one);
    assert.equal(instance.exports.both(5), 9);
  }
});
