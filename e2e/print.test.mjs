// On paper: Chromium prints to PDF, and the text is read back from the file.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keeping } from './lib/database.mjs';
import { pagesOf, solid } from './lib/paper.mjs';
import { items, soon, useBrowser } from './lib/site.mjs';

const browser = useBrowser();

const printed = async (page) => pagesOf(await page.pdf({ preferCSSPageSize: true }));

const evidence = 'Sak 12/2026 «anbud» <script>alert(1)</script> =SUM(A1) 😀';

for (const [folder, colorScheme] of [['', 'dark'], ['nn/', 'light'], ['en/', 'dark']]) {
  test(`the whole result stands on paper: every item, answer, evidence and figure (${folder || 'nb'}, ${colorScheme})`, async () => {
    const page = await keeping(browser, '5,5,5,5,5,1/4,4,4,4,4,4/3,3,dk,3,3,na', {
      path: `${folder}resultat/`,
      settings: { colorScheme },
      setUp: { name: 'Fjordvik "nye" kommune \\ øst' },
      entries: {
        'political.goal': { evidence, comment: 'Første linje\nAndre linje' },
        'operational.cooperation': { reason: 'Vi kjøper alt gjennom andre' },
      },
    });
    await page.waitForSelector('#trinn');
    await page.waitForSelector('.one-answer', { state: 'attached' });
    const pages = await printed(page);
    const whole = pages.join('');

    const shown = await page.evaluate(() => ({
      heading: document.querySelector('h1').innerText,
      // Quotes in a name stand as they are.
      foot: `${document.title} · ${/\d+[./ ]\w+[./ ]\d{4}/.exec(document.querySelector('.headline .eyebrow').innerText)[0]}`,
      first: [...document.querySelectorAll(
        '.headline p, .chain-table tbody th, .stage, .weakest, .level-range.roomy, .moves li, .strengths p, .map-head span',
      )].map((one) => one.innerText),
      answers: [...document.querySelectorAll('.one-answer > *')].map((one) => one.textContent),
      figures: [...document.querySelectorAll('main data')].map((one) => one.textContent),
      cells: document.querySelectorAll('.cell').length,
      parts: Object.fromEntries([...document.querySelectorAll('.part > summary')]
        .map((one) => [one.id, one.innerText])),
      version: document.querySelector('.bottom p:last-child').innerText,
    }));
    assert.equal(shown.answers.length > 3 * items.length, true);
    assert.ok(pages[0].includes(solid(shown.heading)));
    for (const text of shown.first) assert.ok(pages[0].includes(solid(text)), `not on the first page: ${text}`);
    for (const text of [...shown.answers, ...shown.figures, shown.version]) {
      assert.ok(whole.includes(solid(text)), `not on paper: ${text}`);
    }
    assert.ok(whole.includes(solid(evidence)));
    // The map stands on the first page, answers before arithmetic; the menu stands on none.
    assert.ok(pages.length <= 5, `${pages.length} pages`);
    assert.ok(pages[0].includes(solid(await page.locator('.map h2').innerText())));
    const place = (id) => whole.indexOf(solid(shown.parts[id]));
    assert.ok(place('svarene') > 0 && place('svarene') < place('utregning'));
    for (const [at, text] of pages.entries()) {
      assert.ok(text.includes(`${at + 1}/${pages.length}`), `no number on page ${at + 1}`);
      assert.ok(text.includes(solid(shown.foot)), `page ${at + 1} does not say what it belongs to`);
    }
    assert.ok(!whole.includes(solid(await page.locator('.bottom nav').innerText())));
    assert.equal(shown.cells, items.length);
  });
}

test('paper is light, from the dark theme too', async () => {
  const page = await browser.open('metode/', { colorScheme: 'dark' });
  const colours = () => page.evaluate(() => {
    const style = getComputedStyle(document.body);
    return [style.color, style.backgroundColor];
  });
  const [screenText] = await colours();
  await page.emulateMedia({ media: 'print' });
  const light = (rgb) => rgb.match(/\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
  await soon(async () => {
    const [text, ground] = await colours();
    assert.notEqual(text, screenText);
    assert.ok(light(text) < 200 && light(ground) > 700, `${text} on ${ground}`);
  });
});
