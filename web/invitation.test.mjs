// What the page of a respondent reads by itself is what the core reads, or nothing.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const file = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const values = {
  INVITATION: '"i1."', INSTRUMENT: '1', KINDS: '5', NAME_LIMIT: '120', MESSAGE_LIMIT: '500',
};
const script = file('invitation.js').replace(/CONSTANTS\.([A-Z_]+)/g, (name, key) => {
  assert.ok(values[key], name);
  return values[key];
});
const module = Buffer.from(script).toString('base64');
const { read } = await import(`data:text/javascript;base64,${module}`);
/** As the page takes it: what throws is not shown either. */
const shown = (fragment) => read(fragment).catch(() => null);

const { links } = JSON.parse(file('../crates/core/tests/golden/invitations.json'));
const KINDS = ['municipality', 'county', 'state', 'joint', 'other'];
const LEVELS = ['political', 'executive', 'operational'];
const EXPECTED = ['unknown', 'one', 'two', 'more'];

test('golden invitations say what they say for ever, or nothing', async () => {
  let read = 0;
  for (const row of links) {
    const told = await shown(row.link);
    if (!told) continue;
    read += 1;
    assert.deepEqual({ ...told, last: told.last?.toISOString().slice(0, 10) ?? null }, {
      kind: KINDS.indexOf(row.kind),
      level: LEVELS.indexOf(row.level),
      expected: EXPECTED.indexOf(row.expected),
      items: row.themes === 'all' ? 6 : row.themes.split(' ').length,
      last: row.last,
      name: row.texts[1] ?? '',
      procurement: row.texts[2] ?? '',
      message: row.texts[3] ?? '',
    }, row.what);
  }
  // All but those whose texts are longer or stranger than most.
  assert.equal(read, links.length - 2);
});

test('what the specification refuses is not shown', async () => {
  const row = /^\| `(i1\.[^`]+)` \| (\w+) \| (?!`)[^|]*\|$/gm;
  const rows = file('../docs/link-format.md').matchAll(row);
  const refused = [...rows].filter(([, , reason]) => !/^\d$/.test(reason));
  assert.ok(refused.length > 10, `${refused.length} rows`);
  for (const [row, link] of refused) assert.equal(await shown(link), null, row);
});

test('nothing that was changed on the way is shown', async () => {
  for (const { link } of links) {
    for (let at = 0; at < link.length; at += 1) {
      for (const other of ['A', '_', '-', '+', '=', ' ', '%', '.', 'ø', '']) {
        const changed = link.slice(0, at) + other + link.slice(at + 1);
        if (changed !== link) assert.equal(await shown(changed), null, changed);
      }
      assert.equal(await shown(link.slice(0, at)), null);
      assert.equal(await shown(link.slice(at + 1)), null);
    }
  }
  for (const end of ['.', '=', '&', '/', ' ', 'A']) {
    for (const { link } of links) assert.equal(await shown(link + end), null, link + end);
  }
});

/** An invitation with these bytes behind its figures, rightly summed. */
function made(...texts) {
  const bytes = [1, 0, 0, 0, 0, 0, 0, 0x10, 0xfc, 0xff, 0xff, ...texts];
  let sum = -1;
  for (const byte of [...Buffer.from('i1.'), ...bytes]) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  const end = Buffer.alloc(4);
  end.writeUInt32BE(~sum >>> 0);
  return `i1.${Buffer.concat([Buffer.from(bytes), end]).toString('base64url')}`;
}

test('texts that are odd are left to the app', async () => {
  const named = (text) => made(0, 1, Buffer.from(text).length, ...Buffer.from(text));
  assert.equal((await shown(named('Ås kommune'))).name, 'Ås kommune');
  assert.equal((await shown(named('Várdobáiki – «Čáhcesuolu»'))).name, 'Várdobáiki – «Čáhcesuolu»');
  assert.equal((await shown(named('Svar 🧭'))).name, 'Svar 🧭');
  for (const odd of [
    'a\u202eb', 'a\u0007b', 'a\nb', 'a\tb', 'עיר', '🧭\ufe0f', 'a\u200bb', 'a\u2028b', 'a\u0085b',
  ]) {
    assert.equal(await shown(named(odd)), null, JSON.stringify(odd));
  }
  for (const wrong of [
    [0], [2], [0, 1], [0, 1, 0], [0, 1, 2, 97], [0, 1, 0x81, 0, 97], [0, 5, 1, 97], [0, 0, 1, 97],
    [0, 2, 1, 97, 1, 1, 97], [0, 1, 1, 97, 1, 1, 97], [0, 1, 1, 0xff], [0, 4, 1, 97],
    [1, 3, 0], [1, 0xff],
  ]) assert.equal(await shown(made(...wrong)), null, wrong.join());
});

test('what grows out of a few bytes is left to the app', async () => {
  const { deflateRawSync } = await import('node:zlib');
  const packed = (text) => {
    const bytes = Buffer.from(text);
    const block = Buffer.from([3, (bytes.length & 127) | 128, bytes.length >> 7, ...bytes]);
    return made(1, ...deflateRawSync(block));
  };
  assert.equal((await shown(packed('Hei. '.repeat(100)))).message.length, 500);
  assert.equal(await shown(packed('Hei. '.repeat(101))), null);
  const much = deflateRawSync(Buffer.alloc(1 << 24, 97));
  assert.equal(await shown(made(1, ...much.subarray(0, 2000))), null);
});
