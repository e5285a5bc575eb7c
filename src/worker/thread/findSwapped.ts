import type { Dialect } from '../../core/ingest/importPlan.ts';
import { buildSwapFinder } from '../../core/ingest/xray/findSwappedDays.ts';
import type { XrayQuestion } from '../../core/ingest/xrayQuestion.ts';
import { readCellBatches } from './cellBatches.ts';
import { readBytes, type ByteSource } from './decodeFile.ts';
import type { Pace } from './importPace.ts';
import { rowAfter, withRowOffset } from './importParts.ts';
import { ScoutedRows } from './scoutedRows.ts';

/** The rows of one of the files of a list. */
export interface SwapPart {
  readonly text: ByteSource;
  readonly dialect: Dialect;
}

/**
 * Reads columns of a list once more, whole, for days and months that a spreadsheet exchanged. To be asked where texts do
 * not fit what the head of the column showed. Rows are numbered on from file to file. Source: LOAD-28.
 */
export async function findSwapped(
  positions: readonly number[],
  parts: readonly SwapPart[],
  signal: AbortSignal,
  pace: Pick<Pace, 'breathe'>,
): Promise<readonly XrayQuestion[]> {
  if (positions.length === 0) return [];
  const finders = positions.map((position) => ({ position, finder: buildSwapFinder() }));
  const note = (cells: readonly string[], fileRow = 0): void => {
    for (const { position, finder } of finders) finder.note((cells[position] ?? '').trim(), fileRow);
  };
  let nextRow = 0;
  for (const [index, { text, dialect }] of parts.entries()) {
    const reader = new ScoutedRows({ positions, note });
    const offset = index === 0 ? 0 : nextRow - dialect.linesBeforeHeader - 2;
    for await (const batch of readCellBatches(readBytes(text, signal), dialect)) {
      nextRow = Math.max(nextRow, rowAfter(batch) + offset);
      await pace.breathe(reader.note(withRowOffset(batch, offset)));
    }
  }
  return finders
    .map(({ position, finder }) => finder.settle(position))
    .filter((question) => question !== undefined);
}
