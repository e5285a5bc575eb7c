import { expect, test } from 'vitest';
import { keepAnswer, recordedAnswersOf } from '../../../../src/core/ingest/givenAnswer.ts';
import type { ImportPlan } from '../../../../src/core/ingest/importPlan.ts';
import { wordAnswer } from '../../../../src/core/ingest/xray/wordAnswer.ts';
import { describeFact, detailsOfFact } from '../../../../src/core/reclaim/describeFact.ts';
import { readIsoDay } from '../../../../src/core/base/epochDay.ts';

const PLAN = {
  columns: [
    { position: 0, header: 'User' },
    { position: 1, header: ' ' },
    { position: 2, header: 'Last login' },
  ],
} as unknown as ImportPlan;

test('answers are kept one a question and told by the names of their columns, in file order [LOAD-26]', () => {
  const first = keepAnswer(PLAN, { kind: 'sharedOldestDate', position: 2, answer: 'realDate' });
  const second = keepAnswer(first, { kind: 'blankMeaning', position: 1, answer: 'never' });
  const plan = keepAnswer(second, { kind: 'sharedOldestDate', position: 2, answer: 'never' });
  expect(recordedAnswersOf(plan).map(wordAnswer)).toEqual([
    'Column 2, empty cells: Never used',
    'Last login, one oldest date: Never',
  ]);
});

test('the entry of an import says what was answered, and nothing where nothing was asked [LOAD-26]', () => {
  const fact = {
    kind: 'usersImported',
    snapshot: 'june',
    sha256: '',
    fileName: 'users.csv',
    system: 'okta',
    asOf: readIsoDay('2026-06-30')!,
    completeness: 'full',
    read: 3,
    accepted: 3,
    rejected: 0,
    accounts: 3,
    seats: 4,
  } as const;
  expect(describeFact(fact)).toBe('Users imported as of 30 Jun 2026: 4 seats of 3 accounts');
  expect(detailsOfFact(fact)).toEqual([]);
  const answers = [{ column: 'Last work', kind: 'frozenColumn', answer: 'useAnyway' }] as const;
  const told = { ...fact, answers };
  expect(describeFact(told)).toBe(
    'Users imported as of 30 Jun 2026: 4 seats of 3 accounts. 1 question answered',
  );
  expect(detailsOfFact(told)).toEqual(['Last work, no recent date: Use it anyway']);
});
