// On the page of results: a link that was sent opens in the reader's language, the
// one that she chose here before, or the first of ours that her browser names.
(() => {
  const html = document.documentElement;
  const pages = { nb: '{nb}', nn: '{nn}', en: '{en}' };
  let wanted;
  try { wanted = localStorage.getItem('forankring.lang'); } catch { /* blocked */ }
  for (const one of navigator.languages) wanted ??= { no: 'nb', nb: 'nb', nn: 'nn', en: 'en' }[one.slice(0, 2)];
  if (pages[wanted] && wanted !== html.lang && /^#+[rl]\d/.test(location.hash)) {
    html.dataset.open = '';
    location.replace(pages[wanted] + location.hash);
  }
})();
