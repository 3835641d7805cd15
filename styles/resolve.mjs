// Puts values in the place of custom properties: what has one value wherever it is used need
// neither be loaded by its name nor be looked up by every reader's browser.
import postcss from 'postcss';
import selectorParser from 'postcss-selector-parser';

/** The size that pages have: the design system's own switch between three is not used. */
const SIZE = { '--ds-size-mode-font-size': '1.125' };

const isCustom = ({ prop }) => prop.startsWith('--');

/** The class that a rule is about, where its selector is that class and nothing more. */
const about = (rule) => /^\.[\w-]+$/.exec(rule.selector ?? '')?.[0];

/** Whether a declaration stands at the root of all pages, whatever theme or medium. */
function isRoot({ parent }) {
  if (!/^:root(,\[data-color-scheme\])?$/.test(parent.selector ?? '')) return false;
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

/** Resolves one custom property wherever that changes nothing; whether it did. */
function resolveOne(sheet, name, found) {
  const [{ value }] = found;
  const alike = found.every((other) => other.value === value);
  const everywhere = alike && !/var\(/.test(value) && found.some(isRoot);
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
 * Resolves the custom properties of the root that neither light and dark nor any part changes,
 * and those of a component that only rules of that component read.
 */
export function resolved(css) {
  const sheet = postcss.parse(css);
  dropRounding(sheet);
  for (let again = true; again;) {
    again = false;
    for (const [name, found] of definitions(sheet)) again = resolveOne(sheet, name, found) || again;
  }
  return live(sheet.toString());
}

/** Leaves out custom properties that nothing which is drawn leads to. */
export function live(css) {
  const sheet = postcss.parse(css);
  const defined = [];
  const used = new Set();
  const names = (value) => [...value.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name);
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
  sheet.walkRules((rule) => { if (rule.nodes.length === 0) rule.remove(); });
  return sheet.toString();
}
