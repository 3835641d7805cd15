// Real web servers, started as a host would start them: with the settings that stand
// in docs/hosting.md, taken from there, on a port of the loopback, in a folder of
// their own. Nothing is installed as a service, and nobody need be root.
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const document = new URL('../../docs/hosting.md', import.meta.url);
const dist = process.env.DIST ?? new URL('../../dist/', import.meta.url).pathname;
const isRoot = process.getuid?.() === 0;

/** Where the site lies in the document's settings, and its folder on the disk there. */
const written = { path: '/verktoy/forankring/', folder: '/srv/forankring/' };

/** The settings in the document for this server: its first block of code in this language. */
export function settings(language) {
  const text = readFileSync(document, 'utf8').replaceAll('\r\n', '\n');
  const block = text.match(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'ms'));
  if (!block) throw new Error(`docs/hosting.md has no settings for ${language}`);
  return block[1];
}

/** Programs for administrators are not on everybody's path. */
function program(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

const freePort = () => new Promise((resolve, reject) => {
  const server = createServer();
  server.once('error', reject);
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

/** Each server: how it is called, and what its own settings are around those of the document. */
const kinds = {
  nginx: {
    names: ['nginx'],
    language: 'nginx',
    modules: ['/usr/lib/nginx/modules'],
    prepare({ home, port, block, more }) {
      const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
        .map((name) => `${name}_temp_path ${home}/${name};`).join(' ');
      writeFileSync(join(home, 'nginx.conf'), `${more.load ?? ''}
        daemon off; master_process off; pid ${home}/pid; error_log ${home}/log error;
        events {}
        http { access_log off; ${places}
          server { listen 127.0.0.1:${port}; ${block} } }`);
      return ['-p', home, '-c', join(home, 'nginx.conf'), '-e', join(home, 'log')];
    },
  },
  apache: {
    names: ['apache2', 'httpd'],
    language: 'apache',
    modules: ['/usr/lib/apache2/modules', '/usr/lib64/httpd/modules'],
    prepare({ home, port, block, folder, modules }) {
      writeFileSync(join(folder, '.htaccess'), block);
      const wanted = ['mpm_event', 'unixd', 'authz_core', 'mime', 'dir', 'alias', 'autoindex',
        'headers', 'filter', 'deflate', 'brotli', 'rewrite'];
      const load = wanted.map((name) => [name, join(modules, `mod_${name}.so`)])
        .filter(([, file]) => existsSync(file))
        .map(([name, file]) => `LoadModule ${name}_module ${file}`);
      // It serves nothing as root: then somebody else must be able to read the folder.
      const user = isRoot ? ['User www-data', 'Group www-data'] : [];
      writeFileSync(join(home, 'httpd.conf'), [...load, ...user, `DocumentRoot ${home}/root`,
        `ServerRoot ${home}`, 'ServerName localhost', `Listen 127.0.0.1:${port}`,
        `PidFile ${home}/pid`, `DefaultRuntimeDir ${home}`, `ErrorLog ${home}/log`,
        'LogLevel error', existsSync('/etc/mime.types') ? 'TypesConfig /etc/mime.types' : '',
        // Listings are on, as they are on many hosts: the document turns them off.
        `<Directory ${folder}>`, 'Options Indexes FollowSymLinks', 'AllowOverride All',
        'Require all granted', '</Directory>'].join('\n'));
      return ['-f', join(home, 'httpd.conf'), '-DFOREGROUND'];
    },
  },
};

/** Why this server cannot be tried here, or nothing. */
export function absent(kind) {
  return kinds[kind].names.some(program) ? false : `${kind} is not installed here`;
}

/** The folder of modules in which this one lies, or nothing. */
export const module = (kind, file) =>
  kinds[kind].modules.map((folder) => join(folder, file)).find((path) => existsSync(path));

/**
 * Starts a server over a copy of the site. `change` may do to the copy what a host does;
 * `edit` to the settings what the document says may be done.
 */
export async function serve(kind, how) {
  const { path = written.path, change, edit = (text) => text, more = {} } = how;
  const { names, language, modules, prepare } = kinds[kind];
  const home = mkdtempSync(join(tmpdir(), 'forankring-host-'));
  const folder = join(home, 'root', path);
  cpSync(dist, folder, { recursive: true });
  chmodSync(home, 0o755);
  change?.(folder);
  const port = await freePort();
  const block = edit(settings(language)).replaceAll(written.path, path)
    .replaceAll(written.folder, folder);
  const args = prepare({
    home, port, folder, more, block, modules: modules.find((one) => existsSync(one)) ?? '',
  });
  const command = names.map(program).find(Boolean);
  const tried = spawnSync(command, [...args, '-t'], { encoding: 'utf8' });
  const clear = () => rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  if (tried.status !== 0) {
    clear();
    throw new Error(`${kind} refuses the settings:\n${tried.stderr}`);
  }
  const child = spawn(command, args, { stdio: 'ignore' });
  const ended = new Promise((resolve) => { child.once('exit', resolve); });
  const stop = async () => { child.kill('SIGTERM'); await ended; clear(); };
  const address = `http://127.0.0.1:${port}${path}`;
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) break;
    if (await fetch(address).then(() => true, () => false)) return { address, folder, stop };
    await pause(25);
  }
  const log = readFileSync(join(home, 'log'), 'utf8');
  await stop();
  throw new Error(`${kind} does not answer:\n${log}`);
}
