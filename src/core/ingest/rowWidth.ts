import type { RowError } from './rowError.ts';

/** Rows that were accepted although they had further empty cells, or lacked cells of columns that are ignored. */
export interface WidthDeviations {
  widerRows: number;
  narrowerRows: number;
}

/**
 * Checks rows whose number of cells may differ from the header's. A row with more filled cells than the header has
 * columns, or without a column that is used, is rejected, since its values may stand in the wrong columns.
 * `width`: columns of the header. `usedWidth`: place behind the last column that is used.
 */
export function compileWidthCheck(
  width: number,
  usedWidth: number,
  delimiter: string,
): {
  readonly deviations: WidthDeviations;
  check(cells: readonly string[], fileRow: number): RowError | undefined;
  /** Why a row with text behind its last column is rejected. */
  refuse(cells: readonly string[], fileRow: number): RowError;
} {
  const deviations: WidthDeviations = { widerRows: 0, narrowerRows: 0 };
  const refuse = (kind: RowError['kind'], cells: readonly string[], fileRow: number): RowError => ({
    kind,
    row: fileRow,
    column: undefined,
    text: cells.join(delimiter),
  });
  return {
    deviations,
    refuse: (cells, fileRow) => refuse('tooManyCells', cells, fileRow),
    check(cells, fileRow) {
      if (cells.length === width) return undefined;
      if (cells.length > width) {
        for (let at = width; at < cells.length; at += 1) {
          if (cells[at]!.trim() !== '') return refuse('tooManyCells', cells, fileRow);
        }
        deviations.widerRows += 1;
      } else {
        if (cells.length < usedWidth) return refuse('tooFewCells', cells, fileRow);
        deviations.narrowerRows += 1;
      }
      return undefined;
    },
  };
}
