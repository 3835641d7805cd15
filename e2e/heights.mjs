// How high each screen is, in screens of its width, and where the way on stands: `node
// e2e/heights.mjs` while the site is served (BASE_URL). What journeys hold stands in face-*.
import { chromium } from 'playwright-core';
import { keeping } from './lib/database.mjs';
import { alive } from './lib/site.mjs';

const chrome = await chromium.launch({
  executablePath: process.env.CHROME ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const browser = {
  async open(_, settings) {
    const page = await (await chrome.newContext({ locale: 'nb-NO', ...settings })).newPage();
    page.problems = [];
    return page;
  },
};
const answers = '4,4,4,3,4,5/4,3,3,dk,3,4/2,3,1,2,3,3';
const setUp = { name: 'Fjordvik kommune' };
const screens = {
  result: 'resultat/', item: 'vurdering/', level: 'vurdering/nivaa/', review: 'vurdering/oversikt/',
  plan: 'plan/', share: 'del/', setup: 'oppsett/', start: '',
};

for (const [width, height] of [[1280, 800], [390, 844]]) {
  for (const [name, path] of Object.entries(screens)) {
    const settings = { viewport: { width, height } };
    const page = await keeping(browser, answers, { path, settings, setUp }).catch(() => null);
    if (!page) continue;
    await alive(page);
    await page.waitForTimeout(500);
    const [all, next] = await page.evaluate(() => [
      document.documentElement.scrollHeight,
      document.querySelector('#neste, #resultat')?.getBoundingClientRect().bottom,
    ]);
    const screensHigh = (all / height).toFixed(1);
    const way = next ? `, the way on ends at ${Math.round(next)}` : '';
    console.log(`${width} ${name}: ${all} px, ${screensHigh} screens${way}`);
    await page.context().close();
  }
}
await chrome.close();
