import type { GivenAnswer } from '../../core/ingest/givenAnswer.ts';
import type { ColumnPlan, ImportPlan } from '../../core/ingest/importPlan.ts';
import { undecidedReading } from '../../core/ingest/proposeColumns.ts';

/** Key under which the mapping of a header is remembered: same columns in the same order. */
export const mappingKey = (plan: ImportPlan): string =>
  `mapping:${JSON.stringify(plan.columns.map(({ header }) => header))}`;

/** What a field of a plan belongs to: every file with the same header, the file at hand, or each column by itself. */
const PLAN_FIELDS: Readonly<Record<keyof ImportPlan, 'header' | 'file' | 'column'>> = {
  system: 'header',
  rowIs: 'header',
  fixedLicenceType: 'header',
  licenceSeparator: 'header',
  lagDays: 'header',
  columns: 'column',
  dialect: 'file',
  asOf: 'file',
  workspaceZone: 'file',
  historyStart: 'file',
  completeness: 'file',
  appended: 'file',
  answers: 'file',
  neverIsInvited: 'file',
  addressForKey: 'file',
};

const HEADER_FIELDS = (Object.keys(PLAN_FIELDS) as (keyof ImportPlan)[]).filter(
  (field) => PLAN_FIELDS[field] === 'header',
);

/**
 * The proposed plan with the meanings that were used last for the same header, or `undefined` when there are none.
 * What belongs to the file at hand (its outer form, its as-of date, the order of its dates, what its empty cells and odd
 * dates mean, which columns an answer took out of the list) is never taken over.
 */
export function withSavedMapping(proposed: ImportPlan, saved: unknown): ImportPlan | undefined {
  if (!isPlan(saved) || saved.columns.length !== proposed.columns.length) return undefined;
  return {
    ...proposed,
    ...Object.fromEntries(HEADER_FIELDS.map((field) => [field, saved[field]])),
    columns: proposed.columns.map((column, index) => {
      const before = saved.columns[index]!;
      if (before.meaning === 'ignore' && isTakenOut(column, savedAnswersOf(proposed, saved))) return column;
      const { position, header } = column;
      const zone = before.dates?.zone ?? proposed.workspaceZone;
      const own = column.dates ?? undecidedReading(header, zone);
      return { ...before, position, header, dates: before.dates && { ...own, zone } };
    }),
  };
}

/** What was answered last about files with the same header, to be proposed again and never applied unasked. Source: LOAD-13, LOAD-26. */
export function savedAnswersOf(proposed: ImportPlan, saved: unknown): readonly GivenAnswer[] {
  if (!isPlan(saved) || saved.columns.length !== proposed.columns.length) return [];
  return Array.isArray(saved.answers) ? saved.answers : [];
}

/** Whether an answer about other dates takes a column out of the list. */
const isTakenOut = ({ meaning }: ColumnPlan, answers: readonly GivenAnswer[]): boolean =>
  answers.some(
    ({ answer }) =>
      (answer === 'ignoreCreated' && meaning === 'createdOn') ||
      (answer === 'ignoreSignIn' && (meaning === 'lastSignIn' || meaning === 'lastSsoSignIn')),
  );

const isPlan = (value: unknown): value is ImportPlan =>
  typeof value === 'object' && value !== null && Array.isArray((value as Partial<ImportPlan>).columns);
