// What is sent for what is asked: npm's sirv, and around it what a good host adds
// (docs/hosting.md).
import { statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import sirv from 'sirv';
import { compress, copyOf, files } from './copy.mjs';

/** The pages carry their own policy; being framed can only be refused here. */
export const SECURITY = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(self), clipboard-write=(self), geolocation=(), microphone=(), payment=(), usb=()',
};

/** Whether the name changes with the content: `-` and 12 to 16 hex digits. */
export const hasHash = (path) => /-[0-9a-f]{12,16}(?![0-9a-z])[^/]*$/i.test(path);

/** `sub/path` or `/sub/path/` becomes `/sub/path/`. */
export const normalBase = (base = '') => `/${base.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');

/** Types for which sirv does not say how the text is encoded. */
const TEXTS = {
  '.js': 'text/javascript',
  '.txt': 'text/plain',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/** What sirv leaves open of a file that it has found. */
function describe(answer, path) {
  const type = TEXTS[extname(path)];
  if (type) answer.setHeader('Content-Type', `${type}; charset=utf-8`);
  const keep = hasHash(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
  answer.setHeader('Cache-Control', keep);
}

function plain(answer, status, text, headers = {}) {
  const type = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' };
  answer.writeHead(status, { ...type, ...headers }).end(text);
}

/** The page for unknown addresses, with the status for them. */
function missing(request, answer, send) {
  const write = answer.writeHead;
  answer.writeHead = (_, headers) => write.call(answer, 404, headers);
  for (const name of ['if-none-match', 'range']) delete request.headers[name];
  request.url = '/404.html';
  send(request, answer, () => {
    answer.writeHead = write;
    plain(answer, 404, 'not found\n');
  });
}

function decoded(path) {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/**
 * The site in a folder, below a base. Compressing takes seconds, once: `compressed` is kept
 * when that is done, and until then files are sent as they are.
 */
export function open({ folder, base: below, cache }) {
  const base = normalBase(below);
  const time = () => statSync(join(folder, 'index.html'), { throwIfNoEntry: false })?.mtimeMs;
  let send;
  let folders;
  let read;

  async function renew() {
    const now = time();
    read = now;
    const copy = copyOf(folder, cache);
    folders = new Set(files(copy).map((name) => `/${dirname(name)}`));
    const show = () => {
      send = sirv(copy, { brotli: true, gzip: true, etag: true, setHeaders: describe });
    };
    show();
    await compress(copy, cache);
    if (read === now) show();
  }

  function answer(request, response) {
    for (const [name, value] of Object.entries(SECURITY)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return plain(response, 405, 'method not allowed\n', { Allow: 'GET, HEAD' });
    }
    // The site was built anew; where it is being put in place, the next request tries again.
    if (time() !== read) renew().catch(() => { read = undefined; });
    const [path, query] = request.url.split(/(?=\?)/, 2);
    const inside = path.startsWith(base) ? path.slice(base.length - 1) : undefined;
    if (`${path}/` === base || (inside && folders.has(decoded(inside)))) {
      return plain(response, 301, 'moved\n', { Location: `${path}/${query ?? ''}` });
    }
    if (!inside) return missing(request, response, send);
    request.url = inside;
    return send(request, response, () => missing(request, response, send));
  }
  return { base, answer, compressed: renew() };
}
