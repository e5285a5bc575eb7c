import { describe, expect, test } from 'vitest';
import { canonicalAddress, PLAIN_IDENTITY } from '../../../src/core/ingest/identityRules.ts';
import { NO_DECISIONS } from '../../../src/core/reclaim/identityDecisions.ts';
import { isSamePerson, type DirectoryPerson } from '../../../src/core/reclaim/directoryPerson.ts';
import { accountKeyOf, type LinkedAccount } from '../../../src/core/reclaim/linkedAccount.ts';
import { replayLedger } from '../../../src/core/reclaim/replayLedger.ts';
import { undoLastAct } from '../../../src/core/reclaim/undoLastAct.ts';
import { LedgerBench } from '../../builders/ledgerBench.ts';

const account: LinkedAccount = { system: 'jira', pseudonym: '3F9K2M8Q', account: 'awood', name: 'A. Wood' };
const ada: DirectoryPerson = { employeeNumber: '000417', email: 'ada@lark.example', name: 'Ada Wood' };
const amy: DirectoryPerson = { employeeNumber: '', email: 'amy@lark.example', name: 'Amy Wood' };

const decisionOf = (bench: LedgerBench) => bench.record.identity.accounts.get(accountKeyOf(account));
const undo = (bench: LedgerBench): void => {
  const undone = undoLastAct(bench.record, 'a mistake', { actor: 'Robin', workingDay: bench.workingDay });
  if (!undone.ok) throw new Error(undone.failure.reason);
  bench.append(undone.value);
};

describe('who is who, by hand', () => {
  test('each link and unlink is an entry; the last one holds and each can be taken back [LOAD-31]', () => {
    const bench = LedgerBench.ready();
    bench.note({ kind: 'accountLinked', account, person: ada });
    expect(decisionOf(bench)).toEqual({ account, person: ada, apart: [] });
    bench.note({ kind: 'accountLinked', account, person: amy });
    expect(decisionOf(bench)?.person).toEqual(amy);
    bench.note({ kind: 'accountUnlinked', account, person: amy });
    expect(decisionOf(bench)).toEqual({ account, person: undefined, apart: [amy] });
    bench.note({ kind: 'accountUnlinked', account, person: ada });
    expect(decisionOf(bench)?.apart).toEqual([amy, ada]);
    bench.note({ kind: 'accountLinked', account, person: ada });
    expect(decisionOf(bench)).toEqual({ account, person: ada, apart: [amy] });
    expect(replayLedger(bench.entries)).toEqual({ ok: true, value: bench.record });
    undo(bench);
    expect(decisionOf(bench)).toEqual({ account, person: undefined, apart: [amy, ada] });
    for (let step = 0; step < 4; step += 1) undo(bench);
    expect(bench.record.identity).toEqual(NO_DECISIONS);
    expect(replayLedger(bench.entries)).toEqual({ ok: true, value: bench.record });
  });

  test('an account of another system is another account', () => {
    const bench = LedgerBench.ready();
    bench.note({ kind: 'accountLinked', account, person: ada });
    bench.note({ kind: 'accountUnlinked', account: { ...account, system: 'serviceNow' }, person: ada });
    expect(decisionOf(bench)?.person).toEqual(ada);
    expect(bench.record.identity.accounts.size).toBe(2);
  });

  test('keeping somebody else apart leaves a link as it is', () => {
    const bench = LedgerBench.ready();
    bench.note({ kind: 'accountLinked', account, person: ada });
    bench.note({ kind: 'accountUnlinked', account, person: amy });
    expect(decisionOf(bench)).toEqual({ account, person: ada, apart: [amy] });
  });
});

test('the last rules saved hold, and taking them back brings the ones before [LOAD-29]', () => {
  const bench = LedgerBench.ready();
  const read = (): string => canonicalAddress('Ann+desk@Lark', bench.record.identity.rules);
  expect(bench.record.identity.rules).toEqual(PLAIN_IDENTITY);
  bench.note({
    kind: 'identityRulesSaved',
    domainAliases: [{ domain: 'lark', standsFor: 'lark.example' }],
    dropMailboxTags: false,
  });
  expect(read()).toBe('ann+desk@lark.example');
  bench.note({ kind: 'identityRulesSaved', domainAliases: [], dropMailboxTags: true });
  expect(read()).toBe('ann@lark');
  undo(bench);
  expect(read()).toBe('ann+desk@lark.example');
});

test('two names are one person by employee number where both have one, else by address', () => {
  expect(isSamePerson(ada, { ...ada, email: 'new@lark.example' })).toBe(true);
  expect(isSamePerson(ada, { ...ada, employeeNumber: '417' })).toBe(false);
  expect(isSamePerson(ada, { ...ada, employeeNumber: '', email: 'ADA@lark.example ' })).toBe(true);
  expect(isSamePerson({ ...ada, employeeNumber: '', email: '' }, { ...ada, email: '' })).toBe(false);
});
