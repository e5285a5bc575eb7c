/** A control of the Define screen that a part of the sentence opens. */
export type DefinitionControl = 'window' | 'signIn' | 'lookBack' | 'borderline' | { readonly action: string };

/** One piece of the paragraph; the pieces put together are the paragraph, letter for letter. */
export interface DefinitionPart {
  readonly text: string;
  /** What the piece opens; `undefined` for plain text. */
  readonly control: DefinitionControl | undefined;
}

interface Found {
  readonly from: number;
  readonly to: number;
  readonly control: DefinitionControl;
}

/** Settings as they stand in the paragraph: the one group of each pattern is the editable part. */
const SETTINGS: readonly { readonly pattern: RegExp; readonly control: DefinitionControl }[] = [
  { pattern: /\bfor (\d+) days up to\b/d, control: 'window' },
  { pattern: /\bSigning in (does not count|counts|does count)\b/d, control: 'signIn' },
  { pattern: /\bheld for less than (\d+) days\b/d, control: 'window' },
  { pattern: /\bWe look back (\d+) days\b/d, control: 'lookBack' },
  { pattern: /\bidle \d+ to (\d+) days\b/d, control: 'borderline' },
];

function findOnce(paragraph: string, text: string, after: number): number {
  const at = paragraph.indexOf(text, after);
  if (at < 0 || text === '') return -1;
  const letter = /[\p{L}\p{N}]/u;
  const whole = !letter.test(paragraph.charAt(at - 1)) && !letter.test(paragraph.charAt(at + text.length));
  return whole ? at : findOnce(paragraph, text, at + 1);
}

/** Cuts the paragraph into plain text and the parts that can be changed. A part that is not found stays plain. */
export function definitionParts(paragraph: string, actions: readonly string[]): readonly DefinitionPart[] {
  const found: Found[] = [];
  for (const { pattern, control } of SETTINGS) {
    const range = pattern.exec(paragraph)?.indices?.[1];
    if (range) found.push({ from: range[0], to: range[1], control });
  }
  const start = paragraph.indexOf('none of');
  const end = found.find(({ control }) => control === 'window')?.from ?? paragraph.length;
  for (const action of start < 0 ? [] : actions) {
    const from = findOnce(paragraph, action, start);
    if (from >= 0 && from < end) found.push({ from, to: from + action.length, control: { action } });
  }

  const parts: DefinitionPart[] = [];
  let at = 0;
  for (const { from, to, control } of found.toSorted((a, b) => a.from - b.from)) {
    if (from < at) continue;
    if (from > at) parts.push({ text: paragraph.slice(at, from), control: undefined });
    parts.push({ text: paragraph.slice(from, to), control });
    at = to;
  }
  if (at < paragraph.length) parts.push({ text: paragraph.slice(at), control: undefined });
  return parts;
}
