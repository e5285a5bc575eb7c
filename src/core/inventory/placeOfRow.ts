import type { SourceFile } from './sourceFile.ts';

/** A row as a person finds it: the file and the row in it. */
export interface RowPlace {
  readonly file: string;
  /** 1-based, as in a spreadsheet; 0 where there is no row. */
  readonly fileRow: number;
}

/**
 * Where a row of a snapshot stands. Rows go on from file to file where several were put together; row 0, which is no
 * row, belongs to the snapshot's file as a whole.
 */
export function placeOfRow({ name, parts }: Pick<SourceFile, 'name' | 'parts'>, row: number): RowPlace {
  const part = row === 0 ? undefined : parts?.findLast(({ firstRow }) => firstRow <= row);
  return part
    ? { file: part.name, fileRow: row - part.firstRow + part.ownFirstRow }
    : { file: name, fileRow: row };
}
