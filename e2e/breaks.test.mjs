// No word is broken by letters, and none runs out of what it stands in: at every width, in every
// language, on screen and on paper.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractText, getDocumentProxy } from 'unpdf';
import { keeping, place } from './lib/database.mjs';
import { calm, languages, show, slugs, soon, unfold, useBrowser } from './lib/site.mjs';

const browser = useBrowser();
const answers = '3,3,3,dk,3,3/4,5,4,na,4,4/1,2,3,3,-,3';
const setUp = { targets: { political: 4, executive: 5 }, strategy: { plan: 'yes', reactions: 'no' } };
const other = 'r1.AUImwG3m5JJG22wI2ABWBABs';
const own = /oppsett|vurdering|resultat|plan|del|sammenlign|historikk/;
/** 178 mm: A4 between the margins. */
const paper = 673;

/** Words on two lines without a hyphen between, and words that stick out of a cell or a line. */
const broken = (page) => page.evaluate(() => {
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent.checkVisibility() || parent.closest('script, style, svg, option, textarea, .unseen')) continue;
    if (parent.closest('thead')?.getBoundingClientRect().width === 1) continue;
    // Codes, links and file names are no words.
    if (parent.closest('code, figcaption')) continue;
    const box = parent.closest('td, th, li, p, dd, dt, button, h1, h2, h3, label, legend, summary, a')
      ?.getBoundingClientRect();
    // A soft hyphen, as a hyphen, ends what may not be broken.
    for (const { 0: word, index } of node.data.matchAll(/[\p{L}\p{M}\p{N}]{2,}/gu)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
      // What is wider than all that it stands in has to be.
      const whole = rects.reduce((sum, rect) => sum + rect.width, 0) < (box?.width ?? innerWidth) - 2;
      if (whole && rects.some((rect) => Math.abs(rect.bottom - rects[0].bottom) > 4)) found.add(`broken: ${word}`);
      // What is there for those who listen only is cut by intention.
      if (box?.width > 2 && rects.some((rect) => rect.right > box.right + 1 || rect.left < box.left - 1)) {
        found.add(`sticks out: ${word}`);
      }
    }
  }
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) found.add(`${wide} px too wide`);
  return [...found];
});

// T7
for (const [lang, folder] of Object.entries(languages)) {
  test(`no word is broken by letters, at any width and on paper, in ${lang}`, async () => {
    const page = await keeping(browser, answers, {
      path: `${folder}resultat/`, setUp, settings: { locale: lang, reducedMotion: 'reduce' },
    });
    const all = [];
    for (const slug of slugs) {
      await page.emulateMedia({ media: 'screen' });
      await page.setViewportSize({ width: 1000, height: 900 });
      await show(page, `${folder}${slug}${own.test(slug) ? place : ''}`);
      if (slug === 'sammenlign/') {
        await page.fill('#lim-inn', other);
        await page.click('#les-lim');
        await page.waitForSelector('.compare-map');
      }
      await unfold(page);
      for (const width of [320, 360, 480, 600, 780, 820, 900, 1000, 1060, 1190, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await soon(async () => assert.equal(await page.evaluate(() => innerWidth), width));
        all.push(...(await broken(page)).map((one) => `${slug} ${width}: ${one}`));
      }
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: paper, height: 900 });
      await soon(async () => assert.equal(await page.evaluate(() => innerWidth), paper));
      await calm(page);
      all.push(...(await broken(page)).map((one) => `${slug} paper: ${one}`));
    }
    assert.deepEqual(all, []);
    // The printed file itself: Chromium lays it out anew for the paper.
    await show(page, `${folder}resultat/${place}`);
    const words = await page.evaluate(() => [...document.querySelectorAll('.map-head')]
      .flatMap((one) => one.textContent.match(/[\p{L}]{2,}/gu) ?? []));
    const file = await page.pdf({ preferCSSPageSize: true });
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(file)), { mergePages: false });
    for (const word of words) assert.ok(text.join(' ').includes(word), `${word} is broken on paper`);
  });
}
