// A page in any of the engines, with the part of Playwright's page that the journeys of
// all engines use, so that what `site.mjs` knows of the site holds here too. What is
// looked at is waited for here, once; what differs is below it, a *tab* of each engine:
// goto, evaluate, click, type, travel, reload, print.
import assert from 'node:assert/strict';
import { alive, base, soon } from '../site.mjs';

const patience = 20000;

/** Whether one that matches stands there (`attached`), can be seen, or neither. */
function stands(selector, state) {
  const all = [...document.querySelectorAll(selector)];
  const seen = (one) => one.getClientRects().length > 0
    && getComputedStyle(one).visibility === 'visible';
  if (state === 'attached') return all.length > 0;
  return all.some(seen) === (state === 'visible');
}

export class Page {
  /**
   * `problems` is filled by the engine: what went wrong in the page, and nobody caught. `close`
   * does away with the window and with all that it knows.
   */
  constructor(tab, problems, close) {
    this.tab = tab;
    this.problems = problems;
    this.close = close;
  }

  evaluate(look, ...values) { return this.tab.evaluate(look, ...values); }

  /** Until a look says yes. A page that is just being replaced is looked at again. */
  waitForFunction(look, value, { timeout = patience } = {}) {
    return soon(async () => {
      assert.ok(await this.evaluate(look, value), `not so: ${look} ${JSON.stringify(value)}`);
    }, timeout);
  }

  waitForSelector(selector, { state = 'visible', timeout = patience } = {}) {
    // Of several that match, one that is visible is enough here.
    const plain = selector.replace(/:visible$/, '');
    return soon(async () => {
      assert.ok(await this.evaluate(stands, plain, state), `not ${state}: ${selector}`);
    }, timeout);
  }

  async goto(address) { await this.tab.goto(address); }

  async reload() { await this.tab.reload(); await alive(this); }

  /** What comes of it is waited for by what it shows: it may be a page, or only a screen. */
  goBack() { return this.tab.travel(-1); }

  goForward() { return this.tab.travel(1); }

  async click(selector) {
    await this.waitForSelector(selector);
    await this.tab.click(selector);
  }

  async check(selector) {
    await this.click(selector);
    await this.waitForSelector(`${selector}:checked`);
  }

  /** Types, as keys do, over what stands in a field. */
  async fill(selector, words) {
    await this.click(selector);
    await this.evaluate((selector) => document.querySelector(selector).select(), selector);
    await this.tab.type(selector, words);
    assert.equal(await this.inputValue(selector), words);
  }

  inputValue(selector) {
    return this.evaluate((selector) => document.querySelector(selector).value, selector);
  }

  /** The words that can be seen, as one line. */
  async words(selector = 'body') {
    const words = await this.evaluate(
      (selector) => [...document.querySelectorAll(selector)].map((one) => one.innerText), selector,
    );
    return words.join(' ').replace(/\s+/g, ' ');
  }

  url() { return this.evaluate(() => location.href); }

  /** Loads a page of the site, by its path or as a link says it. */
  async open(path) {
    await this.goto(new URL(path, base).href);
    await alive(this);
    return this;
  }

  /** What is printed, as PDF. */
  print() { return this.tab.print(); }
}
