import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { explainNonHuman } from '../../../src/core/policy/explainNonHuman.ts';
import { ACCOUNT_KINDS } from '../../../src/core/policy/markNonHuman.ts';
import { randomContext } from '../../builders/randomSnapshot.ts';

test('an account is explained from its own texts as it is marked, with and without the marks at hand [REVIEW-07]', () => {
  fc.assert(
    fc.property(randomContext, ({ snapshot, policy, nonHuman }) => {
      for (let account = 0; account < snapshot.accounts.count; account += 1) {
        const alone = explainNonHuman(snapshot, account, policy.nonHuman);
        expect(alone?.kind ?? 'human').toBe(ACCOUNT_KINDS[nonHuman.kind[account]!]);
        expect(explainNonHuman(snapshot, account, policy.nonHuman, nonHuman)).toEqual(alone);
      }
    }),
    { numRuns: 100 },
  );
});
