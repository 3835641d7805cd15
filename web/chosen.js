// @ts-check

/** Notes which language the reader chooses: links that she is sent open in it. */
export function noteLanguage() {
  document.addEventListener('click', ({ target }) => {
    const chosen = target instanceof Element && target.closest('.languages a[hreflang]');
    try {
      if (chosen) localStorage.setItem(CONSTANTS.LANGUAGE, chosen.getAttribute('hreflang') ?? '');
    } catch { /* blocked */ }
  }, true);
}
