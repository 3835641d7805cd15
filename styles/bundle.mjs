// Bundles the styles into a small stylesheet for each entry: `node styles/bundle.mjs OUT.css`
// writes OUT-answering.css, OUT-reading.css and so on, each with what the pages of that entry
// can show (shown.mjs) of styles/index.css.
//
// Designsystemet (everything below node_modules) is reduced to the rules and custom properties
// that are used, our own styles to the rules. The two are bundled apart, which is safe because
// every import stands in a layer and index.css names the order of the layers first.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleAsync, transform } from 'lightningcss';
import { reduce, reduceOwn } from './reduce.mjs';
import { live, resolved } from './resolve.mjs';
import { ENTRIES } from './shown.mjs';

const folder = dirname(fileURLToPath(import.meta.url));
/** It names stylesheets of both, and may itself be named. */
const index = join(folder, 'index.css');
const foreign = sep + 'node_modules' + sep;

// The oldest browsers with everything that WebAssembly and the pages need.
const version = (major, minor = 0) => (major << 16) | (minor << 8);
const targets = {
  chrome: version(111),
  edge: version(111),
  firefox: version(115),
  safari: version(16, 4),
};

/** The stylesheet `entry` with only the imports that `wanted` lets through. */
async function bundle(entry, wanted) {
  const { code } = await bundleAsync({
    filename: entry,
    targets,
    minify: false,
    resolver: {
      read: (file) => (
        [entry, index].includes(file) || wanted(file) ? readFileSync(file, 'utf8') : ''),
      resolve: (name, from) => resolve(dirname(from), name),
    },
  });
  return code.toString();
}

const small = (filename, css) =>
  transform({ filename, code: Buffer.from(css), minify: true, targets }).code.toString();

/** What can be shown of a stylesheet, as small as that lets it be. */
async function stylesheet(shown) {
  const entry = join(folder, shown.sheet);
  const own = reduceOwn(await bundle(entry, (file) => !file.includes(foreign)), shown);
  const design = await bundle(entry, (file) => file.includes(foreign));
  const whole = small(shown.sheet, `${await reduce(design, own, shown)}\n${own}`);
  // Twice: what was put in the place of a name is reckoned out.
  return live(small(shown.sheet, resolved(whole)));
}

const out = process.argv[2];
if (!out) {
  console.error('usage: node styles/bundle.mjs OUT.css');
  process.exit(1);
}
try {
  for (const shown of ENTRIES) {
    writeFileSync(out.replace(/\.css$/, `-${shown.entry}.css`), await stylesheet(shown));
  }
} catch (error) {
  const at = error.loc ? `:${error.loc.line}:${error.loc.column}` : '';
  console.error(`styles: ${error.fileName ?? ''}${at} ${error.message}`);
  process.exit(1);
}
