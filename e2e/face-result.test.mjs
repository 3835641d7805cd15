// The result as one sees it: one picture, one screen, closed parts below it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentOf, keeping } from './lib/database.mjs';
import {
  count, focused, items, languages, show, soon, text, useBrowser, visit,
} from './lib/site.mjs';

const browser = useBrowser();
const six = (step) => Array(6).fill(step).join(',');
const name = 'Fjordvik kommune';
const targets = { political: 4, executive: 4, operational: 3 };
const laptop = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 390, height: 844 } };

/** What is shown around the chain: does anything of it touch the edge, and is each link there? */
async function drawn(page) {
  const box = await page.locator('.chain').boundingBox();
  const clip = { x: box.x - 4, y: box.y - 4, width: box.width + 8, height: box.height + 8 };
  const png = await page.screenshot({ clip });
  return page.evaluate(async (bytes) => {
    const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
    canvas.drawImage(image, 0, 0);
    const { data, width, height } = canvas.getImageData(0, 0, image.width, image.height);
    const inked = (x, y) => {
      const at = 4 * (y * width + x);
      return [0, 1, 2].some((one) => Math.abs(data[at + one] - data[one]) > 24);
    };
    const edges = [];
    const shares = [0, 0, 0];
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        if (!inked(x, y)) continue;
        shares[Math.min(2, Math.floor((3 * y) / height))] += 1;
        // The drawing begins 4 beside the edge; its own margin is 1 more.
        if (x < 5 || y < 5 || x >= width - 5 || y >= height - 5) edges.push([x, y]);
      }
    }
    return { edges: edges.length, shares };
  }, [...png]);
}

test('nothing of the chain is cut, at any of 125 combinations of stages', async () => {
  const all = [1, 2, 3, 4, 5];
  const combinations = all.flatMap((a) => all.flatMap((b) => all.map((c) => [a, b, c])));
  const id = (stages) => `aaaaaaaaaaaaa${stages.map((one) => 'bcdef'[one - 1]).join('')}`;
  const others = Object.fromEntries(combinations.map(
    (stages) => [id(stages), documentOf(stages.map(six).join('/'))],
  ));
  const page = await keeping(browser, six(3), { settings: laptop, others });
  const ink = new Map();
  for (const stages of combinations) {
    await page.evaluate((hash) => { location.hash = hash; }, id(stages));
    await soon(async () => assert.deepEqual(await page.locator('.chain-table td data')
      .evaluateAll((shown) => shown.map((one) => Number(one.value))), stages));
    const { edges, shares } = await drawn(page);
    assert.equal(edges, 0, `${stages}: ${edges} points at the edge`);
    for (const share of shares) assert.ok(share > 60, `${stages}: ${shares}`);
    ink.set(stages.join(''), shares[0] + shares[1] + shares[2]);
  }
  // Heavier each time, in greyscale too: the same three at each stage.
  const same = all.map((stage) => ink.get(`${stage}${stage}${stage}`));
  for (const at of [1, 2, 3, 4]) assert.ok(same[at] > same[at - 1], `ink by stage: ${same}`);
});

const results = {
  'weakest at one level': ['4,4,4,3,4,5/4,3,3,dk,3,4/2,3,1,2,3,3', { targets }],
  'all alike': [[3, 3, 3].map(six).join('/'), {}],
  'lowest': [[1, 1, 1].map(six).join('/'), {}],
  'highest': [[5, 5, 5].map(six).join('/'), { targets }],
  'two that bind': ['2,2,3,3,3,1/3,3,4,4,4,2/2,2,2,1,2,2', { targets }],
  'unfinished': ['3,3,3,3,3,3/4,4,4,4,4,4/4,4,4,4,-,-', {}],
};
for (const [lang, folder] of Object.entries(languages)) {
  for (const [what, [answers, setUp]] of Object.entries(results)) {
    test(`the result is one screen on a laptop and two on a phone (${what}, ${lang})`, async () => {
      for (const [settings, screens, whole] of [[laptop, 1, 3], [phone, 2, 5]]) {
        const page = await keeping(browser, answers, {
          path: `${folder}resultat/`, settings, setUp: { name, ...setUp },
        });
        await page.waitForSelector('.first-screen .actions');
        const { height } = settings.viewport;
        const [first, all, wide] = await page.evaluate(() => [
          document.querySelector('.first-screen').getBoundingClientRect().bottom,
          document.documentElement.scrollHeight, document.documentElement.scrollWidth,
        ]);
        assert.ok(first <= screens * height, `ends at ${first} of ${screens * height}`);
        assert.ok(all <= whole * height, `${all} high, ${whole * height} wanted`);
        assert.equal(wide, settings.viewport.width);
        await count(page.locator('details.part:not([open])'), 4);
        assert.deepEqual(page.problems, []);
        await page.context().close();
      }
    });
  }
}

test('the heading tells of whom and what, the sentence which answers hold the weakest', async () => {
  const page = await keeping(browser, '4,4,4,3,4,5/4,3,3,dk,3,4/2,3,1,2,3,3', {
    setUp: { name, scope: 'procurement', procurement: 'Nytt sykehjem' },
  });
  await text(page.locator('h1'), /^Nytt sykehjem \(Fjordvik kommune\): forankringen holder til trinn 2 av 5, omtalt$/);
  await text(page.locator('.lead'), /^Svakest er det operative leddet, der handlingsplan står på 1\./);
  await text(page.locator('.headline .eyebrow'), /18 av 18 svar .* 25\.11\.2026 · Én persons syn på alle tre nivåene$/);
  await count(page.locator('.weakest'), 1);
  await text(page.locator('.strengths'), /Sterkest: samarbeid \(4,0\)\s+Dokumentert: 0 av 14 .*Vet ikke \(\?\): 1/s);
});

test('where all hold alike no one is called the weakest', async () => {
  const page = await keeping(browser, [3, 3, 3].map(six).join('/'));
  await text(page.locator('.lead'), /^Alle tre leddene holder like mye: Alle svar med et trinn står på 3\./);
  await count(page.locator('.weakest'), 0);
});

test('the parts are closed; the list of them opens each and goes there', async () => {
  const page = await keeping(browser, '4,4,4,3,4,5/4,3,3,dk,3,4/2,3,1,2,3,3');
  for (const id of ['stopper', 'svarene', 'utregning', 'sikkerhet']) {
    const part = page.locator('details.part', { has: page.locator(`#${id}`) });
    assert.equal(await part.getAttribute('open'), null, id);
    const named = await page.innerText(`#${id}`);
    await page.locator('.contents button', { hasText: named }).click();
    await focused(page, id);
    await soon(async () => assert.notEqual(await part.getAttribute('open'), null, id));
  }
});

test('on a phone the map has themes down and levels across, and says so', async () => {
  const page = await keeping(browser, '4,4,4,3,4,5/4,3,3,dk,3,4/2,3,1,2,3,3', { settings: phone });
  await text(page.locator('.map-caption'), /^Temaene nedover, nivåene bortover/);
  const places = () => page.locator('.cell').evaluateAll((cells) => cells.map((one) => {
    const { x, y } = one.getBoundingClientRect();
    return [Math.round(x), Math.round(y)];
  }));
  const narrow = await places();
  const columns = (all) => new Set(all.map(([x]) => x)).size;
  assert.deepEqual([columns(narrow), new Set(narrow.map(([, y]) => y)).size], [3, 6]);
  await page.setViewportSize(laptop.viewport);
  await text(page.locator('.map-caption'), /^Nivåene nedover, temaene bortover/);
  await soon(async () => assert.equal(columns(await places()), 6));
});

for (const colorScheme of ['light', 'dark']) {
  test(`the higher the step, the stronger its tone (${colorScheme})`, async () => {
    const page = await keeping(browser, '1,2,3,4,5,5/3,3,3,3,3,3/3,3,3,3,3,3', {
      settings: { colorScheme },
    });
    await page.waitForSelector('.cell');
    const light = await page.evaluate(() => {
      const of = (colour) => colour.match(/[\d.]+/g).slice(0, 3).map(Number)
        .map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
        .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
      const ground = of(getComputedStyle(document.body).backgroundColor);
      return [1, 2, 3, 4, 5].map((step) => {
        const style = getComputedStyle(document.querySelector(`.cell[data-answer="${step}"]`));
        const [tone, words] = [of(style.backgroundColor), of(style.color)];
        const contrast = (Math.max(tone, words) + 0.05) / (Math.min(tone, words) + 0.05);
        return [Math.abs(tone - ground), contrast];
      });
    });
    for (const at of [1, 2, 3, 4]) assert.ok(light[at][0] > light[at - 1][0], JSON.stringify(light));
    for (const [, contrast] of light) assert.ok(contrast >= 4.5, JSON.stringify(light));
  });
}

test('to the reader of a link the result comes first, then how it came and what one can do', async () => {
  const page = await browser.open('resultat/#r1.AUImwG3m5JJG22wI2ABWBABs', phone);
  await page.waitForSelector('.result .notice');
  const order = await page.evaluate(() => ['h1', '.chain', '#ta-vare'].map((one) => document
    .querySelector(one).getBoundingClientRect().top));
  assert.ok(order[0] < order[1] && order[1] < order[2], String(order));
  assert.ok(!(await page.innerText('.headline')).includes('én person'));
});

test('the range, the target and the stage stand on the ruler and in words', async () => {
  const page = await keeping(browser, '4,4,4,3,4,5/4,3,3,dk,3,4/2,3,1,2,3,3', { setUp: { targets } });
  await text(page.locator('#nivaa-executive'), /^Toppledelse\s+3\s+Vedtatt\s+mellom 2 og 3, fordi minst ett svar er «vet ikke»/);
  assert.match(await page.textContent('#nivaa-operational'), /Ønsket trinn: 3: ett trinn igjen/);
  await count(page.locator('.ruler [data-ink="flag"]'), 3);
  await count(page.locator('.ruler [data-ink="band"]'), 1);
  assert.match(await page.getAttribute('.chain', 'aria-label'), /Operativt: 2 omtalt/);
  assert.equal(items.length, await page.locator('.cell').count());
  await show(page, `sammenlign/${new URL(page.url()).hash}`);
  await visit(page, '');
});
