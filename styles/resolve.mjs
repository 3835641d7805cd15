// Puts values in the place of custom properties: what has one value wherever it is used need
// neither be loaded by its name nor be looked up by every reader's browser.
import postcss from 'postcss';
import selectorParser from 'postcss-selector-parser';
import { resolveVariants } from './variants.mjs';

/** The size that pages have: the design system's own switch between three is not used. */
const SIZE = { '--ds-size-mode-font-size': '1.125' };

const isCustom = ({ prop }) => prop.startsWith('--');

/** The class that a rule is about, where its selector is that class and nothing more. */
const about = (rule) => /^\.[\w-]+$/.exec(rule.selector ?? '')?.[0];

/** The root of all pages, which is the one element that names a scheme. */
const ROOT = /^(:root|(:root,)?\[data-color-scheme(=auto)?\])$/;

/** Whether a declaration stands at the root of all pages. */
const atRoot = ({ parent }) => ROOT.test(parent.selector ?? '');

/** Whether it does so whatever theme or medium. */
function isRoot(declaration) {
  const { parent } = declaration;
  if (!atRoot(declaration) || /=auto/.test(parent.selector)) return false;
  for (let up = parent.parent; up.type !== 'root'; up = up.parent) {
    if (up.name !== 'layer') return false;
  }
  return true;
}

/** Sizes to the pixel, where a browser can round: at the usual size they are whole already. */
function dropRounding(sheet) {
  sheet.walkAtRules('supports', (rule) => {
    let plain = /round\(/.test(rule.params);
    rule.walkDecls((declaration) => { plain &&= isCustom(declaration); });
    if (plain) rule.remove();
  });
}

/** The definitions of each custom property. */
function definitions(sheet) {
  const found = new Map();
  sheet.walkDecls((declaration) => {
    const { prop } = declaration;
    if (prop in SIZE) declaration.value = SIZE[prop];
    if (isCustom(declaration)) found.set(prop, [...found.get(prop) ?? [], declaration]);
  });
  return found;
}

/** The class within whose rules a custom property, defined there alone, may be resolved. */
function componentOf([definition, other]) {
  const { parent } = definition;
  const alone = other === undefined && parent.parent.name === 'layer';
  return alone ? about(parent) : undefined;
}

/** The names that a value reads. */
const names = (value) => [...value.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name);

/** Resolves one custom property wherever that changes nothing; whether it did. */
function resolveOne(sheet, name, all) {
  const found = all.get(name);
  const [{ value }] = found;
  const alike = found.every((other) => other.value === value);
  // What it reads may change with light and dark, but not from one part of a page to another.
  const fixed = (definition) => atRoot(definition) && names(definition.value).length === 0;
  const same = names(value).every((read) => all.get(read)?.every(fixed));
  const everywhere = alike && same && found.some(isRoot);
  const component = componentOf(found);
  if (!everywhere && !component) return false;
  const use = `var\\(${name}(?:,[^()]*)?\\)`;
  const uses = [];
  sheet.walkDecls((declaration) => {
    if (new RegExp(use).test(declaration.value)) uses.push(declaration);
  });
  const inside = ({ parent: { selector = '' } }) => selectorParser().astSync(selector).nodes
    .every((one) => String(one).includes(component));
  if (!everywhere && !uses.every(inside)) return false;
  for (const declaration of uses) {
    declaration.value = declaration.value.replace(new RegExp(use, 'g'), () => value);
  }
  return uses.length > 0;
}

/**
 * What one name at the root only hands on to another bears the other's name: `--b: var(--a)` where
 * nothing else reads `--a`.
 */
function shorten(sheet) {
  const all = definitions(sheet);
  const readers = new Map();
  sheet.walkDecls((declaration) => {
    for (const name of names(declaration.value)) {
      readers.set(name, [...readers.get(name) ?? [], declaration]);
    }
  });
  for (const [name, [reader, other]] of readers) {
    const found = all.get(name);
    const handsOn = other === undefined && reader.value === `var(${name})` && isCustom(reader);
    if (!handsOn || !isRoot(reader) || !found?.every(atRoot)) continue;
    for (const definition of found) definition.prop = reader.prop;
    reader.remove();
  }
}

/** The names that begin like this are Designsystemet's own; where none is set, it falls back. */
function fallBack(sheet) {
  const set = definitions(sheet);
  sheet.walkDecls((declaration) => {
    declaration.value = declaration.value.replace(
      /var\((--_ds-[\w-]+),((?:[^()]|\([^()]*\))*)\)/g,
      (whole, name, otherwise) => (set.has(name) ? whole : otherwise),
    );
  });
}

/**
 * Resolves the custom properties of the root that no part of a page changes, and those of a
 * component that only rules of that component read. What is left changes with light and dark, or
 * with the colour of a part.
 */
export function resolved(css) {
  const sheet = postcss.parse(css);
  dropRounding(sheet);
  fallBack(sheet);
  for (let again = true; again;) {
    again = false;
    const all = definitions(sheet);
    for (const name of all.keys()) again = resolveOne(sheet, name, all) || again;
  }
  resolveVariants(sheet);
  const left = postcss.parse(live(sheet.toString()));
  shorten(left);
  return live(left.toString());
}

/** Leaves out custom properties that nothing which is drawn leads to. */
export function live(css) {
  const sheet = postcss.parse(css);
  const defined = [];
  const used = new Set();
  sheet.walkDecls((declaration) => {
    if (isCustom(declaration)) defined.push(declaration);
    else for (const name of names(declaration.value)) used.add(name);
  });
  // Sets grow while they are walked: what is added is walked too.
  for (const name of used) {
    for (const { prop, value } of defined) {
      if (prop === name) for (const other of names(value)) used.add(other);
    }
  }
  for (const declaration of defined) if (!used.has(declaration.prop)) declaration.remove();
  sheet.walkDecls((declaration) => {
    const before = declaration.prev();
    if (before?.prop === declaration.prop && before.value === declaration.value) before.remove();
  });
  sheet.walkRules((rule) => { if (rule.nodes.length === 0) rule.remove(); });
  return sheet.toString();
}
