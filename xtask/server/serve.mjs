// Serves a folder on this machine: `node xtask/server/serve.mjs DIR CACHE PORT BASE first|later`,
// which says when files are compressed: before the first answer, to measure, or meanwhile.
// Ends with whoever started it: when its standard input is closed.
import { createServer } from 'node:http';
import { open } from './site.mjs';

const [folder, cache, port, base, when] = process.argv.slice(2);
const site = open({ folder, cache, base });
if (when === 'first') await site.compressed;
const server = createServer(site.answer);
// Longer than anyone looks at a page: a new connection would show in what is measured.
server.keepAliveTimeout = 120_000;
server.on('error', ({ message }) => {
  console.error(message);
  process.exit(1);
});
server.listen(Number(port), '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${server.address().port}${site.base}`);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
process.stdin.resume().on('end', () => process.exit(0));
