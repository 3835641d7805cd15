// Chromium by its own protocol and Firefox by WebDriver BiDi: Puppeteer speaks both.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { Page } from './page.mjs';

/** What each is started with, by how much it is to keep. */
const ways = {
  chrome(executablePath, kind, profile) {
    if (kind === 'refused') {
      mkdirSync(join(profile, 'Default'), { recursive: true });
      const refused = { profile: { default_content_setting_values: { cookies: 2 } } };
      writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(refused));
    }
    return {
      executablePath,
      args: [
        '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--accept-lang=nb-NO',
        ...(kind === 'private' ? ['--incognito'] : []),
      ],
    };
  },
  firefox(executablePath, kind) {
    return {
      executablePath,
      extraPrefsFirefox: {
        'intl.accept_languages': 'nb-NO, nb',
        // Every window is a private one; cookies and all other storage are blocked.
        ...(kind === 'private' ? { 'browser.privatebrowsing.autostart': true } : {}),
        ...(kind === 'refused' ? { 'network.cookie.cookieBehavior': 2 } : {}),
      },
    };
  },
};

/**
 * What is clicked may be drawn anew between being found and being hit; and while a page is being
 * replaced, Firefox still looks for it in the one before. Then it is found again.
 */
async function clicked(page, selector, tries = 20) {
  try {
    await page.click(selector);
  } catch (error) {
    if (tries === 0 || !/detached|No element found|not clickable/.test(error.message)) throw error;
    await setTimeout(50);
    await clicked(page, selector, tries - 1);
  }
}

/** Puppeteer's page as a tab. */
const tab = (page) => ({
  goto: (address) => page.goto(address),
  evaluate: (look, ...values) => page.evaluate(look, ...values),
  click: (selector) => clicked(page, selector),
  type: (_selector, words) => page.keyboard.type(words),
  // Puppeteer's own waits for a page, and in Firefox none comes where one was put away whole.
  travel: (steps) => page.evaluate((steps) => { setTimeout(() => history.go(steps)); }, steps),
  reload: () => page.reload(),
  print: () => page.pdf(),
});

/**
 * What Firefox says itself: where it refuses the worker, which the site has caught; and of a page
 * that was left while the worker fetched for it, which is nobody's error.
 */
const said = [
  'Failed to register/update a ServiceWorker',
  'A ServiceWorker intercepted the request and encountered an unexpected error',
];

function followed(page, close) {
  const problems = [];
  page.on('pageerror', (error) => {
    const text = String(error);
    if (!said.some((one) => text.includes(one))) problems.push(text);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return new Page(tab(page), problems, close);
}

/** Starts one; `browser` is Puppeteer's name for it. */
export const starter = (browser, program) => async ({ kind, profile }) => {
  const started = await puppeteer.launch({
    browser,
    userDataDir: profile,
    defaultViewport: { width: 1280, height: 900 },
    ...ways[browser](program, kind, profile),
  });
  return {
    version: (await started.version()).replace('/', ' '),
    /** The first window, which keeps in the profile what this kind of browser keeps. */
    first: async () => followed((await started.pages())[0], () => started.close()),
    /** A window that knows nothing of the others. */
    async fresh() {
      const context = await started.createBrowserContext();
      return followed(await context.newPage(), () => context.close());
    },
    close: () => started.close(),
  };
};
