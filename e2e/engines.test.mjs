// The same journeys in three engines: Chromium, Firefox, WebKitGTK. What each of them cannot do
// stands in docs/reliability.md. An engine that is not there is skipped, with a line that says so.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { engines } from './lib/engines/index.mjs';
import { onPaper, pagesOf, solid } from './lib/paper.mjs';
import {
  answerAll, answered, choose, figures, finish, items, reason, saved, stored,
} from './lib/site.mjs';

const answers = '4,4,4,3,4,4/4,4,3,4,4,4/2,1,2,2,1,dk';
const given = answers.split(/[,/]/);

/** As `stored` tells it: no database, or an empty one. */
const nothing = /^\[(\[\],\{\})?\]$/;

/** Answers all eighteen from the start page on, and sees the result. */
async function answerToTheEnd(page) {
  await page.open('');
  await page.click('#start');
  await page.click('#svar');
  await answerAll(page, answers);
  await finish(page);
  assert.deepEqual((await figures(page)).map, given);
}

/** From any item; the result is another page: it is loaded. */
async function toResult(page) {
  await page.click(`[id="til-${items.at(-1)}"]`);
  await finish(page);
  await page.waitForSelector('.result');
}

/** A few answers, then the screen on which a result is passed on. */
async function toSharing(page) {
  await page.open('vurdering/');
  for (const item of items.slice(0, 2)) {
    await choose(page, item, '3');
    await page.click('#neste');
  }
  await saved(page);
  await toResult(page);
  await page.click('#del');
  await page.waitForSelector('#lenke');
}

/** Every scenario gets `fresh()`, a window that knows nothing, and `start(kind, profile)`. */
const scenarios = {
  async 'eighteen answers, and the result'({ fresh }) {
    const page = await fresh();
    await answerToTheEnd(page);
    const { headline, weakest, levels } = await figures(page);
    assert.deepEqual({ headline, weakest }, { headline: '1', weakest: ['operational'] });
    assert.deepEqual(levels, [['3', '3.8'], ['3', '3.8'], ['1', '1.6']]);
  },

  async 'kept on the disk: closed, opened again, and gone on'({ start, profile }) {
    let { page, close } = await start('kept', profile);
    await page.open('vurdering/');
    for (const item of items.slice(0, 3)) {
      await choose(page, item, '4');
      await page.click('#neste');
    }
    await saved(page);
    await close();
    ({ page } = await start('kept', profile));
    await page.open('');
    await page.waitForSelector('.kept-list li');
    assert.match(await page.words('.kept-list li'), /3 av 18 besvart/);
    await page.click('.kept-list a');
    await page.waitForSelector(`input[name="${items[3]}"]`);
    for (const item of items.slice(0, 3)) await answered(page, item, '4');
  },

  async 'a link: copied, and opened by somebody else'({ fresh }) {
    const page = await fresh();
    await toSharing(page);
    await page.click('#kopier');
    await page.waitForFunction(() => /kopiert/.test(document.querySelector('.receipt')?.innerText));
    const reader = await fresh();
    await reader.open(await page.inputValue('#lenke'));
    assert.deepEqual((await figures(reader)).map.slice(0, 3), ['3', '3', 'none']);
    assert.match(await stored(reader), nothing);
  },

  async 'a locked link: only its passphrase opens it'({ fresh }) {
    const page = await fresh();
    await toSharing(page);
    await page.check('#laas');
    await page.waitForFunction(() => document.querySelector('#passord')?.value);
    const passphrase = await page.inputValue('#passord');
    await page.click('#laas-lenken');
    await page.waitForSelector('#passordet');
    const link = await page.inputValue('#lenke');
    assert.match(new URL(link).hash, /^#l1\./);
    const reader = await fresh();
    await reader.open(link);
    await reader.fill('#passord', '0000-0000-0000-0000-0000');
    await reader.click('#laas-opp');
    await reader.waitForFunction(
      () => document.body.innerText.includes('ikke det lenken ble låst med'),
    );
    await reader.fill('#passord', passphrase);
    await reader.click('#laas-opp');
    assert.deepEqual((await figures(reader)).map.slice(0, 3), ['3', '3', 'none']);
  },

  async 'back and forward, on a screen and from page to page'({ fresh }) {
    const page = await fresh();
    await page.open('vurdering/');
    const at = (item) => page.waitForSelector(`input[name="${item}"]`);
    await choose(page, items[0], '3');
    await page.click('#neste');
    await at(items[1]);
    await choose(page, items[1], '2');
    await page.click('#neste');
    await at(items[2]);
    await saved(page);
    await page.goBack();
    await at(items[1]);
    await page.reload();
    await at(items[1]);
    await page.goForward();
    await at(items[2]);
    await toResult(page);
    await page.goBack();
    // The overview of all answers stands between them.
    await page.waitForSelector('.review #resultat');
    await page.goBack();
    await at(items.at(-1));
    await answered(page, items[1], '2');
    await choose(page, items.at(-1), '5');
    await saved(page);
    await page.goForward();
    await page.waitForSelector('.review #resultat');
    await page.goForward();
    await page.waitForSelector('.cell[data-answer="5"]');
  },

  async 'on paper: every answer of the result'({ fresh }) {
    const page = await fresh();
    await toSharing(page);
    await page.goBack();
    await page.waitForSelector('.result .one-answer', { state: 'attached' });
    const shown = await page.evaluate(() => [...document.querySelectorAll(
      'h1, .stage, .level-range.roomy, .one-answer > *',
    )].map((one) => one.textContent));
    assert.ok(shown.length > 2 * items.length);
    const pages = await pagesOf(await page.print());
    for (const text of shown) assert.ok(onPaper(pages, text), `not on paper: ${text}`);
    const whole = pages.join('');
    assert.ok(!whole.includes(solid(await page.words('.bottom nav'))), 'the menu is on paper');
  },

  async 'a private window: kept while it is open, and nowhere after'({ start, profile }) {
    const { page, close } = await start('private', profile);
    await page.open('vurdering/');
    await choose(page, items[0], '2');
    await saved(page);
    await page.reload();
    await answered(page, items[0], '2');
    await close();
    const next = await start('kept', profile);
    await next.page.open('vurdering/');
    await answered(next.page, items[0], 'none');
    assert.match(await stored(next.page), nothing);
  },

  async 'storage is refused: said at once, and the tab holds all answers'({ start, profile }) {
    const { page } = await start('refused', profile);
    await page.open('vurdering/');
    assert.equal(await page.evaluate(() => {
      try { return Boolean(localStorage && indexedDB); } catch { return false; }
    }), false, 'this browser refuses nothing');
    await page.waitForSelector('[role="alert"].notice');
    assert.match(await page.words('[role="alert"].notice'), /lar oss ikke lagre/);
    for (const [index, item] of items.entries()) {
      await page.waitForSelector(`input[name="${item}"]`);
      await choose(page, item, given[index]);
      if (given[index] === 'na') await reason(page, item);
      if (index + 1 < items.length) await page.click('#neste');
    }
    assert.doesNotMatch(await page.words(), /Lagret|[Ss]varene lagres|blir lagret/);
    await finish(page);
    assert.deepEqual((await figures(page)).map, given);
    await page.click('.brand');
    await page.click('#fortsett-fanen');
    for (const [index, item] of items.entries()) await answered(page, item, given[index]);
  },
};

for (const engine of engines) {
  describe(engine.name, { skip: engine.absent }, () => {
    let shared;
    const folder = mkdtempSync(join(tmpdir(), 'forankring-engine-'));
    before(async () => {
      if (engine.absent) return;
      shared = await engine.start({ kind: 'kept', profile: join(folder, 'shared') });
      console.log(`# ${shared.version}`);
    });
    after(async () => {
      await shared?.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    });
    for (const [index, [name, run]] of Object.entries(scenarios).entries()) {
      test(`${engine.name}: ${name}`, async () => {
        const pages = [];
        const closing = [];
        const follow = (page) => { pages.push(page); return page; };
        const fresh = async () => {
          const page = follow(await shared.fresh());
          closing.push(() => page.close());
          return page;
        };
        const start = async (kind, profile) => {
          const browser = await engine.start({ kind, profile });
          let open = true;
          const close = async () => { if (open) { open = false; await browser.close(); } };
          closing.push(close);
          return { page: follow(await browser.first()), close };
        };
        try {
          await run({ fresh, start, profile: join(folder, String(index)) });
          assert.deepEqual(pages.flatMap((page) => page.problems), []);
        } finally {
          for (const close of closing) await close();
        }
      });
    }
  });
}
