// The page for unknown addresses does not know where the site's front page is:
// it tries the folders above, nearest first. Where a filter has turned the # of a
// result link into %23, the server was asked for the link itself: it is put right.
(async () => {
  let path = location.pathname;
  for (let layers = 0; layers < 3; layers += 1) {
    try { path = decodeURIComponent(path); } catch { break; }
  }
  const [, before, link] = path.match(/^(.*?)#+([rl]\d+\..*)$/s) ?? [];
  const folders = (before ?? location.pathname).split('/').slice(1, -1);
  for (let n = folders.length; n >= 0; n -= 1) {
    const folder = '/' + folders.slice(0, n).map((part) => part + '/').join('');
    const found = await fetch(folder + 'forankring.webmanifest', { method: 'HEAD' }).catch(() => null);
    if (found?.ok) {
      for (const home of document.querySelectorAll('a[data-home]')) {
        home.href = folder + home.dataset.home;
        home.hidden = false;
      }
      const [lang] = folders.slice(n).filter((part) => ['nn', 'en'].includes(part));
      if (link) location.replace(`${folder}${lang ? `${lang}/` : ''}resultat/#${encodeURI(link)}`);
      return;
    }
  }
})();
