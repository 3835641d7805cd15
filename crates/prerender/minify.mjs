// Makes wasm-bindgen's scripts small: `node crates/prerender/minify.mjs FOLDER`.
// They arrive with comments and long names, and every reader waits for them.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';

const folder = process.argv[2];
if (!folder) {
  console.error('usage: node crates/prerender/minify.mjs FOLDER');
  process.exit(1);
}
for (const name of readdirSync(folder).filter((file) => file.endsWith('.js'))) {
  const path = join(folder, name);
  const { code } = await transform(readFileSync(path, 'utf8'), { minify: true, format: 'esm', target: 'es2022', legalComments: 'none' });
  writeFileSync(path, code);
}
