import { ABSENT, isDay } from '../base/dayValue.ts';
import type { EpochDay } from '../base/epochDay.ts';
import { formatDay } from '../base/formatDay.ts';
import type { EvaluationContext } from './evaluationContext.ts';
import type { ClassReading, SeatReading } from './readSeat.ts';
import { wordDayValue } from './wordDayValue.ts';

/** One cell that a category rests on. */
export interface DecidingCell {
  /** `Last real work`, `Last sign-in`, `Assigned on`, … */
  readonly label: string;
  /** Header of the column; for dates of the seat's life the name of their meaning. */
  readonly column: string;
  readonly file: string;
  /** Row as in a spreadsheet; 0 when the file has no cell for it. */
  readonly fileRow: number;
  /** Original text; `undefined` for dates of the seat's life, of which the day alone is kept. */
  readonly rawText: string | undefined;
  /** What Fallow read. */
  readonly reading: string;
}

/** The cells that decided one seat, evidence first. */
export function readDeciders({ snapshot }: EvaluationContext, reading: SeatReading): readonly DecidingCell[] {
  const { accounts, seats } = snapshot;
  const file = snapshot.source.name;
  const cells: DecidingCell[] = [];
  const addClass = (label: string, missing: string, { cell, value }: ClassReading): void => {
    cells.push({
      label,
      column: cell?.column ?? missing,
      file,
      fileRow: cell?.fileRow ?? 0,
      rawText: cell?.rawText ?? '',
      reading: value === ABSENT ? 'not loaded' : wordDayValue(value),
    });
  };
  if (reading.signInTakenAsAction) addClass('Last sign-in, taken as real work', '', reading.signIn);
  else {
    addClass('Last real work', 'no column of work', reading.action);
    addClass('Last sign-in', 'no column of sign-ins', reading.signIn);
  }
  const addLife = (label: string, value: number, fileRow: number): void => {
    if (!isDay(value)) return;
    cells.push({
      label,
      column: label,
      file,
      fileRow,
      rawText: undefined,
      reading: formatDay(value as EpochDay),
    });
  };
  const accountRow = accounts.sourceRow[reading.account]!;
  if (reading.tenure.kind === 'known') {
    if (reading.tenure.source === 'assigned') {
      addLife('Assigned on', seats.assignedOn[reading.seat]!, seats.sourceRow[reading.seat]!);
    } else {
      addLife('Created on', accounts.createdOn[reading.account]!, accountRow);
    }
  }
  if (reading.left?.on !== undefined) addLife('Left on', reading.left.on, accountRow);
  return cells;
}
