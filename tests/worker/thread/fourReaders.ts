import { parse } from 'csv-parse/sync';
import { dsvFormat } from 'd3-dsv';
import { cellsOf, cutInto, dialectOf, fastBatches, generalBatches } from './cellRows.ts';
import { isWellFormed, type DelimitedCase } from './delimitedCases.ts';

type Rows = readonly (readonly string[])[];

const FORMATS = new Map([',', ';', '\t', '|'].map((delimiter) => [delimiter, dsvFormat(delimiter)]));

/** What the readers say of one case; `others` is not set where only ours is asked. */
export interface FourReadings {
  readonly fast: string;
  readonly general: string;
  readonly ours: Rows;
  readonly others: { readonly csvParse: Rows; readonly d3: Rows } | undefined;
}

/** Rows without empty lines at the end, which the readers count differently. */
function withoutLastEmptyLines(rows: Rows): Rows {
  let length = rows.length;
  while (length > 0 && rows[length - 1]!.length === 1 && rows[length - 1]![0] === '') length -= 1;
  return rows.slice(0, length);
}

const asRows = (read: readonly unknown[]): Rows =>
  read.filter((row): row is unknown[] => Array.isArray(row)).map((row) => row.slice(2) as string[]);

/**
 * Reads one case with the fast reader, the general reader, csv-parse and d3-dsv. The two others are asked where all
 * four must agree: quotes as RFC 4180 has them; line ends LF, CRLF, CR or mixed; rows of any width; empty lines between
 * rows are rows of one empty cell; a byte order mark is none of the first cell's letters (taken off for d3-dsv, which
 * knows none). Elsewhere ours differs on purpose: a quote that is closed badly costs its own row and never an error for
 * the file, as csv-parse has it, nor rows that silently run together, as d3-dsv has it.
 */
export function readWithFour({ text, delimiter, cuts }: DelimitedCase): FourReadings {
  const bytes = new TextEncoder().encode(text);
  const pieces = cutInto(bytes, cuts);
  const dialect = dialectOf(delimiter);
  const general = cellsOf(generalBatches([bytes], dialect));
  const fast = cellsOf(
    fastBatches(
      pieces.map((piece) => piece.slice()),
      dialect,
    ),
  );
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  const others = isWellFormed(plain, delimiter)
    ? {
        csvParse: withoutLastEmptyLines(
          parse(plain, {
            delimiter,
            relax_column_count: true,
            record_delimiter: ['\r\n', '\n', '\r'],
          }),
        ),
        d3: withoutLastEmptyLines(FORMATS.get(delimiter)!.parseRows(plain)),
      }
    : undefined;
  return {
    fast: JSON.stringify(fast),
    general: JSON.stringify(general),
    ours: withoutLastEmptyLines(asRows(general)),
    others,
  };
}

/** What a run over many cases found. */
export interface FuzzRun {
  readonly cases: number;
  readonly wellFormed: number;
  /** The first case on which readers differ, and their readings. */
  readonly firstDifference: (DelimitedCase & { readonly readings: FourReadings }) | undefined;
}

/** Reads cases until readers differ or `cases` are done. */
export function compareReaders(
  next: () => DelimitedCase,
  cases: number,
  read: (given: DelimitedCase) => FourReadings = readWithFour,
): FuzzRun {
  let wellFormed = 0;
  for (let done = 1; done <= cases; done += 1) {
    const given = next();
    const readings = read(given);
    const ours = JSON.stringify(readings.ours);
    if (readings.others) wellFormed += 1;
    const isSame =
      readings.fast === readings.general &&
      (readings.others === undefined ||
        (ours === JSON.stringify(readings.others.csvParse) && ours === JSON.stringify(readings.others.d3)));
    if (!isSame) return { cases: done, wellFormed, firstDifference: { ...given, readings } };
  }
  return { cases, wellFormed, firstDifference: undefined };
}
