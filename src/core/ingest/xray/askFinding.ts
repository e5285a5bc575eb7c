import type { FileFinding } from '../fileSurvey.ts';
import { askFurtherTables } from '../foundTables.ts';
import type { XrayQuestion } from '../xrayQuestion.ts';
import { isLikelyNever } from './findSharedOldestDate.ts';

/**
 * The question behind something that was found only when a whole file was read, without rows at hand; `undefined` for
 * a finding that is no question. Source of the rule: LOAD-23, LOAD-27.
 */
export function askFinding(finding: FileFinding): XrayQuestion | undefined {
  switch (finding.kind) {
    case 'frozenColumn':
      return {
        kind: 'frozenColumn',
        position: finding.position,
        count: 0,
        rows: [],
        latest: finding.latest,
        answers: ['replaceFile', 'useAnyway'],
        recommended: 'replaceFile',
      };
    case 'sharedOldestDate':
      return {
        kind: 'sharedOldestDate',
        position: finding.position,
        count: finding.accounts,
        rows: [],
        day: finding.day,
        answers: ['never', 'realDate'],
        recommended: isLikelyNever(finding.day, finding.next) ? 'never' : 'realDate',
      };
    case 'secondTable': {
      const { row, names = [], rows, tables = 1 } = finding;
      const table = { row, names, tables, rows: rows ?? 0 };
      return askFurtherTables(
        rows === undefined ? { readOn: table, isSure: false } : { leftOut: table, isSure: true },
      );
    }
    default:
      return undefined;
  }
}
