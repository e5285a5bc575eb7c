import { readHeaderKey } from '../headerKey.ts';
import type { ColumnPlan } from '../importPlan.ts';
import { isEvidenceMeaning } from '../signalDefaults.ts';
import type { XrayQuestion } from '../xrayQuestion.ts';
import { placesWhere, rowsAt, type ReadColumn } from './readColumn.ts';

const SIGN_IN = /\b(sign|log|login|logon)\b/;

/** Whether a header names a column that counts sign-ins that failed: Entra's `lastSignInDateTime` and words for attempts. */
function countsAttempts(header: string): boolean {
  const { key, words } = readHeaderKey(header);
  return key === 'lastsignindatetime' || /\battempts?\b|\bfailed\b/.test(words);
}

/** Whether a header names a column of successful sign-ins. */
function countsSuccesses(header: string): boolean {
  const { words } = readHeaderKey(header);
  return /\bsuccess(?:ful)?\b/.test(words) && SIGN_IN.test(words);
}

/**
 * A column in use that counts attempts, whatever it was mapped to. Where the file has a column of successful ones that
 * is preferred; else the recommended answer is to keep the attempts apart, since they prove no use.
 * Source of the rule: LOAD-27, signal kinds.
 */
export function findAttemptsColumn(
  read: ReadColumn,
  columns: readonly ColumnPlan[],
): XrayQuestion | undefined {
  const { column } = read;
  if (!isEvidenceMeaning(column.meaning) || !countsAttempts(column.header)) return undefined;
  const filled = placesWhere(read, (_, cell) => cell !== '');
  const found = columns.find(
    ({ header, position }) => position !== column.position && countsSuccesses(header),
  );
  return {
    kind: 'attemptsColumn',
    position: column.position,
    count: filled.length,
    rows: rowsAt(read, filled),
    better: found && { position: found.position, header: found.header },
    answers: [found ? 'useSuccessful' : 'markAttempts', 'useAnyway'],
    recommended: found ? 'useSuccessful' : 'markAttempts',
  };
}
