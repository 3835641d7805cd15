// A council, its chief executive and three who buy: seven people answer on phones of their own, and
// one who asked them sees where they differ, talks with them, and asks again. As it is used.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { findings } from './lib/axe.mjs';
import { keeping, place } from './lib/database.mjs';
import { changed, cleared, replied, respondent } from './lib/respondents.mjs';
import {
  base, count, levels, saved, shown, soon, text, useBrowser, visit,
} from './lib/site.mjs';

const browser = useBrowser();
const own = '5,5,5,5,5,5/4,4,4,4,4,4/4,4,4,4,4,4';
const people = [
  ['political', '222222'], ['political', '223222'], ['political', '522222'],
  ['executive', '333333'],
  ['operational', '444444'], ['operational', '443444'], ['operational', '344444'],
];

/** Pastes mails with these links; what is new comes in. */
async function takeIn(page, links, verdicts) {
  await visit(page, `spor/${place}`);
  await page.fill('#svar-inn', links.map((link) => `Hei, her er svaret mitt: ${link}\nHilsen meg\n`).join('\n'));
  await page.click('#les-svar');
  for (const [verdict, n] of Object.entries(verdicts)) {
    await count(page.locator(`.found [data-verdict=${verdict}]`), n);
  }
  await page.click('#ta-inn');
}

test('seven people on three levels answer twice, on their own phones; who asked sees where they differ and what moved', async () => {
  const page = await keeping(browser, own, {
    path: 'spor/', settings: { viewport: { width: 1280, height: 800 } }, setUp: { name: 'Fjordvik kommune' },
  });
  const aside = await page.context().newPage();
  await visit(aside, `spor/${place}`);
  await page.click('#lag-lenkene');
  await page.waitForSelector('#lenke-operational');
  await saved(page);
  const links = {};
  for (const level of levels) links[level] = await page.inputValue(`#lenke-${level}`);
  const phones = [];
  for (const [level, steps] of people) {
    phones.push(await respondent(browser, links[level], level, steps));
  }
  await takeIn(page, phones.map(({ sent }) => sent), { new: 7 });
  await text(page.locator('.counts'), /Politisk: 3 svar[^]*Toppledelse: 1 svar[^]*Operativt: 3 svar/);
  // The other tab of the one who asks knows of it.
  await text(aside.locator('.counts'), /Operativt: 3 svar/);
  // One changes her mind, and sends again: both links lie in the mail, and one counts.
  const again = await changed(phones[4], 'culture', 2);
  await takeIn(page, [again, phones[4].sent], { replaces: 1, same: 1 });
  await text(page.locator('.taking-in .receipt'), /Tatt inn: 1/);
  await text(page.locator('.counts'), /Operativt: 3 svar/);
  // Of the executive nothing is spread out: there is one.
  await visit(page, `snakk/${place}`);
  await page.click('#vis-political');
  await text(page.locator('[data-agenda="political.goal"]'), /2 svar: 2[^]*1 svar: 5/);
  assert.equal(await page.locator('[data-level=executive] .count').count(), 0);
  await text(page.locator('[data-item="executive.goal"]'), /3\s*4/);
  assert.deepEqual(await findings(page), []);
  // They have talked: what they disagreed on is asked again.
  await page.click('#ny-runde');
  await text(page.locator('#runden'), /Runde 2/);
  await saved(page);
  const second = await page.inputValue('#lenke-political');
  assert.notEqual(second, links.political);
  const answers = [];
  for (const { page: phone } of phones.slice(0, 3)) {
    answers.push((await replied(phone, second, 'political', { goal: '4' })).sent);
  }
  await takeIn(page, answers, { new: 3 });
  await text(page.locator('.taking-in .receipt'), /Tatt inn: 3/);
  await visit(page, `snakk/${place}`);
  await text(page.locator('[data-level=political]'), /Fra runde 1 til runde 2[^]*Mål\s*2\s*4/);
  // The result goes to all who answered: each finds her own answers, whoever cleared the phone none.
  await visit(page, `del/${place}`);
  await page.waitForSelector('#lenke');
  const bare = await page.inputValue('#lenke');
  await page.check('input[name="names"]');
  await soon(async () => assert.notEqual(await page.inputValue('#lenke'), bare));
  const result = await page.inputValue('#lenke');
  const [kari, , , chief, , , ola] = phones;
  await cleared(ola);
  for (const { page: phone } of [kari, chief, ola]) {
    await phone.goto(result);
    await shown(phone);
    await text(phone.locator('.eyebrow').first(), /Politisk: 3 svar[^]*Toppledelse: 1 svar/);
  }
  await text(kari.page.locator('#dine-svar [data-item="political.goal"]'), /4\s*4, likt/);
  await text(kari.page.locator('#dine-svar [data-item="political.plan"]'), /2\s*2, likt/);
  await text(chief.page.locator('#dine-svar [data-item="executive.goal"]'), /3\s*3, likt/);
  await ola.page.waitForLoadState('networkidle');
  assert.equal(await ola.page.locator('#dine-svar').count(), 0);
  for (const one of [page, aside, ...phones.map((phone) => phone.page)]) {
    assert.deepEqual(one.problems ?? [], []);
  }
  assert.ok(result.startsWith(base));
});
