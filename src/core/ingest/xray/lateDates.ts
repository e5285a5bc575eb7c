import { UNREADABLE } from '../../base/dayValue.ts';
import { dateReadingOf } from '../columnStep.ts';
import { compileDateReader, type DateReader } from '../dateReader.ts';
import { dateProblemKind, isDateProblem } from '../dateProblem.ts';
import type { ColumnPlan, ImportPlan } from '../importPlan.ts';
import type { DateContext } from '../momentToDay.ts';
import { isEvidenceMeaning } from '../signalDefaults.ts';
import { MOST_FINDING_ROWS, type FindingRow, type XrayKind, type XrayQuestion } from '../xrayQuestion.ts';
import { findNeverWords } from './findNeverWords.ts';
import { findPlaceholderDates } from './findPlaceholderDates.ts';
import { findSerialNumbers } from './findSerialNumbers.ts';
import { readColumn } from './readColumn.ts';

/** Different odd texts of a column that are kept. */
const MOST_TEXTS = 4096;

interface OddText {
  count: number;
  /** The first rows that have it. */
  readonly fileRows: number[];
}

interface WatchedColumn {
  readonly column: ColumnPlan;
  readonly reader: DateReader;
  readonly texts: Map<string, OddText>;
  /** Cells whose day and month do not fit the order of the column. */
  conflicts: number;
}

/**
 * Collects, while a whole file is read, cells of date columns that no day could be read from, and asks at the end what
 * the X-ray of the surveyed rows could not ask. Source of the rule: LOAD-23, LOAD-26, LOAD-28.
 */
export class LateDates {
  private readonly watched: readonly WatchedColumn[];

  constructor(private readonly plan: ImportPlan) {
    this.watched = plan.columns
      .filter(({ dates }) => dates !== undefined)
      .map((column) => {
        const { reading, context } = dateReadingOf(column, plan);
        return { column, reader: compileDateReader(reading, context), texts: new Map(), conflicts: 0 };
      });
  }

  /** Notes a row that has such a cell; `cellAt` gives the text at a position. */
  note(cellAt: (position: number) => string, fileRow: number): void {
    for (const watched of this.watched) {
      const text = cellAt(watched.column.position).trim();
      const value = watched.reader.read(text);
      if (isDateProblem(value) && dateProblemKind(value) === 'orderConflict') watched.conflicts += 1;
      if (value !== UNREADABLE) continue;
      const known = watched.texts.get(text);
      if (known) {
        known.count += 1;
        if (known.fileRows.length < MOST_FINDING_ROWS) known.fileRows.push(fileRow);
      } else if (watched.texts.size < MOST_TEXTS) watched.texts.set(text, { count: 1, fileRows: [fileRow] });
    }
  }

  /** Columns in which numeric dates were refused: they may hold exchanged days. */
  get conflicting(): readonly number[] {
    return this.watched.filter(({ conflicts }) => conflicts > 0).map(({ column }) => column.position);
  }

  /** One question a kind and column, in file order of the columns. */
  questions(): readonly XrayQuestion[] {
    return this.watched.flatMap((watched) => this.askOf(watched));
  }

  private askOf({ column, texts }: WatchedColumn): readonly XrayQuestion[] {
    const { plan } = this;
    const context: DateContext = {
      asOf: plan.asOf,
      workspaceZone: plan.workspaceZone,
      futureAllowed: false,
    };
    const isUse = isEvidenceMeaning(column.meaning) && column.proposedClass !== 'ignored';
    const found = new Map<XrayKind, XrayQuestion>();
    for (const [text, odd] of texts) {
      const cells: string[] = [];
      cells[column.position] = text;
      const surveyed = { rows: [cells], fileRows: [odd.fileRows[0]!] };
      const read = readColumn(column, surveyed, context);
      const asked = [
        findSerialNumbers(read, plan.asOf),
        isUse ? findPlaceholderDates(read, surveyed, context) : undefined,
        isUse ? findNeverWords(read, surveyed, context, plan.historyStart === undefined) : undefined,
      ];
      for (const question of asked) {
        if (question) found.set(question.kind, joinQuestions(found.get(question.kind), question, odd));
      }
    }
    return [...found.values()];
  }
}

/** A question with the rows of one more text. */
function joinQuestions(
  before: XrayQuestion | undefined,
  question: XrayQuestion,
  { count, fileRows }: OddText,
): XrayQuestion {
  const [sample] = question.rows;
  const rows: readonly FindingRow[] = fileRows.map((fileRow) => ({ ...sample!, fileRow }));
  const joined = [...(before?.rows ?? []), ...rows].toSorted((one, other) => one.fileRow - other.fileRow);
  const whole = {
    ...question,
    count: (before?.count ?? 0) + count,
    rows: joined.slice(0, MOST_FINDING_ROWS),
  };
  return whole.kind === 'neverWords' && before?.kind === 'neverWords'
    ? { ...whole, words: [...before.words, ...whole.words] }
    : whole;
}
