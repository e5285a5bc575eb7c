import { CELL_READ, compileColumnStep, type ColumnStep } from './columnStep.ts';
import { dateProblemKind } from './dateProblem.ts';
import { clearUserRow, emptyUserRow } from './emptyUserRow.ts';
import type { ColumnPlan, ImportPlan } from './importPlan.ts';
import { joinNameParts } from './joinNameParts.ts';
import { addressOfRow } from './keyedByAddress.ts';
import { markInvited } from './markInvited.ts';
import type { RowError } from './rowError.ts';
import { isEvidenceMeaning } from './signalDefaults.ts';
import { hasUnnamedCells, ownWidthOf } from './unnamedCells.ts';
import type { UnreadWords } from './unreadWords.ts';
import type { UserRow } from './userRow.ts';

/** Reads rows of a users file under one plan. */
export interface UserRowReader {
  /** Filled by every {@link read} that returns `undefined`; after an error its content has no meaning. */
  readonly row: UserRow;
  /** Columns behind `row.evidenceDays` and `row.evidenceTexts`, in their order. */
  readonly evidenceColumns: readonly ColumnPlan[];
  /** Rows that were accepted although they had further empty cells, or lacked cells of columns that are ignored. */
  readonly deviations: { widerRows: number; narrowerRows: number };
  /** Rows without a key of their own that are named by their address. */
  readonly keyedByAddress: number;
  /**
   * Reads the cells of one row into {@link row}, or says why the row is rejected; the first reason found counts.
   * A row with more filled cells than the header has columns, or without a column that the plan uses, is rejected,
   * since its values may stand in the wrong columns.
   */
  read(cells: readonly string[], fileRow: number): RowError | undefined;
  /** Whether a row repeats the header, as paged exports do. Such a row is neither read nor rejected. */
  isRepeatedHeader(cells: readonly string[]): boolean;
}

/** Columns of the plan that hold dates of use, in file order: the order of the evidence columns of the snapshot. */
export const evidenceColumnsOf = (plan: ImportPlan): readonly ColumnPlan[] =>
  plan.columns.filter((column) => isEvidenceMeaning(column.meaning));

/** Cells of a row of the file: the plan names every column of the header. */
export const widthOf = (plan: ImportPlan): number =>
  plan.columns.reduce((most, column) => Math.max(most, column.position + 1), 0);

/** Licence type of every row, where no column gives one. */
export const fixedLicenceTypeOf = (plan: ImportPlan): string | undefined =>
  plan.columns.some((column) => column.meaning === 'licenceType') ? undefined : plan.fixedLicenceType;

/** Compiles a plan into a reader of rows. The plan must map a column to `accountId`, or every row is rejected. */
export function compileUserRowReader(plan: ImportPlan, unread?: UnreadWords): UserRowReader {
  const evidence = evidenceColumnsOf(plan);
  const used: ColumnPlan[] = [];
  const steps: ColumnStep[] = [];
  for (const column of plan.columns) {
    const step = compileColumnStep(column, plan, evidence.indexOf(column), unread);
    if (!step) continue;
    used.push(column);
    steps.push(step);
  }
  const positions = Int32Array.from(used, (column) => column.position);
  const width = widthOf(plan);
  const usedWidth = positions.reduce((most, position) => Math.max(most, position + 1), 0);
  const accountHeader = plan.columns.find((column) => column.meaning === 'accountId')?.header;
  const headers = plan.columns.map((column) => ({ position: column.position, text: column.header.trim() }));
  const fixedLicenceType = fixedLicenceTypeOf(plan);
  const ownWidth = ownWidthOf(plan.columns, plan.dialect, usedWidth);
  const row = emptyUserRow(evidence.length);
  let keyedByAddress = 0;
  const deviations = { widerRows: 0, narrowerRows: 0 };

  const rowText = (cells: readonly string[]): string => cells.join(plan.dialect.delimiter);

  const tooWide = (cells: readonly string[], fileRow: number): RowError => ({
    kind: 'tooManyCells',
    row: fileRow,
    column: undefined,
    text: rowText(cells),
  });

  /** Checks a row whose number of cells differs from the header's. */
  const readWidth = (cells: readonly string[], fileRow: number): RowError | undefined => {
    if (cells.length > width) {
      for (let at = width; at < cells.length; at++) {
        if (cells[at]!.trim() !== '') return tooWide(cells, fileRow);
      }
      deviations.widerRows++;
    } else {
      if (cells.length < usedWidth)
        return { kind: 'tooFewCells', row: fileRow, column: undefined, text: rowText(cells) };
      deviations.narrowerRows++;
    }
    return undefined;
  };

  return {
    row,
    evidenceColumns: evidence,
    deviations,
    get keyedByAddress() {
      return keyedByAddress;
    },
    isRepeatedHeader: (cells) =>
      cells.length === width &&
      headers.every(({ position, text }) => (cells[position] ?? '').trim() === text),
    read(cells, fileRow) {
      if (cells.length !== width) {
        const error = readWidth(cells, fileRow);
        if (error) return error;
      }
      if (ownWidth < width && hasUnnamedCells(cells, ownWidth)) return tooWide(cells, fileRow);
      clearUserRow(row, fileRow);
      for (let index = 0; index < steps.length; index++) {
        const cell = cells[positions[index]!] ?? '';
        const problem = steps[index]!(row, cell);
        if (problem !== CELL_READ) {
          return { kind: dateProblemKind(problem), row: fileRow, column: used[index]!.header, text: cell };
        }
      }
      if (row.accountId === '') {
        if (plan.addressForKey === true) row.accountId = addressOfRow(row);
        if (row.accountId === '')
          return { kind: 'missingAccount', row: fileRow, column: accountHeader, text: '' };
        keyedByAddress += 1;
      }
      row.displayName ||= joinNameParts(row.firstName, row.lastName);
      if (fixedLicenceType !== undefined) row.licenceTypes.push(fixedLicenceType);
      if (plan.neverIsInvited) markInvited(row);
      return undefined;
    },
  };
}
