// Runs before the first paint, while the app is still on its way.
// 0. Who answers a level at a time goes on there, also from the bare address.
// 1. When the address or the last visit names an assessment, the page must not
//    show the first item of a new one: it says "opening" instead.
// 2. What is chosen before the app is alive is noted, and done again by it.
(() => {
  const html = document.documentElement;
  const fragment = location.hash.slice(1);
  const { route } = html.dataset;
  const edits = /^(setup|answer|level|meeting)$/.test(route);
  let current = null;
  let view = null;
  try {
    current = localStorage.getItem('forankring.current');
    view = localStorage.getItem('forankring.view');
  } catch { /* blocked: no shortcut */ }
  if (route === 'answer' && view === 'levels') {
    html.dataset.open = '';
    location.replace('nivaa/' + location.hash);
  }
  if (edits && (fragment ? !/^(ny$|innhold)/.test(fragment) : current && route !== 'setup')) html.dataset.open = '';
  const noted = window.forankringEarly = [];
  const note = (event) => {
    if ('alive' in html.dataset || window.forankringEarly !== noted) return;
    const target = event.target;
    const element = event.type === 'click' ? target.closest?.('button[id]') : target;
    if (element) noted.push([element, event.type, element.checked, element.value]);
  };
  // 3. Going to another screen changes the address without loading a page: what
  //    the head names by a relative address must not go with it.
  addEventListener('DOMContentLoaded', () => {
    for (const link of document.querySelectorAll('link[rel$="icon"], link[rel="manifest"], link[data-more]')) link.href = link.href;
  });
  for (const type of ['click', 'input', 'change']) addEventListener(type, note, true);
})();
