// People who were asked: each with a phone, and so a browser, of her own.
import { themes } from './site.mjs';

const phone = { width: 390, height: 844 };

/** Answers what is asked of a level from the first on, by theme, and makes the link. */
async function answer(page, level, steps) {
  for (const [theme, step] of Object.entries(steps)) {
    const item = `${level}.${theme}`;
    await page.check(`input[name="${item}"][value="${step}"]`);
    await page.waitForSelector(`[id="til-${item}"][data-answer="${step}"]`, { state: 'attached' });
    await page.click('#neste');
  }
  await page.click('#lag-svar');
  await page.waitForSelector('#svarlenke');
  return page.inputValue('#svarlenke');
}

/** A step for each theme, in their order. */
export const each = (steps) => Object.fromEntries(themes.map((theme, n) => [theme, steps[n]]));

/** Follows an invitation on a phone, answers it, and gives what is sent and where it stands. */
export async function replied(page, link, level, steps) {
  await page.goto(link);
  await page.click('#begynn');
  const sent = await answer(page, level, steps);
  return { page, level, sent, at: page.url() };
}

/** The same on a phone that was never here. */
export const respondent = async (browser, link, level, steps) =>
  replied(await browser.open(null, { viewport: phone }), link, level, each(steps));

/** Changes an answer of what was sent, and sends it again. */
export async function changed({ page, level, at }, theme, step) {
  await page.goto(at);
  await page.click(`[id="endre-${level}.${theme}"]`);
  const rest = themes.slice(themes.indexOf(theme));
  await page.check(`input[name="${level}.${theme}"][value="${step}"]`);
  for (const one of rest) {
    await page.waitForSelector(`input[name="${level}.${one}"]`);
    await page.click('#neste');
  }
  await page.click('#lag-svar');
  await page.waitForSelector('#svarlenke');
  return page.inputValue('#svarlenke');
}

/** Clears a phone of what was answered on it. */
export async function cleared({ page, at }) {
  await page.goto(at);
  await page.click('#slett-svar');
  await page.click('#slett-svar-ja');
  await page.waitForSelector('h1 >> text=slettet fra denne enheten');
}
