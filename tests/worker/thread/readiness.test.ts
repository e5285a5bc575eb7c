import { expect, test } from 'vitest';
import { readinessOf, type ReadinessFacts } from '../../../src/worker/thread/readiness.ts';
import { day } from '../../core/contract/contractLineBuilder.ts';

const FACTS: ReadinessFacts = {
  hasContractLine: true,
  heldBack: [],
  frozenVersion: 1,
  isMeasured: true,
  borderlineOpen: 0,
  noticeKnown: true,
  asOf: day('2026-06-30'),
  briefDate: '2026-06-30',
  verified: 1,
  liveCases: 1,
  dryRunCases: 0,
};
const line = (changes: Partial<ReadinessFacts>) =>
  readinessOf({ ...FACTS, ...changes }).find(({ item }) => item === 'contractLine');

test('lines held back block the brief when nothing else is in force, and warn beside others [CONTRACT-04]', () => {
  const heldBack = [{ licenceType: 'Portal', reason: 'overlap' }] as const;
  expect(line({})?.state).toBe('ready');
  expect(line({ heldBack })).toMatchObject({
    state: 'warns',
    sentence: expect.stringMatching(/^Portal: two/),
  });
  expect(line({ heldBack, hasContractLine: false })?.state).toBe('blocks');
  expect(line({ hasContractLine: false })?.sentence).toBe(
    'No contract line is in force on the data-as-of date.',
  );
});
