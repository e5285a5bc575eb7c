import { expect, test } from 'vitest';
import { chainFacts } from '../../../src/core/reclaim/chainFacts.ts';
import { CHAIN_START, type LedgerValue } from '../../../src/core/reclaim/ledgerEntry.ts';
import { exportLedger, readLedgerExport } from '../../../src/core/reclaim/exportLedger.ts';
import { readFact } from '../../../src/core/reclaim/readFact.ts';
import { verifyChain } from '../../../src/core/reclaim/verifyChain.ts';
import { writeFact } from '../../../src/core/reclaim/writeFact.ts';
import { countedSalts, policy, sha256Hex } from '../../builders/ledgerBench.ts';

test('free texts of a policy stand in the personal part, and the policy reads back whole', () => {
  const frozen = policy({
    name: 'Ada’s definition',
    ownerTeam: 'Team of Ben Ruiz',
    checksOff: [
      { check: 'tenure', reason: 'Ada said so' },
      { check: 'protectedRole', reason: 'Ben asked each of them' },
    ],
  });
  const fact = writeFact({ kind: 'policyFrozen', version: 1, policy: frozen, hash: 'h' });
  expect(JSON.stringify({ ...fact, personal: undefined })).not.toMatch(/Ada|Ben/);
  expect(fact.body['policy']).toMatchObject({ checksOff: [{ check: 'tenure' }, { check: 'protectedRole' }] });
  const stamp = { actor: 'Cleo', at: '2026-09-01T10:00:00Z' };
  const entries = chainFacts([fact], stamp, CHAIN_START, sha256Hex, countedSalts());
  expect(readFact(entries[0]!)).toEqual({
    ok: true,
    value: { kind: 'policyFrozen', version: 1, policy: frozen, hash: 'h' },
  });
  for (const form of ['full', 'pseudonymised'] as const) {
    const read = readLedgerExport(exportLedger(entries, form));
    expect('entries' in read && verifyChain(read.entries, sha256Hex)).toEqual({
      outcome: 'intact',
      entries: 1,
    });
  }
  expect(exportLedger(entries, 'pseudonymised')).not.toMatch(/Ada|Ben/);
});

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
