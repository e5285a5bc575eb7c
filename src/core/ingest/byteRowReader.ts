import { buildSharedTexts, compileByteColumnStep, type ByteColumnStep } from './byteColumnStep.ts';
import { buildRowContext } from './classifyRow.ts';
import { CELL_READ } from './columnStep.ts';
import { clearUserRow, emptyUserRow } from './emptyUserRow.ts';
import type { ImportPlan } from './importPlan.ts';
import { markInvited } from './markInvited.ts';
import { compileOtherRowTest } from './otherRowBytes.ts';
import { RowSpans, SPAN_TEXTS } from './rowSpans.ts';
import type { ScannedRows } from './rowScanner.ts';
import { hasText } from './spanCellText.ts';
import { namedWidthOf } from './unnamedCells.ts';
import type { UnreadWords } from './unreadWords.ts';
import type { UserRow } from './userRow.ts';
import { evidenceColumnsOf, fixedLicenceTypeOf, widthOf } from './userRowReader.ts';
import { utf8ToText } from './utf8Bytes.ts';

/** Reads ordinary rows of a users file from bytes under one plan. */
export interface ByteRowReader {
  /**
   * Filled by every {@link read} that returns true. The texts named in `SPAN_TEXTS`, of deciding dates of life and of
   * evidence are not in the row but in {@link spans}.
   */
  readonly row: UserRow;
  readonly spans: RowSpans;
  /**
   * Reads row `index` of `rows`. False for every row that is not plainly an accepted account: its cells then go, as
   * strings, where all rows go that were read as text, so that what such a row means is decided in one place.
   */
  read(rows: ScannedRows, index: number, fileRow: number): boolean;
}

const ACCOUNT = SPAN_TEXTS.indexOf('accountId');

/** Compiles a plan, which must map a column to `accountId`, into a reader of ordinary rows. */
export function compileByteRowReader(plan: ImportPlan, unread?: UnreadWords): ByteRowReader {
  const evidence = evidenceColumnsOf(plan);
  const shared = buildSharedTexts();
  const steps: ByteColumnStep[] = [];
  const used: number[] = [];
  for (const column of plan.columns) {
    const step = compileByteColumnStep(column, plan, evidence.indexOf(column), shared, unread);
    if (!step) continue;
    steps.push(step);
    used.push(column.position);
  }
  const positions = Int32Array.from(used);
  const width = widthOf(plan);
  const account = plan.columns.find(({ meaning }) => meaning === 'accountId');
  const accountAt = account?.position ?? 0;
  const hasUnnamed = namedWidthOf(plan.columns.map(({ header }) => header)) < width;
  const mayBeOther = hasUnnamed
    ? () => true
    : compileOtherRowTest(buildRowContext(plan.columns, plan.dialect));
  const fixedLicenceType = fixedLicenceTypeOf(plan);
  const row = emptyUserRow(evidence.length);
  const spans = new RowSpans(evidence.length);

  return {
    row,
    spans,
    read(rows, index, fileRow) {
      const { bytes, cells, rowStarts } = rows;
      const first = rowStarts[index]!;
      if (rowStarts[index + 1]! - first !== width) return false;
      const accountCell = (first + accountAt) * 2;
      const start = cells[accountCell]!;
      const end = cells[accountCell + 1]!;
      if (!hasText(bytes, start, end) || mayBeOther(bytes, cells, first)) return false;

      clearUserRow(row, fileRow);
      spans.bytes = bytes;
      for (let step = 0; step < steps.length; step += 1) {
        const cell = (first + positions[step]!) * 2;
        if (steps[step]!(row, spans, cells[cell]!, cells[cell + 1]!) !== CELL_READ) return false;
      }
      if (spans.isEmpty(ACCOUNT)) return false;
      if (fixedLicenceType !== undefined) row.licenceTypes.push(fixedLicenceType);
      if (plan.neverIsInvited) markInvited(row);
      return true;
    },
  };
}

/** The cells of a scanned row as strings. */
export function textsOfRow({ bytes, cells, rowStarts }: ScannedRows, index: number): string[] {
  const texts: string[] = [];
  for (let cell = rowStarts[index]!; cell < rowStarts[index + 1]!; cell += 1) {
    texts.push(utf8ToText(bytes, cells[cell * 2]!, cells[cell * 2 + 1]!));
  }
  return texts;
}

/** One cell of a scanned row as a string; empty where the row is short. */
export function textOfCell(
  { bytes, cells, rowStarts }: ScannedRows,
  index: number,
  position: number,
): string {
  const cell = rowStarts[index]! + position;
  return cell < rowStarts[index + 1]! ? utf8ToText(bytes, cells[cell * 2]!, cells[cell * 2 + 1]!) : '';
}
