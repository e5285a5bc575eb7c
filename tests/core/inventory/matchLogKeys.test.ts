import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PLAIN_IDENTITY, type IdentityRules } from '../../../src/core/ingest/identityRules.ts';
import {
  matchLogKeys,
  NO_MATCH,
  SEVERAL,
  type MatchedKeys,
} from '../../../src/core/inventory/matchLogKeys.ts';
import type { Snapshot } from '../../../src/core/inventory/snapshot.ts';
import { snapshotOf, textColumnOf } from '../../builders/snapshotOf.ts';

const RULES: IdentityRules = {
  domainAliases: new Map([
    ['old.example', 'corp.example'],
    ['larkfield', 'corp.example'],
  ]),
  dropMailboxTags: true,
};

const LIST = snapshotOf(`
  | account | user name     | email             | licence   |
  | 17      | LARKFIELD\\ann | Ann@Corp.example  | Fulfiller |
  | 18      | bob           | bob@corp.example  | Fulfiller |
  | 19      | cat           | desk@corp.example | Fulfiller |
  | 20      | dee           | desk@corp.example | Fulfiller |
`);

function match(keys: readonly string[], rules: IdentityRules = RULES, list: Snapshot = LIST): MatchedKeys {
  const pieces = matchLogKeys(list.accounts, textColumnOf(keys), rules);
  let piece = pieces.next();
  while (piece.done !== true) piece = pieces.next();
  return piece.value;
}

describe('keys of a log', () => {
  test('are matched by the rules of the client: domains that stand for each other and mailbox tags [LOAD-29]', () => {
    const keys = ['ann@old.example', 'bob+alerts@corp.example', 'larkfield\\bob', '0018'];
    expect([...match(keys).account]).toEqual([0, 1, 1, NO_MATCH]);
    expect([...match(keys, PLAIN_IDENTITY).account]).toEqual([NO_MATCH, NO_MATCH, NO_MATCH, NO_MATCH]);
  });

  test('keep their tag unless tag removal is switched on [LOAD-29]', () => {
    const rules = { ...RULES, dropMailboxTags: false };
    expect([...match(['bob+alerts@corp.example', 'bob@old.example'], rules).account]).toEqual([NO_MATCH, 1]);
  });

  test('of which several name one account are listed with it', () => {
    const { account, shared } = match(['ann@old.example', '18', '17', 'ann+x@corp.example', 'nobody']);
    expect([...account]).toEqual([0, 1, 0, 0, NO_MATCH]);
    expect([...shared.accounts]).toEqual([0]);
    expect([...shared.keys.subarray(shared.starts[0], shared.starts[1])]).toEqual([0, 2, 3]);
  });

  test('that several accounts share under the rules choose none of them', () => {
    const { account, doubtful } = match(['desk+night@old.example', 'dee']);
    expect([...account]).toEqual([SEVERAL, 3]);
    expect([...doubtful]).toEqual([0, 0, 1, 1]);
  });

  test('are each matched, doubtful or without an account, whatever the rules', () => {
    const part = fc.constantFrom('ann', 'bob', 'desk', 'ann+x', '17', '20');
    const domain = fc.constantFrom('', '@corp.example', '@old.example', '@else.example');
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.tuple(part, domain).map((parts) => parts.join('')),
          { maxLength: 12 },
        ),
        (keys) => {
          const { account, shared } = match(keys);
          const ownOf = (row: number): number => account.filter((found) => found === row).length;
          const several = [0, 1, 2, 3].filter((row) => ownOf(row) > 1);
          expect([...shared.accounts]).toEqual(several);
          expect(shared.keys).toHaveLength(several.reduce((sum, row) => sum + ownOf(row), 0));
        },
      ),
    );
  });
});
