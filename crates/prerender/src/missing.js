// The page for unknown addresses does not know where the site's front page is:
// it tries the folders above, nearest first.
(async () => {
  const parts = location.pathname.split('/').slice(1, -1);
  for (let n = parts.length; n >= 0; n -= 1) {
    const folder = '/' + parts.slice(0, n).map((part) => part + '/').join('');
    const found = await fetch(folder + 'forankring.webmanifest', { method: 'HEAD' }).catch(() => null);
    if (found?.ok) {
      for (const link of document.querySelectorAll('a[data-home]')) {
        link.href = folder + link.dataset.home;
        link.hidden = false;
      }
      return;
    }
  }
})();
