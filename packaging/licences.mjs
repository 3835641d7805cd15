// The licences of all that a built site holds: crates that cargo links into the
// WebAssembly, npm's packages whose styles are in the pages, Rust's own library.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/** npm's packages of which something is shipped; the others only build. */
const styles = ['@digdir/designsystemet-css', '@digdir/designsystemet-theme'];

const isLicence = /^(licen[cs]es?|copying|notice|copyright|unlicense)\b/i;
const read = (path) => readFileSync(path, 'utf8').replaceAll('\r\n', '\n').trim();

/** MIT's words with other holders: those of this project stand in one line. */
const mit = (holders) =>
  read(join(root, 'LICENSE-MIT')).replace(/^Copyright \(c\) .*$/m, `Copyright (c) ${holders}`);

/**
 * The texts that belong to a package: those in its folder, of which MIT's alone do where one may
 * choose. A package without any is taken under Apache-2.0, or MIT with the authors that it names.
 */
function texts({ name, license, authors, folder }) {
  const found = readdirSync(folder, { withFileTypes: true })
    .filter((one) => isLicence.test(one.name))
    .flatMap((one) => (one.isFile() ? [one.name] : readdirSync(join(folder, one.name))
      .map((inside) => join(one.name, inside)))).sort();
  if (found.length > 0) {
    const chosen = found.filter((file) => /mit/i.test(file));
    const free = /\bMIT\b/.test(license) && !/\bAND\b/.test(license) && chosen.length > 0;
    return (free ? chosen : found).map((file) => read(join(folder, file)));
  }
  if (/Apache-2\.0/.test(license)) return [read(join(root, 'LICENSE-APACHE'))];
  if (license === 'MIT' && authors.length > 0) return [mit(authors.join(', '))];
  throw new Error(`${name} comes without the text of its licence (${license})`);
}

/** Every crate that is linked into the app, ours left out. */
export function crates() {
  const metadata = JSON.parse(execFileSync('cargo', [
    'metadata', '--format-version', '1', '--locked', '--features', 'split',
    '--filter-platform', 'wasm32-unknown-unknown',
  ], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] }));
  const packages = new Map(metadata.packages.map((one) => [one.id, one]));
  const nodes = new Map(metadata.resolve.nodes.map((one) => [one.id, one]));
  const linked = new Set();
  const visit = (id) => {
    const macro = packages.get(id).targets.some(({ kind }) => kind.includes('proc-macro'));
    if (linked.has(id) || macro) return;
    linked.add(id);
    for (const { pkg, dep_kinds: kinds } of nodes.get(id).deps) {
      if (kinds.some(({ kind }) => kind === null)) visit(pkg);
    }
  };
  visit(metadata.packages.find(({ name }) => name === 'forankring').id);
  return [...linked].map((id) => packages.get(id)).filter(({ source }) => source !== null)
    .map(({ name, version, license, authors, manifest_path: manifest }) => (
      { name, version, license: license ?? '', authors, folder: dirname(manifest) }));
}

function stylesheets() {
  return styles.map((name) => {
    const folder = join(root, 'node_modules', name);
    const { version, license } = JSON.parse(read(join(folder, 'package.json')));
    return { name, version, license, authors: [], folder };
  });
}

/** One text: what is in the site, by licence; each text once, under all that it belongs to. */
export function licences() {
  const byText = new Map();
  const all = [...crates(), ...stylesheets()].sort((a, b) => (
    a.name < b.name || (a.name === b.name && a.version < b.version) ? -1 : 1));
  for (const one of all) {
    for (const text of texts(one)) {
      const owners = byText.get(text) ?? [];
      byText.set(text, [...owners, `${one.name} ${one.version} (${one.license})`]);
    }
  }
  const line = '='.repeat(80);
  const parts = [...byText].map(([text, owners]) => `${line}\n${owners.join('\n')}\n\n${text}\n`);
  return `What this site holds besides its own code, and under which licences. Rust's own library
is in rust-standard-library.html; the site's own licences are LICENSE-MIT and
LICENSE-APACHE.

${parts.join('\n')}`;
}

/** The notices of the library that comes with the compiler. */
export function rustLibrary() {
  const sysroot = execFileSync('rustc', ['--print', 'sysroot'], { cwd: root, encoding: 'utf8' });
  const notices = join(sysroot.trim(), 'share/doc/rust/COPYRIGHT-library.html');
  if (!existsSync(notices)) throw new Error(`there is no ${notices}: reinstall the compiler`);
  return readFileSync(notices);
}
