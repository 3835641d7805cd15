// The scripts of the edition that is one file: `node web/single.mjs SITE FOLDER`. All that the
// site loads one by one stands in one module, with the script that starts SITE's WebAssembly.
import { build } from 'esbuild';
import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { small } from './small.mjs';

const [site, outdir] = process.argv.slice(2);
if (!site || !outdir) {
  console.error('usage: node web/single.mjs SITE FOLDER');
  process.exit(1);
}
const here = dirname(fileURLToPath(import.meta.url));
const script = readdirSync(site).find((name) => /^forankring-[0-9a-f]+\.js$/.test(name));
if (!script) throw new Error(`there is no forankring-….js in ${site}`);
/** What scripts load by an address that the site gives them. */
const loaded = {
  'CONSTANTS.SCRIPT': resolve(site, script),
  'CONSTANTS.OFFLINE': join(here, 'offline.js'),
  'CONSTANTS.FILE_COPY': join(here, 'filecopy.js'),
};
const inside = {
  name: 'inside',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^CONSTANTS\./ }, ({ path }) => ({ path: loaded[path] }));
    // There is no worker: a file needs none to start without a network.
    onResolve({ filter: /\/update\.js$/ }, () => ({ path: 'update', namespace: 'without' }));
    onLoad({ filter: /.*/, namespace: 'without' }, () => (
      { contents: 'export const register = () => {};' }));
  },
};
try {
  await build({
    ...small,
    absWorkingDir: here,
    entryPoints: { single: 'start.js' },
    outdir: resolve(outdir),
    format: 'esm',
    plugins: [inside],
  });
} catch {
  // esbuild has said where and what.
  process.exit(1);
}
