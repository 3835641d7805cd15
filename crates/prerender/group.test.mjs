// What several entries share, put into few files: nothing is lost, and nothing comes twice.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groups, hold, loader, shortened } from './group.mjs';

/** A module that writes a byte at a place of the memory that it shares, and may be longer. */
function module(place, byte, filling = '') {
  const start = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  // (import "m" "m" (memory 1)), (data (i32.const place) byte)
  const memory = [2, 8, 1, 1, 0x6d, 1, 0x6d, 2, 0, 1];
  const data = [11, 7, 1, 0, 0x41, place, 0x0b, 1, byte];
  const own = Buffer.from(filling);
  assert.ok(own.length < 16_000 && place < 64);
  const length = own.length + 2;
  const more = [0, (length & 0x7f) | 0x80, length >> 7, 1, 0x78];
  return Buffer.concat([Buffer.from([...start, ...memory, ...data, ...more]), own]);
}

/** Words that no compression shortens by much, the same for the same seed. */
function noise(seed, length) {
  let state = seed;
  const letter = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return String.fromCharCode(33 + ((state >> 12) % 90));
  };
  return Array.from({ length }, letter).join('');
}

const alike = noise(1, 300);
const parts = {
  front: ['chunk_1', 'chunk_2', 'chunk_3', 'split_front'],
  reading: ['chunk_1', 'chunk_2', 'chunk_4', 'split_reading'],
  rest: ['chunk_1', 'chunk_2', 'chunk_3', 'chunk_4', 'split_rest'],
  mending: ['chunk_1', 'split_mending'],
};
const modules = {
  chunk_1: module(1, 11, alike),
  chunk_2: module(2, 12, `${alike}.`),
  chunk_3: module(3, 13, noise(3, 8000)),
  chunk_4: module(4, 14, noise(4, 8000)),
  split_front: module(5, 15, alike),
  split_reading: module(6, 16, alike),
  split_rest: module(7, 17, alike),
  split_mending: module(8, 18, alike),
};

test('each shared file is in one group, and what is an entry’s alone in none', () => {
  const all = groups(parts, modules).flat().sort();
  assert.deepEqual(all, ['chunk_1', 'chunk_2', 'chunk_3', 'chunk_4']);
});

test('files that nearly the same entries load become one, large ones of others do not', () => {
  assert.deepEqual(groups(parts, modules), [['chunk_3'], ['chunk_4'], ['chunk_1', 'chunk_2']]);
});

test('the order in which files are named changes nothing', () => {
  const turned = Object.fromEntries(Object.entries(modules).reverse());
  assert.deepEqual(groups(parts, turned), groups(parts, modules));
});

/** A script as wasm-split writes it, where a file is a function that notes that it was asked. */
const fetcher = (name) => `() => {
    const src = fetch(new URL("./${name}.wasm", import.meta.url));
    src.catch(() => {});
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
`;

function written() {
  const chunks = Object.keys(modules).filter((name) => name.startsWith('chunk_'));
  const shared = chunks.map((name) => `/* several */
const __${name} = makeLoad(${fetcher(name)}, []);
`);
  const loads = Object.entries(parts).map(([entry, names]) => {
    const of = names.filter((name) => name.startsWith('chunk_')).map((name) => `__${name}`);
    return `export const load_${entry} = makeLoad(${fetcher(`split_${entry}`)}, [${of.join(', ')}]);
`;
  });
  return [...shared, ...loads].join('');
}

/** Runs a script with these files; which were asked for, and the memory that they wrote to. */
async function run(script, files, entry) {
  const asked = [];
  const memory = new WebAssembly.Memory({ initial: 1 });
  const fetch = async (name) => {
    asked.push(name);
    const bytes = files[name.slice(2, -'.wasm'.length)];
    return { ok: Boolean(bytes), url: name, arrayBuffer: async () => bytes };
  };
  const plain = script.replaceAll('import.meta.url', '""').replaceAll('export ', '');
  const makeLoad = (begin, others) => async () => {
    const instantiate = begin();
    await Promise.all(others.map((other) => other()));
    return instantiate({ m: { m: memory } });
  };
  const load = new Function('fetch', 'makeLoad', 'URL', `${plain}; return load_${entry};`);
  await load(fetch, makeLoad, String)();
  return { asked, bytes: [...new Uint8Array(memory.buffer, 0, 10)] };
}

test('each entry gets all that it needs, by files each of which is asked for once', async () => {
  const joined = [['chunk_1', 'chunk_2'], ['chunk_3'], ['chunk_4']];
  const files = { ...modules, chunk_1: hold([modules.chunk_1, modules.chunk_2]) };
  delete files.chunk_2;
  const script = loader(written(), joined);
  assert.ok(!script.includes('chunk_2'), script);
  for (const [entry, names] of Object.entries(parts)) {
    const { asked, bytes } = await run(script, files, entry);
    assert.equal(new Set(asked).size, asked.length, `${entry}: ${asked}`);
    for (const name of names) {
      const place = Object.keys(modules).indexOf(name) + 1;
      assert.equal(bytes[place], place + 10, `${entry} lacks ${name}`);
    }
  }
});

test('a file that is not whole changes nothing', async () => {
  const broken = Buffer.from(modules.chunk_2).fill(0xff, 0, 4);
  const files = { ...modules, chunk_1: hold([modules.chunk_1, broken]) };
  const script = loader(written(), [['chunk_1', 'chunk_2'], ['chunk_3'], ['chunk_4']]);
  const memory = await run(script, files, 'mending').catch((error) => error);
  assert.ok(memory instanceof WebAssembly.CompileError, memory);
});

test('a module imports by other names, and is the same besides', async () => {
  const long = shortened(modules.chunk_3, new Map([['m', 'memory']]));
  const [{ module: from, name }] = WebAssembly.Module.imports(await WebAssembly.compile(long));
  assert.deepEqual([from, name], ['memory', 'memory']);
  assert.deepEqual(shortened(long, new Map([['memory', 'm']])), Buffer.from(modules.chunk_3));
  assert.deepEqual(shortened(modules.chunk_3, new Map()), Buffer.from(modules.chunk_3));
});

test('a module that holds others is the first of them to whoever reads it', async () => {
  const held = await WebAssembly.compile(hold([modules.chunk_1, modules.chunk_3]));
  const imports = WebAssembly.Module.imports(held);
  assert.deepEqual(imports, [{ module: 'm', name: 'm', kind: 'memory' }]);
  assert.equal(WebAssembly.Module.customSections(held, 'p').length, 1);
});
