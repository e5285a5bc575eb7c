import type { FileFinding } from './fileSurvey.ts';
import type { ColumnPlan } from './importPlan.ts';
import { PATTERN_UNREAD, readExpectedPattern } from './patternWords.ts';
import { SUBJECT_UNREAD, readSubjectType } from './subjectWords.ts';
import { isWordMeaning, UnreadWords, type WordMeaning } from './unreadWords.ts';

const isUnread: Readonly<Record<WordMeaning, (cell: string) => boolean>> = {
  expectedPattern: (cell) => readExpectedPattern(cell) === PATTERN_UNREAD,
  subjectType: (cell) => readSubjectType(cell) === SUBJECT_UNREAD,
};

/** The columns of patterns and subjects with words that are not known, among the rows of a survey. Source: LOAD-18. */
export function findUnreadWords(
  columns: readonly ColumnPlan[],
  rows: readonly (readonly string[])[],
): FileFinding[] {
  return columns.flatMap(({ position, header, meaning }): FileFinding[] => {
    if (!isWordMeaning(meaning)) return [];
    const unread = new UnreadWords();
    let count = 0;
    for (const cells of rows) {
      const cell = cells[position] ?? '';
      if (!isUnread[meaning](cell)) continue;
      unread.note(position, cell);
      count += 1;
    }
    if (count === 0) return [];
    return [{ kind: 'unreadWords', meaning, header, words: unread.toldOf(position), count, of: 'rows' }];
  });
}
