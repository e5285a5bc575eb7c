import { formatCount, formatMoney } from '../../core/base/formatNumber.ts';
import { readIsoDay } from '../../core/base/epochDay.ts';
import { formatDay } from '../../core/base/formatDay.ts';
import type { CurrencyCode, MinorUnits } from '../../core/base/minorUnits.ts';
import type { Figure } from './briefContent.ts';

export const NOT_KNOWN = 'not known';

/** A figure's id; per licence type, unit or currency it carries the name after a slash. */
export type FigureId = `F-${number}`;

const idOf = (id: FigureId, part: string | undefined): string => (part === undefined ? id : `${id}/${part}`);

/** A figure whose text is already made. */
export const textFigure = (id: FigureId, text: string, part?: string): Figure => ({
  id: idOf(id, part),
  text,
});

/** A count of seats, or "not known"; never 0 for what is not known. */
export const countFigure = (id: FigureId, seats: number | undefined, part?: string): Figure =>
  textFigure(id, seats === undefined ? NOT_KNOWN : formatCount(seats), part);

/** An amount with its currency code, or "not known". */
export const moneyFigure = (
  id: FigureId,
  amount: MinorUnits | undefined,
  currency: CurrencyCode,
  part?: string,
): Figure => textFigure(id, amount === undefined ? NOT_KNOWN : formatMoney(amount, currency), part);

/** The same figure with this much of its id printed in tables: for several figures of one id in a row or column. */
export const withRowId = (figure: Figure, rowId: string = figure.id): Figure => ({ ...figure, rowId });

/** A whole number as it is printed, for axes and labels. */
export const printedCount = (count: number): string => formatCount(count);

/** `1 seat`, `2 seats`. */
export const seats = (count: number): string => counted(count, 'seat');

export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${formatCount(count)}\u00a0${count === 1 ? noun : plural}`;

/** The day of an ISO time as the recorder's clock told it: `30 Jun 2026`. */
export function formatRecordedDay(isoTime: string): string {
  const day = readIsoDay(isoTime.slice(0, 10));
  return day === undefined ? NOT_KNOWN : formatDay(day);
}
