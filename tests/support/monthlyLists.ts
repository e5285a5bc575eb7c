import { readIsoDay } from '../../src/core/base/epochDay.ts';
import type { ImportAnswer } from '../../src/worker/loadView.ts';
import type { Stamp } from '../../src/worker/protocol.ts';
import type { AskThread } from './askThread.ts';

export const STAMP: Stamp = {
  actor: 'Dana',
  at: '2026-08-01T10:00:00+00:00',
  workingDay: readIsoDay('2026-08-01')!,
};

export const HEADER = 'User name,Licence type,Assigned on,Last login';

interface Given {
  readonly system?: string;
  /** `open`: nobody has said what the list is. */
  readonly completeness?: 'full' | 'filtered' | 'open';
  readonly header?: string;
}

/** Asks to import a list of the given day; lines below {@link HEADER} unless another header is given. */
export async function loadMonth(
  ask: AskThread,
  asOf: string,
  lines: readonly string[],
  { system = 'other', completeness = 'full', header = HEADER }: Given = {},
): Promise<ImportAnswer> {
  const file = new File([`${[header, ...lines].join('\n')}\n`], `users-${system}-${asOf}.csv`);
  const { plan } = await ask('surveyFile', {
    source: { file },
    fileTime: undefined,
    system,
    workingDay: STAMP.workingDay,
    plan: undefined,
  });
  const columns = plan.columns.map((column) =>
    column.meaning === 'lastSignIn' && column.dates
      ? { ...column, dates: { ...column.dates, neverWords: ['never'] } }
      : column,
  );
  const answer = await ask('importUsers', {
    source: { file },
    plan: {
      ...plan,
      system,
      columns,
      asOf: readIsoDay(asOf)!,
      completeness: completeness === 'open' ? undefined : completeness,
    },
    estimatedRows: lines.length,
    stamp: STAMP,
  });
  return answer.import;
}

/** Id of the snapshot that an import made. */
export function snapshotIn(answer: ImportAnswer): string {
  if (answer.outcome !== 'imported') throw new Error(`The import ended as ${answer.outcome}`);
  return answer.receipt.snapshot;
}
