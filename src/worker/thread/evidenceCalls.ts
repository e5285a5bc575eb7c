import { formatDay } from '../../core/base/formatDay.ts';
import { succeed } from '../../core/base/result.ts';
import { isInForce, isSameSystem } from '../../core/inventory/evidenceSource.ts';
import type { SourceMatch } from '../../core/inventory/joinEvidence.ts';
import type { Snapshot } from '../../core/inventory/snapshot.ts';
import { findConflicts, type ConflictSide, type EvidenceConflict } from '../../core/policy/findConflicts.ts';
import { nameOf } from '../../core/policy/readSeat.ts';
import { wordDayValue } from '../../core/policy/wordDayValue.ts';
import type { ConflictSideView, ConflictView, LogReport } from '../evidenceView.ts';
import { evidenceSourceOf, logsOf, type LogReceipt } from './activityOf.ts';
import type { CallHandlers } from './handle.ts';
import type { Session } from './session.ts';

/** Calls about the files that speak for the snapshot beside its own list. */
export function evidenceCalls(session: Session): Pick<CallHandlers, 'evidenceReport'> {
  return {
    async evidenceReport({ most }) {
      const open = session.open();
      if (!open.ok) return open;
      const workspace = open.value;
      const logs = logsOf(workspace.files).toReversed();
      if (logs.length === 0 || !workspace.current) {
        const unused = logs.map((log) => reportOf(log, undefined, undefined, most));
        return succeed({ logs: unused, conflicts: { total: 0, first: [] } });
      }
      const tables = await workspace.tables();
      if (!tables.ok) return tables;
      const { snapshot, matches } = tables.value;
      const policy = workspace.record.policies.at(-1)?.policy ?? workspace.draftPolicy;
      const { total, first } = findConflicts(snapshot, policy, most);
      return succeed({
        logs: logs.map((log) =>
          reportOf(
            log,
            snapshot,
            matches.find(({ source }) => source.file === log.file),
            most,
          ),
        ),
        conflicts: { total, first: first.map((conflict) => conflictViewOf(snapshot, conflict)) },
      });
    },
  };
}

function reportOf(
  log: LogReceipt,
  snapshot: Snapshot | undefined,
  match: SourceMatch | undefined,
  most: number,
): LogReport {
  const source = evidenceSourceOf(log);
  const { file, name, system, historyStart, asOf } = source;
  const about = { file, name, system, historyStart, asOf, keys: log.activity.keys };
  if (!match) {
    const own = snapshot && { asOf: snapshot.asOf, system: snapshot.source.system };
    const isOther = own !== undefined && !isInForce(source, own) && !isSameSystem(system, own.system);
    const notUsed = isOther ? 'otherSystem' : 'laterThanSnapshot';
    const nothing = { endsEarly: false, matched: 0, ambiguous: 0, gaps: { total: 0, first: [] } };
    return { ...about, notUsed, ...nothing };
  }
  const { matched, ambiguous, gaps } = match;
  return {
    ...about,
    notUsed: matched === 0 ? 'noKeyMatched' : undefined,
    endsEarly: match.source.endsEarly,
    matched,
    ambiguous,
    gaps: { total: gaps.length, first: gaps.slice(0, most) },
  };
}

function conflictViewOf(snapshot: Snapshot, conflict: EvidenceConflict): ConflictView {
  const { level, row, evidenceClass, later, earlier } = conflict;
  const account = level === 'account' ? row : snapshot.seats.account[row]!;
  return {
    name: nameOf({ snapshot }, account),
    licenceType: level === 'account' ? undefined : snapshot.licenceTypes[snapshot.seats.licenceType[row]!],
    evidenceClass,
    later: sideViewOf(later),
    earlier: sideViewOf(earlier),
  };
}

const sideViewOf = ({ column, file, fileRow, value, since }: ConflictSide): ConflictSideView => ({
  column,
  file,
  fileRow,
  reading: since === undefined ? wordDayValue(value) : `no entry since ${formatDay(since)}`,
});
