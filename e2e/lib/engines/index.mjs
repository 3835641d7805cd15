// The engines in which the site is tried: where each is looked for, and what to say where it
// is missing. `xtask/src/engines.rs` reads this table and installs them on Debian.
// Environment: CHROME, FIREFOX, WEBKIT_DRIVER, XVFB name other programs.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { starter as puppeteer } from './puppeteer.mjs';
import { python, starter as webkit } from './webkit.mjs';

const { env } = process;
const chrome = env.CHROME ?? '/usr/bin/chromium';
const firefox = env.FIREFOX ?? '/usr/bin/firefox-esr';
const driver = env.WEBKIT_DRIVER ?? '/usr/bin/WebKitWebDriver';
const xvfb = env.XVFB ?? '/usr/bin/Xvfb';

function runs(program) {
  try { accessSync(program, constants.X_OK); return true; } catch { return false; }
}

/** Whether Python knows the WebKit of which the window is made. */
const binds = () => runs(python) && spawnSync(python, [
  '-c', 'import gi; gi.require_version("Gtk", "3.0"); gi.require_version("WebKit2", "4.1")',
]).status === 0;

/**
 * `needs`: each thing that must be there, and whether it is; `packages`: Debian's, with all of it.
 */
const table = [
  {
    name: 'Chromium',
    needs: [[chrome, () => runs(chrome)]],
    packages: ['chromium'],
    start: puppeteer('chrome', chrome),
  },
  {
    name: 'Firefox',
    needs: [[firefox, () => runs(firefox)]],
    packages: ['firefox-esr'],
    start: puppeteer('firefox', firefox),
  },
  {
    name: 'WebKitGTK',
    needs: [
      [driver, () => runs(driver)],
      [xvfb, () => runs(xvfb)],
      [`${python} with gi and WebKit2 4.1`, binds],
    ],
    packages: [
      'webkit2gtk-driver', 'xvfb', 'python3-gi', 'gir1.2-gtk-3.0', 'gir1.2-webkit2-4.1',
    ],
    start: webkit(driver, xvfb),
  },
];

/** All of them; `absent` is a line that says what is missing, where something is. */
export const engines = table.map(({ needs, ...engine }) => {
  const missing = needs.filter(([, there]) => !there()).map(([what]) => what);
  const left = `${engine.name} is left out: there is no ${missing.join(', no ')}`
    + ` (Debian: apt install ${engine.packages.join(' ')})`;
  return { ...engine, absent: missing.length > 0 && left };
});
