// Makes modules of WebAssembly small, in place: `node crates/prerender/shrink.mjs PARAMETER…
// -- FILE…`, with the parameters of wasm-opt. It does what wasm-opt does, byte for byte, and then
// puts the functions in an order that compresses well. There are hundreds of parts, and the
// command takes five seconds to begin: all of them took eleven minutes, and here take one.
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { brotliCompressSync } from 'node:zlib';
import binaryen from 'binaryen';
import { WAYS, ordered } from './order.mjs';

/** Less than so many bytes is a few functions, which no order makes smaller. */
const ORDERED = 4096;

/** Features of WebAssembly, as wasm-opt and as its library call them. */
const FEATURES = {
  'bulk-memory': 'BulkMemory',
  'bulk-memory-opt': 'BulkMemoryOpt',
  'nontrapping-float-to-int': 'NontrappingFPToInt',
  'reference-types': 'ReferenceTypes',
  multivalue: 'Multivalue',
  'sign-ext': 'SignExt',
  'mutable-globals': 'MutableGlobals',
};

/** Settings, as both call them. */
const SETTINGS = {
  'low-memory-unused': 'setLowMemoryUnused',
  'always-inline-max-function-size': 'setAlwaysInlineMaxSize',
  'one-caller-inline-max-function-size': 'setOneCallerInlineMaxSize',
};

/** What parameters ask for: features as a mask, settings, and passes in their order. */
export function understood(parameters) {
  const asked = { features: 0, settings: [], passes: [] };
  for (const parameter of parameters) {
    const [, name, value] = parameter.match(/^--([a-z-]+)(?:=(\d+))?$/) ?? [];
    const feature = binaryen.Features[FEATURES[name?.replace(/^enable-/, '')]];
    const setting = SETTINGS[name];
    if (setting) asked.settings.push([setting, value ? Number(value) : true]);
    else if (feature) asked.features |= feature;
    else if (parameter === '-Oz') asked.passes.push(null);
    else if (name && !value && !name.startsWith('enable-')) asked.passes.push(name);
    else throw new Error(`${parameter} is not known here: name it in crates/prerender/shrink.mjs`);
  }
  return asked;
}

function set({ settings }) {
  binaryen.setDebugInfo(false);
  for (const [setting, value] of settings) binaryen[setting](value);
  // As -Oz has them.
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(2);
  binaryen.setGenerateStackIR(true);
  binaryen.setOptimizeStackIR(true);
}

/** What a module becomes. */
function withModule(module, { features }, use) {
  module.setFeatures(features);
  const made = use(module);
  module.dispose();
  return made;
}

/** A module after these passes; `null` stands for all of -Oz. */
export function optimised(bytes, asked) {
  set(asked);
  return withModule(binaryen.readBinary(bytes), asked, (module) => {
    for (const pass of asked.passes) {
      if (pass) module.runPasses([pass]); else module.optimize();
    }
    return module.emitBinary();
  });
}

/** A module with its functions in an order in which it is smaller; itself, where none is. */
export function put(bytes, asked) {
  set(asked);
  const weight = (module) => brotliCompressSync(module).length;
  let text = withModule(binaryen.readBinary(bytes), asked, (module) => module.emitText());
  let [best, least] = [bytes, weight(bytes)];
  for (const way of WAYS) {
    const tried = ordered(text, way);
    const made = withModule(binaryen.parseText(tried), asked, (module) => module.emitBinary());
    if (weight(made) < least) [text, best, least] = [tried, made, weight(made)];
  }
  return best;
}

function shrink(file, asked) {
  const small = optimised(readFileSync(file), asked);
  writeFileSync(file, small.length < ORDERED ? small : put(small, asked));
}

/** On all cores, the first file first. */
function all(files, parameters) {
  const waiting = [...files];
  const cores = Math.min(availableParallelism(), waiting.length);
  for (let core = 0; core < cores; core += 1) {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: parameters });
    const next = () => worker.postMessage(waiting.shift() ?? null);
    worker.on('message', next);
    worker.on('error', (error) => { console.error(error); process.exitCode = 1; });
    next();
  }
}

if (!isMainThread) {
  const asked = understood(workerData);
  parentPort.on('message', (file) => {
    if (file === null) { parentPort.close(); return; }
    shrink(file, asked);
    parentPort.postMessage(null);
  });
} else if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = process.argv.indexOf('--');
  const parameters = process.argv.slice(2, at);
  understood(parameters);
  all(process.argv.slice(at + 1), parameters);
}
