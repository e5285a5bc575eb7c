import { readFlag } from './cellWords.ts';
import type { FurtherText } from './meaning.ts';
import { EXPECTED_NEVER } from './neverWords.ts';

/** Texts that name what an account is for others. All cells of an account count, since each may name another thing. */
const JOINED_TEXTS: ReadonlySet<FurtherText> = new Set<FurtherText>([
  'delegateOrApprover',
  'queues',
  'scheduledJobs',
  'defaultOwnerOf',
]);

/** A text is joined to no further ones once it is so long: it names enough. */
const LONGEST_JOINED = 500;

/** Whether a text says that there is nothing: empty, a word for no or none, a dash, 0. */
export const saysNone = (text: string): boolean =>
  text === '' || readFlag(text) === 1 || EXPECTED_NEVER.has(text.trim().toLowerCase());

const partsOf = (text: string, separator: RegExp | string): string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Signs that part names for sure; a comma may stand inside one. */
const PARTED = /[;|\n]+/;

/** The names in a text that lists some, parted by `;`, `|` or line breaks, or else by commas. */
export function namesIn(text: string): readonly string[] {
  const parts = partsOf(text, PARTED);
  return parts.length > 1 ? parts : partsOf(text, ',');
}

/** Whether a list of names holds every name of another. */
const holdsAll = (list: string, other: string): boolean => {
  const names = new Set(namesIn(list));
  return namesIn(other).every((name) => names.has(name));
};

const isCount = (text: string): boolean => /^\d{1,9}$/.test(text);

/**
 * Of two texts of one account, from two columns or two rows, what is kept. Of most texts it is the first that is not
 * empty. What an account owns or answers for is put together: names are listed, of two counts the higher stays, and a
 * word for none gives way to every other text.
 */
export function joinFurtherText(meaning: FurtherText, kept: string, next: string): string {
  if (next === '' || kept === next) return kept;
  if (kept === '') return next;
  if (!JOINED_TEXTS.has(meaning) || saysNone(next)) return kept;
  if (saysNone(kept)) return next;
  if (isCount(kept) && isCount(next)) return Number(next) > Number(kept) ? next : kept;
  if (kept.length >= LONGEST_JOINED) return kept;
  if (holdsAll(kept, next)) return kept;
  if (holdsAll(next, kept)) return next;
  const known = partsOf(kept, PARTED);
  const added = partsOf(next, PARTED).filter((name) => !known.includes(name));
  return [...known, ...new Set(added)].join('; ');
}

/** What a text says of things that an account owns or answers for: a word for yes names none of them. */
export interface Holdings {
  /** `undefined` where the text names things without their number being sure to be all. */
  readonly count: number | undefined;
  readonly names: readonly string[];
}

/** Reads a text as things that an account owns or answers for; `undefined` when it says that there are none. */
export function readHoldings(text: string): Holdings | undefined {
  if (saysNone(text)) return undefined;
  const trimmed = text.trim();
  if (isCount(trimmed)) return { count: Number(trimmed), names: [] };
  if (readFlag(trimmed) === 2) return { count: undefined, names: [] };
  return { count: undefined, names: namesIn(trimmed) };
}
