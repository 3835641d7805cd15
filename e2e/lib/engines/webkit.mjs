// WebKitGTK by WebDriver, spoken over fetch, in a window nobody sees (Xvfb). The browser is
// `webkit-window.py` beside this file: one window with a profile of our choice. WebKit's own
// MiniBrowser has none on disk when it is automated, and WebDriver does not print there.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { soon } from '../site.mjs';
import { Page } from './page.mjs';

export const python = '/usr/bin/python3';
const browserProgram = fileURLToPath(new URL('webkit-window.py', import.meta.url));

/** How long an engine may take to start, and to print. */
const patience = 30000;

const running = new Set();

/** A program that leads a group of its own: drivers start browsers, and those start more. */
function begin(program, values, options) {
  const child = spawn(program, values, { ...options, detached: true });
  running.add(child);
  return child;
}

/** Stops a program and all that it has started. */
function end(child) {
  running.delete(child);
  try { process.kill(-child.pid, 'SIGKILL'); } catch { /* ended already */ }
}

// Nothing outlives the journeys, however they end.
process.on('exit', () => { for (const child of running) end(child); });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

/** A screen of its own; the X server picks the number and says it. */
async function screen(program) {
  const server = begin(
    program, ['-displayfd', '3', '-nolisten', 'tcp', '-screen', '0', '1400x1000x24'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const [number] = await Promise.race([
    once(server.stdio[3], 'data'),
    once(server, 'exit').then(() => { throw new Error(`${program} ended at once`); }),
  ]);
  return { display: `:${String(number).trim()}`, close: () => end(server) };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** One command of WebDriver; what it answers, or its error. */
async function command(address, method, path, body) {
  const answer = await fetch(`${address}${path}`, {
    method, ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
  });
  const { value } = await answer.json();
  if (value?.error) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

/** A tab: what `page.mjs` asks for, in the commands of one session. */
function tab(ask, folder) {
  /** What a script throws comes back with its own words. */
  const evaluate = async (look, ...values) => {
    const script = `const done = arguments[arguments.length - 1];
      const values = [...arguments].slice(0, -1);
      new Promise((resolve) => { resolve((${look})(...values)); })
        .then((value) => done({ value }), (error) => done({ failed: String(error) }));`;
    const { value, failed } = await ask('POST', '/execute/async', { script, args: values });
    if (failed !== undefined) throw new Error(failed);
    return value;
  };
  const element = async (selector) => {
    const found = await ask('POST', '/element', { using: 'css selector', value: selector });
    return `/element/${Object.values(found)[0]}`;
  };
  /** The app may take the page's place just then: what was found is looked for once more. */
  const act = async (selector, what, values) => {
    const once = async () => ask('POST', `${await element(selector)}/${what}`, values);
    try {
      return await once();
    } catch (error) {
      if (!/^stale element reference/.test(error.message)) throw error;
      return once();
    }
  };
  return {
    goto: (url) => ask('POST', '/url', { url }),
    evaluate,
    click: (selector) => act(selector, 'click'),
    type: (selector, text) => act(selector, 'value', { text }),
    travel: (steps) => ask('POST', steps < 0 ? '/back' : '/forward'),
    reload: () => ask('POST', '/refresh'),
    async print() {
      const file = join(folder, 'printed.pdf');
      await evaluate((file) => { window.webkit.messageHandlers.print.postMessage(file); }, file);
      // The window gives it that name once it is whole.
      return soon(() => readFileSync(`${file}.done`), patience);
    },
  };
}

/** A driver with one session: it has no more than one, and each is a browser of its own. */
async function session(driver, display, { kind, profile }) {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'forankring-webkit-'));
  const problems = [];
  const child = begin(driver, [`--port=${port}`], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      DISPLAY: display,
      // A build machine has no graphics card, and runs as root.
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      // The printer to files is found by its English name.
      LC_ALL: 'C.UTF-8',
      LANGUAGE: '',
    },
  });
  // What the console of the page says, line by line.
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (/^CONSOLE .*ERROR/.test(line)) problems.push(line);
  });
  const stop = () => {
    end(child);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const address = `http://127.0.0.1:${port}`;
    await soon(() => command(address, 'GET', '/status'), patience);
    const { sessionId, capabilities } = await command(address, 'POST', '/session', {
      capabilities: {
        alwaysMatch: {
          'webkitgtk:browserOptions': {
            binary: python, args: [browserProgram, kind, profile],
          },
        },
      },
    });
    const at = `${address}/session/${sessionId}`;
    const ask = (method, path, body) => command(at, method, path, body);
    const own = tab(ask, folder);
    /** As a person closes it. All that writes for the browser holds its end of the pipe. */
    const leave = async () => {
      const ended = once(child, 'close');
      // No answer comes: the window is gone.
      const goes = () => { window.webkit.messageHandlers.leave.postMessage(''); };
      await own.evaluate(goes).catch(() => {});
      child.kill();
      await Promise.race([ended, pause(patience, undefined, { ref: false })]);
      stop();
    };
    const { browserVersion: version } = capabilities;
    return { version, page: new Page(own, problems, stop), leave };
  } catch (error) {
    stop();
    throw error;
  }
}

export const starter = (driver, xvfb) => async ({ kind, profile }) => {
  const { display, close } = await screen(xvfb);
  const fresh = () => session(driver, display, { kind: 'private', profile: '-' });
  try {
    const first = await session(driver, display, { kind, profile });
    return {
      version: `WebKitGTK ${first.version}`,
      first: async () => first.page,
      fresh: async () => (await fresh()).page,
      close: async () => { await first.leave(); close(); },
    };
  } catch (error) {
    close();
    throw error;
  }
};
