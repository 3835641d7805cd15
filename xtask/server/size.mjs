// What each file of a site weighs: `node xtask/server/size.mjs DIR CACHE`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compressed, files } from './copy.mjs';

const [folder, cache] = process.argv.slice(2);
const row = (raw, small, name) => {
  console.log(`${String(raw).padStart(10)} ${String(small).padStart(10)}  ${name}`);
};

row('raw', 'brotli', 'file (bytes raw, with brotli 11)');
const names = files(folder);
const weighed = await Promise.all(names.map(async (name) => {
  const bytes = readFileSync(join(folder, name));
  return [bytes.length, (await compressed(bytes, 'br', cache)).length, name];
}));
weighed.forEach((file) => row(...file));
const sum = (column) => weighed.reduce((total, file) => total + file[column], 0);
row(sum(0), sum(1), 'in all');
