// Reduces styles to the rules and custom properties that what is shown uses.
import postcss from 'postcss';
import selectorParser from 'postcss-selector-parser';
import { PurgeCSS } from 'purgecss';

const always = new Set(['html', 'body']);

const words = (texts, pattern = /[\w-]+/g) => new Set(texts.join('\n').match(pattern));

/**
 * What a selector can be about in these pages: classes and elements stand in quotes or behind
 * an angle bracket in a view, attributes anywhere.
 */
function vocabulary({ views, besides, absent }) {
  const quoted = views.flatMap((view) => view.match(/"(?:[^"\\]|\\.)*"|<\w+/g) ?? []);
  return {
    names: words([...quoted, ...besides]),
    attributes: words([...views, ...besides]),
    values: words([...views, ...besides], /(?<=")[\w-]+(?=")/g),
    scripts: words(besides),
    absent: new Set(absent),
  };
}

const LANGUAGES = new Set(['nb', 'nn', 'en']);

/**
 * What no page has although its parts are there, each for a reason that no word tells: a pattern
 * of a selector without its spaces, and without what an `:is` of several offers.
 */
const NOWHERE = [
  // Fields hold texts, numbers, lists and files; what is ticked stands beside its words.
  /\.ds-field(\[[^\]]*\])?:has\(input(\[type=|:)/,
  // Nothing that is filled in is ever shut; a button that waits is `aria-disabled`.
  /\.ds-input(:disabled|\[aria-disabled)/,
  /\.ds-fieldset:disabled/,
  // What has focus stands in nothing else that has.
  /:focus-visible\*$/,
  // Alerts hold paragraphs, links hold words.
  /^(\.ds-alert)?>:is:first-child/,
  /\.ds-link:has\(>span\)/,
];

/**
 * Says of a selector whether no element can ever match it. `ours`: its attributes may be set by
 * scripts, its values come from the core, and no view says either.
 */
function never({ names, attributes, values, scripts, absent }, ours) {
  const missing = ({ attribute, operator, value }) => {
    // Only `auto` stands in pages: light and dark follow the reader's system.
    if (attribute === 'data-color-scheme') return value !== undefined && value !== 'auto';
    if (attribute === 'data-color' && absent.has(value)) return true;
    // Scripts say `dataset.open`.
    const data = attribute.startsWith('data-');
    if (ours && data && scripts.has(attribute.slice('data-'.length))) return false;
    if (!attributes.has(attribute)) return attribute !== 'open';
    const told = data || ['type', 'role'].includes(attribute);
    return !ours && told && operator === '=' && !values.has(value);
  };
  const impossible = (selector) => selector.nodes.some((part) => {
    if (part.type === 'attribute') return missing(part);
    if (part.type === 'class') return !names.has(part.value);
    if (part.type === 'tag') return !names.has(part.value) && !always.has(part.value);
    if (part.value === ':lang') return !part.nodes.some((lang) => LANGUAGES.has(String(lang)));
    return [':is', ':where', ':has'].includes(part.value) && part.nodes.every(impossible);
  }) || (!ours && nowhere(selector));
  return impossible;
}

/** Whether a selector is one of those that are nowhere, whatever it offers a choice of. */
function nowhere(selector) {
  const choice = (part) => [':is', ':where'].includes(part.value) && part.nodes.length > 1;
  const text = selector.nodes.map((part) => (choice(part) ? part.value : String(part))).join('');
  return NOWHERE.some((pattern) => pattern.test(text.replace(/\s+/g, '')));
}

/**
 * Leaves out rules for elements that do not exist, and the light theme where it is written a
 * second time; paper is light for everyone.
 */
function leaveOut(css, impossible) {
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

/** The rules of our own styles that can match what is shown. */
export const reduceOwn = (css, shown) => leaveOut(css, never(vocabulary(shown), true));

/** The rules and custom properties of `css` that what is shown, and our styles `own`, use. */
export async function reduce(css, own, shown) {
  const code = [...shown.views, ...shown.besides];
  const used = customProperties(own + code.join('\n'));
  const left = leaveOut(css, never(vocabulary(shown), false));
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
