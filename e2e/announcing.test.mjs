// What happens is told to those who listen, in a region that stood there before, and the keys stay
// where it happened.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keeping, place } from './lib/database.mjs';
import {
  answered, choose, count, languages, saved, show, soon, text, unfold, useBrowser, visit,
} from './lib/site.mjs';

const browser = useBrowser({ whole: true });
const three = Array(18).fill('3').join();
const link = 'r1.AQAmYG22222222wAAACUQdPl';

/** Notes what is said in regions that stand there: a region that comes with its words is not heard. */
function listening() {
  window.heard = [];
  new MutationObserver((changes) => {
    for (const { target, addedNodes, type } of changes) {
      const element = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
      const region = element?.closest('[role="status"], [role="alert"]');
      if (!region) continue;
      const nodes = type === 'characterData' ? [target] : [...addedNodes];
      const words = nodes.map((node) => node.textContent.trim()).join(' ').trim();
      // Not what came together with its region, and each new part once.
      const came = (one) => changes.some(({ addedNodes }) => [...addedNodes].some((node) => node.contains(one)));
      if (words && !came(region) && (region === element || !came(element))) window.heard.push(words);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

async function opened(path, settings) {
  const page = await browser.open(null, settings);
  await page.addInitScript(listening);
  await show(page, path);
  return page;
}
async function holding(path, more = {}) {
  const page = await keeping(browser, three, { path: 'resultat/', ...more });
  await page.addInitScript(listening);
  await show(page, path);
  return page;
}

/** Does it; then the words are heard, and the keys are not lost. */
async function tells(page, act, words) {
  await page.evaluate(() => { window.heard = []; });
  await act();
  await soon(async () => {
    const heard = await page.evaluate(() => window.heard);
    assert.ok(heard.some((one) => words.test(one)), `heard ${JSON.stringify(heard)}, not ${words}`);
  }, 20000);
  await soon(async () => {
    const at = await page.evaluate(() => document.activeElement?.tagName);
    assert.ok(at && at !== 'BODY', `focus is lost after ${words}`);
  });
}
/** As one does who uses the keys: the button has focus when it is pressed. */
const press = (page, selector) => async () => {
  // What is being unfolded cannot have it yet.
  await page.waitForSelector(selector);
  await page.focus(selector);
  await page.keyboard.press('Enter');
};

test('locking and unlocking a link are told, and the keys go where it goes on', async () => {
  const page = await holding(`del/${place}`);
  await page.focus('#laas');
  await page.keyboard.press('Space');
  await page.waitForFunction(() => document.querySelector('#passord')?.value);
  const passphrase = await page.inputValue('#passord');
  await tells(page, press(page, '#laas-lenken'), /Låst|låst/);
  const locked = await page.inputValue('#lenke');
  const reader = await browser.open(null);
  await reader.addInitScript(listening);
  await reader.goto(locked);
  await reader.fill('#passord', '0000-0000');
  await tells(reader, press(reader, '#laas-opp'), /ikke det lenken ble låst med/);
  await reader.fill('#passord', passphrase);
  await tells(reader, press(reader, '#laas-opp'), /./);
  await reader.waitForSelector('.result');
  await soon(async () => assert.equal(await reader.evaluate(() => document.activeElement.tagName), 'H1'));
  // The lock is taken off again.
  await page.focus('#laas');
  await tells(page, () => page.keyboard.press('Space'), /åpen/);
});

test('keeping a copy of a received result is told', async () => {
  const page = await opened(`resultat/#${link}`);
  await tells(page, press(page, '#ta-vare'), /./);
  await page.waitForFunction(() => !location.hash.startsWith('#r1'));
});

test('copy, bin, restore, and yes and no of deleting for good are told', async () => {
  const page = await holding('');
  await page.click('.kept-more summary');
  await tells(page, press(page, '[data-does="kopi"]'), /[Kk]opi/);
  await count(page.locator('.kept > #liste .kept-list > li'), 2);
  await page.locator('.kept-more summary').first().click();
  const toBin = '.kept-more[open] [data-does="kast"]';
  await tells(page, press(page, toBin), /papirkurven/);
  await tells(page, press(page, '.bin [data-does="hent"]'), /./);
  await page.waitForSelector('.bin', { state: 'detached' });
  if (!await page.isVisible(toBin)) await page.locator('.kept-more summary').first().click();
  await tells(page, press(page, toBin), /papirkurven/);
  await tells(page, press(page, '.bin [data-does="glem"]'), /\?/);
  await tells(page, press(page, '.bin [data-does="glem-nei"]'), /Ingenting er slettet/);
  await tells(page, press(page, '.bin [data-does="glem"]'), /\?/);
  await tells(page, press(page, '.bin [data-does="glem-ja"]'), /slettet/i);
});

test('deleting everything is asked and told, and so is that it is left', async () => {
  const page = await holding('personvern/');
  await tells(page, press(page, '#slett'), /angres/);
  await tells(page, press(page, '#slett-nei'), /Ingenting er slettet/);
  await tells(page, press(page, '#slett'), /angres/);
  await tells(page, press(page, '#slett-ja'), /Alt er slettet/);
});

test('yes and no of forgetting what is in the tab are told', async () => {
  const page = await opened('oppsett/#ny');
  await page.check('input[name="keeping"][value="tab"]');
  await page.check('input[name="kind"][value="county"]');
  await page.waitForSelector('#glem-fanen');
  await tells(page, press(page, '#glem-fanen'), /\?/);
  await tells(page, press(page, '#glem-fanen-nei'), /Ingenting er slettet/);
  await tells(page, press(page, '#glem-fanen'), /\?/);
  await tells(page, press(page, '#glem-fanen-ja'), /[Ss]lettet/);
  await page.waitForSelector('.hero');
});

test('what a file holds, leaving it and taking it in are told', async () => {
  const page = await opened('personvern/');
  const one = { format: 'forankring', version: 1, instrument: 1, kind: 'county', scope: 'organisation', name: 'A', date: '2026-11-25', answers: {} };
  const choosing = () => page.setInputFiles('#kopifil', { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(one)) });
  await tells(page, choosing, /1/);
  await tells(page, press(page, '#la-vaere'), /./);
  await tells(page, choosing, /1/);
  await tells(page, press(page, '#ta-inn'), /Hentet inn: 1/);
});

test('undo and redo are told, also the last that is possible', async () => {
  for (const path of ['vurdering/', 'vurdering/nivaa/', 'vurdering/mote/']) {
    const page = await opened(path);
    await choose(page, 'political.goal', '4');
    await choose(page, 'political.goal', '2');
    await saved(page);
    for (const left of ['4', 'none']) {
      await tells(page, press(page, '#angre'), /Angret/);
      await answered(page, 'political.goal', left);
    }
    // There is no more: the keys stay all the same.
    assert.equal(await page.getAttribute('#angre', 'aria-disabled'), 'true');
    await soon(async () => assert.equal(await page.evaluate(() => document.activeElement.id), 'angre'));
    for (const next of ['4', '2']) {
      await tells(page, press(page, '#gjenta'), /Gjort om/);
      await answered(page, 'political.goal', next);
    }
    await page.context().close();
  }
});

test('the same refusal twice is told twice', async () => {
  const page = await opened('');
  await unfold(page, '#fatt > summary');
  for (const [pasted, words] of [['r1.AUEmYSnLuCnLuAYwlgBzjP2J', /skadet/], ['hei på deg', /ingen lenke/]]) {
    await page.fill('#lim-inn', pasted);
    for (const turn of [1, 2, 3]) {
      await tells(page, press(page, '#les-lim'), words);
      assert.equal(await page.evaluate(() => window.heard.length), 1, `${pasted}, ${turn}`);
    }
  }
});

test('that a link or text is copied is told, each time', async () => {
  const page = await holding(`del/${place}`, { settings: { permissions: ['clipboard-read', 'clipboard-write'] } });
  for (const button of ['#kopier', '#kopier', '#kopier-tekst']) await tells(page, press(page, button), /kopiert/);
});

test('choosing the file of the running back-up and ending it are told', async () => {
  const page = await keeping(browser, three);
  await page.addInitScript(listening);
  await page.addInitScript(() => {
    window.showSaveFilePicker = async () => (await navigator.storage.getDirectory()).getFileHandle('kopi.json', { create: true });
  });
  await visit(page, 'personvern/');
  await page.waitForSelector('#kopi-velg');
  await tells(page, press(page, '#kopi-velg'), /kopi\.json/);
  await text(page.locator('.running'), /oppdatert/);
  await soon(async () => assert.equal(await page.evaluate(() => document.activeElement.id), 'kopi-skriv'));
  // Each time, also where the words are the same.
  for (let time = 0; time < 2; time += 1) {
    await tells(page, press(page, '#kopi-skriv'), /kopi\.json.*sist oppdatert/);
  }
  await tells(page, press(page, '#kopi-slutt'), /./);
  await page.waitForSelector('#kopi-velg');
});

/** What assistive technology is given of the group of answers. */
async function group(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const found = nodes.filter((one) => one.role?.value === 'group' && one.description?.value);
  return found.map((one) => [one.name?.value, one.description.value]);
}

test('the group of answers has a name of words apart, and the hint as its description', async () => {
  for (const [lang, folder] of Object.entries(languages)) {
    for (const path of ['vurdering/', 'vurdering/nivaa/', 'vurdering/mote/']) {
      const page = await opened(`${folder}${path}`, { locale: lang });
      const hint = (await page.innerText('.who')).replace(/\s+/g, ' ').trim();
      await soon(async () => {
        const [[name, description]] = await group(page);
        assert.equal(description.replace(/\s+/g, ' ').trim(), hint, path);
        // No word runs into the next: a letter or digit meets no capital.
        assert.ok(!/[\p{Ll}\d]\p{Lu}/u.test(name), name);
        assert.match(name, /^\p{L}+ 1 (av|of) 18 · .*\. \p{L}/u, path);
      });
      await page.context().close();
    }
  }
});

test('1 to 5 choose a step as soon as the page is alive, without tabbing', async () => {
  for (const path of ['vurdering/', 'vurdering/mote/']) {
    for (const step of ['1', '3', '5']) {
      const page = await browser.open(path);
      await page.keyboard.press(step);
      await answered(page, 'political.goal', step);
      await page.keyboard.press('Enter');
      await page.waitForSelector('input[name="political.coherence"]');
      await saved(page);
      await page.context().close();
    }
  }
});
