// What a page does until its first text stands there, on the slow profile of bench.mjs: processor
// time by kind, in milliseconds, as Chromium's trace tells it. Several builds are measured in
// turns, so that whatever else the machine does meanwhile falls on all of them alike:
// `node e2e/first-text.mjs [--page vurdering/] [--runs 9] DIST …`
import { chromium } from 'playwright-core';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from './lib/folder.mjs';

const { values, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: {
    page: { type: 'string', default: 'vurdering/' },
    runs: { type: 'string', default: '9' },
  },
});
const slow = { latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };
const median = (all) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)];

/** The kinds of work, and the events of a trace that are each. */
const kinds = {
  'style recalculation': ['UpdateLayoutTree'],
  layout: ['Layout'],
  'paint and layers': ['PrePaint', 'Paint', 'Layerize', 'Commit', 'UpdateLayer'],
  'reading HTML and styles': ['ParseHTML', 'ParseAuthorStyleSheet'],
  script: ['EvaluateScript', 'v8.compile', 'FunctionCall', 'v8.run'],
};
const kindOf = new Map(Object.entries(kinds).flatMap(
  ([kind, names]) => names.map((name) => [name, kind])));

/**
 * Processor time of each kind up to `end`, which what else the machine does hardly changes; what
 * an event does within another is taken from the other.
 */
function spent(events, end) {
  const found = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, 0]));
  const open = [];
  const all = events
    .filter((event) => event.ph === 'X' && kindOf.has(event.name) && event.ts < end);
  for (const event of all.sort((a, b) => a.ts - b.ts || b.dur - a.dur)) {
    while (open.length && open.at(-1).until <= event.ts) open.pop();
    const length = (event.tdur ?? event.dur) / 1000;
    if (open.length) found[open.at(-1).kind] -= length;
    found[kindOf.get(event.name)] += length;
    open.push({ kind: kindOf.get(event.name), until: event.ts + event.dur });
  }
  return found;
}

/** One visit with an empty cache. */
async function visit(browser, address) {
  const viewport = { width: 390, height: 844 };
  const context = await browser.newContext({ viewport, serviceWorkers: 'block' });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', { offline: false, ...slow });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const categories = ['devtools.timeline', 'loading', 'blink.user_timing', 'v8'];
  await browser.startTracing(page, { categories });
  await page.goto(address);
  await page.waitForSelector('html[data-alive]', { state: 'attached', timeout: 60_000 });
  await page.waitForTimeout(300);
  const paint = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  await context.close();
  const seen = traceEvents.filter(({ name }) => name === 'firstContentfulPaint').at(-1);
  const mine = traceEvents.filter(({ pid, tid }) => pid === seen.pid && tid === seen.tid);
  return { 'first text': paint, ...spent(mine, seen.ts) };
}

const browser = await chromium.launch({
  executablePath: process.env.CHROME ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const addresses = await Promise.all(folders.map(serve));
const found = folders.map(() => []);
for (let run = 0; run < Number(values.runs); run += 1) {
  for (const [index, address] of addresses.entries()) {
    found[index].push(await visit(browser, new URL(values.page, address).href));
  }
}
await browser.close();
const width = Math.max(...Object.keys(found[0][0]).map((name) => name.length));
console.log(`/${values.page}, ms, median of ${values.runs}`);
const heads = folders.map((folder) => basename(folder).padStart(14));
console.log(`${''.padEnd(width)}  ${heads.join('')}`);
for (const name of Object.keys(found[0][0])) {
  const of = (runs) => median(runs.map((one) => one[name])).toFixed(1).padStart(14);
  const cells = found.map(of);
  console.log(`${name.padEnd(width)}  ${cells.join('')}`);
}
process.exit();
