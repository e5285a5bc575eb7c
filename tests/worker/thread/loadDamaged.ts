import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import { describeRowError } from '../../../src/core/ingest/describeRowError.ts';
import type { ImportPlan } from '../../../src/core/ingest/importPlan.ts';
import { surveyFile } from '../../../src/core/ingest/surveyFile.ts';
import type { ClientDatabase } from '../../../src/storage/database.ts';
import { wordFailure } from '../../../src/ui/shared/wordFailure.ts';
import type { Receipt } from '../../../src/worker/loadView.ts';
import type { ByteSource } from '../../../src/worker/thread/decodeFile.ts';
import { importUsers } from '../../../src/worker/thread/importUsers.ts';
import { readSurveyInput } from '../../../src/worker/thread/surveyFile.ts';
import { LIVE, usersTools } from '../../support/importSetting.ts';

const DAY = readIsoDay('2026-06-30')!;

/** What became of a file: a sentence why it is not read, or the receipt and the sentences about its rows. */
export type Loaded =
  | { readonly refused: string; readonly atImport: boolean }
  | {
      readonly refused: undefined;
      readonly receipt: Receipt;
      readonly surveyed: number | undefined;
      readonly sentences: string[];
    };

/** Answers every question that keeps a file from being read: an account column, day and month, completeness. */
const answered = (plan: ImportPlan): ImportPlan => {
  const hasAccount = plan.columns.some(({ meaning }) => meaning === 'accountId');
  return {
    ...plan,
    completeness: 'full',
    columns: plan.columns.map((column, index) => ({
      ...column,
      ...(!hasAccount && index === 0
        ? {
            meaning: 'accountId' as const,
            dates: undefined,
            signalKind: undefined,
            proposedClass: undefined,
            forLicenceType: undefined,
          }
        : column.dates?.order === 'undecided'
          ? { dates: { ...column.dates, order: 'dayFirst' as const } }
          : {}),
    })),
  };
};

/** Surveys a file and imports it with every question answered, as the worker does. */
export async function loadDamaged(source: ByteSource, db: ClientDatabase): Promise<Loaded> {
  const file = source as File;
  const input = await readSurveyInput(
    { file },
    {
      fileTime: DAY * 86_400_000,
      system: 'other',
      plan: undefined,
      workspaceZone: 'Europe/London',
      workingDay: DAY,
    },
    LIVE,
  );
  if (!input.ok) return { refused: wordFailure(input.failure), atImport: false };
  let plan = answered(surveyFile(input.value).plan);
  for (let tries = 0; tries < 9; tries += 1) {
    const ended = await importUsers(
      { file },
      plan,
      usersTools(db, { snapshot: 'damaged' }),
      LIVE,
      () => undefined,
    );
    if (!ended.ok) return { refused: wordFailure(ended.failure), atImport: true };
    const { value } = ended;
    if (value.outcome === 'imported') {
      const { receipt } = value;
      return {
        refused: undefined,
        receipt,
        surveyed: input.value.wholeFile ? input.value.rows.length : undefined,
        sentences: receipt.errors.map(describeRowError),
      };
    }
    if (value.outcome !== 'dateOrderOpen') throw new Error(value.outcome);
    plan = {
      ...plan,
      columns: plan.columns.map((column) =>
        column.position === value.position && column.dates
          ? { ...column, dates: { ...column.dates, order: 'dayFirst' as const } }
          : column,
      ),
    };
  }
  throw new Error('The order of day and month stays open.');
}
