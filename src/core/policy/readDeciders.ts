import type { RowIndex } from '../base/brand.ts';
import { ABSENT, boundOf, isAtLeast } from '../base/dayValue.ts';
import { addDays } from '../base/epochDay.ts';
import { formatDay } from '../base/formatDay.ts';
import type { DecidingLifeMeaning } from '../ingest/meaning.ts';
import { placeOfRow } from '../inventory/placeOfRow.ts';
import type { EvaluationContext } from './evaluationContext.ts';
import type { ClassReading, EvidenceCell, SeatReading, Tenure } from './readSeat.ts';
import { wordDayValue } from './wordDayValue.ts';

/** One cell that a category rests on. */
export interface DecidingCell {
  /** `Last real work`, `Last sign-in`, `Assigned on`, … */
  readonly label: string;
  /** Header of the column, or that there is none. */
  readonly column: string;
  readonly file: string;
  /** Row as in a spreadsheet; 0 when the file has no column for it. */
  readonly fileRow: number;
  /** Original text; '' for an empty cell and where the file has no column. */
  readonly rawText: string;
  /** What Fallow read. */
  readonly reading: string;
}

/** The cells that decided one seat, evidence first. */
export function readDeciders({ snapshot }: EvaluationContext, reading: SeatReading): readonly DecidingCell[] {
  const { accounts, seats, life } = snapshot;
  const cells: DecidingCell[] = [];
  const addClass = (label: string, missing: string, { cell, value }: ClassReading): void => {
    cells.push({
      label,
      column: cell === undefined ? missing : nameColumn(cell),
      ...placeOfRow(cell?.source ?? snapshot.source, cell?.fileRow ?? 0),
      rawText: cell?.rawText ?? '',
      reading: value === ABSENT ? 'not loaded' : wordDayValue(value),
    });
  };
  if (reading.signInTakenAsAction) addClass('Last sign-in, taken as real work', '', reading.signIn);
  else {
    addClass('Last real work', 'no column of work', reading.action);
    addClass('Last sign-in', 'no column of sign-ins', reading.signIn);
  }
  const addLife = (label: string, meaning: DecidingLifeMeaning, row: number, value: number): void => {
    const origin = life.find((column) => column.meaning === meaning);
    if (!origin) return;
    cells.push({
      label,
      column: origin.headers[origin.column[row]!]!,
      ...placeOfRow(snapshot.source, origin.sourceRow[row]!),
      rawText: origin.raw.at(row as RowIndex),
      reading: isAtLeast(value)
        ? `before ${formatDay(addDays(snapshot.asOf, 1 - boundOf(value)))}`
        : wordDayValue(value),
    });
  };
  const { seat, account } = reading;
  const started = sourceOfStart(reading.tenure);
  if (started === 'assigned') addLife('Assigned on', 'assignedOn', seat, seats.assignedOn[seat]!);
  if (started === 'created') addLife('Created on', 'createdOn', account, accounts.createdOn[account]!);
  if (reading.left?.on !== undefined) addLife('Left on', 'leftOn', account, reading.left.on);
  return cells;
}

/** A log without an entry has no row to show, so its name and history stand with the column; a repeated date says so. */
function nameColumn({ column, source, fileRow, isRepeated }: EvidenceCell): string {
  if (isRepeated) return `${column} (every row of an account repeats it, so it counts for the account)`;
  if (source === undefined || fileRow !== 0) return column;
  const span = `${formatDay(source.historyStart)} to ${formatDay(source.asOf)}`;
  return `${column}: no entry in ${source.name}, which shows ${span}`;
}

/** The date of life that the time held rests on, where it rests on one. */
function sourceOfStart(tenure: Tenure): 'assigned' | 'created' | undefined {
  if (tenure.kind === 'known') return tenure.source;
  return tenure.kind === 'atLeast' ? tenure.before?.source : undefined;
}
