// Always knowing where one is: the row with what is open and its parts, the way back, titles, the
// invented result, and which comes first where.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { findings } from './lib/axe.mjs';
import { keeping, place } from './lib/database.mjs';
import {
  alive, base, calm, choose, count, focused, items, placeOf, saved, setUp, show, shown, soon, still, stored,
  text, unfold, useBrowser, visit,
} from './lib/site.mjs';

const browser = useBrowser();
const answers = '4,4,4,3,4,5/4,3,3,dk,3,4/2,3,1,2,3,3';
const name = 'Fjordvik kommune';
const link = 'resultat/#r1.AUEmYSnLuCnLuAYwlgBzjP2I';
const settings = { reducedMotion: 'reduce' };
/** A page in a fresh profile that keeps an assessment. */
const open = async (path, more = {}, called = name) => {
  const given = { setUp: { name: called }, path: 'tilgjengelighet/', settings: { ...settings, ...more } };
  const page = await keeping(browser, answers, given);
  await visit(page, path);
  return page;
};

const parts = (page) => page.locator('.parts li:not(:first-child)').allInnerTexts();
const marked = (page) => page.locator('.parts [aria-current="page"]').allInnerTexts();
const all = ['Svar', 'Resultat', 'Plan', 'Status', 'Spør andre', 'Del', 'Sammenlign', 'Historikk'];
const screens = {
  'oppsett/': 'Svar', 'vurdering/': 'Svar', 'vurdering/nivaa/': 'Svar', 'vurdering/mote/': 'Svar',
  'resultat/': 'Resultat', 'plan/': 'Plan', 'status/': 'Status', 'del/': 'Del', 'sammenlign/': 'Sammenlign',
  'historikk/': 'Historikk',
};

test('every screen of an assessment says whose it is, and which part it is', async () => {
  for (const [slug, here] of Object.entries(screens)) {
    const page = await open(`${slug}${place}`);
    await shown(page);
    // In a meeting everybody looks at the screen: it names nobody.
    const meeting = slug === 'vurdering/mote/';
    await text(page.locator('.parts bdi'), meeting ? 'Kommune' : name);
    assert.deepEqual(await parts(page), all, slug);
    assert.deepEqual(await marked(page), [here], slug);
    assert.ok(await page.locator('nav.parts[aria-label]').count(), slug);
    const { height } = await still(page.locator('.parts'));
    assert.ok(height >= 44 && height <= 52, `${slug}: ${height} px high`);
    await soon(async () => assert.match(
      await page.title(), meeting ? /^Egenvurdering i møte – Forankring$/ : /^.+ – Fjordvik kommune – Forankring$/, slug,
    ));
    await page.context().close();
  }
});

test('where nothing is open there is no row', async () => {
  for (const slug of ['', 'metode/', 'personvern/', 'tilgjengelighet/']) {
    const page = await open(slug);
    await shown(page);
    await count(page.locator('.parts'), 0);
    await page.context().close();
  }
});

test('the row leads to the parts of what is open, also before the app is there', async () => {
  const page = await open(`resultat/${place}`);
  await shown(page);
  for (const [id, slug] of [['plan', 'plan/'], ['status', 'status/'], ['share', 'del/'], ['compare', 'sammenlign/'], ['history', 'historikk/'], ['answer', 'vurdering/'], ['result', 'resultat/']]) {
    await page.click(`#rad-${id}`);
    await page.waitForURL((url) => url.pathname.endsWith(`/${slug}`) && url.hash.startsWith(place));
    await alive(page);
    await shown(page);
    await text(page.locator('.parts bdi'), name);
  }
  await page.context().close();
  const early = await browser.open(null, settings);
  await early.route(/\.wasm$/, () => {});
  await early.goto(`${base}${link}`);
  await early.click('#rad-plan');
  await early.waitForURL(`${base}plan/#r1.AUEmYSnLuCnLuAYwlgBzjP2I`);
  await early.context().close();
});

test('the reader of a link sees the parts that work for her, and of one that is damaged none', async () => {
  const page = await browser.open(link, settings);
  await shown(page);
  await soon(async () => assert.deepEqual(await parts(page), ['Resultat', 'Plan', 'Del', 'Sammenlign']));
  await show(page, 'resultat/#r1.skadet');
  await count(page.locator('.parts'), 0);
  await page.context().close();
});

test('a long name is shortened, and all parts stay in sight on narrow screens', async () => {
  const long = `${'Interkommunalt innkjøpssamarbeid '.repeat(3)}Ås`;
  for (const width of [390, 320]) {
    const page = await open(`historikk/${place}`, { viewport: { width, height: 844 } }, long);
    await shown(page);
    await text(page.locator('.parts bdi'), long);
    assert.ok(await page.locator('.parts bdi').evaluate((one) => one.scrollWidth > one.clientWidth));
    const seen = await page.locator('.parts li:not(:first-child) a').evaluateAll((links) => links.map((link) => {
      const { left, right, height } = link.getBoundingClientRect();
      return [left >= 0 && right <= innerWidth, height >= 44];
    }));
    assert.ok(seen.flat().every(Boolean), `${width}: ${seen}`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.context().close();
  }
});

test('on paper and without JavaScript there is no row', async () => {
  const page = await open(`resultat/${place}`);
  await shown(page);
  await page.emulateMedia({ media: 'print' });
  assert.ok(!(await page.isVisible('.parts')));
  await page.context().close();
  const without = await browser.open(null, { ...settings, javaScriptEnabled: false });
  await without.goto(`${base}resultat/`);
  assert.ok(!(await without.isVisible('.parts')));
  await without.context().close();
});

test('nothing moves when the row comes alive', async () => {
  const page = await browser.open(null, settings);
  let go = () => {};
  const held = new Promise((resolve) => { go = resolve; });
  await page.route(/\.wasm$/, async (route) => { await held; await route.continue(); });
  await page.goto(`${base}vurdering/`);
  const before = await still(page.locator('h1'));
  assert.deepEqual(await parts(page), all);
  go();
  await alive(page);
  await shown(page);
  assert.deepEqual(await still(page.locator('h1')), before);
  await page.context().close();
});

/** What has the keys: its id, or what it says. */
const at = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.textContent.trim());
const top = (page) => page.evaluate(() => Math.round(scrollY));
/** Waits until a page is scrolled where it was, and the keys go where they went. */
const where = (page, height, focus) => soon(async () => {
  assert.equal(await at(page), focus);
  assert.ok(Math.abs(await top(page) - height) <= 2, `${await top(page)} instead of ${height}`);
});
const scroll = async (page, to) => {
  await page.evaluate((to) => scrollTo(0, to), to);
  await soon(async () => assert.ok(await top(page) > 0));
  return top(page);
};

test('from the list to a result and back', async () => {
  const page = await open('', { viewport: { width: 1280, height: 500 } });
  await page.waitForSelector('.kept-list li');
  const height = await scroll(page, 150);
  await page.locator('.kept-list a', { hasText: 'Se resultatet' }).click();
  await page.waitForSelector('.result');
  await page.goBack();
  await page.waitForSelector('.kept-list li');
  await where(page, height, 'Se resultatet');
  await page.context().close();
});

test('from a result to its plan and back, and forth again', async () => {
  const page = await open(`resultat/${place}`, { viewport: { width: 1280, height: 700 } });
  await page.waitForSelector('.result');
  const way = page.locator('a#tiltak');
  await way.scrollIntoViewIfNeeded();
  await calm(page);
  const height = await top(page);
  await way.click();
  await page.waitForSelector('.plan');
  await page.focus('#skriv-ut');
  await soon(async () => assert.match(await page.evaluate(() => String(history.state)), /skriv-ut/));
  await page.goBack();
  await page.waitForSelector('.result');
  await where(page, height, 'tiltak');
  await page.goForward();
  await page.waitForSelector('.plan');
  await soon(async () => assert.equal(await at(page), 'skriv-ut'));
  await page.context().close();
});

test('from the third item to the result and back', async () => {
  const page = await browser.open('vurdering/', settings);
  for (const item of items.slice(0, 2)) {
    await choose(page, item, '3');
    await page.click('#neste');
  }
  await page.waitForSelector(`input[name="${items[2]}"]`);
  await choose(page, items[2], '4');
  await saved(page);
  await page.click('#rad-result');
  await page.waitForURL(/resultat/);
  await alive(page);
  await shown(page);
  await page.goBack();
  await page.waitForSelector(`input[name="${items[2]}"]`);
  await where(page, 0, 'rad-result');
  await page.context().close();
});

test('between screens of one page, and back', async () => {
  const page = await open(`oppsett/${place}`, { viewport: { width: 1280, height: 400 } });
  await page.waitForSelector('.setup-form');
  const height = await scroll(page, 200);
  await page.evaluate(() => document.querySelector('#rad-history').click());
  await page.waitForSelector('.days, h1:has-text("Tidligere")');
  // What is followed anew starts at the top, on its heading.
  await soon(async () => {
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1');
    assert.equal(await top(page), 0);
  });
  await page.goBack();
  await page.waitForSelector('.setup-form');
  await where(page, height, 'rad-history');
  await page.context().close();
});

test('from privacy to another language and back', async () => {
  const page = await browser.open('personvern/', { ...settings, viewport: { width: 1280, height: 500 } });
  await shown(page);
  // The next page takes longer than what was scrolled just before takes to be noted.
  await page.route(/en\/personvern/, async (route) => { await pause(400); await route.continue(); });
  const height = await scroll(page, 600);
  await page.evaluate(() => document.querySelector('.languages a[lang="en"]').click());
  await page.waitForURL(/en\/personvern/);
  await alive(page);
  assert.equal(await top(page), 0);
  await page.goBack();
  await page.waitForURL((url) => !url.pathname.includes('/en/'));
  await alive(page);
  await where(page, height, 'English');
  await page.context().close();
});

test('whoever has gone on by herself is not moved', async () => {
  const page = await browser.open('metode/', { ...settings, viewport: { width: 1280, height: 500 } });
  await shown(page);
  await scroll(page, 700);
  await page.evaluate(() => document.querySelector('.bottom a[href*="personvern"]').click());
  await page.waitForURL(/personvern/);
  await page.goBack();
  await page.waitForSelector('.method');
  await soon(async () => assert.ok(await top(page) > 600));
  await page.mouse.wheel(0, -400);
  await soon(async () => assert.ok(await top(page) < 400));
  const height = await top(page);
  await page.evaluate(() => [...document.querySelectorAll('main summary')].at(-1).click());
  await calm(page);
  assert.equal(await top(page), height);
  await page.context().close();
});

test('the title names the screen and whose it is, and follows the name', async () => {
  const page = await browser.open('oppsett/', settings);
  const titled = (expected) => soon(async () => assert.equal(await page.title(), expected));
  await titled('Oppsett – Forankring');
  await page.fill('#navn', 'Ås kommune');
  await titled('Oppsett – Ås kommune – Forankring');
  await page.check('input[name="scope"][value="procurement"]');
  await page.fill('#anskaffelse', 'Nye busser');
  await titled('Oppsett – Nye busser – Forankring');
  await saved(page);
  await page.click('#svar');
  await page.waitForSelector('#sporsmal');
  await titled('Egenvurdering – Nye busser – Forankring');
  await page.click('.brand');
  await titled('Forankring: egenvurdering av anskaffelsesstrategien');
  await page.context().close();
  // A name that turns the writing turns only itself.
  const turned = await open(`resultat/${place}`, {}, '\u202eFjordvik');
  await soon(async () => assert.match(await turned.title(), /^Resultat – \u2068.*\u2069 – Forankring$/u));
  await turned.context().close();
});

test('a sample can be looked at before anything is asked, and nothing of it is kept', async () => {
  const page = await browser.open('', settings);
  const box = await still(page.locator('#eksempel'));
  assert.ok(box.y < (await still(page.locator('.kept'))).y);
  await page.click('#eksempel');
  await page.waitForSelector('.result');
  assert.match(page.url(), /resultat\/#eksempel$/);
  await text(page.locator('.sample-mark'), 'Oppdiktet eksempel');
  assert.ok((await still(page.locator('.sample-mark'))).y < (await still(page.locator('h1'))).y);
  await text(page.locator('.parts bdi'), name);
  assert.deepEqual(await parts(page), ['Resultat', 'Plan']);
  assert.equal(await page.locator('#ta-vare, #del').count(), 0);
  await soon(async () => assert.equal(await page.title(), `Resultat – ${name} – Forankring`));
  await page.click('#rad-plan');
  await page.waitForSelector('.plan');
  await text(page.locator('.sample-mark'), 'Oppdiktet eksempel');
  await page.click('.languages a[lang="en"]');
  await page.waitForURL(/en\/plan\/#eksempel/);
  await text(page.locator('.sample-mark'), 'Invented example');
  const left = await stored(page);
  assert.ok(left === '[]' || /^\[\[\],\{("forankring\.lang":"en")?\}\]$/.test(left), left);
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);
  await page.click('#egen');
  await page.waitForSelector('.setup-form');
  await page.context().close();
});

test('an own one begun from the sample is an empty one', async () => {
  const page = await browser.open('resultat/#eksempel', settings);
  await page.waitForSelector('.result');
  await page.click('#egen');
  await page.waitForSelector('.setup-form');
  assert.equal(await page.inputValue('#navn'), '');
  // The sample cannot be answered or passed on by its address.
  for (const slug of ['vurdering/', 'del/', 'oppsett/']) {
    await show(page, `${slug}#eksempel`);
    await count(page.locator('.parts'), 0);
  }
  await page.context().close();
});

test('the front page: two screens, and what is kept first for whoever has something', async () => {
  const fresh = await browser.open('', { ...settings, viewport: { width: 1280, height: 800 } });
  await text(fresh.locator('#liste'), 'Ingen egenvurderinger er lagret i denne nettleseren.');
  const height = await fresh.evaluate(() => document.documentElement.scrollHeight);
  assert.ok(height <= 1600, `${height} px`);
  assert.ok((await still(fresh.locator('.lead'))).y < (await still(fresh.locator('.kept'))).y);
  await fresh.context().close();
  const page = await open('', { viewport: { width: 1280, height: 800 } });
  await page.waitForSelector('.kept-list li');
  assert.ok((await still(page.locator('.kept-list'))).y < (await still(page.locator('.lead'))).y);
  const start = await still(page.locator('#start'));
  assert.ok(start.y + start.height < 400);
  // An emptied list says where everything is.
  await page.click('.kept-more summary');
  await page.click('[data-does="kast"]');
  await text(page.locator('#liste'), /Alle egenvurderingene ligger i papirkurven nedenfor\./);
  await page.context().close();
});

test('what was received is opened in one place, which unfolds when there is something to say', async () => {
  const page = await browser.open('', settings);
  assert.ok(!(await page.isVisible('#lim-inn')));
  await page.setInputFiles('#fil', { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('hei') });
  await page.waitForSelector('#fatt[open] .notice');
  assert.ok(await page.isVisible('#lim-inn'));
  await page.context().close();
  const other = await browser.open('', settings);
  await other.dispatchEvent('#fatt', 'dragenter');
  await other.waitForSelector('#fatt[open]');
  await other.context().close();
});

test('the set-up asks first who uses the machine, and later says how it is kept', async () => {
  const page = await browser.open('oppsett/', settings);
  const first = page.locator('.setup-form fieldset').first();
  await text(first.locator('legend'), 'Bruker flere denne maskinen?');
  assert.ok(await page.isVisible('input[name="keeping"][value="tab"]'));
  assert.equal(await page.locator('.setup-form .languages').count(), 0);
  assert.doesNotMatch(await page.locator('.saving').innerText(), /^Lagret/);
  await page.fill('#navn', 'Ås');
  await saved(page);
  await text(page.locator('.keeping'), /Bruker flere denne maskinen\?\s+Svarene lagres i denne nettleseren/);
  await page.context().close();
});

test('the quick variant is for a group, unless it is said who answers', async () => {
  const page = await browser.open('', settings);
  await page.click('#hurtig');
  await page.waitForSelector('.setup-form');
  const by = (value) => page.waitForSelector(`input[name="by"][value="${value}"]:checked`);
  await by('group');
  await page.check('input[name="variant"][value="full"]');
  await by('alone');
  await page.check('input[name="variant"][value="quick"]');
  await by('group');
  await page.check('input[name="by"][value="alone"]');
  await page.check('input[name="variant"][value="full"]');
  await page.check('input[name="variant"][value="quick"]');
  await by('alone');
  await saved(page);
  await page.context().close();
});

test('the history says what was changed, from what to what', async () => {
  const page = await browser.open('vurdering/', settings);
  await choose(page, items[0], '2');
  await saved(page);
  await choose(page, items[0], '3');
  await saved(page);
  await setUp(page, { kind: 'county' }, { navn: 'Ås' });
  await saved(page).catch(() => {});
  await show(page, `historikk/${await placeOf(page)}`);
  await page.waitForSelector('.days');
  await text(page.locator('article > .changes'), 'Navn på virksomheten: ikke oppgitt → Ås');
  const lines = await page.locator('.states .changes').allInnerTexts();
  assert.deepEqual(lines, ['Virksomhet: kommune → fylkeskommune', 'Politisk, mål: 2 → 3', 'Første utgave']);
  await count(page.locator('.days > h2'), 1);
  await text(page.locator('.days summary'), /Utgaver: 3/);
  await page.locator('[data-revision="1"] [data-does="tilbake"]').click();
  await text(page.locator('article > .changes'), /Politisk, mål: 3 → 2/);
  await page.context().close();
});

for (const [colorScheme, width] of [['light', 1280], ['dark', 390]]) {
  test(`axe finds nothing in ${colorScheme} at ${width} px`, async () => {
    const page = await open('', { colorScheme, viewport: { width, height: 844 } });
    const clean = async (what) => {
      await calm(page);
      assert.deepEqual(await findings(page, { contrast: true }), [], what);
    };
    await page.waitForSelector('.kept-list li');
    await unfold(page);
    await clean('start');
    await show(page, 'resultat/#eksempel');
    await clean('sample');
    await show(page, `oppsett/${place}`);
    await clean('set-up');
    await show(page, 'oppsett/#kort');
    await clean('set-up, new');
    await show(page, `vurdering/${place}`);
    await choose(page, items[0], '1');
    await choose(page, items[0], '2');
    await saved(page);
    await show(page, `historikk/${place}`);
    await page.waitForSelector('.days');
    await unfold(page);
    await clean('history');
    await page.context().close();
  });
}
