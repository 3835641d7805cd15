// What the page of each entry can show: the sources that it draws from.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** All screens. */
const ALL = readdirSync(join(root, 'src/pages'))
  .map((file) => file.replace(/\.rs$/, ''))
  .filter((screen) => screen !== 'mod');

/**
 * The screens that a page of each entry holds (`Entry` in crates/session/src/extent.rs), the
 * page for addresses that lead nowhere, and the edition that is one file.
 */
const SCREENS = {
  answering: ['answer'],
  reading: ['result'],
  front: ['start'],
  replying: ['reply'],
  // With those of the overview, the plan and passing on, whose pages share its file.
  rest: ALL,
  missing: [],
  whole: ALL,
};

/** Views that are fetched on a screen when they are wanted: no view names them. */
const FETCHED = {
  result: ['components/answered', 'components/grounds', 'components/trial'],
  reply: ['components/last'],
  plan: ['components/reporting', 'components/status_asked'],
};

/** The stylesheet that holds what is shown, where it is not index.css. */
const SHEETS = { answering: 'answering.css', replying: 'replying.css', whole: 'whole.css' };

/** Colours of what a page shares with others, that nothing has there. */
const ABSENT = { answering: ['danger', 'info'], replying: ['danger', 'info'] };

/** What stands around every screen; `build.rs` names all screens, and draws none. */
const AROUND = ['components/frame', 'context', 'input'];

/** Scripts that draw nothing. */
const SILENT = ['filecopy.js', 'worker.js', 'offline.js'];

const source = (module) => readFileSync(join(root, 'src', `${module}.rs`), 'utf8');

/** The modules of views that the code of one names. */
function named(module, code) {
  const folder = dirname(module);
  const path = /\b(?:crate::(components|pages)|super)::(?:(\w+)|\{([^}]*)\})/g;
  return [...code.matchAll(path)].flatMap(([, where = folder, one, several]) => {
    if (where === '.') return [];
    const names = one ? [one] : several.match(/\b[a-z_]+\b(?!\s*::\w)/g) ?? [];
    return names.filter((name) => name !== 'self').map((name) => `${where}/${name}`);
  });
}

/** These modules, and those that they name: what is not said there is not shown there. */
function closure(modules) {
  const found = new Set(modules);
  // Sets grow while they are walked: what is added is walked too.
  for (const module of found) for (const next of named(module, source(module))) found.add(next);
  return [...found];
}

/** Code without comments: what is told there is not shown. */
const bare = (code) => code.replace(/^\s*\/\/.*$/gm, '');

/** What writes the page for addresses that lead nowhere. */
const MISSING = /pub fn render_missing[^]*?\n}\n/;

/** The scripts that draw, and what pages have besides. */
function besides(entry) {
  const script = (file) => bare(readFileSync(join(root, 'web', file), 'utf8'));
  const page = bare(readFileSync(join(root, 'crates/prerender/src/page.rs'), 'utf8'));
  if (entry === 'missing') return [script('missing.js'), ...page.match(MISSING) ?? []];
  const scripts = readdirSync(join(root, 'web'))
    .filter((file) => file.endsWith('.js') && !SILENT.includes(file) && file !== 'missing.js')
    .map(script);
  const edition = entry === 'whole'
    ? [bare(readFileSync(join(root, 'crates/prerender/src/single.rs'), 'utf8'))] : [];
  return [...scripts, page.replace(MISSING, ''), ...edition];
}

/** What a page of an entry can show, and the stylesheet that holds it. */
function shown(entry) {
  const around = entry === 'missing' ? [] : AROUND;
  const screens = SCREENS[entry];
  const fetched = screens.flatMap((screen) => FETCHED[screen] ?? []);
  const views = closure([...around, ...fetched, ...screens.map((screen) => `pages/${screen}`)]);
  return {
    entry,
    sheet: SHEETS[entry] ?? 'index.css',
    views: views.map((view) => bare(source(view))),
    besides: besides(entry),
    absent: ABSENT[entry] ?? [],
  };
}

/** What each entry shows. */
export const ENTRIES = Object.keys(SCREENS).map(shown);
