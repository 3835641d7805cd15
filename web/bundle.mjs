// Makes the scripts small: `node web/bundle.mjs FOLDER` writes each to FOLDER. The
// word CONSTANTS stays as it is: crates/prerender puts the values there.
import { build } from 'esbuild';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { small } from './small.mjs';

/** How each reaches the page: by itself, or as a module that loads others. */
const scripts = {
  iife: ['early', 'reader', 'missing', 'worker', 'edition'],
  esm: ['start', 'invited', 'offline', 'filecopy'],
};

const [outdir] = process.argv.slice(2);
if (!outdir) {
  console.error('usage: node web/bundle.mjs FOLDER');
  process.exit(1);
}
const absWorkingDir = dirname(fileURLToPath(import.meta.url));
try {
  for (const [format, names] of Object.entries(scripts)) {
    await build({
      ...small,
      absWorkingDir,
      entryPoints: names.map((name) => `${name}.js`),
      outdir: resolve(outdir),
      format,
      external: ['CONSTANTS.*'],
    });
  }
} catch {
  // esbuild has said where and what.
  process.exit(1);
}
