// Invitations as links, and replies read from theirs, written from docs/link-format.md alone: a
// second implementation beside that of the core.
import assert from 'node:assert/strict';
import { crc32, deflateRawSync } from 'node:zlib';
import { tag } from './replies.mjs';

const levels = ['political', 'executive', 'operational'];
const kinds = ['municipality', 'county', 'state', 'joint', 'other'];
const codes = ['-', '1', '2', '3', '4', '5', 'dk', 'na'];
const four = (number) => [24, 16, 8, 0].map((by) => (number >>> by) & 255);

function linked(prefix, bytes) {
  const sum = crc32(Buffer.from([...Buffer.from(prefix), ...bytes]));
  return prefix + Buffer.from([...bytes, ...four(sum)]).toString('base64url');
}

/** A length in seven bits a byte. */
const leb = (length) => (length < 128 ? [length] : [length & 127 | 128, ...leb(length >> 7)]);

/**
 * @param {{ of?: string, level?: string, kind?: string, round?: number, expected?: number,
 *   themes?: number, last?: number, name?: string, message?: string, mail?: string }} invitation
 *   `themes`: six bits, that of the first theme the highest; `last`: days since 2000
 */
export function invitation({
  of = 'aaaaaaaaaaaaaaab', level = 'executive', kind = 'municipality', round = 1, expected = 3,
  themes = 63, last = 0xffff, name = '', message = '', mail = '',
} = {}) {
  const bytes = [
    1, kinds.indexOf(kind) | (levels.indexOf(level) << 5), ...tag(of),
    (round << 4) | (expected << 2), themes << 2, last >> 8, last & 255,
  ];
  const texts = [[1, name], [3, message], [4, mail]].filter(([, text]) => text)
    .flatMap(([number, text]) => {
      const utf8 = [...Buffer.from(text)];
      return [number, ...leb(utf8.length), ...utf8];
    });
  if (texts.length > 0) {
    const packed = deflateRawSync(Buffer.from(texts), { level: 9 });
    const shorter = packed.length < texts.length;
    bytes.push(...(shorter ? [1, ...packed] : [0, ...texts]));
  }
  return linked('i1.', bytes);
}

/** What a reply says: who, the how-manieth, and the answers of all levels. */
export function read(link) {
  const [, text] = link.match(/#(s1\.[\w-]+)$/);
  const bytes = [...Buffer.from(text.slice(3), 'base64url')];
  assert.equal(linked('s1.', bytes.slice(0, -4)), text, 'the checksum is right');
  const bits = bytes.slice(17, 24).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n) >> 2n;
  const answers = [...Array(18).keys()].map((n) => codes[Number((bits >> BigInt(3 * (17 - n))) & 7n)]);
  return {
    length: text.length,
    round: bytes[1] >> 4,
    level: levels[(bytes[1] >> 2) & 3],
    who: Buffer.from(bytes.slice(7, 12)).toString('hex'),
    number: bytes[12],
    answers: levels.map((_, n) => answers.slice(6 * n, 6 * n + 6).join('')),
    hasTexts: bytes.length > 28,
  };
}
