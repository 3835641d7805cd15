// Puts what several entries share into few files, for minify.mjs.
//
// wasm-split writes a file for each set of entries, and there are dozens. Each is compressed by
// itself and names its imports and types anew, so two that nearly the same entries load are
// smaller as one, although an entry then loads what it does not need. What that costs and what
// it saves is measured (brotli) and weighed by how much each entry counts.
import { brotliCompressSync, constants } from 'node:zlib';

/**
 * How much a byte counts for whom. Whoever follows a link or comes to the front page waits for
 * the network, and a respondent reads her invitation meanwhile; to the others one comes from pages
 * that have loaded most of it. What is fetched when it is asked for counts little, and a byte that
 * is kept offline counts once.
 */
const WEIGHTS = {
  front: 7, reading: 16, replying: 2, overview: 5, planning: 2, panel: 2, sharing: 2, rest: 1,
};
const ASKED_FOR = 0.5;
const KEPT = 1;

/** What a request and its answer weigh besides the file, in bytes. */
const REQUEST = 200;

/** No two files of this site are smaller by more, as one; what cannot pay is not measured. */
const MOST = 900;

/**
 * How much work brotli does: as files are sent, and so little that thousands of pairs can be
 * compared. All of them as they are sent took five minutes, and came to no less.
 */
const [SENT, ROUGHLY] = [constants.BROTLI_MAX_QUALITY, 5];
/** So many of the best are looked at as they are sent. */
const BEST = 12;

const compressed = (modules, quality) => brotliCompressSync(hold(modules), {
  params: { [constants.BROTLI_PARAM_QUALITY]: quality },
}).length;

const weight = (entries) => [...entries]
  .reduce((sum, entry) => sum + (WEIGHTS[entry] ?? ASKED_FOR), KEPT);

const joined = ([one, other]) => ({
  names: [...one.names, ...other.names], entries: new Set([...one.entries, ...other.entries]),
});

/**
 * Which files become one: lists of names, the first of which holds the others. What is an
 * entry's alone stays by itself: only it names that file.
 *
 * @param {Record<string, string[]>} parts the files that each entry loads
 * @param {Record<string, Uint8Array>} modules what stands in each file
 */
export function groups(parts, modules) {
  const known = new Map();
  const size = ({ names }, quality) => {
    const key = `${quality} ${names}`;
    if (!known.has(key)) {
      known.set(key, compressed(names.map((name) => modules[name]), quality));
    }
    return known.get(key);
  };
  const cost = (file, quality) => weight(file.entries) * (size(file, quality) + REQUEST);
  const apart = (pair, quality) => cost(pair[0], quality) + cost(pair[1], quality);
  const gain = (pair, quality) => apart(pair, quality) - cost(joined(pair), quality);
  const pays = (pair) => {
    const least = size(pair[0], ROUGHLY) + size(pair[1], ROUGHLY) + REQUEST - MOST;
    return weight(joined(pair).entries) * least < apart(pair, ROUGHLY);
  };
  const ranked = (pairs, quality) => pairs
    .map((pair) => ({ pair, gain: gain(pair, quality) }))
    .sort((a, b) => b.gain - a.gain)
    .slice(0, BEST);
  const shared = Object.keys(modules).filter((name) => name.startsWith('chunk_'));
  const entries = (name) => Object.keys(parts).filter((entry) => parts[entry].includes(name));
  let all = shared.sort().map((name) => ({ names: [name], entries: new Set(entries(name)) }));
  for (;;) {
    const pairs = all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other]));
    const likely = ranked(pairs.filter(pays), ROUGHLY).map(({ pair }) => pair);
    const [best] = ranked(likely, SENT);
    if (!best || best.gain <= 0) return all.map(({ names }) => names);
    all = [...all.filter((one) => !best.pair.includes(one)), joined(best.pair)];
  }
}

/** A number as WebAssembly writes it: LEB128. */
function leb(number) {
  const bytes = [];
  for (let rest = number; ; rest >>>= 7) {
    if (rest < 0x80) return Buffer.from([...bytes, rest]);
    bytes.push((rest & 0x7f) | 0x80);
  }
}

/** The number that stands here, and where it ends. */
function number(bytes, from) {
  let [value, at] = [0, from];
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at];
    at += 1;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return [value, at];
  }
}

/** The section of a module in which imports are named. */
const IMPORTS = 2;

/**
 * A module that imports by these short names what it did by long ones: 55 bytes less of each
 * file, with brotli.
 *
 * @param {Uint8Array} module
 * @param {Map<string, string>} names short ones by long ones, each below 128 bytes
 */
export function shortened(module, names) {
  const sections = [module.subarray(0, 8)];
  for (let at = 8; at < module.length;) {
    const [length, begin] = number(module, at + 1);
    const next = begin + length;
    if (module[at] === IMPORTS) {
      const told = (name) => String.fromCharCode(name.length) + name;
      const before = Buffer.from(module.subarray(begin, next)).toString('latin1');
      const after = [...names].reduce(
        (text, [long, short]) => text.replaceAll(told(long), told(short)),
        before,
      );
      sections.push(Buffer.from([IMPORTS]), leb(after.length), Buffer.from(after, 'latin1'));
    } else {
      sections.push(module.subarray(at, next));
    }
    at = next;
  }
  return Buffer.concat(sections);
}

/** The name of the sections that hold further modules. */
const HELD = 'p';

/**
 * Several modules as one: the first, with the others in sections of their own, which no engine
 * reads. So the file is WebAssembly, as its name says, and INSTANTIATE makes all of them.
 *
 * @param {Uint8Array[]} modules
 */
export function hold([first, ...others]) {
  const sections = others.flatMap((module) => {
    const name = Buffer.from(HELD);
    const content = [leb(name.length), name, module];
    const length = content.reduce((sum, bytes) => sum + bytes.length, 0);
    return [Buffer.from([0]), leb(length), ...content];
  });
  return Buffer.concat([first, ...sections]);
}

/**
 * How wasm-split writes in the console that a part did not come. Whoever asked for it is told so by
 * the page, and the browser notes what failed: to leave the page meanwhile is no error.
 */
const REPORTED = /\n *console\.error\(e\);/;

/** How wasm-split writes that a file is fetched. */
const FETCHED = /\(\) => \{\s*const src = fetch\(new URL\(("[^"]*")[^]*?instantiate[^]*?\n\}\n/g;

/**
 * What the script that fetches the parts does with a file: it starts whatever type the server
 * gives it, as the main script does, and what it holds besides. All is compiled before anything
 * is put in place, so a try that fails has changed nothing.
 */
const INSTANTIATE = `
function fetched(file) {
  return () => {
    const source = fetch(new URL(file, import.meta.url));
    source.catch(() => {});
    return (imports) => instantiate(source, imports);
  };
}
async function instantiate(source, imports) {
  const answer = await source;
  if (!answer.ok) throw new Error(answer.url);
  const first = await WebAssembly.compile(await answer.arrayBuffer());
  const held = WebAssembly.Module.customSections(first, "${HELD}");
  const others = await Promise.all(held.map((one) => WebAssembly.compile(one)));
  return Promise.all([first, ...others].map((one) => WebAssembly.instantiate(one, imports)));
}`;

/**
 * The script that fetches the parts, after their files were joined: what is held by another is
 * that other, and no list names one twice. How a file is fetched is said once.
 *
 * @param {string} code as wasm-split writes it
 * @param {string[][]} joined what {@link groups} found
 */
export function loader(code, joined) {
  const constant = (name) => name.replace(/^chunk_/, '__chunk_');
  const holder = new Map(joined.flatMap(([first, ...others]) =>
    others.map((other) => [constant(other), constant(first)])));
  const declared = /^const (__chunk_\d+) = makeLoad\([^]*?\n, \[\]\);\n/gm;
  const kept = code.replace(declared, (all, name) => (holder.has(name) ? '' : all));
  const short = kept.replace(FETCHED, 'fetched($1)\n').replace(REPORTED, '') + INSTANTIATE;
  const script = short.replace(/(?<=\n, )\[(__chunk_[^\]]*)\]/g, (_, list) => {
    const names = list.split(', ').map((name) => holder.get(name) ?? name);
    return `[${[...new Set(names)].join(', ')}]`;
  });
  // Where wasm-split writes otherwise than this expects, no part would be found.
  const left = [...holder.keys()].find((name) => new RegExp(`\\b${name}\\b`).test(script));
  if (left) throw new Error(`${left} is held by another file, and is asked for all the same`);
  return script;
}
