import { describe, expect, test } from 'vitest';
import { addDays, type EpochDay } from '../../../src/core/base/epochDay.ts';
import { countReclaimed, countCases, heldSeats } from '../../../src/core/reclaim/caseCounts.ts';
import { CASE_STATES, type CaseState } from '../../../src/core/reclaim/caseState.ts';
import type { CaseRecord } from '../../../src/core/reclaim/caseRecord.ts';
import { stepContext } from '../../../src/core/reclaim/caseSituation.ts';
import type { CaseStep } from '../../../src/core/reclaim/caseStep.ts';
import { decideCaseStep } from '../../../src/core/reclaim/decideCaseStep.ts';
import { applyDueSteps, listDueItems } from '../../../src/core/reclaim/dueItems.ts';
import { CASE_TRANSITIONS } from '../../../src/core/reclaim/caseTransitions.ts';
import { matchReimport } from '../../../src/core/reclaim/matchReimport.ts';
import { replayLedger } from '../../../src/core/reclaim/replayLedger.ts';
import { undoLastAct } from '../../../src/core/reclaim/undoLastAct.ts';
import { deactivate, decision, freeze, reclaim, reclaimBare, waive } from '../../builders/caseSteps.ts';
import { AS_OF, contractLine, day, LedgerBench, opening, seatIdentity } from '../../builders/ledgerBench.ts';

const NO_NOTICE =
  'No notice is on record for this seat. Record one, or waive it with your name and a reason.';

/** A bench with case 1 in Awaiting User. */
function awaitingUser(changes = {}): LedgerBench {
  const bench = LedgerBench.ready(changes);
  bench.open(opening(1));
  expect(bench.step(1, reclaim(bench.workingDay))).toBeUndefined();
  return bench;
}

function frozen(changes = {}): LedgerBench {
  const bench = awaitingUser(changes);
  bench.step(1, decision('user', 'revoke'));
  bench.step(1, freeze(bench.workingDay));
  expect(bench.where(1)).toBe('Awaiting Revocation / frozen');
  return bench;
}

const transitionOfLast = (bench: LedgerBench): unknown => bench.entries.at(-1)?.entry.body['transition'];

describe('the transition table', () => {
  test('has the eight states with their exact labels [RECLAIM-01]', () => {
    expect(CASE_STATES).toEqual([
      'Attention Required',
      'Ready',
      'Awaiting User',
      'Awaiting Approval',
      'Awaiting Revocation',
      'Closed Complete',
      'Closed Skipped',
      'Closed Canceled',
    ]);
  });

  test('has the 32 transitions and no others', () => {
    const numbers = new Set(CASE_TRANSITIONS.map(({ number }) => number));
    expect([...numbers].toSorted((left, right) => left - right)).toEqual(
      Array.from({ length: 32 }, (_, index) => index + 1),
    );
  });

  test('never starts from a closed state, but for what a re-import finds', () => {
    const closed: CaseState[] = ['Closed Complete', 'Closed Skipped', 'Closed Canceled'];
    const leaving = CASE_TRANSITIONS.filter(
      ({ from }) => from !== 'none' && from !== 'open' && from.some((state) => closed.includes(state)),
    );
    expect(leaving.map(({ number }) => number)).toEqual([21, 25]);
  });
});

describe('opening cases', () => {
  test('needs a frozen definition', () => {
    const bench = new LedgerBench();
    expect(bench.open(opening(1))).toMatchObject([{ reason: 'Freeze a definition first.' }]);
    expect(bench.record.cases.size).toBe(0);
  });

  test('opens Ready and stores origin, flag date, version and age of the data', () => {
    const bench = LedgerBench.ready();
    bench.open(opening(1), opening(2, { origin: 'manual', reason: 'moved to another team' }));
    expect(bench.case(1)).toMatchObject({
      state: 'Ready',
      origin: 'automatic',
      flaggedOn: AS_OF,
      policyVersion: 1,
      snapshot: 'snapshot-1',
      dryRun: false,
    });
    expect(bench.case(2).origin).toBe('manual');
    expect(bench.entries.at(-1)?.entry.body['dataAge']).toBe(63);
    expect(bench.entries.at(-1)?.entry.act).toBe(bench.entries.at(-2)?.entry.sequence);
  });

  test('at most one open case per seat; a closed one makes room [RECLAIM-05]', () => {
    const bench = LedgerBench.ready();
    bench.open(opening(1));
    bench.note({
      kind: 'policyFrozen',
      version: 2,
      policy: bench.record.policies[0]!.policy,
      hash: 'c'.repeat(64),
    });
    expect(bench.open(opening(1), opening(2), opening(2))).toEqual([
      {
        subject: `seat:${seatIdentity(1).pseudonym}/Fulfiller`,
        reason: 'Case 1 is already open for this seat.',
      },
      { subject: `seat:${seatIdentity(2).pseudonym}/Fulfiller`, reason: 'This seat is named twice.' },
    ]);
    bench.step(1, { step: 'withdraw', reason: 'wrong seat' });
    expect(bench.open(opening(1))).toEqual([]);
    expect([...bench.record.cases.keys()]).toEqual([1, 2, 3]);
  });

  test('a blocked seat is refused with the sentence of its check', () => {
    const bench = LedgerBench.ready();
    expect(bench.open(opening(1, { block: 'Protected role: last administrator.' }))).toMatchObject([
      { reason: 'Protected role: last administrator.' },
    ]);
  });

  test('automatic without a person needs attention with notify on, not with notify off or by hand', () => {
    const nobody = { seat: seatIdentity(1, { name: '', email: '' }) };
    const notifying = LedgerBench.ready();
    notifying.open(opening(1, nobody));
    expect(notifying.case(1)).toMatchObject({ state: 'Attention Required', attention: 'userMissing' });
    const byHand = LedgerBench.ready();
    byHand.open(opening(1, { ...nobody, origin: 'manual' }));
    expect(byHand.where(1)).toBe('Ready');
    const silent = LedgerBench.ready({ notify: false });
    silent.open(opening(1, nobody));
    expect(silent.where(1)).toBe('Ready');
  });

  test('linking the person moves it to Ready in the same entry', () => {
    const bench = LedgerBench.ready();
    bench.open(opening(1, { seat: seatIdentity(1, { name: '', email: '' }) }));
    const before = bench.entries.length;
    expect(bench.step(1, { step: 'resolved', note: '' })).toBe(
      'No person is linked to this seat yet. Link one first.',
    );
    expect(
      bench.step(1, { step: 'linkPerson', role: 'owner', name: 'Ada Poe', email: 'ada@x.example' }),
    ).toBeUndefined();
    expect(bench.entries.length).toBe(before + 1);
    expect(bench.case(1)).toMatchObject({ state: 'Ready', owner: { name: 'Ada Poe' }, attention: undefined });
  });

  test('restricted software goes straight to revocation with its justification', () => {
    const bench = LedgerBench.ready();
    bench.note({ kind: 'contractLineSaved', line: contractLine({ restricted: true }) });
    bench.open(opening(1));
    expect(bench.where(1)).toBe('Awaiting Revocation / toFreeze');
    expect(bench.case(1)).toMatchObject({
      justification: 'Restricted Software',
      waiver: { why: 'Restricted Software' },
    });
    expect(bench.step(1, freeze(bench.workingDay))).toBeUndefined();
  });

  test('of several lines of a licence type the one with the latest start says whether it is restricted', () => {
    const bench = LedgerBench.ready();
    const from = (id: string, termStart: EpochDay, restricted: boolean): void => {
      bench.note({ kind: 'contractLineSaved', line: contractLine({ id, termStart, restricted }) });
    };
    from('line-1', day(2026, 1, 1), true);
    from('line-2', day(2026, 5, 1), false);
    from('line-3', day(2025, 1, 1), true);
    bench.open(opening(1));
    expect(bench.where(1)).toBe('Ready');
  });
});

describe('notice and waiver', () => {
  test('reclaim with a notice awaits the user until notice date plus objection days [RECLAIM-12]', () => {
    const bench = LedgerBench.ready({ objectionDays: 10 });
    bench.open(opening(1));
    const sent = addDays(bench.workingDay, -2);
    expect(bench.step(1, reclaim(sent))).toBeUndefined();
    expect(bench.case(1)).toMatchObject({
      state: 'Awaiting User',
      deadline: addDays(sent, 10),
      notice: { on: sent },
    });
    expect(transitionOfLast(bench)).toBe(5);
  });

  test('reclaim with neither notice nor waiver is refused', () => {
    const notifying = LedgerBench.ready();
    notifying.open(opening(1));
    expect(notifying.step(1, reclaimBare)).toBe(NO_NOTICE);
    const silent = LedgerBench.ready({ notify: false });
    silent.open(opening(1));
    expect(silent.step(1, reclaimBare)).toBe(NO_NOTICE);
    expect(silent.step(1, waive('  '))).toBe(NO_NOTICE);
  });

  test('with notify off Awaiting User cannot be reached, not even with a notice [RECLAIM-09]', () => {
    const bench = LedgerBench.ready({ notify: false });
    bench.open(opening(1));
    expect(bench.step(1, reclaim(bench.workingDay))).toBe(NO_NOTICE);
    expect(bench.step(1, { step: 'recordNotice', notice: noticeOn(bench) })).toBe(
      'Notices are switched off for this case.',
    );
    expect(bench.step(1, waive('agreed with the works council'))).toBeUndefined();
    expect(bench.where(1)).toBe('Awaiting Revocation / toFreeze');
  });

  test('a waiver names who waived and why, and switches the notice off for the case [RECLAIM-11]', () => {
    const bench = LedgerBench.ready();
    bench.open(opening(1));
    expect(bench.step(1, waive('left the company'))).toBeUndefined();
    expect(bench.case(1)).toMatchObject({
      waiver: { who: 'Robin Marsh', why: 'left the company' },
      notify: false,
    });
  });

  test('no freeze and no deactivation without a notice or a waiver on record [RECLAIM-11]', () => {
    const bench = LedgerBench.ready();
    bench.open(opening(1));
    expect(bench.step(1, freeze(bench.workingDay))).toBe(NO_NOTICE);
    expect(bench.step(1, deactivate(bench.workingDay, 'urgent'))).toBe(NO_NOTICE);
  });

  test('freeze, deactivation and downgrade look for the record themselves, whatever led there [RECLAIM-11]', () => {
    const bench = awaitingUser();
    bench.step(1, decision('user', 'revoke'));
    const refusal = (changes: Partial<CaseRecord>, step: CaseStep) => {
      const current = { ...bench.case(1), ...changes };
      const acting = { actor: bench.actor, workingDay: bench.workingDay };
      const decided = decideCaseStep(current, step, stepContext(bench.record, current, acting));
      return decided.ok ? undefined : decided.failure.reason;
    };
    const noneRecorded = { notice: undefined, waiver: undefined };
    const waived = { notice: undefined, waiver: { who: 'Robin', why: 'left the firm' } };
    const steps: readonly (readonly [CaseRecord['subStep'], CaseStep])[] = [
      ['toFreeze', freeze(bench.workingDay)],
      ['toDeactivate', deactivate(bench.workingDay)],
      ['frozen', deactivate(bench.workingDay, 'urgent')],
      ['grace', deactivate(bench.workingDay, 'urgent')],
      ['toDowngrade', { step: 'recordDowngrade', on: bench.workingDay }],
    ];
    for (const [subStep, step] of steps) {
      expect(refusal({ subStep, ...noneRecorded }, step)).toBe(NO_NOTICE);
      expect(refusal({ subStep, ...waived }, step)).toBeUndefined();
      expect(refusal({ subStep }, step)).toBeUndefined();
    }
  });

  test('a notice recorded ahead is used by Reclaim and is no transition', () => {
    const bench = LedgerBench.ready();
    bench.open(opening(1));
    expect(bench.step(1, { step: 'recordNotice', notice: noticeOn(bench) })).toBeUndefined();
    expect(bench.where(1)).toBe('Ready');
    bench.wait(3);
    expect(bench.step(1, reclaimBare)).toBeUndefined();
    expect(bench.case(1).deadline).toBe(addDays(bench.workingDay, 7));
  });

  test('a notice needs recipient and text, and no day to come', () => {
    const bench = LedgerBench.ready();
    bench.open(opening(1));
    expect(bench.step(1, { step: 'recordNotice', notice: { ...noticeOn(bench), recipient: ' ' } })).toBe(
      'A notice needs its recipient and its text.',
    );
    expect(bench.step(1, reclaim(addDays(bench.workingDay, 1)))).toBe(
      'The date of the notice lies in the future.',
    );
  });

  test('a notice to the manager alone awaits approval', () => {
    const bench = LedgerBench.ready({ noticeTo: 'manager' });
    bench.open(opening(1));
    bench.step(1, reclaim(bench.workingDay));
    expect(bench.where(1)).toBe('Awaiting Approval');
    expect(transitionOfLast(bench)).toBe(28);
  });
});

describe('decisions', () => {
  test('the user agrees', () => {
    const bench = awaitingUser();
    expect(bench.step(1, decision('user', 'revoke', { reason: '' }))).toBeUndefined();
    expect(bench.where(1)).toBe('Awaiting Revocation / toFreeze');
    expect(bench.case(1).deadline).toBeUndefined();
  });

  test('an objection needs a reason and awaits the manager [RECLAIM-12]', () => {
    const bench = awaitingUser();
    expect(bench.step(1, decision('user', 'keep', { reason: ' ' }))).toBe('An objection needs a reason.');
    expect(bench.where(1)).toBe('Awaiting User');
    expect(bench.step(1, decision('user', 'keep'))).toBeUndefined();
    expect(bench.where(1)).toBe('Awaiting Approval');
    expect(bench.case(1).deadline).toBe(addDays(bench.workingDay, 10));
  });

  test('a decision stores channel, reference and reason [RECLAIM-15]', () => {
    const bench = awaitingUser();
    bench.step(
      1,
      decision('manager', 'revoke', { channel: 'ticket', reference: 'CHG-4711', reason: 'not needed' }),
    );
    expect(bench.case(1).decisions).toEqual([
      {
        decision: 'revoke',
        by: 'manager',
        channel: 'ticket',
        reference: 'CHG-4711',
        reason: 'not needed',
        lighterLicenceType: undefined,
      },
    ]);
  });

  test('the manager may answer before the user, as one transition', () => {
    const bench = awaitingUser();
    const before = bench.entries.length;
    expect(bench.step(1, decision('manager', 'revoke'))).toBeUndefined();
    expect(bench.entries.length).toBe(before + 1);
    expect(bench.entries.at(-1)?.entry.body).toMatchObject({ transition: 32, appliedAs: 11 });
  });

  test('keep needs a reason and an exception that ends within 12 months, and makes the exception [RECLAIM-15]', () => {
    const bench = awaitingUser();
    bench.step(1, decision('user', 'keep'));
    expect(bench.step(1, decision('manager', 'keep', { reason: '' }))).toBe('Keeping a seat needs a reason.');
    expect(bench.step(1, decision('manager', 'keep'))).toBe(
      'Keeping a seat needs the day on which the exception ends.',
    );
    expect(bench.step(1, decision('manager', 'keep', { exceptionUntil: bench.workingDay }))).toBe(
      'An exception ends after today.',
    );
    expect(bench.step(1, decision('manager', 'keep', { exceptionUntil: day(2027, 9, 2) }))).toBe(
      'An exception ends within 12 months, by 1 Sep 2027 at the latest.',
    );
    const kept = decision('manager', 'keep', {
      exceptionUntil: day(2027, 9, 1),
      fallbackControl: 'yearly review',
    });
    expect(bench.step(1, kept)).toBeUndefined();
    expect(bench.case(1)).toMatchObject({ state: 'Closed Skipped', closing: 'kept' });
    expect(bench.record.reviewFacts.exceptions.get(seatIdentity(1).seat)).toEqual([
      {
        seat: seatIdentity(1).seat,
        rationale: 'needed for the audit',
        fallbackControl: 'yearly review',
        from: AS_OF,
        until: day(2027, 9, 1),
      },
    ]);
  });

  test('a downgrade names the lighter licence and has its own sub-steps [RECLAIM-15]', () => {
    const bench = awaitingUser();
    bench.step(1, decision('user', 'keep'));
    expect(bench.step(1, decision('manager', 'downgrade', { lighterLicenceType: ' ' }))).toBe(
      'A downgrade needs the lighter licence type.',
    );
    expect(bench.step(1, decision('manager', 'downgrade', { lighterLicenceType: 'Fulfiller' }))).toBe(
      'The lighter licence type must differ from the one held.',
    );
    expect(bench.step(1, decision('manager', 'downgrade'))).toBeUndefined();
    expect(bench.where(1)).toBe('Awaiting Revocation / toDowngrade');
    expect(bench.case(1).downgradeTo).toBe('Requester');
    expect(bench.step(1, freeze(bench.workingDay))).toBe('A downgrade has no freeze.');
    expect(bench.step(1, { step: 'recordDowngrade', on: bench.workingDay })).toBeUndefined();
    expect(bench.where(1)).toBe('Awaiting Revocation / downgraded');
    expect(bench.step(1, { step: 'closeComplete' })).toBe(
      'A downgrade is closed by the next export, which must show the lighter licence.',
    );
  });

  test('an objection that nobody can decide needs attention; the linked decider leads to the manager', () => {
    const bench = awaitingUser({ fallbackDeciders: ['manager', 'unitHead'] });
    const other = LedgerBench.ready({ fallbackDeciders: ['manager', 'unitHead'] });
    other.open(opening(1, { seat: seatIdentity(1, { manager: '' }) }));
    other.step(1, reclaim(other.workingDay));
    expect(other.step(1, decision('user', 'keep'))).toBeUndefined();
    expect(other.case(1)).toMatchObject({ state: 'Attention Required', attention: 'deciderMissing' });
    other.step(1, { step: 'linkPerson', role: 'decider', name: 'Kim Vale', email: '' });
    expect(other.where(1)).toBe('Ready');
    other.step(1, reclaim(other.workingDay));
    expect(other.where(1)).toBe('Awaiting Approval');
    expect(transitionOfLast(other)).toBe(28);
    bench.step(1, decision('user', 'keep'));
    expect(bench.where(1)).toBe('Awaiting Approval');
  });

  test('after attention the recorded agreement leads on without a second notice', () => {
    const bench = awaitingUser();
    bench.step(1, decision('user', 'revoke'));
    expect(bench.step(1, { step: 'stepFailed', error: 'Licence inherited from a group' })).toBeUndefined();
    expect(bench.case(1)).toMatchObject({
      state: 'Attention Required',
      attention: 'failed',
      errorText: 'Licence inherited from a group',
      subStep: 'toFreeze',
    });
    bench.step(1, { step: 'resolved', note: 'group changed' });
    expect(bench.where(1)).toBe('Ready');
    expect(bench.case(1).errorText).toBeUndefined();
    expect(bench.step(1, reclaimBare)).toBeUndefined();
    expect(bench.where(1)).toBe('Awaiting Revocation / toFreeze');
    expect(transitionOfLast(bench)).toBe(6);
  });
});

describe('deadlines', () => {
  test('nothing happens by itself; a passed deadline freezes only when a person applies it [RECLAIM-28]', () => {
    const bench = awaitingUser({ onTimeout: 'freeze' });
    const deadline = bench.case(1).deadline!;
    bench.workingDay = deadline;
    expect(bench.step(1, { step: 'applyDue' })).toBe('Nothing is due on this case before 12 Sep 2026.');
    bench.wait(4);
    expect(bench.where(1)).toBe('Awaiting User');
    expect(bench.step(1, { step: 'applyDue' })).toBeUndefined();
    expect(bench.where(1)).toBe('Awaiting Revocation / toFreeze');
    expect(bench.entries.at(-1)?.entry).toMatchObject({ dueOn: '2026-09-11', appliedOn: '2026-09-15' });
  });

  test('the rule hold leaves it to a person', () => {
    const bench = awaitingUser({ onTimeout: 'hold' });
    bench.wait(30);
    expect(bench.step(1, { step: 'applyDue' })).toBe('Overdue: a person decides.');
    expect(bench.where(1)).toBe('Awaiting User');
  });

  test.each([
    ['of a protected role', { protectedRole: true }, 'Overdue: the role is protected, so a person decides.'],
    [
      'that nobody is named for',
      { identified: false },
      'Overdue: nobody is named for this seat, so a person decides.',
    ],
  ])(
    'the rule freeze holds a seat %s, before the user and before the manager [DEFINE-17, RECLAIM-16]',
    (_, seat, held) => {
      const bench = LedgerBench.ready({ onTimeout: 'freeze' });
      bench.open(opening(1, { ...seat, origin: 'manual' }), opening(2, { ...seat, origin: 'manual' }));
      for (const number of [1, 2]) bench.step(number, reclaim(bench.workingDay));
      bench.step(2, decision('user', 'keep'));
      expect([bench.where(1), bench.where(2)]).toEqual(['Awaiting User', 'Awaiting Approval']);
      bench.wait(30);
      for (const number of [1, 2]) expect(bench.step(number, { step: 'applyDue' })).toBe(held);
      expect(
        listDueItems(bench.record, bench.workingDay).map(({ kind, applicable }) => [kind, applicable]),
      ).toEqual([
        ['answerOverdue', false],
        ['decisionOverdue', false],
      ]);
      expect(applyDueSteps(bench.record, { actor: bench.actor, workingDay: bench.workingDay })).toEqual([]);
      expect([bench.where(1), bench.where(2)]).toEqual(['Awaiting User', 'Awaiting Approval']);
    },
  );

  test('a person linked by hand is somebody, so that the rule freeze applies again [RECLAIM-16]', () => {
    const bench = LedgerBench.ready({ onTimeout: 'freeze' });
    bench.open(opening(1, { identified: false }));
    expect(bench.where(1)).toBe('Attention Required');
    bench.step(1, { step: 'linkPerson', name: 'Ada Holm', email: '', role: 'owner' });
    bench.step(1, reclaim(bench.workingDay));
    bench.wait(30);
    expect(bench.step(1, { step: 'applyDue' })).toBeUndefined();
  });

  test('the manager’s deadline works the same', () => {
    const bench = awaitingUser({ onTimeout: 'freeze' });
    bench.step(1, decision('user', 'keep'));
    bench.wait(11);
    expect(bench.step(1, { step: 'applyDue' })).toBeUndefined();
    expect(transitionOfLast(bench)).toBe(14);
    expect(bench.where(1)).toBe('Awaiting Revocation / toFreeze');
  });
});

describe('recovery', () => {
  test('freeze is the first revoke-side step and stores the restore card [RECLAIM-24, RECLAIM-26]', () => {
    const bench = awaitingUser();
    bench.step(1, decision('user', 'revoke'));
    expect(bench.step(1, deactivate(bench.workingDay))).toBe('Record the freeze first.');
    expect(bench.step(1, freeze(addDays(bench.workingDay, 1)))).toBe('The date lies in the future.');
    expect(bench.step(1, freeze(bench.workingDay))).toBeUndefined();
    expect(bench.case(1)).toMatchObject({
      graceEnds: addDays(bench.workingDay, 14),
      restoreCard: { licenceType: 'Fulfiller', role: 'itil', owner: 'Person 1', manager: 'Morgan Lee' },
    });
  });

  test('deactivation before grace ends is refused by name of the day, unless overridden with a reason [RECLAIM-24]', () => {
    const bench = awaitingUser();
    bench.step(1, decision('user', 'revoke'));
    bench.workingDay = day(2026, 9, 15);
    bench.step(1, freeze(bench.workingDay));
    bench.workingDay = day(2026, 9, 29);
    expect(bench.step(1, deactivate(bench.workingDay))).toBe(
      'Cannot record the deactivation: grace ends 29 September.',
    );
    expect(bench.step(1, deactivate(bench.workingDay, ' '))).toBe(
      'Cannot record the deactivation: grace ends 29 September.',
    );
    expect(bench.step(1, deactivate(bench.workingDay, 'security incident'))).toBeUndefined();
    expect(bench.where(1)).toBe('Awaiting Revocation / deactivated');
    expect(bench.entries.at(-1)?.personal.reason).toBe('security incident');
  });

  test('after grace the deactivation applies the passed grace as its own entry', () => {
    const bench = frozen();
    const before = bench.entries.length;
    bench.wait(15);
    expect(bench.step(1, deactivate(bench.workingDay))).toBeUndefined();
    expect(bench.entries.slice(before).map(({ entry }) => entry.body['transition'])).toEqual([18, 19]);
    expect(bench.where(1)).toBe('Awaiting Revocation / deactivated');
  });

  test('a deactivation dated back into grace needs the override', () => {
    const bench = frozen();
    const inGrace = bench.workingDay;
    bench.wait(20);
    bench.step(1, { step: 'applyDue' });
    expect(bench.where(1)).toBe('Awaiting Revocation / toDeactivate');
    expect(bench.step(1, deactivate(inGrace))).toBe(
      'Cannot record the deactivation: grace ends 15 September.',
    );
  });

  test('appeal in grace: the freeze stays, a revoke goes back to frozen with the same grace end [RECLAIM-25]', () => {
    const bench = frozen();
    const { graceEnds } = bench.case(1);
    expect(bench.step(1, { step: 'recordAppeal', by: 'user', reason: '' })).toBe('An appeal needs a reason.');
    bench.wait(3);
    expect(bench.step(1, { step: 'recordAppeal', by: 'user', reason: 'I cover for Sam' })).toBeUndefined();
    expect(bench.case(1)).toMatchObject({ state: 'Awaiting Approval', appealed: true, subStep: 'frozen' });
    bench.step(1, decision('manager', 'revoke'));
    expect(bench.where(1)).toBe('Awaiting Revocation / frozen');
    expect(bench.case(1)).toMatchObject({ graceEnds, appealed: false });
  });

  test('an appeal that a failed step interrupts goes to the manager again, and not back to frozen by itself', () => {
    const bench = frozen();
    const { graceEnds } = bench.case(1);
    bench.step(1, { step: 'recordAppeal', by: 'user', reason: 'month end' });
    bench.step(1, { step: 'stepFailed', error: 'the manager has left' });
    bench.step(1, { step: 'resolved', note: 'there is a new one' });
    expect(bench.where(1)).toBe('Ready');
    bench.wait(40);
    expect(bench.step(1, reclaimBare)).toBeUndefined();
    expect(bench.where(1)).toBe('Awaiting Approval');
    expect(transitionOfLast(bench)).toBe(28);
    expect(bench.case(1).deadline).toBe(addDays(bench.workingDay, 10));
    bench.step(1, decision('manager', 'revoke'));
    expect(bench.where(1)).toBe('Awaiting Revocation / frozen');
    expect(bench.case(1)).toMatchObject({ graceEnds, appealed: false });
  });

  test('an interrupted appeal of a case whose notice was waived is decided by the manager too [RECLAIM-25]', () => {
    const bench = LedgerBench.ready();
    bench.open(opening(1));
    bench.step(1, waive('agreed with the unit'));
    bench.step(1, freeze(bench.workingDay));
    const { graceEnds } = bench.case(1);
    bench.step(1, { step: 'recordAppeal', by: 'user', reason: 'month end' });
    bench.step(1, { step: 'stepFailed', error: 'no answer' });
    bench.step(1, { step: 'resolved', note: 'asked again' });
    expect(bench.step(1, reclaimBare)).toBeUndefined();
    expect(bench.case(1)).toMatchObject({ state: 'Awaiting Approval', subStep: 'frozen', appealed: true });
    bench.step(1, decision('manager', 'revoke'));
    expect(bench.where(1)).toBe('Awaiting Revocation / frozen');
    expect(bench.case(1)).toMatchObject({ graceEnds, appealed: false });
  });

  test('an appeal that nobody can decide waits for a decider, and goes to the one who is linked', () => {
    const bench = LedgerBench.ready({ fallbackDeciders: ['unitHead'] });
    bench.open(opening(1, { seat: seatIdentity(1, { manager: '' }) }));
    bench.step(1, waive('agreed with the unit'));
    bench.step(1, freeze(bench.workingDay));
    bench.step(1, { step: 'recordAppeal', by: 'user', reason: 'month end' });
    expect(bench.case(1)).toMatchObject({
      state: 'Attention Required',
      attention: 'deciderMissing',
      appealed: true,
    });
    expect(bench.entries.slice(-2).map(({ entry }) => entry.body['transition'])).toEqual([16, 29]);
    bench.step(1, { step: 'linkPerson', role: 'decider', name: 'Rea Holt', email: '' });
    expect(bench.where(1)).toBe('Ready');
    expect(bench.step(1, reclaimBare)).toBeUndefined();
    expect(bench.case(1)).toMatchObject({ state: 'Awaiting Approval', subStep: 'frozen', appealed: true });
  });

  test('keeping after an appeal records the unfreeze in the same entry', () => {
    const bench = frozen();
    bench.step(1, { step: 'recordAppeal', by: 'manager', reason: 'needed' });
    bench.step(1, decision('manager', 'keep', { exceptionUntil: day(2027, 1, 1) }));
    expect(bench.where(1)).toBe('Closed Skipped');
    expect(bench.entries.at(-2)?.entry.body).toMatchObject({
      transition: 12,
      effects: { remark: 'unfrozen after the appeal', closing: 'kept' },
    });
  });

  test('Unfreeze is one step and closes as restored in grace [RECLAIM-25]', () => {
    const bench = frozen();
    expect(bench.step(1, { step: 'unfreeze' })).toBeUndefined();
    expect(bench.case(1)).toMatchObject({ state: 'Closed Skipped', closing: 'restoredInGrace' });
  });

  test('a platform without freeze starts in grace and keeps the restore card at deactivation [RECLAIM-26]', () => {
    const bench = awaitingUser({ platformCanFreeze: false });
    bench.step(1, decision('user', 'revoke'));
    expect(bench.where(1)).toBe('Awaiting Revocation / grace');
    expect(bench.case(1).graceEnds).toBe(addDays(bench.workingDay, 14));
    bench.wait(15);
    bench.step(1, deactivate(bench.workingDay));
    expect(bench.case(1).restoreCard?.on).toBe(bench.workingDay);
  });

  test('Close Complete is attested; release needs deactivation and the end of grace [RECLAIM-31]', () => {
    const bench = frozen();
    expect(bench.step(1, { step: 'closeComplete' })).toBe('Record the deactivation first.');
    expect(countReclaimed(bench.record.cases.values())).toEqual({ attested: 0, verified: 0 });
    bench.step(1, deactivate(bench.workingDay, 'security incident'));
    expect(countReclaimed(bench.record.cases.values())).toEqual({ attested: 0, verified: 0 });
    expect(bench.step(1, { step: 'closeComplete' })).toBe('Cannot close the case: grace ends 15 September.');
    bench.wait(15);
    expect(bench.step(1, { step: 'closeComplete' })).toBeUndefined();
    expect(bench.case(1)).toMatchObject({
      state: 'Closed Complete',
      proof: 'attested',
      reclaimedOn: bench.workingDay,
    });
    expect(countReclaimed(bench.record.cases.values())).toEqual({ attested: 1, verified: 0 });
    expect(heldSeats(bench.record.cases.values()).map(({ number }) => number)).toEqual([1]);
  });

  test('a released seat stays Held: no step, no undo and no list that proves it free takes it out [RECLAIM-41]', () => {
    const bench = frozen();
    bench.wait(15);
    bench.step(1, deactivate(bench.workingDay));
    expect(heldSeats(bench.record.cases.values())).toEqual([]);
    bench.step(1, { step: 'closeComplete' });
    const held = (): readonly number[] => heldSeats(bench.record.cases.values()).map(({ number }) => number);
    expect(held()).toEqual([1]);
    const steps: readonly CaseStep[] = [
      { step: 'undo', reason: 'a mistake' },
      { step: 'withdraw', reason: 'a mistake' },
      { step: 'unfreeze' },
      { step: 'stepFailed', error: 'it came back' },
      { step: 'resolved', note: '' },
      { step: 'linkPerson', name: 'Ada Holm', email: '', role: 'owner' },
      { step: 'applyDue' },
      { step: 'closeComplete' },
      { step: 'convertToLive' },
      freeze(bench.workingDay),
      deactivate(bench.workingDay, 'again'),
      reclaim(bench.workingDay),
      decision('manager', 'keep', { exceptionUntil: addDays(bench.workingDay, 30) }),
    ];
    for (const step of steps) expect(bench.step(1, step)).toBe('Case 1 is closed.');
    const undone = undoLastAct(bench.record, 'a mistake', {
      actor: bench.actor,
      workingDay: bench.workingDay,
    });
    expect(undone.ok).toBe(false);
    expect(held()).toEqual([1]);
    const finding = {
      held: false,
      closedButMayCount: false,
      lighterHeld: false,
      lastWork: undefined,
      evidence: '',
    };
    bench.append(
      matchReimport(bench.record, {
        snapshot: 'snapshot-2',
        asOf: addDays(AS_OF, 31),
        completeness: 'full',
        findingOf: () => finding,
      }),
    );
    expect(bench.case(1).proof).toBe('verified');
    expect(held()).toEqual([1]);
  });

  test('closed cases take no step and stay apart in the counts [RECLAIM-07]', () => {
    const bench = frozen();
    bench.step(1, { step: 'unfreeze' });
    expect(bench.step(1, { step: 'withdraw', reason: 'again' })).toBe('Case 1 is closed.');
    const { live } = countCases(bench.record.cases.values());
    expect(live['Closed Skipped']).toBe(1);
    expect(live['Closed Canceled']).toBe(0);
  });

  test('withdrawing needs a reason', () => {
    const bench = awaitingUser();
    expect(bench.step(1, { step: 'withdraw', reason: '' })).toBe('Withdrawing a case needs a reason.');
    expect(bench.step(1, { step: 'withdraw', reason: 'mover' })).toBeUndefined();
    expect(bench.case(1)).toMatchObject({ state: 'Closed Skipped', closing: 'withdrawn' });
  });
});

describe('undo', () => {
  test('takes each step before deactivated back by a further entry that erases nothing [RECLAIM-02]', () => {
    const bench = frozen();
    const before = bench.entries;
    expect(bench.step(1, { step: 'undo', reason: '' })).toBe('Taking a step back needs a reason.');
    for (const expected of ['Awaiting Revocation / toFreeze', 'Awaiting User', 'Ready']) {
      expect(bench.step(1, { step: 'undo', reason: 'typed too early' })).toBeUndefined();
      expect(bench.where(1)).toBe(expected);
    }
    expect(bench.entries.slice(0, before.length)).toEqual(before);
    expect(bench.entries.length).toBe(before.length + 3);
    expect(bench.case(1)).toMatchObject({
      graceEnds: undefined,
      notice: undefined,
      decisions: [],
      restoreCard: undefined,
    });
    expect(bench.case(1).timeline.length).toBe(7);
    expect(bench.step(1, { step: 'undo', reason: 'once more' })).toBe(
      'No step has been taken on this case yet. It can be withdrawn.',
    );
  });

  test('leaves a person linked and a notice recorded since: they are no steps [RECLAIM-02]', () => {
    const bench = awaitingUser();
    const ada = { name: 'Ada Holm', email: 'ada@larkfield.example' };
    const reminder = {
      recipient: 'Ada',
      channel: 'letter',
      on: bench.workingDay,
      text: 'Once more',
    } as const;
    bench.step(1, { step: 'linkPerson', ...ada, role: 'owner' });
    bench.step(1, { step: 'recordNotice', notice: reminder });
    bench.step(1, decision('user', 'revoke'));
    for (const where of ['Awaiting User', 'Ready']) {
      expect(bench.step(1, { step: 'undo', reason: 'wrong case' })).toBeUndefined();
      expect(bench.where(1)).toBe(where);
      expect(bench.case(1)).toMatchObject({ owner: ada, notice: reminder });
    }
    expect(replayLedger(bench.entries)).toEqual({ ok: true, value: bench.record });
  });

  test('is refused once the deactivation is recorded, also after a failed step', () => {
    const bench = frozen();
    bench.step(1, deactivate(bench.workingDay, 'urgent'));
    const refusal = bench.step(1, { step: 'undo', reason: 'oops' });
    expect(refusal).toContain('restore card');
    bench.step(1, { step: 'stepFailed', error: 'platform down' });
    expect(bench.step(1, { step: 'undo', reason: 'oops' })).toBe(refusal);
  });
});

describe('dry run', () => {
  test('covers the flow, is marked in every entry and stands in no total [RECLAIM-29]', () => {
    const bench = frozen({ dryRun: true });
    bench.step(1, deactivate(bench.workingDay, 'rehearsal'));
    bench.wait(15);
    bench.step(1, { step: 'closeComplete' });
    expect(bench.where(1)).toBe('Closed Complete');
    const ofCase = bench.entries.filter(({ entry }) => entry.subject === 'case:1');
    expect(ofCase.every(({ entry }) => entry.body['dryRun'] === true)).toBe(true);
    expect(bench.case(1).timeline.every(({ what }) => what.startsWith('DRY RUN'))).toBe(true);
    expect(countReclaimed(bench.record.cases.values())).toEqual({ attested: 0, verified: 0 });
    expect(heldSeats(bench.record.cases.values())).toEqual([]);
    const { live, dryRun } = countCases(bench.record.cases.values());
    expect(Object.values(live).reduce((sum, count) => sum + count, 0)).toBe(0);
    expect(dryRun['Closed Complete']).toBe(1);
  });

  test('a kept seat of a dry run gets no exception [RECLAIM-29]', () => {
    const bench = awaitingUser({ dryRun: true });
    bench.step(1, decision('manager', 'keep', { exceptionUntil: day(2027, 1, 1) }));
    expect(bench.where(1)).toBe('Closed Skipped');
    expect(bench.record.reviewFacts.exceptions.size).toBe(0);
  });

  test('Convert to live ends it and starts a live case from the newest snapshot, if still a candidate [RECLAIM-29]', () => {
    const bench = LedgerBench.ready({ dryRun: true });
    bench.open(opening(1), opening(2));
    bench.import('snapshot-2', day(2026, 8, 31));
    expect(bench.step(1, { step: 'convertToLive' }, opening(1, { category: 'loginOnly' }))).toBeUndefined();
    expect(bench.case(1)).toMatchObject({
      state: 'Closed Skipped',
      closing: 'convertedToLive',
      dryRun: true,
    });
    expect(bench.case(3)).toMatchObject({
      state: 'Ready',
      dryRun: false,
      category: 'loginOnly',
      snapshot: 'snapshot-2',
      flaggedOn: day(2026, 8, 31),
    });
    expect(bench.step(2, { step: 'convertToLive' })).toBeUndefined();
    expect(bench.where(2)).toBe('Closed Skipped');
    expect(bench.record.cases.size).toBe(3);
    expect(bench.step(3, { step: 'convertToLive' })).toBe('This case is already live.');
  });
});

test('no step without the name of a person', () => {
  const bench = LedgerBench.ready();
  bench.open(opening(1));
  const nameless = new LedgerBench(' ');
  nameless.record = bench.record;
  expect(nameless.step(1, reclaim(bench.workingDay))).toBe('Type your name first.');
  expect(nameless.open(opening(2))).toMatchObject([{ reason: 'Type your name first.' }]);
});

function noticeOn(bench: LedgerBench) {
  return { recipient: 'a@x.example', channel: 'e-mail', on: bench.workingDay, text: 'Idle seat.' } as const;
}
