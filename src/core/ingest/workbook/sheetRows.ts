import type { CellFormat } from './cellFormat.ts';
import type { SharedTexts } from './sharedTexts.ts';
import type { DecodeUtf8 } from './textBytes.ts';
import type { WorkbookLimits } from './workbookLimits.ts';

/** Some rows of one sheet in file order. Rows without content are left out, so numbers may jump. */
export interface SheetRows {
  readonly sheet: string;
  /** Cells from column A to the last one with content; a cell without content is ''. */
  readonly rows: readonly (readonly string[])[];
  /** Number of each row as the spreadsheet shows it. */
  readonly fileRows: readonly number[];
  /** Positions of the cells of each row that hold a real date; rows alike share one array. */
  readonly dateCells: readonly (readonly number[])[];
  /** Formulas of these rows that were stored without their result, so that their cells are empty. */
  readonly missingResults: number;
  /** Rows of these that a filter or a person has hidden from view. */
  readonly hiddenRows: number;
}

/** What the cells of every sheet of a workbook are read with. */
export interface CellContext {
  readonly texts: SharedTexts;
  /** By number of the cell style. */
  readonly formats: readonly CellFormat[];
  readonly is1904: boolean;
  readonly limits: WorkbookLimits;
  readonly decode: DecodeUtf8;
  /** Letters handed out so far, all sheets together: texts may be shared by any number of cells. */
  readonly spent: { letters: number };
}
