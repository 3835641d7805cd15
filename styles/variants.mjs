// Puts values in the place of a component's own custom properties where it comes in variants:
// `.ds-button { --b: red; background: var(--b) } .ds-button[data-x] { --b: blue }` becomes
// `.ds-button { background: red } .ds-button:where([data-x]) { background: blue }`, with the
// weight of the rule that it stood in, and right behind it: what it wins against stays the same.

const isCustom = ({ prop }) => prop.startsWith('--');

/** A selector that is a class, with or without attributes: the class, and what they say. */
function about(selector) {
  const [, component, condition] = /^(\.[\w-]+)((?:\[[^\]]+\])*)$/.exec(selector) ?? [];
  return component && { component, condition };
}

/** What each component defines: by component, by condition, by name. */
function components(sheet) {
  const found = new Map();
  const shared = new Set();
  sheet.walkDecls((declaration) => {
    if (!isCustom(declaration)) return;
    const { prop, value, parent } = declaration;
    const places = (parent.selectors ?? []).map(about);
    const plain = parent.parent.name === 'layer' && places.every(Boolean);
    if (!plain) { shared.add(prop); return; }
    for (const { component, condition } of places) {
      const own = found.get(component) ?? found.set(component, new Map()).get(component);
      if (!own.has(condition)) own.set(condition, new Map());
      own.get(condition).set(prop, value);
    }
  });
  for (const [component, own] of found) {
    for (const name of own.get('')?.keys() ?? []) {
      // Of one component, and known whatever it looks like.
      const others = [...found].some(([other, its]) => other !== component
        && [...its.values()].some((names) => names.has(name)));
      if (shared.has(name) || others) own.get('').delete(name);
    }
  }
  return found;
}

/** A value with what the names in it stand for. */
function settled(value, names) {
  let now = value;
  for (let before; before !== now;) {
    before = now;
    now = now.replace(/var\((--[\w-]+)\)/g, (whole, name) => names.get(name) ?? whole);
  }
  return now;
}

/** The values that a declaration has under each condition, or nothing where that is not told. */
function values(declaration, own) {
  const base = own.get('');
  const plain = settled(declaration.value, base);
  if (plain === declaration.value) return undefined;
  const others = [];
  for (const [condition, names] of own) {
    if (condition === '') continue;
    const known = new Map([...base].map(([name, value]) => [name, names.get(name) ?? value]));
    const value = settled(declaration.value, known);
    if (value !== plain) others.push({ condition, value, names });
  }
  // Two that change different names of one value could meet in one element.
  const [first] = others;
  const used = [...base.keys()].filter((name) => others.some(({ names }) => names.has(name))
    && settled(declaration.value, new Map([...base, [name, '\0']])).includes('\0'));
  const alike = others.every(({ names }) =>
    used.every((name) => names.has(name) === first.names.has(name)));
  return alike ? { plain, others } : undefined;
}

/** Resolves what components define, wherever rules of theirs read it. */
export function resolveVariants(sheet) {
  for (const [component, own] of components(sheet)) {
    if (!own.has('')) continue;
    const name = new RegExp(`\\${component}(?![\\w-])`, 'g');
    sheet.walkRules((rule) => {
      const apart = rule.selectors
        .some((one) => one.match(name)?.length !== 1 || /:not\(\./.test(one));
      if (!apart && !rule.settled) settle(rule, own, name, component);
    });
  }
}

/** Resolves it in one rule, with a rule behind it for each variant that differs. */
function settle(rule, own, name, component) {
  const behind = new Map();
  rule.each((declaration, index) => {
    if (declaration.type !== 'decl' || isCustom(declaration)) return;
    const found = values(declaration, own);
    const part = (other) => other.prop?.startsWith(`${declaration.prop}-`);
    if (!found || rule.nodes.slice(index + 1).some(part)) return;
    declaration.value = found.plain;
    for (const { condition, value } of found.others) {
      if (!behind.has(condition)) behind.set(condition, []);
      behind.get(condition).push(declaration.clone({ value }));
    }
  });
  for (const [condition, declarations] of [...behind].reverse()) {
    const selector = rule.selector.replace(name, `${component}:where(${condition})`);
    const variant = rule.clone({ selector, nodes: [] });
    variant.append(declarations);
    variant.settled = true;
    rule.after(variant);
  }
}
