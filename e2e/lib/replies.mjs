// Replies as links, written from docs/link-format.md alone: a second implementation beside that
// of the core.
import { crc32 } from 'node:zlib';

/** The tag of the panel of an assessment that is kept under an id. */
export function tag(id) {
  const mask = (1n << 64n) - 1n;
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(id)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & mask;
  hash ^= hash >> 40n;
  return [...Array(5).keys()].map((n) => Number((hash >> BigInt(8 * (4 - n))) & 255n));
}

const levels = ['political', 'executive', 'operational'];
const codes = { '-': 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, dk: 6, na: 7 };

/**
 * A reply: `answers` are the six of its level, `seen` those of others by level.
 *
 * @param {{ of: string, level: string, who: number, answers: string[], number?: number,
 *   round?: number, sent?: number, seen?: Record<string, string[]>,
 *   comments?: Record<number, string> }} reply
 */
export function reply({
  of, level, who, answers, number = 1, round = 1, sent = 849_000_000, seen = {}, comments = {},
}) {
  const place = levels.indexOf(level);
  const all = levels.flatMap((one) => (one === level ? answers : seen[one] ?? Array(6).fill('-')));
  const bits = all.reduce((sum, answer) => (sum << 3n) | BigInt(codes[answer]), 0n) << 2n;
  const bytes = [
    1, (round << 4) | (place << 2), ...tag(of), ...Array(5).fill(who), number,
    ...[24, 16, 8, 0].map((by) => (sent >>> by) & 255),
    ...[...Array(7).keys()].map((n) => Number((bits >> BigInt(8 * (6 - n))) & 255n)),
  ];
  const texts = Object.entries(comments).flatMap(([theme, text]) => {
    const utf8 = [...Buffer.from(text)];
    return [18 + 3 * (6 * place + Number(theme)), utf8.length, ...utf8];
  });
  if (texts.length > 0) bytes.push(0, ...texts);
  const sum = crc32(Buffer.from([...Buffer.from('s1.'), ...bytes]));
  const data = Buffer.from([...bytes, ...[24, 16, 8, 0].map((by) => (sum >>> by) & 255)]);
  return `s1.${data.toString('base64url')}`;
}
