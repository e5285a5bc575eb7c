import { formatLongDay, formatDay } from '../../core/base/formatDay.ts';
import { addDays, type EpochDay } from '../../core/base/epochDay.ts';
import { fail, succeed, type Result } from '../../core/base/result.ts';
import { writeCsv } from '../../core/inventory/csvText.ts';
import { CATEGORY_NAMES } from '../../core/policy/category.ts';
import type { CaseRecord } from '../../core/reclaim/caseRecord.ts';
import { stepContext } from '../../core/reclaim/caseSituation.ts';
import { caseStage } from '../../core/reclaim/caseStage.ts';
import { caseSteps } from '../../core/reclaim/caseSteps.ts';
import { policyOfVersion } from '../../core/reclaim/workspaceRecord.ts';
import type { Failure } from '../protocol.ts';
import type { CaseDetail } from '../reclaimView.ts';
import { caseRow, matchCases } from './caseRows.ts';
import type { CallHandlers } from './handle.ts';
import type { Session, Workspace } from './session.ts';

/** Stands for the person who will act, where only the rules are asked. */
const SOMEBODY = 'somebody';

/** Calls of the Reclaim screen. */
export function caseCalls(
  session: Session,
): Pick<CallHandlers, 'casePage' | 'caseDetail' | 'draftNotice' | 'caseTable'> {
  const find = (number: number): Result<{ workspace: Workspace; found: CaseRecord }, Failure> => {
    const open = session.open();
    if (!open.ok) return open;
    const found = open.value.record.cases.get(number);
    return found
      ? succeed({ workspace: open.value, found })
      : fail({ kind: 'refused', reason: `There is no case ${number}.` });
  };

  return {
    async casePage({ query, from, count, workingDay }) {
      const open = session.open();
      if (!open.ok) return open;
      const cases = matchCases(open.value.record.cases, query);
      const rows = cases.slice(from, from + count).map((found) => caseRow(found, workingDay));
      return succeed({ total: cases.length, from, rows });
    },

    async caseDetail({ number, workingDay }) {
      const asked = find(number);
      if (!asked.ok) return asked;
      return succeed(detailOf(asked.value.workspace, asked.value.found, workingDay));
    },

    async draftNotice({ number, workingDay }) {
      const asked = find(number);
      if (!asked.ok) return asked;
      return succeed(noticeText(asked.value.workspace, asked.value.found, workingDay));
    },

    async caseTable({ query, workingDay }) {
      const open = session.open();
      if (!open.ok) return open;
      const header = [
        'Case',
        'State',
        'Dry run',
        'Name',
        'Account',
        'Licence type',
        'Unit',
        'Category',
        'Detail',
        'Days in state',
        'Proof',
      ];
      const rows = matchCases(open.value.record.cases, query).map((found) => {
        const row = caseRow(found, workingDay);
        return [
          String(row.number),
          row.state,
          row.dryRun ? 'DRY RUN' : '',
          row.name,
          found.seat.accountId,
          row.licenceType,
          row.unit,
          CATEGORY_NAMES[row.category],
          row.detail,
          String(row.daysInState),
          row.proof ?? '',
        ];
      });
      return succeed({ fileName: 'fallow-cases.csv', csv: writeCsv([header, ...rows]) });
    },
  };
}

function detailOf(workspace: Workspace, found: CaseRecord, workingDay: EpochDay): CaseDetail {
  const { record } = workspace;
  const context = stepContext(record, found, { actor: SOMEBODY, workingDay });
  return {
    ...caseRow(found, workingDay),
    accountId: found.seat.accountId,
    email: found.owner?.email ?? found.seat.email,
    manager: found.decider?.name ?? found.seat.manager,
    stage: caseStage(found),
    policyVersion: found.policyVersion,
    steps: caseSteps(found, context),
    restoreCard: restoreCard(found),
    graceEnds: found.graceEnds,
    notice: found.notice && { ...found.notice, on: formatDay(found.notice.on) },
    waiver: found.waiver,
    errorText: found.errorText,
    justification: found.justification,
    timeline: found.timeline,
  };
}

function restoreCard({ restoreCard: card }: CaseRecord): CaseDetail['restoreCard'] {
  if (!card) return undefined;
  const lines = [
    { label: 'Licence type', value: card.licenceType },
    { label: 'Role', value: card.role },
    { label: 'Group', value: card.group },
    { label: 'Owner', value: card.owner },
    { label: 'Manager', value: card.manager },
    { label: 'Unit', value: card.unit },
    { label: 'Recorded on', value: formatDay(card.on) },
  ];
  return lines.map(({ label, value }) => ({ label, value: value === '' ? 'not known' : value }));
}

/** What the seat was flagged for: a leaver's seat may well have been used. */
const foundOf = ({ category }: CaseRecord, toManager: boolean): string =>
  category === 'leaver'
    ? `although ${toManager ? 'this person has' : 'you have'} left by our records (${CATEGORY_NAMES.leaver})`
    : `that shows no use under our definition (${CATEGORY_NAMES[category]})`;

/** The notice as a person would send it: rule, date, deadline, the two answers and a contact to fill in. */
function noticeText(
  workspace: Workspace,
  found: CaseRecord,
  workingDay: EpochDay,
): { readonly recipient: string; readonly text: string } {
  const { policy } = policyOfVersion(workspace.record, found.policyVersion);
  const toManager = policy.noticeTo === 'manager';
  const { seat } = found;
  const owner = found.owner?.name ?? seat.name;
  const deadline = addDays(workingDay, policy.objectionDays);
  const lines = [
    ...(found.dryRun ? ['SIMULATED: this notice belongs to a dry run and is not to be sent.', ''] : []),
    `Dear ${toManager ? seat.manager || 'manager' : owner},`,
    '',
    `${toManager ? `${owner} holds` : 'you hold'} a seat of the licence type ${seat.licenceType} ${foundOf(found, toManager)}, measured as of ${formatLongDay(found.flaggedOn)}.`,
    `Unless we hear otherwise by ${formatLongDay(deadline)}, the seat goes on to the next step of recovery. Sign-in is suspended first and can be restored at once.`,
    '',
    'Please answer with one of these:',
    '1. The seat can be freed.',
    '2. The seat is needed, because …',
    '',
    `Contact: ${policy.ownerTeam || '(name and address of the licence team)'}`,
    `Case ${found.number}`,
  ];
  const recipients = {
    owner: [seat.email || owner],
    manager: [seat.manager],
    both: [seat.email || owner, seat.manager],
  }[policy.noticeTo];
  return { recipient: recipients.filter((name) => name !== '').join(', '), text: lines.join('\n') };
}
