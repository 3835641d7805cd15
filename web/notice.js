// @ts-check
// Stops an app that cannot go on, says above the page why it stopped or does not
// start, and offers a way on. The notice stands in every page, outside of the app,
// with the words for an app that did not start: they do where this does not load.
const html = document.documentElement;

/** The notice with other words, and what the reader can do.
 * @param {string} words
 * @param {HTMLElement} way
 */
function say(words, way) {
  const notice = document.querySelector('.boot-failed');
  if (!(notice instanceof HTMLElement)) return;
  way.className = way instanceof HTMLButtonElement ? 'ds-button' : 'ds-link';
  notice.replaceChildren(words, ' ', way);
  notice.scrollIntoView();
}

/** @param {string} label */
function reload(label) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', () => {
    // What is not saved goes along: there is nothing to ask about.
    const leave = (/** @type {Event} */ event) => event.stopImmediatePropagation();
    if ('rescued' in html.dataset) addEventListener('beforeunload', leave, true);
    location.reload();
  });
  return button;
}

/**
 * Stops the app once and for all, after it had the chance to put what is not saved
 * where the next page finds it.
 * @param {'trap' | 'foreign'} why
 */
export function stop(why) {
  const { dataset } = html;
  const texts = CONSTANTS.TEXTS[html.lang];
  const app = document.getElementById(CONSTANTS.APP);
  if ('failed' in dataset || !texts || !app) return;
  try {
    // An app that has failed may fail here too. What is not rescued is not promised.
    const rescue = window.forankringRescue;
    if (rescue && rescue() !== false) dataset.rescued = '';
  } catch { /* not rescued */ }
  app.inert = true;
  // Before it was alive, it had not started: that is what the notice says.
  dataset.failed = 'alive' in dataset ? why : '';
  if (!dataset.failed) return;
  if (why === 'foreign') {
    dataset.foreign = '';
    // Nobody shall read the texts that are there now.
    app.hidden = true;
  }
  const trapped = 'rescued' in dataset ? texts.trap : texts.trap_unkept;
  say(why === 'foreign' ? texts.foreign : trapped, reload(texts.reload));
}

/** Says that the page stands inside another, and leads out of it. */
export function sayFramed() {
  const texts = CONSTANTS.TEXTS[html.lang];
  if (!texts) return;
  const link = document.createElement('a');
  link.href = location.href;
  link.target = '_blank';
  link.rel = 'noopener';
  link.textContent = texts.framed_open;
  html.dataset.failed = 'framed';
  say(texts.framed, link);
}
