// An invitation that a page shows by itself, before the app is there (web/invited.js): what the app
// would draw, for a tenth of the bytes, and nothing that was clicked meanwhile is lost.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { findings } from './lib/axe.mjs';
import { invitation } from './lib/invitations.mjs';
import { alive, base, count, focused, soon, text, useBrowser } from './lib/site.mjs';

const browser = useBrowser();
const phone = { viewport: { width: 390, height: 844 } };
const golden = new URL('../crates/core/tests/golden/invitations.json', import.meta.url);
const { links } = JSON.parse(readFileSync(golden, 'utf8'));
const app = /\.wasm$|\/forankring-\w+\.js$|\/texts-/;
const shown = { state: 'attached', timeout: 10000 };

/** A page in a fresh profile that is asked for at most as long as it shows an invitation. */
async function opened(link, { lang = '', settings = {}, prepare = async () => {} } = {}) {
  const page = await browser.open(null, { ...phone, ...settings });
  page.asked = [];
  page.on('request', (request) => page.asked.push(request.url()));
  await prepare(page);
  await page.goto(`${base}${lang}svar/#${link}`);
  return page;
}

/** Waits until the page shows it, or the app is there: which of them. */
async function whose(page) {
  await page.waitForSelector('html[data-alive],html[data-invited]', shown);
  return page.evaluate(() => ('invited' in document.documentElement.dataset ? 'page' : 'app'));
}

/** Holds back the app until the test lets it go. */
function held() {
  let go = () => {};
  const let_ = new Promise((resolve) => { go = resolve; });
  const prepare = (page) => page.route(/\.wasm$/, async (route) => { await let_; await route.continue(); });
  return { prepare, go };
}

/** What the main part holds, with attributes in one order. */
const drawn = (page) => page.evaluate(() => {
  const tags = /<(\w+)((?: [\w-]+="[^"]*")*)>/g;
  const sorted = (tag, name, rest) => `<${name} ${rest.trim().split(/(?<=") /).sort().join(' ')}>`;
  return document.querySelector('main').innerHTML.replace(tags, sorted);
});

for (const [lang, locale, every] of [['', 'nb-NO', 1], ['nn/', 'nn-NO', 3], ['en/', 'en-GB', 3]]) {
  test(`what the page shows in ${locale} is what the app draws`, async () => {
    let own = 0;
    for (const { link, what } of links.filter((_, n) => n % every === 0)) {
      const page = await opened(link, { lang, settings: { locale } });
      if (await whose(page) === 'page') {
        own += 1;
        const before = await drawn(page);
        await page.evaluate(() => { document.querySelector('main .reply').mine = true; });
        await alive(page);
        await page.waitForFunction(() => !document.querySelector('main .reply').mine);
        assert.equal(await drawn(page), before, what);
      }
      assert.deepEqual(page.problems, [], what);
      await page.context().close();
    }
    assert.ok(own >= 5, `${own}`);
  });
}

test('until somebody is there, nothing of the app is loaded', async () => {
  const weights = new Map();
  const page = await opened(invitation({ name: 'Fjordvik kommune', message: 'Hei. '.repeat(60) }), {
    prepare: async (page) => {
      page.on('requestfinished', async (request) => {
        weights.set(request.url(), (await request.sizes()).responseBodySize);
      });
    },
  });
  assert.equal(await whose(page), 'page');
  await soon(() => assert.ok(weights.has(`${base}svar/`)));
  assert.deepEqual(page.asked.filter((url) => app.test(url)), []);
  const bytes = [...weights].reduce((all, [, size]) => all + size, 0);
  console.log(`# ${bytes} bytes`);
  assert.ok(bytes < 14_000, `${bytes} bytes`);
  assert.deepEqual(await findings(page), []);
  // Nobody need do anything: it comes while she reads.
  await page.waitForSelector('html[data-alive]', shown);
  await page.context().close();
});

test('whoever begins before the app is there is told so, and begins once', async () => {
  const { prepare, go } = held();
  const page = await opened(invitation({ name: 'Fjordvik kommune' }), { prepare });
  assert.equal(await whose(page), 'page');
  await page.click('.shared summary');
  await page.check('#bare-fanen');
  const entries = await page.evaluate(() => history.length);
  await page.dblclick('#begynn');
  await page.click('#begynn');
  await text(page.locator('#venter'), 'Åpner spørsmålene …');
  await text(page.locator('#sagt'), 'Åpner spørsmålene …');
  assert.deepEqual(await findings(page), []);
  go();
  await page.waitForSelector('input[name="executive.goal"]');
  await count(page.locator('#venter'), 0);
  assert.equal(await page.evaluate(() => history.length), entries + 1);
  // What she had chosen before holds: nothing is kept on this device.
  await page.check('input[name="executive.goal"][value="3"]');
  await page.waitForSelector('[id="til-executive.goal"][data-answer="3"]', shown);
  const kept = await page.evaluate(async () => {
    const request = indexedDB.open('forankring');
    await new Promise((done) => { request.onsuccess = done; });
    const all = request.result.transaction('assessments').objectStore('assessments').count();
    await new Promise((done) => { all.onsuccess = done; });
    return all.result;
  });
  assert.equal(kept, 0);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('the keys stay where they were, and what was unfolded stays so', async () => {
  const { prepare, go } = held();
  const page = await opened(invitation({ name: 'Fjordvik kommune' }), { prepare });
  assert.equal(await whose(page), 'page');
  await page.focus('.shared summary');
  await page.keyboard.press('Enter');
  await page.focus('#mote');
  await page.evaluate(() => { document.querySelector('main .reply').mine = true; });
  go();
  await page.waitForFunction(() => !document.querySelector('main .reply').mine);
  await focused(page, 'mote');
  assert.ok(await page.evaluate(() => document.querySelector('.shared').open));
  await page.context().close();
});

test('whoever has anything here, or a link that is odd, gets the app at once', async () => {
  const link = invitation({ name: 'Fjordvik kommune' });
  const first = await opened(link);
  assert.equal(await whose(first), 'page');
  await alive(first);
  const again = await first.context().newPage();
  await again.goto(`${base}svar/#${link}`);
  assert.equal(await whose(again), 'app');
  await first.context().close();
  const odd = [link.slice(0, -1), `${link}.`, '', 'r1.AUEmYSnLuCnLuAYwlgBzjP2I', invitation({ name: 'a\u202eb' })];
  for (const one of odd) {
    const page = await opened(one);
    assert.equal(await whose(page), 'app', one);
    await page.context().close();
  }
});

test('where the browser does not say what is kept, the app comes all the same', async () => {
  const page = await opened(invitation({ name: 'Fjordvik kommune' }), {
    prepare: (page) => page.addInitScript(() => {
      IDBFactory.prototype.databases = () => new Promise(() => {});
    }),
  });
  assert.equal(await whose(page), 'app');
  await text(page.locator('h1'), /Fjordvik kommune/);
  await page.context().close();
  const without = await opened(invitation({ name: 'Fjordvik kommune' }), {
    prepare: (page) => page.addInitScript(() => { delete IDBFactory.prototype.databases; }),
  });
  assert.equal(await whose(without), 'app');
  await without.context().close();
});

test('another invitation in the same tab is shown by the app', async () => {
  const page = await opened(invitation({ name: 'Fjordvik kommune' }));
  assert.equal(await whose(page), 'page');
  const other = invitation({ name: 'Ås kommune', level: 'political' });
  await page.evaluate((other) => { location.hash = other; }, other);
  await text(page.locator('h1'), /Ås kommune/);
  await text(page.locator('.concerns'), /Politisk/);
  await page.context().close();
});

test('where the app does not come, the page says so to whoever begins', async () => {
  const page = await opened(invitation({ name: 'Fjordvik kommune' }), {
    prepare: (page) => page.route(app, (route) => route.abort()),
  });
  assert.equal(await whose(page), 'page');
  await page.click('#begynn');
  await page.waitForSelector('.boot-failed:visible');
  await count(page.locator('#venter'), 0);
  await soon(async () => assert.ok((await page.locator('.boot-failed').boundingBox()).y >= 0));
  await page.context().close();
});

test('the language that is chosen before the app is there is the one that she gets', async () => {
  const { prepare } = held();
  const link = invitation({ name: 'Fjordvik kommune' });
  const page = await opened(link, { prepare });
  assert.equal(await whose(page), 'page');
  await page.click('.languages a[lang="nn"]');
  await page.waitForURL(`${base}nn/svar/#${link}`);
  assert.equal(await whose(page), 'page');
  await text(page.locator('h1'), /har spurt deg/);
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'nn');
  await page.context().close();
});
