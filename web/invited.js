// @ts-check
// On the page of a respondent. Whoever opens an invitation for the first time sees it at once:
// the page holds it as the app would draw it (crates/prerender/src/invited.rs), here it is filled
// in, and the app comes while she reads, at the latest when she wants something. Where anything
// is kept in this browser, or the link is not a whole and plain one, the app shows what there is.
import { noteLanguage } from './chosen.js';
import { read } from './invitation.js';
import { start } from './starting.js';

/** @typedef {import('./invitation.js').Invitation} Invitation */

const html = document.documentElement;
const words = CONSTANTS.INVITED;
/** Long enough to have read who asks, in milliseconds. */
const SOON = 2500;
/** Whoever does this is there. */
const SIGNS = [
  'pointerdown', 'pointermove', 'touchstart', 'wheel', 'scroll', 'keydown', 'focusin',
];
/** The address names something else. */
const MOVES = ['hashchange', 'popstate'];

let begun = false;
/** The ids of what was clicked before the app was there. @type {string[]} */
const wanted = [];
function begin() {
  if (begun) return;
  begun = true;
  for (const link of document.querySelectorAll('link[rel="forankring-later"]')) {
    /** @type {HTMLLinkElement} */ (link).rel = 'preload';
  }
  start(async () => {
    try {
      const { default: init } = await import('CONSTANTS.SCRIPT');
      await init({ module_or_path: CONSTANTS.WASM });
    } catch (error) {
      document.getElementById('venter')?.remove();
      // The notice stands above what she reads.
      if (wanted.length) setTimeout(() => document.querySelector('.boot-failed')?.scrollIntoView());
      throw error;
    }
  });
}

/** Whether nothing of ours can be kept in this browser, or carried to this page. */
async function isFirst() {
  const databases = await indexedDB.databases();
  return sessionStorage.length === 0 && `${history.state ?? ''}`[0] !== ' '
    && !databases.some(({ name }) => name === CONSTANTS.DATABASE);
}

/** @param {string} text @param {Record<string, string | number>} values */
const fill = (text, values) => text
  .replace(/\{(\w+)\}/g, (slot, name) => `${values[name] ?? slot}`);

/** A day as the app writes it (core, `numbers::show_day`). @param {Date} day */
function written(day) {
  const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
  if (html.lang !== 'en') return `${date}.${month}.${year}`;
  const name = day.toLocaleDateString('en', { month: 'long', timeZone: 'UTC' });
  return `${date} ${name} ${year}`;
}

/** Until when, and whether that is over. @param {Date} last */
function until(last) {
  const now = new Date();
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  const text = last.getTime() < today ? words.late : words.last;
  return fill(text, { day: written(last) });
}

/**
 * Puts what a link says into what every invitation has.
 * @param {DocumentFragment} form
 * @param {Invitation} told
 */
function say(form, { kind, level, expected, items, last, name, procurement, message }) {
  /** A text in its place; without one the place goes, and what goes with it.
   * @param {string} where @param {string | undefined} text @param {string} [along] */
  const put = (where, text, along = where) => {
    for (const one of form.querySelectorAll(text ? where : along)) {
      if (text) one.textContent = text;
      else one.remove();
    }
  };
  const [called, levels = []] = words.kinds[kind] ?? [];
  const [strong, who] = levels[level] ?? [];
  const [size, day] = form.querySelectorAll('ul > li');
  if (name) put('h1', fill(words.asked, { name }));
  put('.concerns strong', strong);
  put('.concerns span', `. ${who}`);
  put('.concerns bdi', procurement, '.concerns > :nth-last-child(-n + 2)');
  // Whoever reads a name knows what kind of organisation it is.
  const about = ['.concerns > :nth-child(3)', '.concerns > :nth-child(4)'];
  put(about.slice(1).join(), name ? '' : called, about.join());
  put('blockquote', message, '.message');
  // Five minutes for six items, and two at least: as the app reckons.
  const minutes = Math.max(2, Math.ceil((items * 5) / 6));
  if (size) size.textContent = fill(words.size, { n: items, m: minutes });
  if (last && day) day.textContent = until(last);
  else day?.remove();
  put('.told', words.few[expected]);
}

/** Says that what was wanted is under way. @param {Element} by */
function sayStarting(by) {
  const waiting = document.getElementById('venter') ?? document.createElement('p');
  waiting.id = 'venter';
  waiting.className = 'waiting';
  by.closest('.actions')?.after(waiting);
  const said = document.getElementById('sagt');
  for (const one of [waiting, said]) if (one) one.textContent = words.starting;
}

/**
 * What is clicked before the app is there is clicked again in what it draws. That comes once it
 * shows the invitation, or says why it cannot.
 * @param {Element} shown
 */
function handOver(shown) {
  const take = window.forankringTakeOver;
  shown.addEventListener('click', ({ target }) => {
    const field = /** @type {Element} */ (target).closest('button[id],input[id]');
    if (!field) return;
    // What early.js has noted of it is done here.
    if (window.forankringEarly) window.forankringEarly.length = 0;
    // Whoever presses a button once more wants it no sooner.
    if (field.matches('button') && wanted.includes(field.id)) return;
    wanted.push(field.id);
    begin();
    if ('failed' in html.dataset) document.querySelector('.boot-failed')?.scrollIntoView();
    else if (field.matches('button')) sayStarting(field);
  });
  window.forankringTakeOver = (drawn) => {
    const taken = () => {
      if (drawn.querySelector('.waiting')) return false;
      take?.(drawn);
      for (const id of wanted) document.getElementById(id)?.click();
      return true;
    };
    if (taken()) return;
    const drawing = new MutationObserver(() => { if (taken()) drawing.disconnect(); });
    drawing.observe(drawn, { childList: true, subtree: true });
  };
}

async function show() {
  const form = document.getElementById('invitasjon');
  const place = document.querySelector('main .reply');
  const told = 'framed' in html.dataset ? null : await read(location.hash.slice(1));
  if (!told || !place || !(form instanceof HTMLTemplateElement) || !(await isFirst())) return false;
  // Some browser took too long to answer: the app is on its way.
  if (begun) return false;
  const { content } = form;
  say(content, told);
  const shown = content.firstElementChild;
  if (!shown) return false;
  handOver(shown);
  place.replaceWith(shown);
  noteLanguage();
  return true;
}

// On its way to the reader's language (reader.js) it shows nothing.
if (!('open' in html.dataset)) {
  setTimeout(begin, SOON);
  show().catch(() => false).then((shown) => {
    if (!shown) { begin(); return; }
    html.dataset.invited = '';
    const how = { capture: true, passive: true, once: true };
    for (const type of [...SIGNS, ...MOVES]) addEventListener(type, begin, how);
  });
}
