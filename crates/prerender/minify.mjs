// Makes what wasm-bindgen wrote small: `node crates/prerender/minify.mjs FOLDER`.
// Its scripts arrive with comments and long names, and every reader waits for
// them. The names by which script and WebAssembly find each other carry hashes,
// twice: binaryen gives them short ones, and the script takes them over (4 KB of
// 130 with brotli, measured).
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';

// Those with which index.html has the WebAssembly made: no others are let in here.
const features = [
  'bulk-memory',
  'bulk-memory-opt',
  'nontrapping-float-to-int',
  'reference-types',
  'multivalue',
  'sign-ext',
  'mutable-globals',
];

/** Gives the imports and exports of a module short names; says which. */
function shorten(wasm) {
  const flags = features.map((feature) => `--enable-${feature}`);
  const all = [...flags, '--minify-imports-and-exports-and-modules', wasm, '-o', wasm];
  const said = execFileSync('node_modules/.bin/wasm-opt', all, { encoding: 'utf8' });
  return JSON.parse(said);
}

/** The script, with the short names in place of the long ones. */
function renamed(code, { imports, exports }) {
  let text = code;
  const put = (pattern, name) => {
    const next = text.replace(pattern, () => name);
    if (next === text) throw new Error(`${pattern} is not in the script`);
    text = next;
  };
  for (const [, long, short] of imports) put(new RegExp(`(?<![\\w$.])${long}(?=:)`, 'g'), short);
  for (const [long, short] of exports) {
    // The script need not use all that is there.
    text = text.replace(new RegExp(`(?<=[\\w$]\\.)${long}\\b(?!:)`, 'g'), () => short);
  }
  for (const module of new Set(imports.map(([name]) => name))) put(`"${module}"`, '"a"');
  return text;
}

const folder = process.argv[2];
if (!folder) {
  console.error('usage: node crates/prerender/minify.mjs FOLDER');
  process.exit(1);
}
for (const name of readdirSync(folder).filter((file) => file.endsWith('.js'))) {
  const path = join(folder, name);
  const wasm = path.replace(/\.js$/, '_bg.wasm');
  const { code } = await transform(readFileSync(path, 'utf8'), {
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
  });
  writeFileSync(path, existsSync(wasm) ? renamed(code, shorten(wasm)) : code);
}
