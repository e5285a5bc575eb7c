import { succeed, type Result } from '../../core/base/result.ts';
import type { FindingRow } from '../../core/ingest/xrayQuestion.ts';
import type { Failure } from '../protocol.ts';
import type { Pace } from './importPace.ts';
import type { ListForm } from './listRows.ts';
import type { OpenedParts } from './openedParts.ts';
import { scoutParts } from './scoutParts.ts';

/** A cell of a list by its column and file row. */
export interface CellPlace {
  readonly position: number;
  readonly fileRow: number;
}

/** Reads a few cells of a list once more, as they stand in the file; by position, in file order. */
export async function readCellsAt(
  places: readonly CellPlace[],
  form: ListForm,
  opened: OpenedParts,
  pace: Pick<Pace, 'breathe'>,
): Promise<Result<ReadonlyMap<number, readonly FindingRow[]>, Failure>> {
  const found = new Map<number, FindingRow[]>();
  if (places.length === 0) return succeed(found);
  const positionsAt = new Map<number, readonly number[]>();
  for (const { position, fileRow } of places) {
    positionsAt.set(fileRow, [...(positionsAt.get(fileRow) ?? []), position]);
  }
  const note = (cells: readonly string[], fileRow = 0): void => {
    for (const position of positionsAt.get(fileRow) ?? []) {
      found.set(position, [...(found.get(position) ?? []), { fileRow, text: cells[position] ?? '' }]);
    }
  };
  const positions = [...new Set(places.map(({ position }) => position))];
  const read = await scoutParts(opened, { positions, note }, form, pace);
  return read.ok ? succeed(found) : read;
}
