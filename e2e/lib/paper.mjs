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
