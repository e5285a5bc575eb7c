import { BLANK } from '../../base/dayValue.ts';
import { isDateColumn } from './kindSchemas.ts';
import type { KindSchema } from './kindSchema.ts';

/**
 * One typed row of a file. Both lists are indexed by the columns of the schema; which one holds a column's value
 * follows from its type. Filled again for every row.
 */
export interface FactRow {
  /** Row number as in a spreadsheet, 1-based. */
  fileRow: number;
  /** `text` and `words`; `''` where empty or not mapped. */
  readonly texts: string[];
  /** Day values, codes (0 for none) and numbers (`NaN` for none). */
  readonly numbers: Float64Array;
}

/** A row without any value. */
export function emptyFactRow(schema: KindSchema): FactRow {
  const row: FactRow = {
    fileRow: 0,
    texts: schema.columns.map(() => ''),
    numbers: new Float64Array(schema.columns.length),
  };
  clearFactRow(row, schema, 0);
  return row;
}

/** Empties a row before it is filled again. */
export function clearFactRow(row: FactRow, schema: KindSchema, fileRow: number): void {
  row.fileRow = fileRow;
  for (let index = 0; index < schema.columns.length; index += 1) {
    const column = schema.columns[index]!;
    row.texts[index] = '';
    row.numbers[index] = isDateColumn(column) ? BLANK : column.type === 'code' ? 0 : Number.NaN;
  }
}
