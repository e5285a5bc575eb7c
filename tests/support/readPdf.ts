import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  /** Text of each page, runs joined by spaces. */
  readonly pages: readonly string[];
  readonly text: string;
  readonly title: string;
  readonly author: string;
}

/** Reads a PDF back as an outsider would. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  const { info } = await pdf.getMetadata();
  const facts = info as { readonly Title?: string; readonly Author?: string };
  await pdf.destroy();
  return { pages, text: pages.join('\n'), title: facts.Title ?? '', author: facts.Author ?? '' };
}
