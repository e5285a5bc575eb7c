import { dayOf, isDay } from '../../core/base/dayValue.ts';
import { formatDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import { succeed, type Result } from '../../core/base/result.ts';
import { termsByLicenceType } from '../../core/contract/termsByLicenceType.ts';
import { ACCOUNT_STATUSES } from '../../core/inventory/enumerations.ts';
import { explainSeat } from '../../core/policy/explainSeat.ts';
import type { CaseRecord } from '../../core/reclaim/caseRecord.ts';
import { currentImport } from '../../core/reclaim/currentImport.ts';
import { matchReimport, type SeatFinding } from '../../core/reclaim/matchReimport.ts';
import type { WorkspaceRecord } from '../../core/reclaim/workspaceRecord.ts';
import type { Failure, Stamp } from '../protocol.ts';
import type { Evaluated } from './evaluated.ts';
import { recordFacts } from './recordFacts.ts';
import type { Workspace } from './session.ts';
import type { Tables } from './tables.ts';

/**
 * Records what a list that has just come into use proves about the cases: seats gone, work seen, seats held again. One
 * act of the person who loaded the list. A filtered list, an older one, or one of another system proves nothing, and
 * doing it again for the same list records nothing again. Source: *Cases*, transitions 21 to 25 and 30.
 */
export async function matchCases(workspace: Workspace, stamp: Stamp): Promise<Result<null, Failure>> {
  const imported = currentImport(workspace.record);
  if (imported?.completeness !== 'full' || workspace.record.cases.size === 0) return succeed(null);
  const tables = await workspace.tables();
  if (!tables.ok) return tables;
  const evaluated = await workspace.evaluated();
  if (!evaluated.ok) return evaluated;
  const origins = await tables.value.texts.loadOrigins();
  if (!origins.ok) return origins;
  return recordFacts(workspace, stamp, (record) => {
    const findingOf = findingsOf(record, tables.value, evaluated.value);
    const { snapshot, asOf, completeness, system } = imported;
    const isOfSystem = (current: CaseRecord): boolean =>
      (record.systemBySnapshot.get(current.snapshot) ?? system) === system;
    return succeed(matchReimport(record, { snapshot, asOf, completeness, findingOf, concerns: isOfSystem }));
  });
}

/** What the list says of the seat of each case. Seats are looked up together. */
function findingsOf(
  record: WorkspaceRecord,
  { rows }: Tables,
  evaluated: Evaluated,
): (current: CaseRecord) => SeatFinding {
  const cases = [...record.cases.values()];
  const seats = rows.find(cases.map(({ seat }) => seat));
  const lighter = rows.find(
    cases.map(({ seat, downgradeTo }) => ({ account: seat.account, licenceType: downgradeTo ?? '' })),
  );
  const places = new Map(cases.map(({ number }, index) => [number, index]));
  const terms = termsByLicenceType([...record.contractLines.values()]);
  const { snapshot, prepared } = evaluated;
  const file = snapshot.source.name;

  return ({ number, seat, flaggedOn }) => {
    const place = places.get(number)!;
    const row = seats[place];
    const lighterHeld = lighter[place] !== undefined;
    if (row === undefined) {
      const evidence = `${file}, complete list of ${formatDay(snapshot.asOf)}: ${seat.licenceType} is not listed for ${seat.accountId}`;
      return { held: false, closedButMayCount: false, lighterHeld, lastWork: undefined, evidence };
    }
    const account = snapshot.seats.account[row]!;
    const isClosed = ACCOUNT_STATUSES[snapshot.accounts.status[account]!] === 'deactivated';
    const counts = terms.get(seat.licenceType)?.deactivatedCounts ?? 'notStated';
    const value = prepared.lastAction[row]!;
    const lastWork = isDay(value) ? dayOf(value) : undefined;
    const hasWorked = lastWork !== undefined && lastWork > flaggedOn;
    return {
      held: !isClosed || counts === 'yes',
      closedButMayCount: isClosed && counts === 'notStated',
      lighterHeld,
      lastWork,
      evidence: hasWorked
        ? workCell(evaluated, row)
        : `${file}, row ${formatCount(snapshot.seats.sourceRow[row]!)}${isClosed ? ': the account is deactivated' : ''}`,
    };
  };
}

/** The cell that shows the last real work of a seat. */
function workCell({ context, snapshot }: Evaluated, seat: number): string {
  const [cell] = explainSeat(context, seat).evidence;
  return cell
    ? `${cell.file}, row ${formatCount(cell.fileRow)}, ${cell.column}: “${cell.rawText}”`
    : snapshot.source.name;
}
