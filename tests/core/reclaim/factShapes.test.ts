import { expect, test } from 'vitest';
import { chainFacts } from '../../../src/core/reclaim/chainFacts.ts';
import { CHAIN_START, type LedgerValue } from '../../../src/core/reclaim/ledgerEntry.ts';
import { readFact } from '../../../src/core/reclaim/readFact.ts';
import { writeFact } from '../../../src/core/reclaim/writeFact.ts';
import { countedSalts, policy, sha256Hex } from '../../builders/ledgerBench.ts';

test('a version frozen before shared addresses were a rule is read with the rule off', () => {
  const fact = writeFact({ kind: 'policyFrozen', version: 1, policy: policy(), hash: 'h' });
  const stored = fact.body['policy'] as Readonly<Record<string, Readonly<Record<string, LedgerValue>>>>;
  const { useSharedAddresses, ...nonHuman } = stored['nonHuman']!;
  expect(useSharedAddresses).toBe(true);
  const old = { ...fact, body: { ...fact.body, policy: { ...stored, nonHuman } } };
  const [entry] = chainFacts(
    [old],
    { actor: 'Ada', at: '2026-09-01T10:00:00Z' },
    CHAIN_START,
    sha256Hex,
    countedSalts(),
  );
  expect(readFact(entry!)).toMatchObject({
    ok: true,
    value: { policy: { nonHuman: { useSharedAddresses: false, useDelegates: true } } },
  });
});
