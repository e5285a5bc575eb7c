import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text as it stands on a page: points from the left and from the bottom. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly endsLine: boolean;
}

export interface ReadPdf {
  readonly pages: readonly {
    readonly texts: readonly PlacedText[];
    readonly width: number;
    readonly height: number;
  }[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly outline: readonly string[];
}

/** Reads a PDF back with another library than the one that wrote it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({
    data: bytes.slice(),
    useSystemFonts: false,
    isEvalSupported: false,
    verbosity: 0,
  }).promise;
  try {
    const pages: ReadPdf['pages'][number][] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ disableNormalization: true });
      const [, , width = 0, height = 0] = page.view;
      const texts = items.flatMap((item): readonly PlacedText[] => {
        if (!('str' in item)) return [];
        const [, , , , x, y] = item.transform as readonly number[];
        return [{ text: item.str, x: x ?? 0, y: y ?? 0, width: item.width, endsLine: item.hasEOL }];
      });
      pages.push({ texts, width, height });
    }
    const { info } = await document.getMetadata();
    const outline = (await document.getOutline()) ?? [];
    return {
      pages,
      info: info as Record<string, unknown>,
      outline: outline.map(({ title }) => title),
    };
  } finally {
    await document.destroy();
  }
}

/** All text of a page in the order it was drawn, one line a piece; every kind of space is one space. */
export const pageText = (page: ReadPdf['pages'][number] | undefined): string =>
  (page?.texts ?? [])
    .map(({ text, endsLine }) => text + (endsLine ? '\n' : ''))
    .join('')
    .replaceAll(/[^\S\n]+/g, ' ');
