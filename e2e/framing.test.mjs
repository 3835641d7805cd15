// Inside another page nothing works that could do harm, whatever headers the server
// sends: no screen shows, nothing can be pressed, nothing is read, written or loaded.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alive, choose, languages, saved, slugs, stored, useBrowser } from './lib/site.mjs';
import { present, site } from './lib/versions.mjs';

const browser = useBrowser();
const served = site();
const paths = [
  ...slugs, ...Object.values(languages).filter(Boolean),
  // What would take something in, delete something, or lead on to another page.
  'resultat/#r1.AUEmYSnLuCnLuAYwlgBzjP2I', 'personvern/#slett', 'vurdering/#ny',
];

/** What can be pressed or filled in, the way out excepted, and what the frame has done. */
const look = (frame) => frame.evaluate(() => ({
  offers: [...document.querySelectorAll('a, button, input, textarea, select, summary, form')]
    .filter((one) => one.getClientRects().length > 0 && !one.closest('.boot-failed'))
    .map((one) => one.outerHTML.slice(0, 80)),
  alive: 'alive' in document.documentElement.dataset,
  framed: 'framed' in document.documentElement.dataset,
  loaded: performance.getEntriesByType('resource').map(({ name }) => name)
    .filter((name) => /filecopy/.test(name)),
}));

for (const [name, sandbox, late] of [
  ['in a plain frame', '', false],
  ['in a frame before the words about it are there', '', true],
  ['in a frame without an origin', 'sandbox="allow-scripts allow-popups"', false],
]) {
  test(`${name} no page offers anything but the way out`, async () => {
    served.files = present();
    const page = await browser.open(null);
    // The way out itself is another journey's.
    if (late) await page.route('**/offline-*.js', () => {});
    await page.goto(`${served.address}vurdering/`);
    await alive(page);
    await choose(page, 'political.goal', '3');
    await saved(page);
    const before = await stored(page);
    const body = `<!doctype html>${paths
      .map((path) => `<iframe ${sandbox} src="${served.address}${path}"></iframe>`).join('')}`;
    await page.route('**/around', (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.goto(`${served.address}around`);
    const frames = page.frames().slice(1);
    assert.equal(frames.length, paths.length);
    for (const frame of frames) {
      await frame.waitForLoadState();
      if (!late && !sandbox) await frame.waitForSelector('.boot-failed a');
      const { offers, ...rest } = await look(frame);
      assert.deepEqual(offers, [], frame.url());
      assert.deepEqual(rest, { alive: false, framed: true, loaded: [] }, frame.url());
    }
    await page.goto(`${served.address}personvern/`);
    await alive(page);
    assert.equal(await stored(page), before);
  });
}
