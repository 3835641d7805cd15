// How fast the pages are, in a real Chromium, against a static page that is
// served beside them: the ratio is what counts, the times depend on the machine.
// Run by `cargo xtask bench`. "Slow": 1.6 Mb/s, 150 ms latency, CPU slowed 4 times.
import { createServer } from 'node:http';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const runs = Number(process.env.RUNS ?? 5);
const slow = { latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;

const floor = createServer((_, answer) => {
  answer.setHeader('Content-Type', 'text/html; charset=utf-8');
  answer.end('<!doctype html><html lang="nb" data-alive><title>Gulv</title><h1>En side uten noe</h1><p>Bare tekst.</p></html>');
});
await new Promise((resolve) => floor.listen(0, '127.0.0.1', resolve));
const floorUrl = `http://127.0.0.1:${floor.address().port}/`;

const browser = await chromium.launch({
  executablePath: process.env.CHROME ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});

/** First paint of text, alive, longest task, and bytes on the wire, cold cache. */
async function load(url) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', { offline: false, ...slow });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  let bytes = 0;
  cdp.on('Network.loadingFinished', (event) => { bytes += event.encodedDataLength; });
  await page.addInitScript(() => {
    window.longest = 0;
    window.commits = 0;
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (...values) {
      const begun = transaction.apply(this, values);
      const count = () => { window.commits += 1; };
      if (begun.mode === 'readwrite') begun.addEventListener('complete', count);
      return begun;
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.longest = Math.max(window.longest, entry.duration);
    }).observe({ type: 'longtask', buffered: true });
    const seen = () => {
      if (document.documentElement?.hasAttribute('data-alive')) window.aliveAt ??= performance.now();
      else requestAnimationFrame(seen);
    };
    seen();
  });
  await page.goto(url);
  await page.waitForFunction(() => window.aliveAt !== undefined, null, { timeout: 30000 });
  await page.waitForTimeout(300);
  const times = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    alive: window.aliveAt,
    longest: window.longest,
  }));
  const result = { ...times, bytes, page, context };
  return result;
}

async function measure(name, url) {
  const found = [];
  for (let run = 0; run < runs; run += 1) {
    const { context, page, ...figures } = await load(url);
    found.push(figures);
    await context.close();
  }
  const of = (key) => median(found.map((figures) => figures[key]));
  return { name, paint: of('paint'), alive: of('alive'), longest: of('longest'), bytes: of('bytes') };
}

const rows = [await measure('a static page', floorUrl)];
/** A result of somebody else (docs/link-format.md). */
const link = 'resultat/#r1.AUEmYSnLuCnLuAYwlgBzjP2I';
const pages = { '': '/', 'vurdering/': '/vurdering/', [link]: 'a result link', 'del/': '/del/', 'metode/': '/metode/' };
const only = process.env.ONLY_PLAN || process.env.ONLY_KEEPING;
for (const [slug, name] of only ? [] : Object.entries(pages)) {
  rows.push(await measure(name, new URL(slug, process.env.BASE_URL).href));
}
const [bottom] = rows;
console.log(`\nslow profile, cold cache, median of ${runs}`);
console.log('page              transfer   first paint  (ratio)   alive     (ratio)   longest task');
for (const row of rows) {
  const ratio = (key) => `${(row[key] / bottom[key]).toFixed(1)}x`.padStart(6);
  console.log(`${row.name.padEnd(16)} ${String(Math.round(row.bytes)).padStart(8)} B ${seconds(row.paint).padStart(10)}   ${ratio('paint')}  ${seconds(row.alive).padStart(8)}   ${ratio('alive')}   ${Math.round(row.longest)} ms`);
}

/** What the ratios are to reach, at most. */
const goals = [['/vurdering/', 'paint', 1.5], ['/vurdering/', 'alive', 3.6], ['a result link', 'alive', 4.6]];
for (const [name, key, most] of goals) {
  const row = rows.find((one) => one.name === name);
  if (!row) continue;
  const ratio = row[key] / bottom[key];
  console.log(`${name}, ${key === 'paint' ? 'first text' : key}: ${ratio.toFixed(2)}x, goal ${most} ${ratio <= most ? 'met' : 'NOT met'}`);
}

const themes = ['goal', 'coherence', 'plan', 'measurement', 'culture', 'cooperation'];
const ids = ['political', 'executive', 'operational'].flatMap((level) => themes.map((theme) => `${level}.${theme}`));
/** An assessment with eighteen comments as long as they may be. */
const full = JSON.stringify({
  format: 'forankring', version: 1, instrument: 1, kind: 'municipality', scope: 'organisation', name: 'Full', date: '2026-11-25',
  answers: Object.fromEntries(ids.map((id) => [id, { answer: 3, comment: 'Det gruppa sa. '.repeat(133) }])),
});

/**
 * From a click on a step to the frame that shows it, the longest task meanwhile, and how many
 * transactions it took to keep it; with everything written that can be.
 */
async function click() {
  const { page, context } = await load(process.env.BASE_URL);
  await page.setInputFiles('#fil', { name: 'full.json', mimeType: 'application/json', buffer: Buffer.from(full) });
  await page.waitForURL('**/resultat/**');
  await page.goto(new URL(`vurdering/${new URL(page.url()).hash}/political.goal`, process.env.BASE_URL).href);
  await page.waitForSelector('html[data-alive]:not([data-open]) .step input', { state: 'attached', timeout: 30000 });
  await page.waitForTimeout(500);
  const frames = [];
  await page.evaluate(() => { window.longest = 0; window.commits = 0; });
  for (const value of ['1', '2', '3', '4', '5']) {
    frames.push(await page.evaluate((wanted) => new Promise((resolve) => {
      const input = document.querySelector(`.step input[value="${wanted}"]`);
      const start = performance.now();
      input.click();
      let count = 0;
      const look = () => {
        count += 1;
        const shown = document.querySelector('.jump[aria-current]').dataset.answer === wanted;
        if (shown || count === 60) resolve({ ms: performance.now() - start, count });
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }), value));
    await page.waitForTimeout(1000);
  }
  const { longest, commits } = await page.evaluate(
    () => ({ longest: window.longest, commits: window.commits }));
  await context.close();
  return {
    ms: median(frames.map((frame) => frame.ms)),
    frames: Math.max(...frames.map((frame) => frame.count)),
    longest,
    commits: commits / frames.length,
  };
}
if (!process.env.ONLY_PLAN) {
  const clicked = await click();
  const longest = clicked.longest ? `${Math.round(clicked.longest)} ms` : 'none over 50 ms';
  console.log(`
a click on a step, eighteen comments of 2,000 characters filled, at 4 times slowed CPU:
shown in frame ${clicked.frames} after it, ${clicked.ms.toFixed(0)} ms (median of 5); longest task ${longest};
transactions that write, for each answer: ${clicked.commits}`);
}

/** How long the list of what is kept takes, and opening one of it, with so many kept; full speed, from memory to shown. */
async function keeping(count) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(new URL('personvern/', process.env.BASE_URL).href);
  await page.waitForSelector('html[data-alive]', { state: 'attached' });
  const one = JSON.parse(full);
  const assessments = Array.from({ length: count }, (_, n) => ({
    ...one, name: `Kommune ${n}`, answers: Object.fromEntries(ids.map((id, m) => [id, { answer: 1 + ((n + m) % 5), comment: 'Sak 12/2026, vedtatt i mai.' }])),
  }));
  const backup = JSON.stringify({ format: 'forankring-backup', version: 1, assessments });
  await page.setInputFiles('#kopifil', { name: 'alt.json', mimeType: 'application/json', buffer: Buffer.from(backup) });
  await page.click('#ta-inn', { timeout: 120000 });
  await page.waitForSelector('[role="status"] >> text=Hentet inn', { timeout: 240000 });
  const lists = [];
  const opens = [];
  for (let run = 0; run < runs; run += 1) {
    lists.push(await page.evaluate(async (count) => {
      document.querySelector('.bottom nav a[href$="metode/"]').click();
      await new Promise((resolve) => setTimeout(resolve, 300));
      const start = performance.now();
      document.querySelector('.brand').click();
      while (document.querySelectorAll('.kept-list > li').length < Math.min(count, 50)) await new Promise(requestAnimationFrame);
      return performance.now() - start;
    }, count));
    opens.push(await page.evaluate(async () => {
      const links = document.querySelectorAll('.kept-list > li .actions a');
      const start = performance.now();
      links[links.length - 4].click();
      while (!document.querySelector('#trinn, .step')) await new Promise(requestAnimationFrame);
      return performance.now() - start;
    }));
    await page.waitForTimeout(200);
    await page.evaluate(() => document.querySelector('.brand').click());
    await page.waitForTimeout(800);
  }
  await context.close();
  return { list: median(lists), open: median(opens) };
}
if (!process.env.ONLY_PLAN) {
  const few = await keeping(5);
  const many = await keeping(500);
  console.log(`\nkept            5         500     (ratio)`);
  for (const [key, name] of [['list', 'listing'], ['open', 'opening one']]) {
    console.log(`${name.padEnd(12)} ${few[key].toFixed(0).padStart(5)} ms ${many[key].toFixed(0).padStart(7)} ms ${(many[key] / few[key]).toFixed(1).padStart(8)}x`);
  }
}

/** An assessment with so many measures, each with what a measure may have, and a note. */
function planned(count) {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const row = (letter, n) => letters[Math.floor(n / 26)] + letters[n % 26] + letter.repeat(14);
  const parts = Object.fromEntries(Array.from({ length: count }, (_, n) => Object.entries({
    [`plan/${row('p', n)}/aim`]: `${ids[n % 18]}:${2 + (n % 3)}:${3 + (n % 3)}`,
    [`plan/${row('p', n)}/text`]: `Tiltak ${n}: spør tre kommuner som har gjort dette før, og skriv ned hva de lærte.`,
    [`plan/${row('p', n)}/responsible`]: ['innkjøpssjef', 'økonomisjef', 'rådgiver'][n % 3],
    [`plan/${row('p', n)}/deadline`]: `20${27 + (n % 3)}-0${1 + (n % 9)}-15`,
    [`plan/${row('p', n)}/status`]: ['notstarted', 'underway', 'notstarted', 'done'][n % 4],
    [`note/${row('n', n)}/measure`]: row('p', n),
    [`note/${row('n', n)}/day`]: '2026-12-03',
    [`note/${row('n', n)}/text`]: 'Ringte, og avtalte møte i januar.',
  })).flat());
  return JSON.stringify({ ...JSON.parse(full), version: 2, name: `Plan ${count}`, targets: { political: 4 },
    answers: Object.fromEntries(ids.map((id) => [id, { answer: 2 }])), parts });
}

/** The plan screen at 4 times slowed CPU, from memory: alive, its list shown, and a status that is changed shown. */
async function planning(count) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(process.env.BASE_URL);
  await page.waitForSelector('html[data-alive]', { state: 'attached' });
  await page.setInputFiles('#fil', { name: 'plan.json', mimeType: 'application/json', buffer: Buffer.from(planned(count)) });
  await page.waitForURL('**/resultat/**');
  const address = new URL(`plan/${new URL(page.url()).hash}`, process.env.BASE_URL).href;
  const cdp = await context.newCDPSession(page);
  await page.addInitScript((count) => {
    const look = () => {
      const now = performance.now();
      if (document.documentElement?.hasAttribute('data-alive')) window.aliveAt ??= now;
      if (document.querySelectorAll('.measure-entry').length >= count) window.listAt ??= now;
      if (!window.listAt || !window.aliveAt) requestAnimationFrame(look);
    };
    look();
  }, count);
  const found = [];
  for (let run = 0; run < runs + 2; run += 1) {
    await page.goto('about:blank');
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.goto(address);
    await page.waitForFunction(() => window.listAt && window.aliveAt, null, { timeout: 60000 });
    await page.waitForTimeout(1500);
    found.push(await page.evaluate(() => new Promise((resolve) => {
      const select = document.querySelector('.status-choice');
      const entry = select.closest('.measure-entry');
      const was = entry.dataset.status;
      const start = performance.now();
      let count = 0;
      select.value = was === 'underway' ? 'notstarted' : 'underway';
      select.dispatchEvent(new Event('change', { bubbles: true }));
      const look = () => {
        count += 1;
        const shown = document.querySelector('.status-choice').closest('.measure-entry').dataset.status !== was;
        if (!shown && count < 60) return requestAnimationFrame(look);
        // The frame that shows it is drawn when the next task comes.
        const port = new MessageChannel();
        port.port1.onmessage = () => resolve({ alive: window.aliveAt, list: window.listAt, edit: performance.now() - start, count });
        port.port2.postMessage(0);
      };
      requestAnimationFrame(look);
    })));
    await page.waitForTimeout(500);
  }
  await context.close();
  const of = (key) => median(found.map((one) => one[key]));
  return { alive: of('alive'), list: of('list'), edit: of('edit'), frames: of('count') };
}
const small = await planning(5);
const large = await planning(200);
console.log(`\nthe plan, CPU slowed 4 times, median of ${runs + 2}
measures          5       200     (ratio)`);
for (const [key, name] of [['alive', 'alive'], ['list', 'list shown'], ['edit', 'edit shown']]) {
  console.log(`${name.padEnd(12)} ${small[key].toFixed(0).padStart(5)} ms ${large[key].toFixed(0).padStart(7)} ms ${(large[key] / small[key]).toFixed(2).padStart(8)}x`);
}
console.log(`an edit is shown in frame ${small.frames} and ${large.frames} after it`);

console.log('\nfile, bytes raw and with brotli 11');
const dist = process.env.DIST;
for (const name of readdirSync(dist).filter((file) => statSync(join(dist, file)).isFile())) {
  const content = readFileSync(join(dist, name));
  console.log(`${String(content.length).padStart(8)} ${String(brotliCompressSync(content).length).padStart(8)}  ${name}`);
}
await browser.close();
floor.close();
