// @ts-check
// Reads an invitation (docs/link-format.md, "Invitations") for the page that shows it before the
// app is there. Only what is plain: of the rest it says nothing, and the app, which knows the
// whole format, says what it is.

/**
 * @typedef {{
 *   kind: number, level: number, expected: number, items: number, last: Date | null,
 *   name: string, procurement: string, message: string,
 * }} Invitation
 */

const EPOCH = Date.UTC(2000, 0, 1);
const DAY = 24 * 60 * 60 * 1000;
/** No last day. */
const NO_DAY = 0xffff;
/** Bytes before the texts, and of the checksum. */
const FIGURES = 11;
const SUM = 4;

/** The days since 2000-01-01 as a day. @param {number} number */
const dayOf = (number) => new Date(EPOCH + number * DAY);

/** Letters that nobody writes from right to left, and nothing that cannot be seen. */
const LETTERS = '[ -~\\u00a0-\\u024f\\u2010-\\u2027\\u20ac\\p{Extended_Pictographic}]';
/** @type {Readonly<Record<number, RegExp>>} */
const TEXTS = {
  1: new RegExp(`^${LETTERS}{1,${CONSTANTS.NAME_LIMIT}}$`, 'u'),
  2: new RegExp(`^${LETTERS}{1,${CONSTANTS.NAME_LIMIT}}$`, 'u'),
  3: new RegExp(`^(${LETTERS}|\\n){1,${CONSTANTS.MESSAGE_LIMIT}}$`, 'u'),
  4: /^[\w.+-]{1,120}@[\w.-]{1,120}$/,
};

/**
 * The bytes of base64url without padding; none where another text would give the same.
 * @param {string} data
 */
function bytesOf(data) {
  const plain = data.replaceAll('-', '+').replaceAll('_', '/');
  let read;
  try { read = atob(plain); } catch { return null; }
  if (/[+/=\s]/.test(data) || btoa(read).replace(/=+$/, '') !== plain) return null;
  return Uint8Array.from(read, (one) => one.charCodeAt(0));
}

/** CRC-32 (ISO-HDLC). @param {Iterable<number>} bytes */
function checksum(bytes) {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/**
 * What was compressed, if it is no longer than the longest texts are.
 * @param {Uint8Array<ArrayBuffer>} packed
 */
async function inflated(packed) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const most = 8 * CONSTANTS.MESSAGE_LIMIT;
  const block = [];
  const reader = stream.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    if (block.length + read.value.length > most) return null;
    block.push(...read.value);
  }
  return Uint8Array.from(block);
}

/**
 * The texts by their numbers.
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
async function textsOf(bytes) {
  /** @type {Record<number, string>} */
  const texts = {};
  if (!bytes.length) return texts;
  const form = bytes[0];
  const block = form === 0 ? bytes.subarray(1) : form === 1 && await inflated(bytes.slice(1));
  if (!block) return null;
  let last = 0;
  for (let at = 0; at < block.length || !last;) {
    const number = block[at] ?? 0;
    const low = block[at + 1] ?? 0;
    // Two bytes hold any length that a text here may have.
    const high = low > 127 ? block[at + 2] ?? 0 : -1;
    if (number <= last || high === 0 || high > 127) return null;
    const length = (low & 127) + (high > 0 ? high << 7 : 0);
    const from = at + (high > 0 ? 3 : 2);
    const text = block.subarray(from, from + length);
    if (text.length !== length) return null;
    const read = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(text);
    if (!TEXTS[number]?.test(read)) return null;
    texts[number] = read;
    last = number;
    at = from + length;
  }
  return texts;
}

/**
 * The invitation in what stands behind `#`, if it is a whole and plain one.
 * @param {string} fragment
 * @returns {Promise<Invitation | null>}
 */
export async function read(fragment) {
  const prefix = CONSTANTS.INVITATION;
  // Longer than what is plain can be.
  if (!fragment.startsWith(prefix) || fragment.length > 8 * CONSTANTS.MESSAGE_LIMIT) return null;
  const bytes = bytesOf(fragment.slice(prefix.length));
  if (!bytes || bytes.length < FIGURES + SUM) return null;
  const payload = bytes.subarray(0, -SUM);
  const view = new DataView(bytes.buffer);
  const whole = [...prefix].map((one) => one.charCodeAt(0)).concat(...payload);
  if (view.getUint32(payload.length) !== checksum(whole)) return null;
  const [instrument, about = 0] = payload;
  const round = view.getUint8(7);
  const themes = view.getUint8(8);
  const last = view.getUint16(9);
  const kind = about & 15;
  const level = about >> 5;
  // Of a newer version, or wrong.
  if (instrument !== CONSTANTS.INSTRUMENT || round & 3 || round < 16) return null;
  if (themes & 3 || !themes || kind >= CONSTANTS.KINDS || level > 2) return null;
  const texts = await textsOf(payload.subarray(FIGURES));
  return texts && {
    kind,
    level,
    expected: (round >> 2) & 3,
    items: themes.toString(2).replaceAll('0', '').length,
    last: last === NO_DAY ? null : dayOf(last),
    name: texts[1] ?? '',
    procurement: texts[2] ?? '',
    message: texts[3] ?? '',
  };
}
