// Compresses the site's files ahead, for servers that send what lies beside a file
// (docs/hosting.md). gzip by fflate, whose bytes are the same on every machine;
// Node's own zlib differs from one processor to the other.
import { gzipSync } from 'fflate';
import { extname } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** Text and WebAssembly. Pictures are compressed by themselves. */
const gains = new Set(['.html', '.css', '.js', '.txt', '.svg', '.wasm', '.webmanifest']);

/** The files and, beside each that gains by it, its compressed forms. `files` is a map by path. */
export function withCompressed(files, quality = constants.BROTLI_MAX_QUALITY) {
  const all = new Map(files);
  for (const [path, bytes] of files) {
    if (!gains.has(extname(path))) continue;
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    all.set(`${path}.br`, brotliCompressSync(bytes, { params }));
    all.set(`${path}.gz`, gzipSync(bytes, { level: 9, mtime: 0 }));
  }
  return all;
}
