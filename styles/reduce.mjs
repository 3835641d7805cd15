// Reduces Designsystemet to the rules and custom properties that our code uses.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postcss from 'postcss';
import selectorParser from 'postcss-selector-parser';
import { PurgeCSS } from 'purgecss';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((found) => {
    const path = join(folder, found.name);
    if (found.isDirectory()) return sources(path);
    return /\.(rs|js)$/.test(found.name) ? [path] : [];
  });
}

/**
 * The sources that answering draws from, by the modules that each names: what is not said
 * there is not shown there. `app.rs` and `build.rs` name every screen, and draw none.
 */
function answering() {
  const found = new Set(['pages/answer', 'components/frame', 'context', 'input']);
  // Sets grow while they are walked: what is added is walked too.
  for (const module of found) {
    const code = readFileSync(join(root, 'src', `${module}.rs`), 'utf8');
    for (const [, path] of code.matchAll(/crate::((?:components|pages)::\w+)/g)) {
      found.add(path.replace('::', '/'));
    }
  }
  return [...found].map((module) => join(root, 'src', `${module}.rs`));
}

/** Everything that is shown anywhere; `absent` are colours that no element has. */
export const ALL = { views: sources(join(root, 'src')), absent: new Set() };

/** What answering shows: a part that it shares with other screens names further colours. */
export const ANSWERING = { views: answering(), absent: new Set(['danger', 'info']) };

/** Scripts that draw nothing. */
const silent = new Set(['filecopy.js', 'worker.js', 'offline.js']);

/** What is written of what is shown, as text. */
function texts(views) {
  const around = sources(join(root, 'web')).filter((file) => !silent.has(basename(file)));
  const files = [...views, join(root, 'crates/prerender/src/page.rs'), ...around];
  return files.map((file) => readFileSync(file, 'utf8'));
}

const always = new Set(['html', 'body']);

/** Says of a selector whether no element of ours can ever match it in this code. */
function never(code, absent) {
  const words = new Set(code.match(/[\w-]+/g));
  const quoted = new Set([...code.matchAll(/"([\w-]+)"/g)].map(([, word]) => word));
  const missing = ({ attribute, operator, value }) => {
    // Only `auto` stands in pages: light and dark follow the reader's system.
    if (attribute === 'data-color-scheme') return value !== undefined && value !== 'auto';
    if (attribute === 'data-color' && absent.has(value)) return true;
    if (!words.has(attribute)) return attribute !== 'open';
    const ours = attribute.startsWith('data-') || ['type', 'role'].includes(attribute);
    return ours && operator === '=' && !quoted.has(value);
  };
  const impossible = (selector) => selector.nodes.some((part) => {
    if (part.type === 'attribute') return missing(part);
    if (part.type === 'class') return !words.has(part.value);
    if (part.type === 'tag') return !words.has(part.value) && !always.has(part.value);
    return [':is', ':where', ':has'].includes(part.value) && part.nodes.every(impossible);
  });
  return impossible;
}

/**
 * Leaves out rules for elements that do not exist, and the light theme where it is written a
 * second time; paper is light for everyone.
 */
function leaveOut(css, code, absent) {
  const impossible = never(code, absent);
  const sheet = postcss.parse(css);
  sheet.walkAtRules('media', (rule) => {
    if (/^\(prefers-color-scheme: ?light\)$/.test(rule.params)) rule.remove();
    rule.params = rule.params.replace(/^\(prefers-color-scheme: ?dark\)$/, 'screen and $&');
  });
  sheet.walkRules((rule) => {
    const selectors = selectorParser().astSync(rule.selector).nodes;
    const left = selectors.filter((selector) => !impossible(selector));
    for (const selector of left) selector.walkPseudos((part) => thin(part, impossible));
    if (left.length === 0) rule.remove();
    else rule.selector = left.map(String).join(',');
  });
  return sheet.toString();
}

/** Takes out of `:not([readonly])` or `:is(a, [readonly])` what never is. */
function thin(part, impossible) {
  if (![':is', ':where', ':has', ':not'].includes(part.value)) return;
  for (const one of part.nodes.filter(impossible)) one.remove();
  if (part.nodes.length === 0) part.remove();
}

const customProperties = (text) => new Set(text.match(/--_?dsc?-[\w-]+/g) ?? []);

/** These custom properties, and all that their values refer to. */
function withSources(names, css) {
  const found = new Set(names);
  const definitions = [...css.matchAll(/(--[\w-]+)\s*:([^;}]*)/g)];
  for (const name of found) {
    for (const [, defined, value] of definitions) {
      if (defined === name) for (const used of value.match(/--[\w-]+/g) ?? []) found.add(used);
    }
  }
  return [...found];
}

/** The rules and custom properties of `css` that what is shown, and our styles `own`, use. */
export async function reduce(css, own, { views, absent }) {
  const code = texts(views);
  const used = customProperties(own + code.join('\n'));
  const left = leaveOut(css, code.join('\n'), absent);
  const [result] = await new PurgeCSS().purge({
    content: [...code, own].map((raw) => ({ raw, extension: 'rs' })),
    css: [{ raw: left }],
    variables: true,
    keyframes: true,
    // Selectors were judged above: PurgeCSS takes those that begin with `:is` for unused.
    safelist: { standard: [/./], greedy: [/./], variables: withSources(used, left) },
  });
  return result.css;
}
