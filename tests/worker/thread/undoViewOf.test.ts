import { expect, test } from 'vitest';
import { undoViewOf } from '../../../src/worker/thread/undoViewOf.ts';
import { decision, reclaim } from '../../builders/caseSteps.ts';
import { LedgerBench, opening } from '../../builders/ledgerBench.ts';

test('names the last act, and says when it stands [APP-17]', () => {
  const bench = LedgerBench.ready();
  bench.open(opening(1), opening(2));
  const undo = () => undoViewOf(bench.record, bench.entries, bench.workingDay);
  expect(undo()).toEqual({
    refusal: expect.stringMatching(
      /^The last act stands and cannot be taken back: .*Case opened as Ready.*, and 1 more\.$/,
    ),
  });
  bench.step(1, reclaim(bench.workingDay));
  expect(undo()).toEqual({ what: expect.stringMatching(/^Case 1: Ready → Awaiting User: notice of/) });
  bench.step(1, decision('user', 'revoke'));
  expect(undo()).toEqual({
    what: expect.stringMatching(/^Case 1: Awaiting User → Awaiting Revocation \(to freeze\)/),
  });
});
