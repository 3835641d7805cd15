// One zip for hosts: `node packaging/pack.mjs DIST SINGLE.html OUT.zip`. The same bytes from the
// same site, whenever and wherever it is made: fixed order, times and rights.
import { zipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withCompressed } from './compress.mjs';
import { licences, rustLibrary } from './licences.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));

/** What lies beside the site: its place in the project and in the package. */
const papers = [
  ['docs/hosting.md', 'hosting.md'],
  ['CHANGELOG.md', 'CHANGELOG.md'],
  ['LICENSE-MIT', 'licences/LICENSE-MIT'],
  ['LICENSE-APACHE', 'licences/LICENSE-APACHE'],
];

/** Every file of a folder by its path, sorted. */
export function filesOf(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const named = paths.map((path) => [relative(folder, path).split(sep).join('/'), path]);
  return new Map(named.sort().map(([name, path]) => [name, readFileSync(path)]));
}

export const version = () =>
  readFileSync(join(root, 'Cargo.toml'), 'utf8').match(/^version = "([^"]+)"/m)[1];

const hash = (bytes) => createHash('sha256').update(bytes).digest('hex');

/**
 * The bytes of the package of a built site and its edition in one file. `quality` is brotli's.
 */
export function pack(dist, single, quality) {
  const files = new Map();
  for (const [name, bytes] of withCompressed(filesOf(dist), quality)) {
    files.set(`site/${name}`, bytes);
  }
  files.set('forankring.html', readFileSync(single));
  for (const [from, to] of papers) files.set(to, readFileSync(join(root, from)));
  files.set('licences/LICENCES.txt', Buffer.from(licences()));
  files.set('licences/rust-standard-library.html', rustLibrary());
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const sums = sorted.map(([name, bytes]) => `${hash(bytes)}  ${name}\n`).join('');
  const top = `forankring-${version()}`;
  const entries = [...sorted, ['SHA256SUMS', Buffer.from(sums)]].map(([name, bytes]) => {
    // What is compressed already is stored as it is.
    const level = /\.(br|gz|png)$/.test(name) ? 0 : 9;
    return [`${top}/${name}`, [bytes, { level }]];
  });
  // The earliest moment that a zip can name, in any time zone; rights as on Unix, rw-r--r--.
  return zipSync(Object.fromEntries(entries), {
    mtime: new Date(1980, 0, 1), os: 3, attrs: 0o100644 << 16,
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , dist, single, out] = process.argv;
  if (!dist || !single || !out) {
    console.error('usage: node packaging/pack.mjs DIST SINGLE.html OUT.zip');
    process.exit(1);
  }
  const bytes = pack(dist, single);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, bytes);
  console.log(`${hash(bytes)}  ${out}`);
}
