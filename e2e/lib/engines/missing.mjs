// For xtask: of each engine that is not there, Debian's packages that bring it, and what to say
// where they cannot be had.
import { engines } from './index.mjs';

for (const { absent, packages } of engines) {
  if (absent) console.log(`${packages.join(' ')}\t${absent}`);
}
