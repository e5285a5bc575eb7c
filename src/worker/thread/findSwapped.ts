import { succeed, type Result } from '../../core/base/result.ts';
import { buildSwapFinder } from '../../core/ingest/xray/findSwappedDays.ts';
import type { XrayQuestion } from '../../core/ingest/xrayQuestion.ts';
import type { Failure } from '../protocol.ts';
import type { Pace } from './importPace.ts';
import type { ListForm } from './listRows.ts';
import type { OpenedParts } from './openedParts.ts';
import { scoutParts } from './scoutParts.ts';

/**
 * Reads columns of a list once more, whole, for days and months that a spreadsheet exchanged. To be asked where texts do
 * not fit what the head of the column showed. Source: LOAD-28.
 */
export async function findSwapped(
  positions: readonly number[],
  form: ListForm,
  opened: OpenedParts,
  pace: Pick<Pace, 'breathe'>,
): Promise<Result<readonly XrayQuestion[], Failure>> {
  if (positions.length === 0) return succeed([]);
  const finders = positions.map((position) => ({ position, finder: buildSwapFinder() }));
  const note = (cells: readonly string[], fileRow = 0): void => {
    for (const { position, finder } of finders) finder.note((cells[position] ?? '').trim(), fileRow);
  };
  const read = await scoutParts(opened, { positions, note }, form, pace);
  if (!read.ok) return read;
  return succeed(
    finders
      .map(({ position, finder }) => finder.settle(position))
      .filter((question) => question !== undefined),
  );
}
