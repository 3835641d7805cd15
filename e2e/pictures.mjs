// Draws the pictures that cannot be SVG: icons for home screens, and what a
// chat or a mail shows of a link. Run when the icon changes: `node e2e/pictures.mjs`;
// the results are committed, for they change with the fonts of the machine.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'crates/prerender/src/pictures');
const icon = readFileSync(join(root, 'crates/prerender/src/pictures/icon.svg'), 'utf8');
const chain = readFileSync(join(folder, 'chain.svg'), 'utf8').replace('<svg ', '<svg width="112" height="520" style="flex:none" ');
const browser = await chromium.launch({ executablePath: process.env.CHROME ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });

async function draw(name, width, height, body, style = '') {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.setContent(`<!doctype html><style>*{margin:0;box-sizing:border-box}body{width:${width}px;height:${height}px;font-family:"DejaVu Sans",sans-serif;${style}}svg{display:block}</style>${body}`);
  await page.screenshot({ path: join(folder, name), omitBackground: true });
  await page.close();
}

const sized = (size) => icon.replace('<svg ', `<svg width="${size}" height="${size}" `);
for (const size of [180, 192, 512]) await draw(`icon-${size}.png`, size, size, sized(size));
// To be cut to any shape: the drawing keeps to the middle, the ground fills all.
await draw('icon-maskable-512.png', 512, 512, sized(360), 'background:#0062ba;display:grid;place-items:center');

const words = {
  nb: ['Hvor godt holder ankeret?', 'Egenvurdering av hvor godt letingen etter nye og bedre løsninger er forankret i anskaffelsesstrategien.'],
  nn: ['Kor godt held ankeret?', 'Eigenvurdering av kor godt leitinga etter nye og betre løysingar er forankra i anskaffingsstrategien.'],
  en: ['How well does the anchor hold?', 'A self-assessment of how firmly the search for new and better solutions is anchored in your procurement strategy.'],
};
for (const [lang, [heading, text]] of Object.entries(words)) {
  await draw(`preview-${lang}.png`, 1200, 630, `
    ${chain}
    <div><p style="font-size:34px;font-weight:bold;color:#0062ba">Forankring</p><h1 style="font-size:66px;line-height:1.15;margin:18px 0 28px">${heading}</h1><p style="font-size:32px;line-height:1.4;color:#43474d">${text}</p></div>`,
  'background:#fff;color:#1e2024;display:flex;align-items:center;gap:60px;padding:0 90px');
}
await browser.close();
