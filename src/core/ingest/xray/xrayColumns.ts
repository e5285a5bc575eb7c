import type { EpochDay } from '../../base/epochDay.ts';
import type { ColumnPlan, ImportPlan } from '../importPlan.ts';
import { keptDaysOf } from '../keptDays.ts';
import type { Meaning } from '../meaning.ts';
import type { DateContext } from '../momentToDay.ts';
import { isEvidenceMeaning } from '../signalDefaults.ts';
import type { SurveyedRows } from '../surveyQuestions.ts';
import type { XrayQuestion } from '../xrayQuestion.ts';
import { readHeaderKey } from '../headerKey.ts';
import { findActionAfterSignIn } from './findActionAfterSignIn.ts';
import { findAttemptsColumn } from './findAttemptsColumn.ts';
import { findConcealedNames } from './findConcealedNames.ts';
import { findDroppedDates } from './findDroppedDates.ts';
import { findFrozenColumn } from './findFrozenColumn.ts';
import { findLostDigits } from './findLostDigits.ts';
import { findLostZeros } from './findLostZeros.ts';
import { findNeverWords } from './findNeverWords.ts';
import { findPlaceholderDates } from './findPlaceholderDates.ts';
import { findSerialNumbers } from './findSerialNumbers.ts';
import { findSharedOldestDate } from './findSharedOldestDate.ts';
import { findSignInBeforeCreated } from './findSignInBeforeCreated.ts';
import { findSwappedDays } from './findSwappedDays.ts';
import { readColumn, type ReadColumn } from './readColumn.ts';

/** The rows at hand, without title, total and footer lines, and what the recognised export says of itself. */
export interface XrayInput extends SurveyedRows {
  /** Whether they are all rows of the file. */
  readonly wholeFile: boolean;
  /** Days for which the platform keeps a date of use. */
  readonly keepsDays: number | undefined;
  /** Day that the platform writes for never. */
  readonly neverDay: EpochDay | undefined;
}

/** Dates in which a placeholder can mean that it never happened; a creation always happened. */
const MAY_BE_NEVER: ReadonlySet<Meaning> = new Set<Meaning>(['leftOn', 'retiredOn', 'activatedOn']);

/** What tells whether a column holds keys. */
export type KeyColumn = Pick<ColumnPlan, 'position' | 'header' | 'meaning'>;

/** Columns whose numbers are padded with zeros: employee numbers, under whatever meaning. */
export const isEmployeeNumber = ({ meaning, header }: KeyColumn): boolean =>
  meaning === 'employeeNumber' ||
  (meaning === 'accountId' &&
    /employee|personnel|personal|mitarbeiter|matricul|matricola/.test(readHeaderKey(header).key));

/** Whether dates of the column count as work or as a sign-in, so that a column that stopped would mislead. */
export const provesUse = ({ proposedClass }: ColumnPlan): boolean =>
  proposedClass === 'meaningful' || proposedClass === 'loginOnly';

/** Whether accounts or people are told apart by the column. */
export const isKey = ({ meaning }: KeyColumn): boolean =>
  meaning === 'accountId' || meaning === 'employeeNumber';

/**
 * Examines every column of a users file that is in use and asks what only a person can know, in file order of the
 * columns. Findings in which columns are compared stand at the first of the two. Pure: the same plan and rows give the
 * same questions, answered ones included, so that an answer can be changed.
 * Source of the rule: LOAD-23, LOAD-26 to LOAD-28.
 */
export function xrayColumns(plan: ImportPlan, input: XrayInput): readonly XrayQuestion[] {
  const context: DateContext = { asOf: plan.asOf, workspaceZone: plan.workspaceZone, futureAllowed: false };
  const used = plan.columns
    .filter(({ meaning }) => meaning !== 'ignore')
    .map((column) => readColumn(column, input, context));
  const withMeaning = (meaning: Meaning): ReadColumn | undefined =>
    used.find(({ column }) => column.meaning === meaning);
  const accounts = withMeaning('accountId');
  const created = withMeaning('createdOn');
  const signIn = withMeaning('lastSignIn') ?? withMeaning('lastSsoSignIn');
  let concealed: XrayQuestion | undefined;

  const findDateFindings = (read: ReadColumn): (XrayQuestion | undefined)[] => {
    const { column } = read;
    const isUse = isEvidenceMeaning(column.meaning) && column.proposedClass !== 'ignored';
    const mayBeNever = isUse || MAY_BE_NEVER.has(column.meaning);
    const keptDays = keptDaysOf(column, input.keepsDays);
    const keepsAll = plan.historyStart === undefined && keptDays === undefined;
    const isSignIn = column.meaning === 'lastSignIn' || column.meaning === 'lastSsoSignIn';
    return [
      findAttemptsColumn(read, plan.columns),
      findSwappedDays(read),
      findSerialNumbers(read, plan.asOf),
      mayBeNever ? findPlaceholderDates(read, input, context) : undefined,
      isUse
        ? findSharedOldestDate(read, accounts, input, context, input.neverDay, input.wholeFile)
        : undefined,
      isUse ? findNeverWords(read, input, context, keepsAll) : undefined,
      isUse ? findDroppedDates(read, keptDays) : undefined,
      provesUse(column) && input.wholeFile && !read.isOpen ? findFrozenColumn(read, plan.asOf) : undefined,
      isSignIn && created ? findSignInBeforeCreated(read, created) : undefined,
      column.meaning === 'lastAction' && signIn ? findActionAfterSignIn(read, signIn) : undefined,
    ];
  };

  return used.flatMap((read) => {
    const { column } = read;
    concealed ??= findConcealedNames(read);
    const found = [
      concealed?.position === column.position ? concealed : undefined,
      column.dates || isKey(column) ? findLostDigits(read) : undefined,
      isEmployeeNumber(column) ? findLostZeros(read) : undefined,
      ...(column.dates ? findDateFindings(read) : []),
    ];
    return found.filter((question) => question !== undefined);
  });
}
