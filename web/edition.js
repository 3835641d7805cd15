// @ts-check
// In the edition that is one file: which page it shows now is what its address asks
// for, `?en/resultat/`. Runs before all else; what is for other languages goes.
const html = document.documentElement;
const asked = CONSTANTS.SHOWN[location.search.slice(1)] ?? CONSTANTS.SHOWN[''];
if (asked) [html.lang, html.dataset.route, document.title] = asked;
for (const one of document.querySelectorAll(`[data-of]:not([data-of=${html.lang}])`)) one.remove();

export {};
