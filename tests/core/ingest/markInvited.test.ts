import { expect, test } from 'vitest';
import { BLANK, NEVER } from '../../../src/core/base/dayValue.ts';
import { emptyUserRow } from '../../../src/core/ingest/emptyUserRow.ts';
import { markInvited } from '../../../src/core/ingest/markInvited.ts';
import { ACCOUNT_STATUSES } from '../../../src/core/inventory/enumerations.ts';

test.each([
  ['active', [NEVER, NEVER], 'invited'],
  ['active', [NEVER, BLANK], 'invited'],
  ['active', [BLANK, BLANK], 'active'],
  ['active', [NEVER, 20_000], 'active'],
  ['suspended', [NEVER, NEVER], 'suspended'],
  ['unknown', [NEVER, NEVER], 'unknown'],
] as const)('an account that is %s with dates of use %j is %s [REVIEW-05]', (before, days, after) => {
  const row = emptyUserRow(days.length);
  row.status = ACCOUNT_STATUSES.indexOf(before);
  row.evidenceDays.set(days);
  markInvited(row);
  expect(ACCOUNT_STATUSES[row.status]).toBe(after);
});
