// Every page as it stands: before, with and without the app; what it loads.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { base, languages, loaded, slugs, soon, useBrowser, visit } from './lib/site.mjs';

const browser = useBrowser();
const budget = 126_000;

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

test(`answering the first item needs at most ${budget} bytes`, async () => {
  const page = await browser.open(null);
  const sizes = [];
  page.on('requestfinished', async (request) => {
    const body = (await request.sizes()).responseBodySize;
    sizes.push([new URL(request.url()).pathname, body]);
  });
  await visit(page, 'vurdering/');
  await loaded(page);
  // The size of each is asked for once it is here.
  await soon(() => assert.ok(sizes.some(([path]) => /\/offline-/.test(path))));
  // The icon, the manifest and what makes it work offline are not needed to answer.
  const needed = sizes.filter(([path]) => !/icon\.svg|webmanifest|\/offline-|worker\.js/.test(path));
  const total = needed.reduce((sum, [, size]) => sum + size, 0);
  for (const [path, size] of needed) console.log(`# ${String(size).padStart(7)}  ${path}`);
  console.log(`# ${String(total).padStart(7)}  in all`);
  assert.equal(needed.length, 4, JSON.stringify(needed));
  assert.ok(total <= budget, `${total} bytes`);
});
