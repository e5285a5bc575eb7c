import type { SheetSurvey } from '../fileSurvey.ts';
import { findHeader } from '../findHeader.ts';
import type { TextRecord } from '../splitRecords.ts';

/** The first rows of a sheet. */
export interface SheetHead {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly string[])[];
  /** Row numbers as the spreadsheet shows them. */
  readonly fileRows: readonly number[];
  /** Whether these are all rows with content. */
  readonly wholeSheet: boolean;
  /** Rows with content as far as can be told. */
  readonly estimatedRows: number;
}

/** A sheet and the header that was found in it. */
export interface SheetWithHeader {
  readonly name: string;
  /** Row of the header, 0 when there is none: then no row is above the first one. */
  readonly headerRow: number;
  readonly header: readonly string[] | undefined;
}

/** What is read of a workbook, and what could be read. */
export interface SheetChoice {
  /** In the order of their tabs; at least one. */
  readonly chosen: readonly SheetWithHeader[];
  readonly sheets: readonly SheetSurvey[];
}

/** Cells that most rows have, wide rows counting for more. */
function usualWidth(rows: readonly (readonly string[])[]): number {
  const countByWidth = new Map<number, number>();
  for (const { length } of rows) countByWidth.set(length, (countByWidth.get(length) ?? 0) + 1);
  let width = 1;
  let best = 0;
  for (const [candidate, count] of countByWidth) {
    const weight = count * Math.log2(candidate + 1);
    if (weight > best) {
      width = candidate;
      best = weight;
    }
  }
  return width;
}

function withHeader({ name, rows, fileRows }: SheetHead): SheetWithHeader {
  const records: TextRecord[] = rows.map((cells, index) => ({ cells, line: fileRows[index]! - 1 }));
  const found = findHeader(records, usualWidth(rows));
  return found === undefined
    ? { name, headerRow: 0, header: undefined }
    : { name, headerRow: found.record.line + 1, header: found.names };
}

const keyOf = (header: readonly string[]): string => {
  const last = header.findLastIndex((name) => name !== '');
  return header.slice(0, last + 1).join('\u0000');
};

/**
 * Chooses the sheets that are read: of the wanted ones, otherwise of all visible ones, the largest that has a header,
 * and every one with the same header. So a summary in front of the list is passed over and a list that was split over
 * sheets is put together. Only sheets of one header are ever chosen; a hidden sheet only when it is wanted.
 * Source of the rule: LOAD-06.
 */
export function chooseSheets(
  heads: readonly SheetHead[],
  wanted: readonly string[] | undefined,
): SheetChoice {
  const headers = heads.map(withHeader);
  const numbers = new Map<string, number>();
  const numberOf = headers.map(({ header }) => {
    if (header === undefined) return undefined;
    const key = keyOf(header);
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
  const places = heads.map((_, place) => place);
  const named = places.filter((place) => wanted?.includes(heads[place]!.name));
  const offered = named.length > 0 ? named : places.filter((place) => !heads[place]!.hidden);
  const candidates = offered.length > 0 ? offered : places;
  const size = (place: number): number => (numberOf[place] === undefined ? -1 : heads[place]!.estimatedRows);
  const largest = candidates.reduce((best, place) => (size(place) > size(best) ? place : best));
  const isChosen = (place: number): boolean =>
    place === largest ||
    (numberOf[largest] !== undefined && numberOf[place] === numberOf[largest] && candidates.includes(place));
  return {
    chosen: headers.filter((_, place) => isChosen(place)),
    sheets: heads.map(({ name, hidden, estimatedRows, wholeSheet }, place) => ({
      name,
      hidden,
      rows: estimatedRows,
      wholeSheet,
      chosen: isChosen(place),
      header: numberOf[place],
    })),
  };
}
