// A copy of a site for sirv: the files as they stand, and beside each its compressed
// forms, kept by content so that each is made once.
import { createHash } from 'node:crypto';
import {
  cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync,
  renameSync, rmSync, writeFileSync,
} from 'node:fs';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import * as zlib from 'node:zlib';

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

/** By their endings. As good as hosts that compress ahead of time: sizes are measured on it. */
const FORMS = {
  br: (bytes) => brotli(bytes, { params: { [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  gz: (bytes) => gzip(bytes, { level: 9 }),
};

/** Text and WebAssembly; pictures and fonts are compressed by themselves. */
const COMPRESSIBLE = /\.(html|css|js|mjs|json|map|webmanifest|wasm|svg|txt|md|xml|csv)$/;

/** Jobs at a time; Node has threads of its own for compressing. */
const AT_ONCE = 4;

/** All files below a folder, by their paths in it. */
export function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1))
    .sort();
}

/** A folder with what stands in `folder`, but for links that lead out of it. */
export function copyOf(folder, cache) {
  const root = realpathSync(folder);
  const ours = (path) => {
    const real = realpathSync(path);
    return real === root || real.startsWith(root + sep);
  };
  mkdirSync(cache, { recursive: true });
  const copy = mkdtempSync(join(cache, 'copy-'));
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
  cpSync(root, copy, { recursive: true, dereference: true, preserveTimestamps: true, filter: ours });
  return copy;
}

/** A file's content in one of the forms. */
export async function compressed(bytes, form, cache) {
  const kept = join(cache, `${createHash('sha256').update(bytes).digest('hex')}.${form}`);
  if (existsSync(kept)) return readFileSync(kept);
  const small = await FORMS[form](bytes);
  mkdirSync(cache, { recursive: true });
  // In one go: another program may look for it at the same time.
  writeFileSync(`${kept}.${process.pid}`, small);
  renameSync(`${kept}.${process.pid}`, kept);
  return small;
}

/** Puts the compressed forms, where they are smaller, beside the files of a copy. */
export async function compress(copy, cache) {
  const waiting = files(copy).filter((name) => COMPRESSIBLE.test(name));
  const work = async () => {
    for (let name = waiting.pop(); name; name = waiting.pop()) {
      const bytes = readFileSync(join(copy, name));
      for (const form of Object.keys(FORMS)) {
        const small = await compressed(bytes, form, cache);
        if (small.length < bytes.length) writeFileSync(join(copy, `${name}.${form}`), small);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
