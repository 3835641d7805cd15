// A page that others change, frame, stop or cover: translations and extensions, a
// page around it, a trap in the WebAssembly, bars that stand in view.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alive, base, choose, saved, soon, useBrowser, visit } from './lib/site.mjs';
import { kept, later, present, site } from './lib/versions.mjs';

const browser = useBrowser({ whole: true });
const served = site();
const notice = '.boot-failed';

/** A page whose app is held until `release` is called. */
async function held(path) {
  const page = await browser.open(null);
  let release;
  const wanted = new Promise((resolve) => { release = resolve; });
  await page.route('**/*.wasm', async (route) => { await wanted; await route.continue(); });
  await page.goto(base + path);
  return [page, release];
}

/** As a translation does it: every text goes, another comes in an element of its own. */
const translate = (page) => page.evaluate(() => {
  const walker = document.createTreeWalker(document.querySelector('#app'), NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
  for (const text of texts) {
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    inner.append(`${text.data} (translated)`);
    outer.append(inner);
    text.replaceWith(outer);
  }
});

for (const [what, change] of Object.entries({
  'a text is wrapped': () => {
    const font = document.createElement('font');
    const h1 = document.querySelector('h1');
    font.append(...h1.childNodes);
    h1.append(font);
  },
  'something stands after a choice': () => {
    document.querySelector('input[type="radio"]').after(document.createElement('div'));
  },
  'a comment stands in the main part': () => {
    document.querySelector('main').prepend(document.createComment('x'));
  },
  'the questions are gone': () => document.querySelector('main').replaceChildren(),
  'everything is gone': () => document.querySelector('#app').remove(),
})) {
  test(`before it is alive, ${what}: it comes alive, with all that belongs to it`, async () => {
    const [page, release] = await held('vurdering/');
    await page.evaluate(change);
    release();
    await alive(page);
    assert.equal(await page.locator('h1').count(), 1);
    await choose(page, 'political.goal', '4');
    await saved(page);
    assert.equal(await page.locator('html[data-failed]').count(), 0);
    assert.ok(await page.isHidden(notice));
    assert.deepEqual(page.problems, []);
  });
}

test('what was done before the page was alive is done after', async () => {
  const [page, release] = await held('oppsett/');
  await page.check('input[name="kind"][value="county"]');
  const name = page.locator('#navn');
  await name.fill('Fosen kommune');
  await name.evaluate((field) => field.setSelectionRange(2, 5));
  release();
  await saved(page);
  assert.equal(await name.inputValue(), 'Fosen kommune');
  assert.ok(await page.isChecked('input[name="kind"][value="county"]'));
  await page.waitForFunction(() => document.activeElement.id === 'navn');
  const caret = await name.evaluate((field) => [field.selectionStart, field.selectionEnd]);
  assert.deepEqual(caret, [2, 5]);
});

test('what was unfolded before the page was alive stays so', async () => {
  const [page, release] = await held('vurdering/');
  await page.click('.more >> nth=-1 >> summary');
  release();
  await alive(page);
  await page.waitForSelector('.more textarea');
});

test('where the keys were before the page was alive, they go on', async () => {
  const [page, release] = await held('vurdering/');
  for (let stop = 0; stop < 5; stop += 1) await page.keyboard.press('Tab');
  const stop = () => page.evaluate(() => document.activeElement.textContent);
  const before = await stop();
  assert.ok(before.length > 0);
  release();
  await alive(page);
  await soon(async () => assert.equal(await stop(), before));
});

const translation = { '': /oversettelse/, 'nn/': /omsetjing/, 'en/': /translation/ };
for (const [folder, words] of Object.entries(translation)) {
  test(`once it is alive, translated texts stop the page (${folder})`, async () => {
    const page = await browser.open(`${folder}vurdering/`);
    // What watches is loaded beside the app.
    await page.waitForTimeout(300);
    await translate(page);
    await page.waitForSelector('html[data-foreign]', { state: 'attached' });
    assert.match(await page.textContent(notice), words);
    assert.ok(await page.isHidden('#app'));
    const loaded = page.waitForEvent('load');
    await page.click(`${notice} button`);
    await loaded;
    await alive(page);
    assert.ok(await page.isVisible('#app'));
  });
}

test('what extensions add, and what the app changes itself, stops nothing', async () => {
  const page = await browser.open('vurdering/');
  await page.waitForTimeout(300);
  await page.evaluate(() => {
    for (const input of document.querySelectorAll('#app input, #app textarea')) {
      input.after(document.createElement('div'));
    }
    document.querySelector('h1').append(document.createElement('span'));
  });
  for (const item of ['political.goal', 'political.coherence', 'political.plan']) {
    await choose(page, item, '3');
    await page.click('#neste');
  }
  await saved(page);
  for (const selector of ['.top .brand', '.bottom a >> nth=1', '.bottom a >> nth=2']) {
    await page.click(selector);
    await page.waitForTimeout(300);
  }
  assert.equal(await page.locator('html[data-failed]').count(), 0);
});

test('after a trap the page says so, is of no use any more, and can be loaded again', async () => {
  const page = await browser.open('vurdering/');
  await page.waitForTimeout(300);
  await page.evaluate(() => {
    window.forankringRescue = () => { window.rescued = true; };
    setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); });
  });
  await page.waitForSelector('html[data-failed="trap"]', { state: 'attached' });
  assert.match(await page.textContent(notice), /tatt vare på.*Last siden på nytt/);
  assert.ok(await page.evaluate(() => window.rescued && document.querySelector('#app').inert));
  const loaded = page.waitForEvent('load');
  await page.click(`${notice} button`);
  await loaded;
  await alive(page);
  // What cannot be rescued is not promised; a promise that breaks is a trap too.
  await page.waitForTimeout(300);
  await page.evaluate(() => {
    window.forankringRescue = () => { throw new WebAssembly.RuntimeError('again'); };
    Promise.reject(new WebAssembly.RuntimeError('unreachable'));
  });
  await page.waitForSelector('html[data-failed="trap"]', { state: 'attached' });
  assert.match(await page.textContent(notice), /kan mangle/);
});

test('an error that is none of the app leaves it as it is', async () => {
  const page = await browser.open('vurdering/');
  await page.evaluate(() => {
    setTimeout(() => { throw new Error('of an extension'); });
    Promise.reject(new Error('of another'));
  });
  await page.waitForTimeout(300);
  assert.equal(await page.locator('html[data-failed]').count(), 0);
});

test('inside another page nothing starts; a link leads out of it', async () => {
  const page = await browser.open(null);
  served.files = present();
  // The server of the other journeys lets no page be framed at all; not all do.
  const base = served.address;
  for (const [path, words] of [['personvern/#slett', /egen fane/], ['en/', /own tab/]]) {
    const body = `<!doctype html><iframe src="${base}${path}" width="800" height="600"></iframe>`;
    await page.route('**/around', (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.goto(`${base}around`);
    const frame = page.frameLocator('iframe');
    await frame.locator(`${notice} a`).waitFor();
    assert.match(await frame.locator(notice).textContent(), words);
    assert.equal(await frame.locator(`${notice} a`).getAttribute('href'), base + path);
    assert.ok(await frame.locator('#app').isHidden());
    await page.waitForTimeout(500);
    assert.equal(await frame.locator('html[data-alive]').count(), 0);
    const opened = page.waitForEvent('popup');
    await frame.locator(`${notice} a`).click();
    await alive(await opened);
    await page.unroute('**/around');
  }
});

test('without JavaScript a result says in every language that it needs it', async () => {
  const page = await browser.open(null, { javaScriptEnabled: false });
  await page.goto(`${base}resultat/`);
  const langs = page.locator('.noscript');
  assert.equal(await langs.count(), 3);
  assert.match(await langs.nth(1).textContent(), /Eigenvurderinga/);
  assert.equal(await langs.nth(2).getAttribute('lang'), 'en');
  assert.ok(await page.isHidden('h1'));
});

/** Goes from stop to stop; which of them lie under what stands in view. */
async function covered(page, stops) {
  const found = [];
  for (let stop = 0; stop < stops; stop += 1) {
    await page.keyboard.press('Tab');
    const under = await page.evaluate(() => {
      const active = document.activeElement;
      if (!active || active === document.body) return null;
      const box = active.getBoundingClientRect();
      const bars = [...document.querySelectorAll('.update, .saving, .bar')];
      const hiding = bars.find((bar) => {
        if (bar.contains(active)) return false;
        const { top, bottom, left, right } = bar.getBoundingClientRect();
        if (box.left >= right || box.right <= left) return false;
        const inView = getComputedStyle(bar).position === 'sticky';
        return inView && box.top >= top - 1 && box.bottom <= bottom + 1;
      });
      const name = active.id || active.getAttribute('name');
      return hiding ? `${name} under ${hiding.className}` : null;
    });
    if (under) found.push(under);
  }
  return found;
}

test('the offer of a new version never covers what has focus, and can be put away', async () => {
  const page = await browser.open(null, { serviceWorkers: 'allow' });
  served.files = present();
  await served.open(page, '');
  await kept(page);
  served.files = later();
  await served.open(page, 'vurdering/nivaa/');
  await page.waitForSelector('#oppdater', { timeout: 15000 });
  for (const [width, height] of [[320, 256], [320, 640], [640, 500], [1280, 720]]) {
    await page.setViewportSize({ width, height });
    await page.evaluate(() => { scrollTo(0, 0); document.activeElement?.blur(); });
    const bar = page.locator('.update');
    const position = await bar.evaluate((bar) => getComputedStyle(bar).position);
    assert.equal(position, height > 400 ? 'sticky' : 'relative');
    const under = await covered(page, 90);
    assert.deepEqual(under, [], `${width} × ${height}`);
  }
  await page.click('#senere');
  await page.waitForSelector('.update', { state: 'detached' });
  assert.doesNotMatch(await page.getAttribute('html', 'style') ?? '', /--bar/);
  assert.deepEqual(await covered(page, 40), []);
  // In this tab it is not offered again; in another it is.
  await served.open(page, 'vurdering/');
  await page.waitForTimeout(1000);
  assert.equal(await page.locator('.update').count(), 0);
  const other = await page.context().newPage();
  await served.open(other, '');
  await other.waitForSelector('#senere', { timeout: 15000 });
});
