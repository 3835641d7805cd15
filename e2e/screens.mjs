// Takes the pictures in docs/screens/: `node e2e/screens.mjs` while the site is
// served (BASE_URL, by default http://127.0.0.1:8080/).
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { alive, answerAll, base } from './lib/site.mjs';

const folder = new URL('../docs/screens/', import.meta.url).pathname;
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROME ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
for (const [width, colorScheme] of [[1280, 'light'], [1280, 'dark'], [390, 'light'], [390, 'dark']]) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, locale: 'nb-NO' });
  const page = await context.newPage();
  const picture = async (name) => {
    await page.waitForTimeout(250);
    // What is longer is cut: a picture, not the whole page.
    const height = Math.min(2400, await page.evaluate(() => document.documentElement.scrollHeight));
    await page.screenshot({ path: `${folder}${name}-${width}-${colorScheme}.png`, fullPage: true, clip: { x: 0, y: 0, width, height } });
  };
  const open = async (path) => { await page.goto(new URL(path, base).href); await alive(page); };
  await open('');
  await page.waitForSelector('.kept p');
  await picture('start');
  await page.click('#start');
  await page.waitForSelector('#svar');
  await picture('setup');
  await page.click('#svar');
  await answerAll(page, '4,3,3,2,3,3/4,4,3,dk,3,4/2,2,1,2,3,3');
  const place = new URL(page.url()).hash.split('/')[0];
  await open(`vurdering/${place}/executive.coherence`);
  await picture('answer');
  for (const [slug, name] of [['nivaa/', 'level'], ['mote/', 'meeting']]) {
    await open(`vurdering/${slug}${place}/executive.coherence`);
    await picture(name);
  }
  for (const [slug, name] of [
    ['vurdering/oversikt/', 'review'], ['resultat/', 'result'], ['plan/', 'plan'], ['del/', 'share'],
    ['historikk/', 'history'],
  ]) {
    await open(slug + place);
    await picture(name);
  }
  // Whoever has something kept sees it first.
  await open('');
  await page.waitForSelector('.kept-list li');
  await picture('start-kept');
  // Beside a neighbour's result, which came in a link.
  await open(`sammenlign/${place}`);
  await page.fill('#lim-inn', 'r1.AUImwG3m5JJG22wI2ABWBABs');
  await page.click('#les-lim');
  await page.waitForSelector('.compare-map');
  await picture('compare');
  await open('metode/');
  await picture('method');
  await open('resultat/#eksempel');
  await page.waitForSelector('.sample-mark');
  await picture('sample');
  await context.close();
}
await browser.close();
