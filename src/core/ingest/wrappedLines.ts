import type { Dialect } from './importPlan.ts';
import { splitRecords, type TextRecord } from './splitRecords.ts';

/**
 * The cells of a line that stands in its row as one quoted cell; every other row as it is. A spreadsheet that takes
 * whole lines for cells writes them so when it saves them. Source: file hazards.
 */
export function unwrapLine(cells: readonly string[], delimiter: Dialect['delimiter']): readonly string[] {
  const line = cells[0] ?? '';
  if (!line.includes(delimiter)) return cells;
  for (let at = 1; at < cells.length; at += 1) if (cells[at] !== '') return cells;
  const { records, endsInQuotes } = splitRecords(line, delimiter, 2);
  const opened = records[0]?.cells ?? [];
  return records.length === 1 && !endsInQuotes && opened.length >= cells.length ? opened : cells;
}

/** Cells of a record below which a line in one cell could be a sentence. */
const FEWEST_CELLS = 3;

/**
 * The records with their wrapped lines opened; `undefined` where there are none, or where the lines, once opened, do not
 * agree with each other and with the records that were written cell by cell.
 */
export function unwrapRecords(
  records: readonly TextRecord[],
  delimiter: Dialect['delimiter'],
): readonly TextRecord[] | undefined {
  const countByWidth = new Map<number, number>();
  const note = ({ cells }: TextRecord): void =>
    void countByWidth.set(cells.length, (countByWidth.get(cells.length) ?? 0) + 1);
  const opened = records.map((record): TextRecord => {
    const cells = unwrapLine(record.cells, delimiter);
    return cells === record.cells ? record : { ...record, cells };
  });
  const wrapped = opened.filter((record, index) => record !== records[index]);
  if (wrapped.length === 0) return undefined;
  opened.forEach(note);
  const [width, count] = [...countByWidth].reduce((most, next) => (next[1] > most[1] ? next : most));
  const fitting = wrapped.filter(({ cells }) => cells.length === width).length;
  const isEvery = wrapped.length === opened.length && wrapped.length > 1;
  return (width >= FEWEST_CELLS || (isEvery && width > 1)) && count > 1 && fitting * 2 > wrapped.length
    ? opened
    : undefined;
}

/**
 * The records with every line opened, where all of them stand in one cell each and are parted by another letter inside
 * than outside: a spreadsheet of another language saved them so. `undefined` where one does not, or where most of the
 * opened lines do not agree in width.
 */
export function unwrapEveryRecord(
  records: readonly TextRecord[],
  lineDelimiter: Dialect['delimiter'],
): readonly TextRecord[] | undefined {
  // A line that the outer letter does not part is an ordinary line of the inner one.
  if (records.length < 2 || records[0]!.cells.length < 2) return undefined;
  const opened: TextRecord[] = [];
  for (const record of records) {
    const cells = unwrapLine(record.cells, lineDelimiter);
    if (cells === record.cells) return undefined;
    opened.push({ ...record, cells });
  }
  const width = opened[0]!.cells.length;
  const fitting = opened.filter(({ cells }) => cells.length === width).length;
  return width > 1 && fitting * 2 > opened.length ? opened : undefined;
}
