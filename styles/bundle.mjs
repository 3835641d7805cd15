// Bundles the styles into small stylesheets: `node styles/bundle.mjs OUT.css`
// writes styles/index.css to OUT.css, and what answering needs of it
// (styles/answering.css) to OUT-answering.css.
//
// Designsystemet (everything below node_modules) is reduced to the rules and
// custom properties that our code uses; our own styles are kept to the letter.
// The two are bundled apart, which is safe because every import stands in a
// layer and index.css names the order of the layers first.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleAsync, transform } from 'lightningcss';
import postcss from 'postcss';
import selectorParser from 'postcss-selector-parser';
import { PurgeCSS } from 'purgecss';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const foreign = sep + 'node_modules' + sep;

// The oldest browsers with everything that WebAssembly and the pages need.
const version = (major, minor = 0) => (major << 16) | (minor << 8);
const targets = { chrome: version(111), edge: version(111), firefox: version(115), safari: version(16, 4) };

/** The stylesheet `entry` with only the imports that `wanted` lets through. */
async function bundle(entry, wanted) {
  const { code } = await bundleAsync({
    filename: entry,
    targets,
    minify: false,
    resolver: {
      read: (file) => (file === entry || wanted(file) ? readFileSync(file, 'utf8') : ''),
      resolve: (name, from) => resolve(dirname(from), name),
    },
  });
  return code.toString();
}

function rustFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((found) => {
    const path = join(folder, found.name);
    if (found.isDirectory()) return rustFiles(path);
    return /\.(rs|js)$/.test(found.name) ? [path] : [];
  });
}

const always = new Set(['html', 'body']);

/** What the answering page never shows, though the code knows the words. */
const notAnswering = new Set(['danger', 'info']);

/** Says of a selector whether no element of ours can ever match it; `absent` are values that no attribute has there. */
function never(code, absent) {
  const words = new Set(code.match(/[\w-]+/g));
  const quoted = new Set([...code.matchAll(/"([\w-]+)"/g)].map(([, word]) => word));
  const missing = ({ attribute, operator, value }) => {
    // Only `auto` stands in pages: light and dark follow the reader's system.
    if (attribute === 'data-color-scheme') return value !== undefined && value !== 'auto';
    if (attribute === 'data-color' && absent.has(value)) return true;
    if (!words.has(attribute)) return attribute !== 'open';
    return (attribute.startsWith('data-') || ['type', 'role'].includes(attribute)) && operator === '=' && !quoted.has(value);
  };
  const impossible = (selector) => selector.nodes.some((part) => {
    if (part.type === 'attribute') return missing(part);
    if (part.type === 'class') return !words.has(part.value);
    if (part.type === 'tag') return !words.has(part.value) && !always.has(part.value);
    return [':is', ':where', ':has'].includes(part.value) && part.nodes.every(impossible);
  });
  return impossible;
}

/** Leaves out rules for elements that do not exist, and the light theme where it is written a second time; paper is light for everyone. */
function leaveOut(css, code, absent) {
  const impossible = never(code, absent);
  const sheet = postcss.parse(css);
  sheet.walkAtRules('media', (rule) => {
    if (/^\(prefers-color-scheme: ?light\)$/.test(rule.params)) rule.remove();
    rule.params = rule.params.replace(/^\(prefers-color-scheme: ?dark\)$/, 'screen and $&');
  });
  sheet.walkRules((rule) => {
    const left = selectorParser().astSync(rule.selector).nodes.filter((selector) => !impossible(selector));
    if (left.length === 0) rule.remove();
    else rule.selector = left.map(String).join(',');
  });
  return sheet.toString();
}

const customProperties = (text) => new Set(text.match(/--_?dsc?-[\w-]+/g) ?? []);

/** These custom properties, and all that their values refer to. */
function withSources(names, css) {
  const found = new Set(names);
  // Sets grow while they are walked: what is added is walked too.
  const definitions = [...css.matchAll(/(--[\w-]+)\s*:([^;}]*)/g)];
  for (const name of found) {
    for (const [, defined, value] of definitions) {
      if (defined === name) for (const used of value.match(/--[\w-]+/g) ?? []) found.add(used);
    }
  }
  return [...found];
}

async function reduce(css, own, absent) {
  const code = ['src', 'crates/prerender/src'].flatMap((folder) => rustFiles(join(root, folder)));
  const texts = code.map((file) => readFileSync(file, 'utf8'));
  const used = customProperties(own + texts.join('\n'));
  const left = leaveOut(css, texts.join('\n'), absent);
  const [result] = await new PurgeCSS().purge({
    content: [...texts, own].map((raw) => ({ raw, extension: 'rs' })),
    css: [{ raw: left }],
    variables: true,
    keyframes: true,
    // Selectors were judged above: PurgeCSS takes those that begin with `:is` for unused.
    safelist: { standard: [/./], greedy: [/./], variables: withSources(used, left) },
  });
  return result.css;
}

const out = process.argv[2];
if (!out) {
  console.error('usage: node styles/bundle.mjs OUT.css');
  process.exit(1);
}
try {
  for (const [name, target] of [['index.css', out], ['answering.css', out.replace(/\.css$/, '-answering.css')]]) {
    const entry = join(root, 'styles', name);
    const own = await bundle(entry, (file) => !file.includes(foreign));
    const design = await reduce(await bundle(entry, (file) => file.includes(foreign)), own, target === out ? new Set() : notAnswering);
    const code = Buffer.from(`${design}\n${own}`);
    writeFileSync(target, transform({ filename: name, code, minify: true, targets }).code);
  }
} catch (error) {
  const at = error.loc ? `:${error.loc.line}:${error.loc.column}` : '';
  console.error(`styles: ${error.fileName ?? ''}${at} ${error.message}`);
  process.exit(1);
}
