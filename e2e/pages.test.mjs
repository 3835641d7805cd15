// Every page as it stands: before, with and without the app.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { base, languages, loaded, slugs, useBrowser, visit } from './lib/site.mjs';

const browser = useBrowser();

test('every page stands there without JavaScript, says what it is and what it needs', async () => {
  const page = await browser.open(null, { javaScriptEnabled: false });
  for (const [lang, folder] of Object.entries(languages)) {
    const titles = new Set();
    for (const slug of slugs) {
      await page.goto(base + folder + slug);
      assert.equal(await page.getAttribute('html', 'lang'), lang);
      assert.ok((await page.textContent('h1')).trim().length > 3);
      assert.ok(await page.isVisible('.noscript'), slug);
      assert.ok((await page.getAttribute('meta[name=description]', 'content')).length > 40);
      assert.equal(await page.getAttribute('link[rel=canonical]', 'href'), './');
      titles.add(await page.title());
    }
    assert.equal(titles.size, slugs.length, [...titles].join(', '));
  }
});

test('every page comes alive without an error, and loads from nowhere else', async () => {
  for (const folder of Object.values(languages)) {
    const page = await browser.open(null);
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    // All screens in one language; in the others those of the main job.
    for (const slug of folder === '' ? slugs : ['', 'vurdering/', 'resultat/']) {
      await visit(page, folder + slug);
      await loaded(page);
      assert.deepEqual(page.problems, [], folder + slug);
      assert.deepEqual(asked.filter((url) => !url.startsWith(base)), []);
      assert.equal((await page.context().cookies()).length, 0);
    }
    await page.context().close();
  }
});

test('each page carries a strict policy that holds', async () => {
  const page = await browser.open();
  const policy = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content');
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /require-trusted-types-for 'script'/);
  assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|https?:/);
  const blocked = await page.evaluate(() => {
    try { document.body.innerHTML = '<p>'; return false; } catch { return true; }
  });
  assert.ok(blocked, 'innerHTML is not blocked');
  const left = await page.evaluate(() => fetch('https://example.org/').then(() => false, () => true));
  assert.ok(left, 'another origin can be asked');
});
