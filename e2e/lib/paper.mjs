// What stands on paper: the text of a PDF, page by page.
import { extractText, getDocumentProxy } from 'unpdf';

/** Where lines break does not matter. */
export const solid = (text) => text.replace(/\s+/g, '');

/** The pages of a PDF as solid text. */
export async function pagesOf(file) {
  const document = await getDocumentProxy(new Uint8Array(file));
  const { text } = await extractText(document, { mergePages: false });
  return text.map(solid);
}

/**
 * Whether it stands there: on a page, or begun on one and ended on the next. WebKit breaks
 * columns where it is asked not to, and puts what heads and ends a page between.
 */
export function onPaper(pages, text) {
  const wanted = solid(text);
  const begun = (page, next) => {
    for (let at = wanted.length - 1; at > 0; at -= 1) {
      if (page.includes(wanted.slice(0, at)) && next.includes(wanted.slice(at))) return at;
    }
    return 0;
  };
  return pages.some((page, n) => page.includes(wanted)
    || (n + 1 < pages.length && wanted.length > 40 && begun(page, pages[n + 1]) > 10));
}
