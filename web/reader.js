// @ts-check
// On the pages of results and of invitations: a link that was sent opens in the reader's
// language, the one that she chose here before, or the first of ours that her browser names.
const html = document.documentElement;
/** @type {string | null | undefined} */
let wanted;
try { wanted = localStorage.getItem(CONSTANTS.LANGUAGE); } catch { /* blocked */ }
for (const one of navigator.languages) wanted ??= CONSTANTS.TAGS[one.slice(0, 2)];
const page = CONSTANTS.PAGES[wanted ?? ''];
if (page && wanted !== html.lang && new RegExp(`^#+${CONSTANTS.LINK}`).test(location.hash)) {
  html.dataset.open = '';
  location.replace(page + location.hash);
}

export {};
