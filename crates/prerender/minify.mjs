// Makes the scripts small that wasm-bindgen and the splitting wrote, and one of the two:
// `node crates/prerender/minify.mjs FOLDER`. They arrive with comments and long names, and
// every reader waits for them. The names by which script and WebAssembly find each other
// carry hashes, twice: binaryen gives them short ones, esbuild takes those over (6 KB of 107
// with brotli, measured).
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { groups, hold, loader, shortened } from './group.mjs';

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

/** Gives the imports and exports of a module short names, and all it imports from one: `a`. */
function shorten(wasm) {
  const flags = features.map((feature) => `--enable-${feature}`);
  const all = [...flags, '--minify-imports-and-exports-and-modules', wasm, '-o', wasm];
  const { imports, exports } = JSON.parse(execFileSync(process.execPath, [
    'node_modules/binaryen/bin/wasm-opt',
    ...all,
  ], { encoding: 'utf8' }));
  const names = [...imports.map(([, long, short]) => [long, short]), ...exports];
  return Object.fromEntries(names);
}

/** From where parts import what the main part has, as wasm-split calls it. */
const SPLIT = '__wasm_split';

/** Puts something in the place of what must stand there, once. */
function replaced(code, pattern, by) {
  const next = code.replace(pattern, by);
  if (next === code) throw new Error(`${pattern} is not in the script`);
  return next;
}

/**
 * The main script. It takes over by name what fetches the parts, so that these names can be
 * short on both sides, too.
 */
function main(code, names) {
  const list = names.filter((name) => name.startsWith('__wasm_split_load_')).join(',');
  const own = replaced(code, /"\.\/\w+_bg\.js": (\w+),(\s*"\.\/parts\.js": \w+,)*/, list
    ? '"a": {...$1, ...parts},'
    : '"a": $1,');
  const others = own.replaceAll(/import \* as \w+ from "\.\/parts\.js";?/g, '');
  return list ? `import {${list}} from "./parts.js";\nconst parts = {${list}};\n${others}` : own;
}

/** Joins files that are smaller as one, and notes it for the pages; returns which. */
function joinParts(short) {
  const list = join(folder, 'parts.json');
  const file = (name) => join(folder, `${name}.wasm`);
  const parts = JSON.parse(readFileSync(list, 'utf8'));
  const names = [...new Set(Object.values(parts).flat())];
  const own = (name) => [name, shortened(readFileSync(file(name)), short)];
  const modules = Object.fromEntries(names.map(own));
  for (const [name, module] of Object.entries(modules)) writeFileSync(file(name), module);
  const joined = groups(parts, modules).filter(({ length }) => length > 1);
  const holder = new Map();
  for (const [first, ...others] of joined) {
    writeFileSync(file(first), hold([first, ...others].map((name) => modules[name])));
    for (const other of others) {
      holder.set(other, first);
      rmSync(file(other));
    }
  }
  const now = (all) => [...new Set(all.map((name) => holder.get(name) ?? name))];
  const entries = Object.entries(parts).map(([entry, all]) => [entry, now(all)]);
  writeFileSync(list, JSON.stringify(Object.fromEntries(entries)));
  return joined;
}

/** What fetches the parts. Memory and table of the main part have short names in both. */
function parts(code) {
  const told = /Object\.assign\((.*), \{(.*)\}\);/;
  const [, , shared = ''] = code.match(told) ?? [];
  const names = shared.split(',').map((name) => name.trim()).filter(Boolean).sort();
  const short = new Map(names.map((name, at) => [name, 'abcdefgh'[at]]));
  const joined = joinParts(new Map([[SPLIT, 's'], ...short]));
  const pairs = names.map((name) => `"${short.get(name)}": ${name}`);
  const named = replaced(loader(code, joined), told, `Object.assign($1, {${pairs}});`);
  const own = replaced(named, /(?<=__wasm_split\.)(__indirect_function_table)/g,
    (name) => short.get(name));
  return replaced(own, /\b__wasm_split\b/g, 's');
}

const folder = process.argv[2];
if (!folder) {
  console.error('usage: node crates/prerender/minify.mjs FOLDER');
  process.exit(1);
}
// Trunk writes a hash behind the name.
const script = join(folder, readdirSync(folder).find((name) => /^forankring.*\.js$/.test(name)));
const aside = join(folder, 'parts.js');
const names = shorten(script.replace(/\.js$/, '_bg.wasm'));

const { outputFiles } = await build({
  entryPoints: [script],
  bundle: true,
  write: false,
  minify: true,
  format: 'esm',
  target: 'es2022',
  // What wasm-bindgen would warn of, its own callers alone could do.
  pure: ['console.warn'],
  legalComments: 'none',
  logLevel: 'warning',
  mangleProps: new RegExp(`^(?:${Object.keys(names).join('|')})$`),
  mangleCache: names,
  plugins: [{
    name: 'parts',
    setup({ onLoad }) {
      onLoad({ filter: /\.js$/ }, ({ path }) => {
        const code = readFileSync(path, 'utf8');
        return { contents: path === script ? main(code, Object.keys(names)) : parts(code) };
      });
    },
  }],
});
writeFileSync(script, outputFiles[0].contents);
if (existsSync(aside)) rmSync(aside);
