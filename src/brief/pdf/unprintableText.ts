import type { BriefContent } from '../content/briefContent.ts';
import { codeOf, toPrintable, unprintableCharacters } from './printableText.ts';

/** A text of the brief that the embedded font cannot draw as it stands. */
export interface UnprintableText {
  readonly text: string;
  /** The characters that will appear as codes, each once. */
  readonly characters: readonly string[];
  /** Their codes, `[U+5C71]`, in the same order. */
  readonly codes: readonly string[];
}

type Plain =
  string | number | boolean | null | undefined | readonly Plain[] | { readonly [key: string]: Plain };

/** Texts with characters outside the font, each once, in order of the brief: to be shown before export. */
export function unprintableText(content: BriefContent): readonly UnprintableText[] {
  const found = new Map<string, UnprintableText>();
  mapTexts(content as unknown as Plain, (text) => {
    const characters = unprintableCharacters(text);
    if (characters.length > 0) found.set(text, { text, characters, codes: characters.map(codeOf) });
    return text;
  });
  return [...found.values()];
}

/** The same content with every text as it is drawn. */
export const toPrintableContent = (content: BriefContent): BriefContent =>
  mapTexts(content as unknown as Plain, toPrintable) as unknown as BriefContent;

function mapTexts(value: Plain, map: (text: string) => string): Plain {
  if (typeof value === 'string') return map(value);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item: Plain) => mapTexts(item, map));
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, mapTexts(field, map)]));
}
