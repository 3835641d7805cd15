// Whether two builds look the same to the pixel: `node e2e/looks.mjs BEFORE AFTER [folder]`, two
// folders with the built site. Every screen at two widths, in light and dark: as it comes, with
// all unfolded, with focus here and there, under the pointer, and on paper. Pictures that differ
// are put in the folder, both of them; the end says how many, and fails unless it is none.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { serve } from './lib/folder.mjs';
import { alive, items, slugs, unfold } from './lib/site.mjs';

const [before, after, folder = '/tmp/looks'] = process.argv.slice(2);
const only = process.env.ONLY;

/** So many pixels come out otherwise where a page was scrolled, in one build too. */
const SPECKS = 3;

/** An assessment with every kind of answer, two comments and a name. */
const answers = Object.fromEntries(items.map((item, index) => [
  item, { answer: [4, 3, 1, 2, 5, 'dk'][index % 6], comment: index < 2 ? 'Sak 12/2026.' : '' },
]));
const document = JSON.stringify({
  format: 'forankring', version: 1, instrument: 1, kind: 'municipality', scope: 'organisation',
  name: 'Vik', date: '2026-11-25', answers,
});

/** What of a page is pressed upon, in turn: the first of each kind. */
const pointed = ['.step:nth-of-type(2)', '.ds-button', '.ds-link', 'summary', '.jump', 'textarea'];

/** One screen in all its states: what each is, and how to take it. */
async function* pictures(page, wide) {
  const whole = { fullPage: true, animations: 'disabled' };
  yield ['as it comes', () => page.screenshot(whole)];
  for (const selector of pointed) {
    const one = page.locator(`main ${selector}:visible`).first();
    if (await one.count() === 0) continue;
    await one.hover({ force: true });
    yield [`pointer on ${selector}`, () => page.screenshot({ animations: 'disabled' })];
  }
  await page.mouse.move(0, 0);
  for (let step = 1; step <= 12; step += 1) {
    await page.keyboard.press('Tab');
    if (step % 3 === 0) yield [`focus ${step}`, () => page.screenshot({ animations: 'disabled' })];
  }
  await page.evaluate(() => globalThis.document.activeElement?.blur());
  await unfold(page);
  yield ['unfolded', () => page.screenshot(whole)];
  if (!wide) return;
  await page.emulateMedia({ media: 'print' });
  yield ['on paper', () => page.screenshot(whole)];
  await page.emulateMedia({ media: 'screen', forcedColors: 'active' });
  yield ['forced colours', () => page.screenshot(whole)];
}

/**
 * A build in a profile of its own, with one assessment kept. Both stand at the same address, for
 * pages show it: what is asked of `address` is answered by `from`.
 */
async function open(browser, address, from, settings) {
  const context = await browser.newContext({
    serviceWorkers: 'block', locale: 'nb-NO', reducedMotion: 'reduce', ...settings,
  });
  if (from !== address) {
    await context.route(`${address}**`, (route) => route.continue({
      url: route.request().url().replace(address, from),
    }));
  }
  const page = await context.newPage();
  await page.goto(address, { timeout: 120_000 });
  await alive(page);
  const [mimeType, buffer] = ['application/json', Buffer.from(document)];
  await page.setInputFiles('#fil', { name: 'a.json', mimeType, buffer });
  await page.waitForURL('**/resultat/**');
  const place = new URL(page.url()).hash;
  // In a page of its own: what was tried in the one before may still tell in how it is drawn.
  const show = async (slug) => {
    const page = await context.newPage();
    await page.goto(new URL(slug.replace('#', place), address).href);
    if (!slug.endsWith('.html')) await alive(page);
    const waiting = 'html[data-open], .quiet-heading';
    await page.waitForFunction((one) => !globalThis.document.querySelector(one), waiting);
    await page.waitForTimeout(250);
    return page;
  };
  await page.close();
  return { show, close: () => context.close() };
}

/** Two pictures, taken again while they differ: a page that has just scrolled may not be done. */
async function alike(takes) {
  for (let tries = 4; ; tries -= 1) {
    const taken = await Promise.all(takes.map((take) => take()));
    if (tries === 0 || taken[0].equals(taken[1])) return taken;
    await new Promise((resolve) => { setTimeout(resolve, 150); });
  }
}

/**
 * How many pixels of two pictures differ by more than a reader's screen could show: where a page
 * was scrolled, round corners come out one step of 255 lighter or darker, in one build too.
 */
const apart = (page, pictures) => page.evaluate(async (sources) => {
  const [a, b] = await Promise.all(sources.map(async (source) => {
    const image = new Image();
    image.src = `data:image/png;base64,${source}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
    canvas.drawImage(image, 0, 0);
    return canvas.getImageData(0, 0, image.width, image.height);
  }));
  if (a.width !== b.width || a.height !== b.height) return Infinity;
  const pixels = new Set();
  a.data.forEach((value, at) => {
    if (Math.abs(value - b.data[at]) > 2) pixels.add(Math.floor(at / 4));
  });
  return pixels.size;
}, pictures.map((picture) => picture.toString('base64')));

const screens = slugs.map((slug) => `${slug}#`)
  .concat('', 'vurdering/', 'resultat/#feil', 'vurdering/#feil', 'del/#feil', '404.html')
  .filter((slug) => only === undefined || slug === only);
const browser = await chromium.launch({
  executablePath: process.env.CHROME ?? '/usr/bin/chromium',
  // Smooth letters in grey alone: in colour they depend on how Chromium divides a page in layers.
  args: ['--no-sandbox', '--disable-gpu', '--disable-lcd-text', '--disable-background-networking'],
});
const judge = await browser.newPage();
const addresses = [await serve(before), await serve(after)];
mkdirSync(folder, { recursive: true });
let [taken, differing] = [0, 0];
for (const width of [1280, 390]) {
  for (const colorScheme of ['light', 'dark']) {
    const settings = { viewport: { width, height: 900 }, colorScheme };
    const sites = await Promise.all(addresses.map(
      (from) => open(browser, addresses[0], from, settings)));
    for (const slug of screens) {
      const pages = await Promise.all(sites.map((site) => site.show(slug)));
      const [ours, theirs] = pages.map((page) => pictures(page, width === 1280));
      for await (const [what, take] of ours) {
        const { value: [other, takeOther] } = await theirs.next();
        taken += 1;
        const [picture, beside] = await alike([take, takeOther]);
        const same = what === other && picture.equals(beside);
        const count = same ? 0 : await apart(judge, [picture, beside]);
        if (what === other && count <= SPECKS) continue;
        differing += 1;
        const name = `${slug || 'start'} ${width} ${colorScheme} ${what}`;
        console.log(`differs in ${count} pixels: ${name}`);
        const file = join(folder, name.replace(/[^\w.-]+/g, '-'));
        writeFileSync(`${file}-1.png`, picture);
        writeFileSync(`${file}-2.png`, beside);
      }
      await Promise.all(pages.map((page) => page.close()));
    }
    await Promise.all(sites.map((site) => site.close()));
  }
}
await browser.close();
console.log(`${taken} pictures of each, ${differing} that differ`);
process.exit(differing === 0 && taken > 0 ? 0 : 1);
