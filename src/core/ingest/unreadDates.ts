import { isOneOf } from '../base/exhaustive.ts';
import { UNREADABLE } from '../base/dayValue.ts';
import { dateReadingOf } from './columnStep.ts';
import { compileDateReader, type DateReader } from './dateReader.ts';
import type { FileFinding } from './fileSurvey.ts';
import type { ImportPlan } from './importPlan.ts';
import { LIFE_MEANINGS, type LifeMeaning } from './meaning.ts';
import { isEvidenceMeaning } from './signalDefaults.ts';
import type { UserRow } from './userRow.ts';
import { MOST_FINDING_ROWS, type FindingRow } from './xrayQuestion.ts';

interface WatchedColumn {
  readonly position: number;
  readonly header: string;
  readonly reader: DateReader;
  cells: number;
  readonly rows: FindingRow[];
}

/**
 * Counts cells of the date columns of accepted rows that are filled and yet no date, no word for never and no bound:
 * they are kept as unreadable, which must not happen in silence. Source: LOAD-22, LOAD-33.
 */
export class UnreadDates {
  private readonly watched: readonly WatchedColumn[];
  /** Of several columns with one meaning a row keeps one date, so that the row alone does not tell. */
  private readonly hasSharedMeaning: boolean;

  constructor(plan: ImportPlan) {
    const life = plan.columns.filter(({ meaning }) => isOneOf(LIFE_MEANINGS, meaning));
    this.hasSharedMeaning = new Set(life.map(({ meaning }) => meaning)).size < life.length;
    this.watched = plan.columns
      .filter((column) => life.includes(column) || isEvidenceMeaning(column.meaning))
      .map((column) => {
        const { reading, context } = dateReadingOf(column, plan);
        const { position, header } = column;
        return { position, header, reader: compileDateReader(reading, context), cells: 0, rows: [] };
      });
  }

  /** Whether a row that was read may have such a cell; only then need its cells be looked at. */
  mayHave(row: UserRow): boolean {
    return this.hasSharedMeaning || hasUnreadableDay(row);
  }

  /** Notes an accepted row; `cellAt` gives the text at a position. */
  note(cellAt: (position: number) => string, fileRow: number): void {
    for (const watched of this.watched) {
      const text = cellAt(watched.position);
      if (watched.reader.read(text) !== UNREADABLE) continue;
      watched.cells += 1;
      if (watched.rows.length < MOST_FINDING_ROWS) watched.rows.push({ fileRow, text: text.trim() });
    }
  }

  /** One finding a column, in file order. */
  findings(): FileFinding[] {
    return this.watched.flatMap(({ header, cells, rows }): FileFinding[] =>
      cells > 0 ? [{ kind: 'unreadableDates', header, cells, rows }] : [],
    );
  }
}

/** Whether a date of the row could not be read. */
export function hasUnreadableDay(row: UserRow): boolean {
  for (let at = 0; at < row.evidenceDays.length; at += 1)
    if (row.evidenceDays[at] === UNREADABLE) return true;
  return LIFE_MEANINGS.some((meaning: LifeMeaning) => row[meaning] === UNREADABLE);
}
