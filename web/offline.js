// @ts-check
// Loaded beside the app, once it has started: what no first answer waits for.
import { noteLanguage } from './chosen.js';
import { watch } from './foreign.js';
import { sayFramed, stop } from './notice.js';
import { register } from './update.js';

const html = document.documentElement;

/** Called by starting.js after a trap. */
export const trapped = () => stop('trap');

function besideTheApp() {
  watch(() => stop('foreign'));

  // Once something is kept, the browser is asked not to clear it away by itself.
  try {
    if (localStorage.getItem(CONSTANTS.CURRENT)) navigator.storage?.persist?.().catch(() => {});
  } catch { /* blocked: nothing is kept */ }

  noteLanguage();

  // The file that is kept up to date: loaded when the app first asks for it. An app
  // that sees its event not taken knows that nobody listens yet.
  document.addEventListener(CONSTANTS.FILE_EVENT, (event) => {
    event.preventDefault();
    const { detail } = /** @type {CustomEvent<import('./filecopy.js').Asked>} */ (event);
    import('CONSTANTS.FILE_COPY').then(({ answer }) => answer(detail), () => {
      detail.done(JSON.stringify({ state: 'failed' }));
    });
  });

  register();
}

if ('framed' in html.dataset) sayFramed();
else besideTheApp();
