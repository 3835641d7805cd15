// A respondent: from an invitation to a reply on a phone, and on a machine that goes round.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { findings } from './lib/axe.mjs';
import { keeping, place } from './lib/database.mjs';
import { invitation, read } from './lib/invitations.mjs';
import {
  base, count, focused, languages, saved, soon, stored, text, themes, useBrowser, visit,
} from './lib/site.mjs';

const browser = useBrowser();
const whole = useBrowser({ whole: true });
const phone = { viewport: { width: 390, height: 844 } };
const own = (n) => `executive.${themes[n]}`;

/** Chooses, and waits until it is shown beside the questions. */
async function choose(page, item, answer) {
  await page.check(`input[name="${item}"][value="${answer}"]`);
  await page.waitForSelector(`[id="til-${item}"][data-answer="${answer}"]`, { state: 'attached' });
}

/** Answers the six of a level from the first on; ends on the last screen. */
async function answer(page, answers, level = 'executive') {
  for (const [n, one] of [...answers].entries()) {
    await page.waitForSelector(`input[name="${level}.${themes[n]}"]`);
    await choose(page, `${level}.${themes[n]}`, one);
    await page.click('#neste');
  }
  await page.waitForSelector('#send-svar');
}

/** An invitation, opened on a phone. */
const opened = (options = {}, settings = {}) =>
  browser.open(`svar/#${invitation({ name: 'Fjordvik kommune', ...options })}`, { ...phone, ...settings });

/** Makes the link, and reads it. */
async function made(page) {
  await page.click('#lag-svar');
  await page.waitForSelector('#svarlenke');
  return read(await page.inputValue('#svarlenke'));
}

test('from an invitation to a reply on a phone: six questions, and a link that says no more', async () => {
  const page = await opened({ expected: 2, last: 9_943, message: 'Hei, <b>dette</b> tar\nfem minutter.', mail: 'kari@fjordvik.no' });
  await text(page.locator('h1'), /Fjordvik kommune.*har spurt deg/);
  await text(page.locator('.concerns'), /Toppledelse/);
  await text(page.locator('blockquote'), 'Hei, <b>dette</b> tar\nfem minutter.');
  await text(page.locator('.reply > ul'), /Spørsmål: 6\. Det tar omtrent 5 minutter\.[^]*Siste dag for svar er 23\.3\.2027|Siste dag var 23\.3\.2027/);
  await text(page.locator('.told'), /Bare to blir spurt/);
  assert.deepEqual(await findings(page), []);
  await page.click('#begynn');
  await page.waitForSelector('#sporsmal');
  assert.match(page.url(), /svar\/#[a-z2-7]{16}\/executive\.goal$/);
  await text(page.locator('.where'), /Spørsmål 1 av 6/);
  await count(page.locator('.progress section'), 1);
  assert.deepEqual(await findings(page), []);
  await answer(page, '332445');
  await saved(page).catch(() => {});
  await count(page.locator('.replied li'), 6);
  await text(page.locator('.replied'), /Mål\s*3 Vedtatt/);
  assert.deepEqual(await findings(page), []);
  const reply = await made(page);
  assert.deepEqual(
    [reply.level, reply.round, reply.number, reply.answers],
    ['executive', 1, 1, ['------', '332445', '------']],
  );
  assert.ok(reply.length <= 45, `${reply.length} characters`);
  await focused(page, 'send-svar');
  const mail = await page.getAttribute('#e-post-svar', 'href');
  assert.match(mail, /^mailto:kari@fjordvik\.no\?subject=Svar%20til/);
  assert.match(decodeURIComponent(mail), /#s1\./);
  await page.click('.qr summary');
  const code = await page.locator('.qr svg').boundingBox();
  assert.ok(code.width > 250, `${code.width}`);
  assert.deepEqual(await findings(page), []);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 390, `${width} wide`);
  assert.deepEqual(page.problems, []);
});

test('tomorrow, in another tab, and by the same invitation one goes on where one was', async () => {
  const page = await opened();
  await page.click('#begynn');
  for (const n of [0, 1]) {
    await choose(page, own(n), '4');
    await page.click('#neste');
  }
  await saved(page);
  const second = await page.context().newPage();
  await visit(second, page.url().replace(base, ''));
  await second.waitForSelector(`input[name="${own(2)}"]`);
  await choose(second, own(2), '5');
  await saved(second);
  // The first page sees it.
  await page.waitForSelector(`[id="til-${own(2)}"][data-answer="5"]`, { state: 'attached' });
  await page.click('#invitasjon');
  await text(page.locator('.so-far'), /svart på 3 av 6/);
  await page.click('#begynn');
  await page.waitForSelector(`input[name="${own(3)}"]`);
  await page.reload();
  await page.waitForSelector(`input[name="${own(3)}"]`);
  assert.deepEqual(page.problems, []);
});

test('a changed mind is sent again: the number rises, and it is said', async () => {
  const page = await opened();
  await page.click('#begynn');
  await answer(page, '333333');
  const first = await made(page);
  await page.click(`[id="endre-${own(1)}"]`);
  await page.waitForSelector(`input[name="${own(1)}"]`);
  await choose(page, own(1), '5');
  for (const n of [1, 2, 3, 4, 5]) {
    await page.waitForSelector(`input[name="${own(n)}"]`);
    await page.click('#neste');
  }
  await text(page.locator('#send-svar'), /Du har endret noe[^]*erstatter/);
  await count(page.locator('#svarlenke'), 0);
  const second = await made(page);
  assert.deepEqual([first.who, first.number], [second.who, second.number - 1]);
  assert.equal(second.answers[1], '353333');
  await text(page.locator('#send-svar'), /svar nummer 2 fra deg/);
  assert.deepEqual(page.problems, []);
});

test('what was written goes along unless it is left out; copied is not delivered', async () => {
  const page = await opened({}, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.click('#begynn');
  await page.click('.mores > details:last-child > summary');
  await page.fill(`[id="comment-${own(0)}"]`, 'Vi prøver det ut');
  await answer(page, '333333');
  assert.equal((await made(page)).hasTexts, true);
  await page.uncheck('#tekster');
  assert.equal((await made(page)).hasTexts, false);
  await page.click('#kopier-svar');
  await text(page.locator('.receipt'), /kopiert\. Svaret er ikke levert før du har sendt lenken/);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, await page.inputValue('#svarlenke'));
  assert.deepEqual(page.problems, []);
});

test('what is seen from here is offered apart, and left again', async () => {
  const page = await opened();
  await page.click('#begynn');
  await answer(page, '333333');
  await page.click('#svar-om-political');
  await page.waitForSelector('input[name="political.goal"]');
  await text(page.locator('.where'), /Spørsmål 1 av 6 · Politisk/);
  await answer(page, '112233', 'political');
  await text(page.locator('#sett-political'), /Mål\s*1 Fraværende/);
  const seen = await made(page);
  assert.deepEqual(seen.answers, ['112233', '333333', '------']);
  assert.deepEqual(await findings(page), []);
  await page.click('#ikke-political');
  await focused(page, 'sett-political');
  assert.deepEqual((await made(page)).answers, ['------', '333333', '------']);
  assert.deepEqual(page.problems, []);
});

test('by keys alone: begin, answer, go on, and make the link', async () => {
  const page = await opened();
  await page.locator('#begynn').focus();
  await page.keyboard.press('Enter');
  await focused(page, 'sporsmal');
  for (const [n, key] of [...'345234'].entries()) {
    await page.waitForSelector(`input[name="${own(n)}"]`);
    await focused(page, 'sporsmal');
    await page.keyboard.press(key);
    await page.waitForSelector(`[id="til-${own(n)}"][data-answer="${key}"]`, { state: 'attached' });
    await page.keyboard.press('Enter');
  }
  await page.waitForSelector('#send-svar');
  await soon(async () => assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1'));
  await page.locator('#lag-svar').focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('#svarlenke');
  assert.equal(read(await page.inputValue('#svarlenke')).answers[1], '345234');
  assert.deepEqual(page.problems, []);
});

test('a phone that is cleared is as if nobody had been there', async () => {
  const page = await opened();
  await page.click('#begynn');
  await answer(page, '444444');
  const first = await made(page);
  await page.click('#slett-svar');
  await focused(page, 'slett-svar-ja');
  await page.click('#slett-svar-nei');
  await focused(page, 'slett-svar');
  await page.click('#slett-svar');
  await page.click('#slett-svar-ja');
  await text(page.locator('h1'), /slettet fra denne enheten/);
  assert.match(page.url(), /svar\/$/);
  const [records, local] = JSON.parse(await stored(page));
  assert.deepEqual(records, []);
  assert.deepEqual(Object.keys(local).filter((key) => key !== 'forankring.lang'), []);
  assert.deepEqual(await page.evaluate(() => ({ ...sessionStorage })), {});
  // Back leads to nothing that was answered.
  for (let n = 0; n < 3; n += 1) {
    await page.goBack();
    await page.waitForTimeout(100);
    assert.equal(await page.locator('.step input:checked').count(), 0);
    assert.equal(await page.locator('.replied').count(), 0);
  }
  await visit(page, `svar/#${invitation({ name: 'Fjordvik kommune' })}`);
  await page.waitForSelector('#begynn');
  await count(page.locator('.so-far'), 0);
  await page.click('#begynn');
  await answer(page, '111111');
  const second = await made(page);
  assert.notEqual(second.who, first.who);
  assert.equal(second.number, 1);
});

test('a laptop that goes round: nobody sees the one before, and the end shows all', async () => {
  const page = await browser.open(`svar/#${invitation({ level: 'political', name: 'Fjordvik kommune' })}`, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.click('.shared summary');
  await page.click('#mote');
  await text(page.locator('h1'), 'Neste som svarer');
  for (const [n, answers] of ['111111', '333333', '555555'].entries()) {
    await page.click('#begynn');
    await page.waitForSelector('input[name="political.goal"]');
    assert.equal(await page.locator('.step input:checked').count(), 0);
    if (n === 1) {
      // Loaded anew in the midst of it, it goes on; the front page tells nothing of it.
      await choose(page, 'political.goal', '3');
      await page.reload();
      await page.waitForSelector('input[name="political.goal"]:checked');
    }
    await answer(page, answers, 'political');
    await page.click('#lever');
    await text(page.locator('h1'), 'Neste som svarer');
    await text(page.locator('.reply'), new RegExp(`Svar samlet på denne maskinen: ${n + 1}`));
    for (let back = 0; back < 3; back += 1) {
      await page.goBack();
      await page.waitForTimeout(100);
      assert.equal(await page.locator('.step input:checked').count(), 0);
      assert.equal(await page.locator('.replied').count(), 0);
    }
    await visit(page, '');
    assert.equal(await page.locator('main').getByText('1 Fraværende').count(), 0);
    await visit(page, `svar/#${invitation({ level: 'political', name: 'Fjordvik kommune' })}`);
    await page.click('#motet-videre');
    await text(page.locator('h1'), 'Neste som svarer');
  }
  await page.click('#alle-har-svart');
  await text(page.locator('h1'), 'Svarene fra møtet: 3');
  await page.click('#kopier-alle');
  await text(page.locator('.receipt'), /Alle svarene er kopiert/);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const replies = copied.split('\n').map(read);
  assert.deepEqual(replies.map((one) => one.answers[0]).sort(), ['111111', '333333', '555555']);
  assert.equal(new Set(replies.map((one) => one.who)).size, 3);
  await page.click('.qr summary');
  await text(page.locator('.qr figcaption'), 'QR-kode 1 av 3');
  await page.click('#neste-kode');
  await text(page.locator('.qr figcaption'), 'QR-kode 2 av 3');
  assert.deepEqual(await findings(page), []);
  assert.deepEqual(page.problems, []);
});

test('what a meeting gathered in the browser of whoever asks goes straight in', async () => {
  const page = await keeping(browser, Array(18).fill('3').join(','), { path: 'spor/' });
  await page.click('#lag-lenkene');
  await page.waitForSelector('#lenke-political');
  await saved(page);
  await visit(page, `svar/${new URL(await page.inputValue('#lenke-political')).hash}`);
  await page.click('.shared summary');
  await page.click('#mote');
  for (const [n, answers] of ['222222', '333333'].entries()) {
    await page.click('#begynn');
    await answer(page, answers, 'political');
    await page.click('#lever');
    await text(page.locator('.reply'), new RegExp(`Svar samlet på denne maskinen: ${n + 1}`));
  }
  await page.click('#alle-har-svart');
  await page.click('#hent-inn');
  await count(page.locator('.found [data-verdict=new]'), 2);
  await soon(() => assert.equal(new URL(page.url()).hash, place));
  await page.click('#ta-inn');
  await text(page.locator('.counts'), /Politisk: 2 svar/);
  assert.deepEqual(await findings(page), []);
  assert.deepEqual(page.problems, []);
});

test('whoever asks and opens her own invitation is told so; the front page tells a reply from a result', async () => {
  const page = await keeping(browser, Array(18).fill('3').join(','), { path: '', settings: phone });
  await visit(page, `svar/#${invitation({ of: place.slice(1), name: 'Fjordvik kommune' })}`);
  await text(page.locator('.told'), /ligger i denne nettleseren/);
  assert.match(await page.getAttribute('#til-spor', 'href'), new RegExp(`spor/${place}$`));
  await page.click('#begynn');
  await answer(page, '222222');
  await page.click('.brand');
  const entry = page.locator('.kept-list li', { hasText: 'Svar til' });
  await text(entry, /Svar til .*Fjordvik kommune/);
  await count(entry.locator('a'), 1);
  await entry.locator('a').click();
  await page.waitForSelector('.replied');
  // No other screen shows it.
  const id = new URL(page.url()).hash;
  await visit(page, `resultat/${id}`);
  await page.waitForSelector('.replied');
  assert.match(page.url(), /svar\/#/);
  assert.deepEqual(page.problems, []);
});

test('what is no invitation says what it is, and leads on', async () => {
  const link = invitation();
  for (const [fragment, said] of [
    ['', /inneholder ingen invitasjon/],
    [link.slice(0, 18), /Lenken er ikke hel/],
    [link.replace('i1.', 'i2.').slice(0, -3) + 'AAA', /nyere utgave/],
    ['r1.AUEmYSnLuCnLuAYwlgBzjP2I', /til et resultat/],
    ['bbbbbbbbbbbbbbbb', /ligger ikke på denne enheten/],
    [place.slice(1), /ligger ikke på denne enheten/],
  ]) {
    const page = await browser.open(`svar/#${fragment}`, phone);
    await text(page.locator('.notice'), said);
    await page.waitForSelector('.actions a');
    assert.deepEqual(page.problems, []);
    await page.context().close();
  }
});

test('three languages: it opens in the reader’s, and stays there when that is changed', async () => {
  for (const [lang, folder, words] of [
    ['nb', languages.nb, /har spurt deg/], ['nn', languages.nn, /Nivået du svarer for/], ['en', languages.en, /The level you answer for/],
  ]) {
    const page = await opened({ message: 'Hei' }, { locale: { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' }[lang] });
    await soon(async () => assert.match(await page.locator('main').innerText(), words));
    assert.match(page.url(), new RegExp(`^${base}${folder}svar/#i1`));
    assert.deepEqual(await findings(page, { contrast: false }), []);
    await page.click('#begynn');
    await page.waitForSelector('#sporsmal');
    await choose(page, own(0), '4');
    await saved(page);
    await page.click(`.languages a[lang="${lang === 'en' ? 'nb' : 'en'}"]`);
    await page.waitForSelector(`html[lang="${lang === 'en' ? 'nb' : 'en'}"] input[name="${own(0)}"]:checked`);
    assert.deepEqual(page.problems, []);
    await page.context().close();
  }
});

test('without JavaScript a sentence says what is needed, in each language', async () => {
  const page = await browser.open(null, { ...phone, javaScriptEnabled: false });
  await page.goto(`${base}svar/#${invitation()}`);
  const said = await page.locator('.noscript').allInnerTexts();
  assert.equal(said.length, 3);
  assert.match(said[0], /trenger JavaScript/);
});

test('after the first visit it works without a network', async () => {
  const page = await whole.open(null, { ...phone, serviceWorkers: 'allow' });
  await visit(page, 'svar/');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(async () => {
    for (const name of await caches.keys()) {
      const keys = await (await caches.open(name)).keys();
      if (keys.some(({ url }) => /split_sending/.test(url))) return true;
    }
    return false;
  });
  await page.reload();
  await page.context().setOffline(true);
  await page.goto(`${base}svar/#${invitation({ message: 'Svar gjerne. '.repeat(20) })}`);
  await page.click('#begynn');
  await answer(page, '234543');
  assert.equal((await made(page)).answers[1], '234543');
  assert.deepEqual(page.problems, []);
});
