// Where the browser refuses something: to keep, to lock, to copy; or leaves little room.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { keeping } from './lib/database.mjs';
import {
  alive, base, choose, count, figures, finish, items, placeOf, saved, shown, soon, text,
  useBrowser, visit, withProfile,
} from './lib/site.mjs';

const browser = useBrowser({ whole: true });
const answers = '3,3,3,dk,3,3/4,5,4,na,4,4/1,2,3,3,3,3';
const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
const promise = /Lagret|[Ss]varene lagres|blir lagret/;

// B1
test('cookies are blocked: that nothing can be kept is said at once, and nothing is lost while the tab lives', async () => {
  await withProfile(async (start) => {
    mkdirSync(join(start.folder, 'Default'));
    const blocked = { profile: { default_content_setting_values: { cookies: 2 } } };
    writeFileSync(join(start.folder, 'Default', 'Preferences'), JSON.stringify(blocked));
    const context = await start({ locale: 'nb-NO', viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await visit(page, 'vurdering/');
    // It is so: the browser refuses both stores.
    assert.equal(await page.evaluate(() => { try { return String(localStorage.length); } catch (error) { return error.name; } }), 'SecurityError');
    await page.waitForSelector('[role="alert"].notice >> text=lar oss ikke lagre');
    const silent = async (about) => assert.ok(!promise.test(await page.innerText('body')), `${about}: ${(await page.innerText('body')).match(promise)}`);
    await silent('before the first answer');
    for (const [index, item] of items.entries()) {
      await page.waitForSelector(`input[name="${item}"]`);
      await choose(page, item, String(2 + (index % 3)));
      await silent(item);
      if (index < 17) await page.click('#neste');
    }
    // On the way a link is clicked before the app is there: what the entry carries goes along.
    let late = () => {};
    await page.route(/split_overview/, (route) => { late = () => route.continue(); });
    await page.click('#neste');
    await page.waitForURL('**/vurdering/oversikt/**');
    // It does not show answers that are not hers.
    await page.waitForSelector('.opening');
    await count(page.locator('.review .lead:visible'), 0);
    await page.click('.brand');
    await late();
    await page.waitForSelector('#fortsett-fanen');
    await page.unroute(/split_overview/);
    await page.click('#fortsett-fanen');
    await page.click(`[id="til-${items.at(-1)}"]`);
    await finish(page);
    await page.waitForURL('**/resultat/**');
    await alive(page);
    const { map } = await figures(page);
    assert.deepEqual(map, items.map((_, index) => String(2 + (index % 3))));
    await silent('the result');
    // Further screens, and back to answering.
    for (const [way, ready] of [['#tiltak', '.plan'], ['.brand', '.hero']]) {
      await page.click(way);
      await page.waitForSelector(ready);
      await silent(way);
    }
    await page.click('#fortsett-fanen');
    await page.waitForSelector('[id^="til-"]');
    await alive(page);
    await soon(async () => assert.deepEqual(
      await page.locator('[id^="til-"]').evaluateAll((all) => all.map((one) => one.dataset.answer)),
      items.map((_, index) => String(2 + (index % 3))),
    ));
    await silent('answering again');
    await context.close();
  });
});

// B2
test('http on a host that is not localhost: https is named where copying, locking or the running copy needs it', async () => {
  await withProfile(async (start) => {
    const { port, pathname } = new URL(base);
    const context = await start({
      locale: 'nb-NO', args: [...flags, '--host-resolver-rules=MAP intern.test 127.0.0.1'],
    });
    const page = await context.newPage();
    const site = `http://intern.test:${port}${pathname}`;
    const named = async () => (await page.innerText('main')).match(/https(?!:)/g)?.length ?? 0;
    await page.goto(`${site}vurdering/`);
    await alive(page);
    assert.equal(await page.evaluate(() => isSecureContext), false);
    assert.equal(await named(), 0, 'answering needs none');
    await choose(page, items[0], '3');
    await saved(page);
    const at = await placeOf(page);
    await page.goto(`${site}del/${at}`);
    await page.waitForSelector('#lenke');
    assert.equal(await named(), 1, 'beside the lock');
    await page.click('#kopier');
    await text(page.locator('.receipt'), /https/);
    // What can be done without is offered: the link is marked for the keys.
    assert.equal(await page.evaluate(() => {
      const field = document.querySelector('#lenke');
      return document.activeElement === field && field.selectionEnd - field.selectionStart === field.value.length;
    }), true);
    await page.goto(`${site}personvern/`);
    await page.waitForSelector('#sikkerhetskopi');
    await soon(async () => assert.equal(await named(), 1, 'beside the running copy'));
    await count(page.locator('#kopi-velg'), 0);
    await context.close();
  });
});

// B4
test('a locked link that was received is offered locked, and what stands beside it tells no more', async () => {
  const sender = await keeping(browser, answers, {
    path: 'del/', setUp: { name: 'Nabo' }, settings: { permissions: ['clipboard-read', 'clipboard-write'] },
  });
  await sender.check('input[name="names"]');
  await sender.check('#laas');
  await sender.waitForFunction(() => document.querySelector('#passord')?.value);
  const passphrase = await sender.inputValue('#passord');
  await sender.click('#laas-lenken');
  await sender.waitForSelector('#passordet', { timeout: 20000 });
  const link = await sender.inputValue('#lenke');
  /** What is written beside a link: the mail, and the words for a chat. */
  const beside = async (page) => {
    const mail = new URL(await page.getAttribute('#e-post', 'href')).searchParams;
    await page.click('#kopier-tekst');
    await page.waitForSelector('.receipt >> text=Teksten er kopiert');
    const words = await page.evaluate(() => navigator.clipboard.readText());
    for (const said of [mail.get('subject'), mail.get('body'), words]) {
      assert.ok(!/Nabo|trinn|Politisk|2026/.test(said.replace(link, '')), said);
    }
    assert.ok(mail.get('body').includes(link) && words.includes(link));
  };
  await beside(sender);
  const reader = await browser.open(null, { permissions: ['clipboard-read', 'clipboard-write'] });
  await reader.goto(link);
  await alive(reader);
  await reader.fill('#passord', passphrase);
  await reader.click('#laas-opp');
  await reader.waitForSelector('.result', { timeout: 20000 });
  await reader.click('#del');
  await reader.waitForSelector('#lenke');
  assert.equal(await reader.isChecked('#laas'), true);
  assert.equal(await reader.inputValue('#lenke'), link);
  await beside(reader);
  // Only who takes the lock off is offered an open one.
  await reader.uncheck('#laas');
  await soon(async () => assert.match(new URL(await reader.inputValue('#lenke')).hash, /^#r1\./));
});

/** The share of the window's height that what sticks to its end covers. */
const covered = (page) => page.evaluate(() => {
  const { top, bottom } = document.querySelector('.saving').getBoundingClientRect();
  return Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0)) / innerHeight;
});
/** Where the keys are, and whether anything of it can be seen. */
const seen = (page) => page.evaluate(() => {
  const at = document.activeElement;
  if (at === document.body) return { name: '', seen: true };
  const own = at.closest('label') ?? at;
  const { left, top, width, height } = at.getBoundingClientRect();
  const shows = [0.1, 0.3, 0.5, 0.7, 0.9].some((down) => [0.1, 0.5, 0.9].some((right) => {
    const found = document.elementFromPoint(left + width * right, top + height * down);
    return found && (own.contains(found) || found.contains(at));
  }));
  return { name: `${at.tagName} ${at.id || at.name || at.textContent.slice(0, 30)}`, seen: shows };
});

// B6
for (const [zoom, width, height] of [['400 %', 320, 256], ['200 %', 640, 512]]) {
  test(`at ${zoom} the line of saving covers no half of the screen and no place where the keys are`, async () => {
    const page = await keeping(browser, answers, { path: 'vurdering/nivaa/', settings: { viewport: { width, height } } });
    await shown(page);
    const high = await page.evaluate(() => document.documentElement.scrollHeight);
    for (let top = 0; top < high; top += height) {
      await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), top);
      assert.ok(await covered(page) < 0.5, `half of the screen at ${top} px`);
    }
    await page.evaluate(() => scrollTo(0, 0));
    const stops = [];
    for (let n = 0; n < 250; n += 1) {
      await page.keyboard.press('Tab');
      const stop = await seen(page);
      if (stop.name === '') break;
      stops.push(stop);
    }
    assert.ok(stops.length > 40, `${stops.length} stops`);
    assert.deepEqual(stops.filter((one) => !one.seen).map((one) => one.name), []);
    // Backwards things come from the other side.
    for (let n = 0; n < 40; n += 1) {
      await page.keyboard.press('Shift+Tab');
      const { name, seen: visible } = await seen(page);
      assert.ok(visible, `${name}, backwards`);
    }
  });
}
