// The instrument as people meet it: the quick variant, the wording for one
// procurement, words explained, the strategy checklist, the method's example.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { keeping } from './lib/database.mjs';
import {
  alive, answered, calm, choose, count, figures, finish, focused, items, placeOf, reason, saved,
  show, shown, soon, text, unfold, useBrowser, visit, written,
} from './lib/site.mjs';

const browser = useBrowser();
const quick = [
  'political.goal', 'political.coherence', 'executive.plan', 'executive.measurement',
  'operational.culture', 'operational.cooperation',
];
const textOf = (page, selector) => page.locator(selector).first().innerText();

test('the quick variant asks six, claims no stage, and grows without losing an answer', async () => {
  const page = await browser.open();
  await page.click('#hurtig');
  await page.waitForSelector('input[name="variant"][value="quick"]:checked');
  await page.click('#svar');
  const codes = ['2', '4', 'dk', '2', '3', 'na'];
  for (const [index, item] of quick.entries()) {
    await page.waitForSelector(`input[name="${item}"]`);
    await text(page.locator('.count'), `Spørsmål ${index + 1} av 6`);
    await choose(page, item, codes[index]);
    if (codes[index] === 'na') await reason(page, item);
    if (index < 5) await page.click('#neste');
  }
  await saved(page);
  await finish(page);
  await page.waitForSelector('#lavest');
  assert.equal(await page.getAttribute('#lavest', 'value'), '2');
  assert.equal(await page.locator('#trinn').count(), 0);
  assert.equal(await page.locator('.chain-table').count(), 0);
  assert.deepEqual((await figures(page)).moves, ['political.goal', 'executive.measurement']);
  assert.equal(await page.locator('.cell:not([data-answer="unasked"])').count(), 6);

  await page.click('#del');
  const link = await page.inputValue('#lenke');
  const other = await browser.open(null);
  await other.goto(link);
  await other.waitForSelector('#lavest');
  assert.deepEqual((await figures(other)).moves, ['political.goal', 'executive.measurement']);
  assert.equal(await other.locator('#utvid').count(), 0);

  await page.goBack();
  await page.click('#utvid');
  await page.waitForSelector('input[name="political.plan"]');
  await text(page.locator('.count'), 'Spørsmål 3 av 18');
  for (const [index, item] of quick.entries()) await answered(page, item, codes[index]);
  // By this page, or by the one before while it was left.
  await page.waitForSelector('[data-saved="saved"]:visible, [data-saved="before"]:visible');
});

test('a new assessment by the address of the quick variant shows nothing else first', async () => {
  const page = await browser.open(null);
  await page.addInitScript(() => {
    window.seen = [];
    const look = () => {
      const count = document.querySelector('.count');
      if (count?.checkVisibility()) window.seen.push(count.innerText);
      requestAnimationFrame(look);
    };
    look();
  });
  await visit(page, 'vurdering/#kort');
  await page.waitForSelector('.count >> text=av 6');
  await calm(page);
  assert.deepEqual([...new Set(await page.evaluate(() => window.seen))], ['Spørsmål 1 av 6']);
});

test('one procurement is asked about in its own words, in every language, and after coming back', async () => {
  for (const folder of ['', 'nn/', 'en/']) {
    const page = await browser.open(`${folder}vurdering/`);
    await page.waitForSelector('#sporsmal', { state: 'visible' });
    const before = await textOf(page, '#sporsmal');
    await page.click('#endre');
    await page.check('input[name="scope"][value="procurement"]');
    await page.fill('#anskaffelse', 'Nytt sykehjem <b>');
    await page.click('#svar');
    const after = await soon(async () => {
      const question = page.locator('#sporsmal');
      assert.ok(await question.isVisible(), 'no question is shown');
      const words = await question.innerText();
      assert.notEqual(words, before);
      return words;
    });
    await choose(page, 'political.goal', '2');
    await saved(page);
    await page.addInitScript(() => {
      window.seen = [];
      const look = () => {
        const question = document.querySelector('#sporsmal');
        if (question?.checkVisibility()) window.seen.push(question.innerText);
        requestAnimationFrame(look);
      };
      look();
    });
    await page.click('[id="til-political.goal"]');
    await page.reload();
    await alive(page);
    await page.waitForSelector('#sporsmal');
    await calm(page);
    assert.deepEqual([...new Set(await page.evaluate(() => window.seen))], [after], folder);
    await text(page.locator('.about p'), /Nytt sykehjem <b>/);
    await page.context().close();
  }
});

test('the words of an item are explained where it stands', async () => {
  const page = await browser.open('vurdering/');
  await page.click('.words summary');
  const named = () => page.locator('.words dt').allInnerTexts();
  const words = await soon(async () => {
    const words = await named();
    assert.ok(words.includes('Møtebok'), words.join());
    // No municipality gets one: only what stands in its own sentences is explained.
    assert.ok(!words.includes('Tildelingsbrev'), words.join());
    return words;
  });
  const meanings = await page.locator('.words dd').allInnerTexts();
  assert.ok(meanings.every((meaning) => meaning.length > 20), meanings.join());
  await page.click('#neste');
  await page.waitForSelector('input[name="political.coherence"]');
  await soon(async () => assert.notDeepEqual(await named(), words));
});

test('the explanations may be missing: one message, and answering goes on', async () => {
  const page = await browser.open(null);
  await page.route(/-more-/, (route) => route.abort());
  await visit(page, 'vurdering/');
  await page.click('.words summary');
  await page.waitForSelector('.words p >> text=Ingenting er tapt');
  await choose(page, 'political.goal', '4');
  await saved(page);
});

test('what is missing is said by level, in words', async () => {
  const page = await keeping(browser, '3,3,3,na,na,na/4,4,4,-,-,-/4,4,4,4,4,4');
  await page.waitForSelector('[data-missing]');
  assert.equal(await page.locator('#trinn').count(), 0);
  const lines = await page.locator('[data-missing]').allInnerTexts();
  assert.equal(lines.length, 2);
  assert.match(lines[0], /^Politisk: Det trengs ett svar til med et trinn\. Politisk: 3 svar er «ikke aktuelt», og høyst to kan være det\./);
  assert.match(lines[1], /^Toppledelse: Det trengs ett svar til med et trinn\. Nå: 3 med trinn, 0 vet ikke, 0 ikke aktuelt, 3 ikke besvart\.$/);
});

test('the questions about the strategy are asked after the items, told beside the result, and change nothing of it', async () => {
  const page = await keeping(browser, items.map(() => '3').join());
  const before = await figures(page);
  // Nothing of what was not answered, and nothing to answer there.
  await count(page.locator('.checklist, input[name^="strategy."]'), 0);
  const place = await placeOf(page);
  await show(page, `vurdering/oversikt/${place}`);
  await unfold(page, '.checklist summary');
  await written(page, () => page.check('input[name="strategy.purposes"][value="partly"]'));
  await page.waitForSelector('.advice >> text=Nevn målene');
  await written(page, () => page.check('input[name="strategy.plan"][value="yes"]'));
  // Written: it stands there after coming back.
  await page.reload();
  await page.waitForSelector('input[name="strategy.purposes"][value="partly"]:checked');
  await page.waitForSelector('input[name="strategy.plan"][value="yes"]:checked');
  await count(page.locator('.checklist input:checked'), 2);
  await page.click('#resultat');
  assert.deepEqual(await figures(page), before);
  await count(page.locator('.checklist strong'), 2);
});

test('in the example of the method page every figure follows the answers, and nothing is kept', async () => {
  for (const folder of ['', 'nn/', 'en/']) {
    const page = await browser.open(`${folder}metode/`);
    const stages = (expected) => soon(async () => assert.equal(await page.evaluate(() => (
      ['political', 'executive', 'operational']
        .map((level) => document.querySelector(`.follows [data-level="${level}"]`)?.value).join(' ')
        + ` | ${document.querySelector('.follows [data-headline]')?.value}`
    )), expected));
    await stages('2 4 3 | 2');
    await page.selectOption('[data-example="political.cooperation"]', '5');
    await stages('5 4 3 | 3');
    // The stages stay as they are with this one; the sentences do not.
    const follows = () => page.locator('.follows').innerText();
    const before = await follows();
    await page.selectOption('[data-example="operational.goal"]', 'na');
    await soon(async () => assert.notEqual(await follows(), before));
    await page.selectOption('[data-example="operational.plan"]', 'na');
    await stages('5 4  | undefined');
    await page.click('#eksempel-tilbake');
    await stages('2 4 3 | 2');
    await soon(async () => assert.equal(await page.inputValue('[data-example="operational.goal"]'), '3'));
    assert.deepEqual(await page.evaluate(() => indexedDB.databases()), []);
    await soon(async () => {
      const explained = await page.locator('.glossary dt').count();
      assert.ok(explained >= 25 + 6, `${explained} words are explained`);
    });
    assert.deepEqual(page.problems, []);
    await page.context().close();
  }
});

test('every figure of the result can be traced: what binds, the map, the answers, the evidence', async () => {
  const page = await keeping(browser, '5,5,5,5,5,1/4,4,4,4,4,4/3,3,dk,3,3,3', {
    entries: { 'political.goal': { evidence: 'Sak 12/2026 <script>' } },
  });
  await shown(page);
  assert.deepEqual(
    await page.locator('[data-binds]').evaluateAll((all) => all.map((one) => one.dataset.binds)),
    ['political.cooperation'],
  );
  await unfold(page);
  await text(page.locator('.binds > p'), /^Svar på 1 stopper nivået på 2:$/);
  await text(page.locator('.headline .lead'), /^Svakest er det politiske leddet, der samarbeid står på 1\./);
  assert.equal(await page.locator('.one-answer').count(), 18);
  await text(page.locator('[id="svar-political.goal"] .note-shown'), /Sak 12\/2026 <script>$/);
  const findings = await page.locator('[data-finding]').evaluateAll((all) => all.map((one) => one.dataset.finding));
  assert.equal(findings.length, 1 + 15);
  assert.ok(!findings.includes('political.goal'));
  assert.deepEqual(
    await page.locator('.themes tbody tr').first().locator('data')
      .evaluateAll((all) => all.map((one) => one.value)),
    ['4.0', '2'],
  );
});

test('a target is set beside the plan, stands on the chain and in words, and is kept', async () => {
  const page = await keeping(browser, items.map(() => '3').join(), { path: 'plan/' });
  await page.waitForSelector('.targets');
  await unfold(page, '.targets > summary');
  await page.selectOption('#sikte-executive', '5');
  await page.selectOption('#sikte-political', '3');
  await page.waitForSelector('#nivaa-executive >> text=5: 2 trinn igjen');
  await page.waitForSelector('#nivaa-political >> text=3: nådd');
  await count(page.locator('.ruler [data-ink="flag"]'), 2);
  await page.waitForSelector('.targets [data-saved="saved"]');
  await page.reload();
  await page.waitForSelector('#nivaa-executive >> text=5: 2 trinn igjen');
});

test('the chain is saved as a picture, with the name only when asked for', async () => {
  const page = await keeping(browser, '3,3,3,3,3,1/4,4,4,4,4,4/4,4,4,4,4,4', {
    path: 'del/',
    setUp: { name: 'Fosen <kommune> & co' },
  });
  await page.waitForSelector('#bilde-svg');
  const save = async (button) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.click(button)]);
    return [download.suggestedFilename(), await readFile(await download.path())];
  };
  const [name, svg] = await save('#bilde-svg');
  assert.match(name, /^forankring-\d{4}-\d\d-\d\d\.svg$/);
  assert.ok(!svg.toString().includes('Fosen'));
  assert.equal(svg.toString().match(/Svakeste ledd/g).length, 1);
  await page.check('#bilde-navn');
  const [, named] = await save('#bilde-svg');
  assert.ok(named.toString().includes('Fosen &lt;kommune&gt; &amp; co, '));
  // It is a picture of the right size, on white, and something is drawn.
  const [pngName, png] = await save('#bilde-png');
  assert.match(pngName, /\.png$/);
  assert.deepEqual([...png.subarray(1, 4)], [...Buffer.from('PNG')]);
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1600, 900]);
  assert.ok(png.length > 20_000, `${png.length} bytes`);
  await writeFile(new URL('out/chain.png', import.meta.url), png).catch(() => {});
  assert.deepEqual(page.problems, []);
});

test('every change can be taken back and done again, by buttons and by keys, and is kept as such', async () => {
  const page = await browser.open('vurdering/');
  const chosen = (expected) => soon(async () => assert.equal(
    await page.evaluate(() => document.querySelector('.step input:checked')?.value ?? 'none'), expected));
  await page.waitForSelector('#angre[aria-disabled="true"]');
  await choose(page, 'political.goal', '2');
  await choose(page, 'political.goal', '4');
  await page.click('#neste');
  await page.waitForSelector('input[name="political.coherence"]');
  await choose(page, 'political.coherence', 'dk');
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() => !document.querySelector('.step input:checked'));
  // What is taken back elsewhere is shown.
  await page.keyboard.press('Control+z');
  await page.waitForSelector('input[name="political.goal"][value="2"]:checked');
  await page.click('#angre');
  await chosen('none');
  await page.waitForSelector('#angre[aria-disabled="true"]');
  await page.click('#gjenta');
  await chosen('2');
  await page.focus('#sporsmal');
  await page.keyboard.press('Control+Shift+Z');
  await chosen('4');
  await page.click('#gjenta');
  await page.waitForSelector('input[name="political.coherence"][value="dk"]:checked');
  await page.waitForSelector('#gjenta[aria-disabled="true"]');
  await page.click('#angre');
  await answered(page, 'political.coherence', 'none');
  await saved(page);
  await page.reload();
  await alive(page);
  await answered(page, 'political.goal', '4');
  await answered(page, 'political.coherence', 'none');
});

test('a cell of the map opens in place, with all of it, and closes to where one was', async () => {
  const page = await keeping(browser, '5,5,5,5,5,1/4,4,4,4,4,4/3,3,dk,3,3,3', {
    entries: { 'political.cooperation': { comment: 'Vi venter på naboen' } },
  });
  await page.waitForSelector('#trinn');
  const cell = '[id="kart-political.cooperation"]';
  await page.focus(cell);
  await page.keyboard.press('Enter');
  await focused(page, 'celle');
  await text(page.locator('#celle'), /^Politisk\s+Samarbeid: .*1 Fraværende\. .*Vi venter på naboen.*Neste trinn, 2: .*Tiltak dit: /s);
  assert.equal(await page.getAttribute(cell, 'aria-expanded'), 'true');
  await page.click('#celle-lukk');
  await focused(page, 'kart-political.cooperation');
  await count(page.locator('#celle'), 0);
  // Another opens in its place; the same closes it.
  await page.click('[id="kart-executive.goal"]');
  await page.click('[id="kart-operational.plan"]');
  await text(page.locator('#celle'), /^Operativt\s+Handlingsplan: .*Vet ikke\./s);
  await page.click('[id="kart-operational.plan"]');
  await count(page.locator('#celle'), 0);
});
