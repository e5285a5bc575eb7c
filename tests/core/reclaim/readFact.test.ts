import { describe, expect, test } from 'vitest';
import { CATEGORIES, type Category } from '../../../src/core/policy/category.ts';
import { chainFacts } from '../../../src/core/reclaim/chainFacts.ts';
import { describeFact } from '../../../src/core/reclaim/describeFact.ts';
import { CHAIN_START, type LedgerValue, type RecordedEntry } from '../../../src/core/reclaim/ledgerEntry.ts';
import { LEDGER_KINDS } from '../../../src/core/reclaim/ledgerKinds.ts';
import { readFact } from '../../../src/core/reclaim/readFact.ts';
import type { RecordedFact } from '../../../src/core/reclaim/recordedFact.ts';
import { writeFact } from '../../../src/core/reclaim/writeFact.ts';
import {
  contractLine,
  countedSalts,
  day,
  policy,
  seatIdentity,
  sha256Hex,
} from '../../builders/ledgerBench.ts';

const seat = seatIdentity(1, { licenceType: '__proto__' });
const on = day(2026, 9, 1);
const notice = { recipient: 'ada@x.example', channel: 'letter', on, text: 'Dear Ada' } as const;
const counts = Object.fromEntries(CATEGORIES.map((name, index) => [name, index])) as Record<Category, number>;

const linkedAccount = { system: 'jira', pseudonym: '3F9K2M8Q', account: 'ada', name: 'Ada Wood' };
const directoryPerson = { employeeNumber: 'Person 7', email: 'ada@larkfield.example', name: 'Ada Wood' };

const FACTS: readonly RecordedFact[] = [
  { kind: 'workspaceCreated', name: 'Larkfield', timeZone: 'UTC', fiscalYearStart: 1, sample: true },
  {
    kind: 'usersImported',
    snapshot: 's1',
    sha256: 'a',
    fileName: 'Ada’s users.csv',
    system: 'ServiceNow',
    asOf: on,
    completeness: 'filtered',
    read: 3,
    accepted: 2,
    rejected: 1,
    accounts: 2,
    seats: 2,
  },
  { kind: 'snapshotDeleted', snapshot: 's1', asOf: on, wasBaseline: true },
  {
    kind: 'baselineNamed',
    snapshot: 's1',
    asOf: on,
    sha256: 'a',
    system: 'jira',
    policyVersion: 1,
    policyHash: 'b',
    accounts: 2,
    seats: 3,
    lines: { Fulfiller: { counts, entitled: 4 }, Approver: { counts, entitled: undefined } },
    replaced: day(2026, 3, 31),
  },
  { kind: 'systemChosen', system: 'jira' },
  { kind: 'systemStated', file: 'f1', system: 'jira' },
  {
    kind: 'fileImported',
    file: 'f1',
    fileKind: 'roster',
    sha256: 'a',
    fileName: 'Ada’s team.csv',
    asOf: on,
    read: 4,
    accepted: 3,
    rejected: 1,
    stored: 2,
    rangeFrom: on,
    rangeTo: undefined,
    answers: [{ column: 'timestamp', kind: 'swappedDays', answer: 'swapBack' }],
  },
  { kind: 'fileDeleted', file: 'f1' },
  { kind: 'contractLineSaved', line: contractLine({ unitPriceAYear: undefined, notice: undefined }) },
  { kind: 'contractLineRemoved', id: 'line-1' },
  { kind: 'holidaysSaved', days: [on, day(2026, 12, 25)] },
  {
    kind: 'identityRulesSaved',
    domainAliases: [{ domain: 'lark', standsFor: 'lark.example' }],
    dropMailboxTags: true,
  },
  { kind: 'accountLinked', account: linkedAccount, person: directoryPerson },
  { kind: 'accountUnlinked', account: linkedAccount, person: directoryPerson },
  {
    kind: 'policyFrozen',
    version: 1,
    policy: policy({ windowsByLicenceType: JSON.parse('{"__proto__":{"dormancy":60,"borderline":120}}') }),
    hash: 'h',
  },
  { kind: 'measured', version: 1, snapshot: 's1', asOf: on, counts, flagged: 7, categories: 'b'.repeat(64) },
  {
    kind: 'planSaved',
    plan: {
      bufferBasisPoints: 500,
      lines: { Fulfiller: { plannedJoiners: 1, plannedLeavers: 2, approvedExpansions: 3 } },
    },
  },
  {
    kind: 'exceptionAdded',
    seat,
    from: on,
    until: on,
    rationale: 'r',
    fallbackControl: 'f',
    caseNumber: undefined,
  },
  { kind: 'patternDeclared', seat, pattern: 'onCall', declaredOn: on, reason: 'r' },
  { kind: 'seatFoundInactive', seat, foundOn: on, reason: 'r' },
  { kind: 'humanMarked', seat, mark: 'shared', reason: 'r' },
  { kind: 'queueWaived', policyVersion: 1, snapshot: 's1', reason: 'r' },
  {
    kind: 'caseOpened',
    caseNumber: 1,
    transition: 2,
    to: 'Attention Required',
    subStep: undefined,
    attention: 'userMissing',
    seat,
    identified: true,
    protectedRole: true,
    dryRun: false,
    origin: 'automatic',
    notify: true,
    category: 'dormant',
    flaggedOn: on,
    policyVersion: 1,
    snapshot: 's1',
    dataAge: -3,
    justification: undefined,
    graceEnds: undefined,
    reason: undefined,
  },
  {
    kind: 'caseMoved',
    caseNumber: 1,
    transition: 32,
    appliedAs: 12,
    from: 'Awaiting User',
    to: 'Closed Skipped',
    subStep: 'frozen',
    deadline: on,
    dryRun: true,
    reason: 'why not',
    dueOn: on,
    appliedOn: on,
    effects: {
      notify: false,
      notice,
      waiver: 'w',
      decision: {
        decision: 'keep',
        by: 'manager',
        channel: 'phone',
        reference: '',
        reason: 'r',
        lighterLicenceType: undefined,
      },
      appealed: true,
      attention: 'failed',
      errorText: 'e',
      owner: { name: 'Ada', email: '' },
      decider: { name: 'Ben', email: 'ben@x.example' },
      graceEnds: on,
      restoreCard: { licenceType: 'F', role: 'r', group: 'g', owner: 'o', manager: 'm', unit: 'u', on },
      downgradeTo: 'Requester',
      justification: 'Restricted Software',
      closing: 'kept',
      proof: 'verified',
      reclaimedOn: on,
      doneOn: on,
      overrideReason: 'x',
      evidence: { snapshot: 's1', text: 'row 7' },
      remark: 'm',
    },
  },
  { kind: 'noticeRecorded', caseNumber: 1, notice },
  { kind: 'personLinked', caseNumber: 1, role: 'decider', person: { name: 'Ben', email: '' } },
  { kind: 'seatReactivated', caseNumber: 1, on, snapshot: 's2' },
  { kind: 'undone', act: 4, sequences: [4, 5], reason: 'r' },
  { kind: 'briefExported', fileName: 'brief.pdf', sha256: 'a', briefId: '1234abcd', pages: 9 },
  { kind: 'ledgerExported', form: 'pseudonymised', entries: 12 },
  { kind: 'workspaceSaved' },
  { kind: 'namesRevealed' },
  { kind: 'ledgerVerified' },
];

function recorded(fact: RecordedFact): RecordedEntry {
  const stamp = { actor: 'Robin', at: '2026-09-01T10:00:00+01:00' };
  return chainFacts([writeFact(fact)], stamp, CHAIN_START, sha256Hex, countedSalts())[0]!;
}

describe('writeFact and readFact', () => {
  test('every kind is written and read back as it was', () => {
    expect(FACTS.map(({ kind }) => kind)).toEqual(LEDGER_KINDS);
    const whole = FACTS.find((fact) => fact.kind === 'measured')!;
    // Entries of earlier versions tell the counts alone.
    const { categories: _, ...countsAlone } = whole;
    expect(readFact(recorded(countsAlone))).toEqual({ ok: true, value: countsAlone });
    for (const fact of FACTS) expect(readFact(recorded(fact))).toEqual({ ok: true, value: fact });
  });

  test('every kind survives storage as plain JSON', () => {
    for (const fact of FACTS) {
      const entry = JSON.parse(JSON.stringify(recorded(fact))) as RecordedEntry;
      expect(readFact(entry)).toEqual({ ok: true, value: fact });
    }
  });

  test('a line stored with its answer keeps it; one stored before it could be answered has none [CONTRACT-04]', () => {
    const answered = recorded({ kind: 'contractLineSaved', line: contractLine({ overlap: 'replacement' }) });
    expect(readFact(answered)).toMatchObject({ value: { line: { overlap: 'replacement' } } });
    const { overlap, ...line } = answered.entry.body['line'] as Record<string, LedgerValue>;
    expect(overlap).toBe('replacement');
    const stored = (body: Record<string, LedgerValue>): RecordedEntry => ({
      ...answered,
      entry: { ...answered.entry, body: { line: body } },
    });
    expect(readFact(stored(line))).toEqual({
      ok: true,
      value: { kind: 'contractLineSaved', line: contractLine() },
    });
    expect(readFact(stored({ ...line, overlap: 'both' }))).toEqual({
      ok: false,
      failure: { sequence: 1, field: 'line.overlap' },
    });
  });

  test('subjects and bodies hold pseudonyms, never names or free text', () => {
    for (const fact of FACTS) {
      const open = JSON.stringify(recorded(fact).entry);
      for (const personal of [
        'Ada',
        'Ben',
        'Person',
        'larkfield.example',
        'Morgan',
        'why not',
        'row 7',
        'Robin',
      ]) {
        expect(open).not.toContain(personal);
      }
    }
  });

  test('each kind has a line that names nobody', () => {
    for (const fact of FACTS) expect(describeFact(fact)).toMatch(/^[A-Z].{4,}$/);
  });

  test('names the entry and the field that does not fit', () => {
    const entry = recorded(FACTS.find(({ kind }) => kind === 'measured')!);
    const changed = (body: object): RecordedEntry => ({
      ...entry,
      entry: { ...entry.entry, body: { ...entry.entry.body, ...body } },
    });
    expect(readFact(changed({ asOf: '2026-02-30' }))).toEqual({
      ok: false,
      failure: { sequence: 1, field: 'asOf' },
    });
    expect(readFact(changed({ flagged: '7' }))).toEqual({
      ok: false,
      failure: { sequence: 1, field: 'flagged' },
    });
    expect(readFact(changed({ counts: [] }))).toEqual({
      ok: false,
      failure: { sequence: 1, field: 'counts' },
    });
    const unknown = { ...entry, entry: { ...entry.entry, kind: 'toString' } };
    expect(readFact(unknown)).toEqual({ ok: false, failure: { sequence: 1, field: 'kind' } });
  });
});
