import { isOneOf } from '../base/exhaustive.ts';
import { cellText } from './cellText.ts';
import type { Meaning } from './meaning.ts';
import { visibleText } from './visibleText.ts';

/** Meanings whose cells hold one of a few words; a word that is none of them is told, never taken for nothing. */
const WORD_MEANINGS = ['expectedPattern', 'subjectType'] as const satisfies readonly Meaning[];
export type WordMeaning = (typeof WORD_MEANINGS)[number];

/** Whether cells of this meaning hold one of a few words. */
export const isWordMeaning = (meaning: Meaning): meaning is WordMeaning => isOneOf(WORD_MEANINGS, meaning);

/** Different words of a column that are remembered at most. */
const MOST_KEPT = 256;
/** Words of a column that are told. */
const MOST_TOLD = 3;
const LONGEST_TOLD = 40;

/** The words of a file's columns of fixed words that no list knows, for the message that names them. */
export class UnreadWords {
  private readonly byPosition = new Map<number, Set<string>>();

  /** `position`: place of the column in the file. */
  note(position: number, cell: string): void {
    const known = this.byPosition.get(position) ?? new Set<string>();
    if (known.size === 0) this.byPosition.set(position, known);
    if (known.size < MOST_KEPT) known.add(visibleText(cellText(cell)).slice(0, LONGEST_TOLD));
  }

  /** The first few in the order of their characters, whatever the order in which they were met. */
  toldOf(position: number): readonly string[] {
    return [...(this.byPosition.get(position) ?? [])].toSorted().slice(0, MOST_TOLD);
  }
}
