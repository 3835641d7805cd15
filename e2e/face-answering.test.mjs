// How answering looks and feels: one screen, a bar that stays, keys from the first moment, a
// reason where one is asked for, and all answers before the result.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings } from './lib/axe.mjs';
import { keeping, place } from './lib/database.mjs';
import {
  alive, answered, calm, choose, count, focused, items, languages, placeOf, reason, saved, show,
  soon, text, unfold, useBrowser,
} from './lib/site.mjs';

const browser = useBrowser();
const desk = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };
const all = '3,3,3,dk,3,3/4,5,4,na,4,4/1,2,3,3,3,-';

/** Room for the row that stands under the header on every screen of an open assessment. */
const roomy = '.top { min-block-size: 97px; }';

const bottom = (page, selector) => page.evaluate(
  (selector) => document.querySelector(selector).getBoundingClientRect().bottom, selector,
);

for (const [lang, folder] of Object.entries(languages)) {
  test(`a question, its answers and the way on stand on one screen in ${lang}`, async () => {
    const page = await keeping(browser, all, {
      path: `${folder}vurdering/`, settings: { viewport: desk, locale: lang, bypassCSP: true },
    });
    for (const item of items) {
      await show(page, `${folder}vurdering/${place}/${item}`);
      await page.addStyleTag({ content: roomy });
      await page.waitForSelector(`input[name="${item}"]`);
      const answers = await bottom(page, '.steps');
      const next = await bottom(page, '#neste');
      const bar = await page.evaluate(() => document.querySelector('.bar').getBoundingClientRect().top);
      assert.ok(next <= desk.height, `${item}: the way on ends at ${next}`);
      assert.ok(answers <= bar, `${item}: the answers end at ${answers}, the bar begins at ${bar}`);
      const tops = await page.locator('.step').evaluateAll(
        (steps) => steps.map((step) => Math.round(step.getBoundingClientRect().top)),
      );
      assert.equal(new Set(tops.slice(0, 5)).size, 1, `${item}: the steps are not side by side`);
      assert.equal(new Set(tops.slice(5)).size, 1, `${item}: the two others are not`);
    }
    await page.context().close();
  });

  test(`a level is at most four screens in ${lang}`, async () => {
    const page = await keeping(browser, items.map(() => '3').join(), {
      path: `${folder}vurdering/nivaa/`,
      settings: { viewport: desk, locale: lang, bypassCSP: true },
    });
    for (const level of ['political', 'executive', 'operational']) {
      await show(page, `${folder}vurdering/nivaa/${place}/${level}.goal`);
      await page.addStyleTag({ content: roomy });
      await page.waitForSelector(`input[name="${level}.goal"]`);
      const high = await page.evaluate(() => document.documentElement.scrollHeight);
      assert.ok(high <= 4 * desk.height, `${level}: ${high} px`);
    }
    await page.context().close();
  });
}

/** Where the keys are, and whether the bar stands on it. */
const covered = (page) => page.evaluate(() => {
  const at = document.activeElement;
  if (at === document.body) return null;
  const bar = document.querySelector('.bar');
  const name = at.id || at.name || at.textContent.trim().slice(0, 30);
  const own = (at.closest('label') ?? at).getBoundingClientRect();
  const box = at.getBoundingClientRect();
  const { top } = bar.getBoundingClientRect();
  const sticks = getComputedStyle(bar).position === 'sticky' && !bar.contains(at);
  const after = bar.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING;
  return { name, under: sticks && !after && box.bottom > top + 1, high: own.height };
});

for (const [width, height] of [[390, 844], [640, 500], [320, 640], [320, 256]]) {
  test(`the bar at ${width} × ${height} is within reach and stands on nothing that has focus`, async () => {
    const page = await keeping(browser, all, {
      settings: { viewport: { width, height } },
    });
    await show(page, `vurdering/${place}/political.plan`);
    await unfold(page);
    const position = await page.evaluate(() => getComputedStyle(document.querySelector('.bar')).position);
    assert.equal(position, height > 480 ? 'sticky' : 'static');
    const high = await page.evaluate(() => document.documentElement.scrollHeight);
    if (position === 'sticky') {
      const bar = await page.locator('.bar').boundingBox();
      assert.ok(bar.height < height / 3, `${bar.height} px`);
      for (let top = 0; top < high / 2; top += height / 2) {
        await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), top);
        const { y, height: tall } = await page.locator('.bar').boundingBox();
        assert.ok(y + tall <= height + 1, `at ${top}: the bar ends at ${y + tall}`);
      }
      for (const part of ['#forrige', '#neste', '#angre', '.bar .saved', '.bar .where']) {
        await page.waitForSelector(part);
      }
      // Where one is, in words, however far one has scrolled.
      await text(page.locator('.bar .where'), 'Spørsmål 3 av 18 · Politisk · Handlingsplan');
    }
    await page.evaluate(() => { scrollTo(0, 0); document.activeElement?.blur(); });
    const stops = [];
    for (let n = 0; n < 80; n += 1) {
      await page.keyboard.press('Tab');
      const stop = await covered(page);
      if (!stop) break;
      stops.push(stop);
    }
    assert.ok(stops.length > 25, `${stops.length} stops`);
    assert.deepEqual(stops.filter((one) => one.under), []);
    for (let n = 0; n < 30; n += 1) {
      await page.keyboard.press('Shift+Tab');
      const stop = await covered(page);
      assert.ok(!stop?.under, `${stop?.name}, backwards`);
    }
  });
}

test('keys answer from the moment the page is there, without any click', async () => {
  const page = await browser.open('vurdering/', { viewport: desk });
  await page.keyboard.press('ArrowDown');
  await answered(page, 'political.goal', '1');
  await page.keyboard.press('ArrowRight');
  await answered(page, 'political.goal', '2');
  await page.keyboard.press('ArrowUp');
  await answered(page, 'political.goal', '1');
  await page.keyboard.press('4');
  await answered(page, 'political.goal', '4');
  assert.equal(await page.evaluate(() => scrollY), 0, 'an arrow scrolled the page');
  await page.keyboard.press('Enter');
  await page.waitForSelector('input[name="political.coherence"]');
  await focused(page, 'sporsmal');
  await page.keyboard.press('ArrowDown');
  await answered(page, 'political.coherence', '1');
  // After a click on nothing.
  await page.mouse.click(1270, 400);
  await page.keyboard.press('3');
  await answered(page, 'political.coherence', '3');
  // Not with other keys held, nor while a text is written, nor what a button takes itself.
  await page.keyboard.press('Alt+5');
  await unfold(page, '.mores summary');
  const note = page.locator('textarea[id="comment-political.coherence"]');
  await note.fill('');
  await note.press('5');
  await page.focus('#forrige');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForSelector('input[name="political.goal"]');
  await answered(page, 'political.coherence', '3');
  await answered(page, 'political.goal', '4');
});

test('a key that is pressed before the app is alive answers too', async () => {
  const page = await browser.open(null, { viewport: desk });
  let go;
  const held = new Promise((resolve) => { go = resolve; });
  await page.route(/_bg\.wasm/, async (route) => { await held; await route.continue(); });
  await page.goto(new URL('vurdering/#ny', process.env.BASE_URL ?? 'http://127.0.0.1:8080/').href, { waitUntil: 'commit' });
  await page.waitForSelector('.step');
  await page.keyboard.press('4');
  await page.waitForSelector('.step input[value="4"]:checked');
  go();
  await alive(page);
  await answered(page, 'political.goal', '4');
  await saved(page);
});

test('a held key is one key', async () => {
  const page = await browser.open('vurdering/', { viewport: desk });
  for (let n = 0; n < 20; n += 1) await page.keyboard.down('ArrowDown');
  await page.keyboard.up('ArrowDown');
  await answered(page, 'political.goal', '1');
  for (let n = 0; n < 20; n += 1) await page.keyboard.down('3');
  await page.keyboard.up('3');
  await answered(page, 'political.goal', '3');
  await page.click('#angre');
  await answered(page, 'political.goal', '1');
  await page.click('#angre');
  await answered(page, 'political.goal', 'none');
});

for (const [view, name] of [['vurdering/', 'one question'], ['vurdering/nivaa/', 'a level'], ['vurdering/mote/', 'a meeting']]) {
  test(`nobody goes on from "not applicable" without a reason: ${name}`, async () => {
    const page = await browser.open(`${view}#ny`, { viewport: desk });
    await choose(page, 'political.goal', 'na');
    const field = 'reason-political.goal';
    await page.click('#neste');
    await focused(page, field);
    const why = 'Skriv hvorfor spørsmålet ikke er aktuelt, før dere går videre.';
    await text(page.locator('#sagt'), why);
    await text(page.locator('.wanting'), why);
    assert.equal(await page.getAttribute(`[id="${field}"]`, 'aria-invalid'), 'true');
    const told = await page.getAttribute(`[id="${field}"]`, 'aria-describedby');
    assert.equal(await page.innerText(`[id="${told}"]`), why);
    // The same by Enter.
    await page.focus('input[name="political.goal"]:checked');
    await page.keyboard.press('Enter');
    await focused(page, field);
    await reason(page, 'political.goal');
    await count(page.locator('.wanting'), 0);
    await page.click('#neste');
    const next = view === 'vurdering/nivaa/' ? 'executive.goal' : 'political.coherence';
    await page.waitForSelector(`input[name="${next}"]`);
    // Other ways are open all the same.
    await choose(page, next, 'na');
    await page.click('[id="til-political.goal"]');
    await page.waitForSelector('input[name="political.goal"]');
  });
}

test('pointing at an answer never looks like choosing it', async () => {
  const page = await browser.open('vurdering/', { viewport: desk });
  await calm(page);
  const look = (value) => page.evaluate((value) => {
    const { backgroundColor, borderTopColor, boxShadow } = getComputedStyle(document.querySelector(`.step[data-value="${value}"]`));
    return { fill: backgroundColor, border: borderTopColor, shadow: boxShadow };
  }, value);
  const before = await look('2');
  await page.hover('.step[data-value="2"]');
  await soon(async () => {
    const over = await look('2');
    assert.notEqual(over.border, before.border);
    assert.deepEqual([over.fill, over.shadow], [before.fill, before.shadow]);
  });
  await choose(page, 'political.goal', '3');
  await soon(async () => assert.notEqual((await look('3')).fill, before.fill));
});

test('a dot leads to each question, is named in words and large enough', async () => {
  const page = await keeping(browser, all, { settings: { viewport: desk } });
  await show(page, `vurdering/${place}`);
  const dots = await page.locator('.progress button').evaluateAll((all) => all.map((one) => {
    const { width, height } = one.getBoundingClientRect();
    return [one.textContent, Math.min(width, height), one.getAttribute('aria-current')];
  }));
  assert.equal(dots.length, 18);
  assert.ok(dots.every(([, size]) => size >= 24));
  assert.equal(dots.filter(([,, here]) => here === 'step').length, 1);
  assert.match(dots[0][0], /^3Mål, Politisk, Vedtatt, uten dokumentasjon$/);
  assert.match(dots[9][0], /^–Måling, Toppledelse, Ikke aktuelt$/);
  await page.click('[id="til-executive.plan"]');
  await page.waitForSelector('input[name="executive.plan"]');
  await focused(page, 'sporsmal');
});

test('before the result all answers are shown, what is missing first', async () => {
  const page = await keeping(browser, all, { settings: { viewport: desk } });
  await show(page, `vurdering/${place}/operational.cooperation`);
  await page.click('#neste');
  await page.waitForSelector('.review');
  assert.match(page.url(), /\/vurdering\/oversikt\/#[a-z2-7]{16}$/);
  await text(page.locator('.review .lead'), '17 av 18 spørsmål er besvart.');
  const gaps = await page.locator('.gap').evaluateAll((all) => all.map((gap) => [
    gap.querySelector('h2').innerText,
    [...gap.querySelectorAll('li')].map((one) => one.dataset.item),
  ]));
  assert.deepEqual(gaps.map(([name]) => name), [
    'Ikke besvart (1)', 'Ikke aktuelt, uten begrunnelse (1)',
    'Trinn 3 eller høyere uten dokumentasjon (13)', 'Vet ikke (1)',
  ]);
  assert.deepEqual(gaps[0][1], ['operational.cooperation']);
  assert.deepEqual(gaps[1][1], ['executive.measurement']);
  assert.deepEqual(gaps[3][1], ['political.measurement']);
  await count(page.locator('.review-levels li'), 18);
  // Each leads to its item, and the way on leads back.
  await page.click('.gap >> nth=0 >> a');
  await page.waitForSelector('input[name="operational.cooperation"]');
  await choose(page, 'operational.cooperation', '2');
  await page.click('#neste');
  await text(page.locator('.review .lead'), '18 av 18 spørsmål er besvart.');
  await count(page.locator('.gap'), 3);
  // The five questions about the document: answered and taken back there.
  await unfold(page, '.checklist summary');
  await text(page.locator('.checklist p'), /endrer det ikke\. Dere kan hoppe over dem\.$/);
  await page.check('input[name="strategy.plan"][value="no"]');
  await page.click('#angre');
  await count(page.locator('.checklist input:checked'), 0);
  await page.click('#resultat');
  await page.waitForSelector('.result');
});

test('six answers are shown before their result without the questions about the document', async () => {
  const page = await browser.open('vurdering/#kort', { viewport: desk });
  await choose(page, 'political.goal', '2');
  await saved(page);
  await show(page, `vurdering/oversikt/${await placeOf(page)}`);
  await text(page.locator('.review .lead'), '1 av 6 spørsmål er besvart.');
  await count(page.locator('.review-levels li'), 6);
  await count(page.locator('.checklist'), 0);
});

for (const [colorScheme, viewport] of [['light', desk], ['dark', phone], ['light', { width: 320, height: 256 }]]) {
  test(`axe finds nothing while a reason is asked for, and on the overview: ${colorScheme}, ${viewport.width} px`, async () => {
    const page = await keeping(browser, all, { settings: { viewport, colorScheme, reducedMotion: 'reduce' } });
    await show(page, `vurdering/${place}/political.goal`);
    await choose(page, 'political.goal', 'na');
    await page.click('#neste');
    await page.waitForSelector('.wanting');
    await unfold(page);
    assert.deepEqual(await findings(page), []);
    await show(page, `vurdering/oversikt/${place}`);
    await unfold(page);
    await page.check('input[name="strategy.plan"][value="partly"]');
    await page.waitForSelector('.advice:not(:empty)');
    await calm(page);
    assert.deepEqual(await findings(page), []);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${wide} px too wide`);
  });
}
