// Puts the functions of a WebAssembly module in an order in which like ones follow each other:
// brotli then finds what it has seen a short time ago. The same functions, 1.5 % less to load.
//
// In the order in which the compiler left them, and sorted by how often they are called (what
// wasm-opt offers), the answering page's module was 105,151 and 106,542 bytes; so it was 103,639.
// Which likeness serves a module best is measured (shrink.mjs): each is tried on what the ones
// before left.

/**
 * What likeness is: how many `lines` in a row are compared, with how many functions that came
 * `last`, and how much more a `short` function counts, as a power of its length. Of 2 to 8 lines
 * and 3 to 16 functions these came out best.
 */
export const WAYS = [
  { lines: 3, last: 6, short: 0.5 }, { lines: 3, last: 8, short: 0.7 },
  { lines: 4, last: 6, short: 0.6 },
];
/** What so many functions have tells nothing of any. */
const COMMON = 300;

/** What stands in a function: each few lines in a row, once. */
function traits(text, count) {
  const lines = text.split('\n').map((line) => line.trim());
  const rows = lines.slice(count - 1).map((_, at) => lines.slice(at, at + count).join('|'));
  return new Set(rows);
}

/** Functions by the traits that they share with others, but for what most have. */
function sharing(functions) {
  const by = new Map();
  functions.forEach((own, number) => {
    for (const trait of own) {
      const all = by.get(trait);
      if (all) all.push(number); else by.set(trait, [number]);
    }
  });
  for (const [trait, all] of by) if (all.length < 2 || all.length >= COMMON) by.delete(trait);
  return by;
}

/** Their numbers, like ones behind each other: each is most like the last few before it. */
export function order(texts, { lines, last, short } = WAYS[0]) {
  const functions = texts.map((text) => traits(text, lines));
  const by = sharing(functions);
  const left = new Set(functions.keys());
  const ordered = [];
  for (let next = 0; left.size > 0;) {
    left.delete(next);
    ordered.push(next);
    const likeness = new Map();
    ordered.slice(-last).forEach((one, place, recent) => {
      for (const trait of functions[one]) {
        const others = by.get(trait) ?? [];
        // What fewer share, and with one that came later, tells more.
        const tells = 1 / ((recent.length - place) * Math.sqrt(others.length));
        for (const other of others) {
          if (left.has(other)) likeness.set(other, (likeness.get(other) ?? 0) + tells);
        }
      }
    });
    [next] = left;
    let most = 0;
    for (const [one, alike] of likeness) {
      const share = alike / (functions[one].size + 10) ** short;
      if (share > most || (share === most && one < next)) [next, most] = [one, share];
    }
  }
  return ordered;
}

/** A module as text, with its functions in that order. */
export function ordered(module, way) {
  const [head, ...functions] = module.trimEnd().replace(/\n\)$/, '').split(/\n(?= \(func \$)/);
  const texts = order(functions, way).map((number) => functions[number]);
  return `${[head, ...texts].join('\n')}\n)\n`;
}
