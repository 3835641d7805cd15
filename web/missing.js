// @ts-check
// The page for unknown addresses does not know where the site's front page is:
// it tries the folders above, nearest first. Where a filter has turned the # of a
// result link into %23, the server was asked for the link itself: it is put right.
(async () => {
  let path = location.pathname;
  for (let layers = 0; layers < 3; layers += 1) {
    try { path = decodeURIComponent(path); } catch { break; }
  }
  const sent = new RegExp(`^(.*?)#+(${CONSTANTS.LINK}+\\..*)$`, 's');
  const [, before, link] = path.match(sent) ?? [];
  const folders = (before ?? location.pathname).split('/').slice(1, -1);
  for (let n = folders.length; n >= 0; n -= 1) {
    const folder = '/' + folders.slice(0, n).map((part) => part + '/').join('');
    const asked = fetch(folder + CONSTANTS.MANIFEST, { method: 'HEAD' });
    const found = await asked.catch(() => null);
    if (found?.ok) {
      for (const link of document.querySelectorAll('a[data-home]')) {
        const home = /** @type {HTMLAnchorElement} */ (link);
        home.href = folder + home.dataset.home;
        home.hidden = false;
      }
      const lang = folders.slice(n).find((part) => CONSTANTS.LANGUAGE_FOLDERS.includes(part));
      const page = `${folder}${lang ? `${lang}/` : ''}${CONSTANTS.RESULT_FOLDER}`;
      if (link) location.replace(`${page}#${encodeURI(link)}`);
      return;
    }
  }
})();

export {};
