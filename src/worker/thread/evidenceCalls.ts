import type { RowIndex } from '../../core/base/brand.ts';
import { formatDay, formatIsoDay } from '../../core/base/formatDay.ts';
import { fail, succeed } from '../../core/base/result.ts';
import { writeCsv } from '../../core/inventory/csvText.ts';
import { isInForce, isSameSystem } from '../../core/inventory/evidenceSource.ts';
import type { ActivityGap } from '../../core/inventory/findGaps.ts';
import type { SourceMatch } from '../../core/inventory/joinEvidence.ts';
import type { Snapshot } from '../../core/inventory/snapshot.ts';
import { findConflicts, type ConflictSide, type EvidenceConflict } from '../../core/policy/findConflicts.ts';
import { nameOf } from '../../core/policy/readSeat.ts';
import { wordDayValue } from '../../core/policy/wordDayValue.ts';
import type { ConflictSideView, ConflictView, LogReport, SharedKeys } from '../evidenceView.ts';
import { evidenceSourceOf, logsOf, type LogReceipt } from './activityOf.ts';
import type { CallHandlers } from './handle.ts';
import { runPieces } from './runPieces.ts';
import type { Session, Workspace } from './session.ts';

const NOT_USED = 'This log is not used for the list in use.';

/** Keys shown of one account. */
const KEYS_SHOWN = 5;
/** Lines of a table made between two pauses. */
const LINES_A_PIECE = 1_000;

/** Calls about the files that speak for the snapshot beside its own list. */
export function evidenceCalls(session: Session): Pick<CallHandlers, 'evidenceReport' | 'logKeyTable'> {
  return {
    async evidenceReport({ most }, { signal }) {
      const open = session.open();
      if (!open.ok) return open;
      const workspace = open.value;
      const logs = logsOf(workspace.files).toReversed();
      const { domainAliases, dropMailboxTags } = workspace.record.identity.rules;
      const rules = {
        domainAliases: [...domainAliases].map(([domain, standsFor]) => ({ domain, standsFor })),
        dropMailboxTags,
      };
      if (logs.length === 0 || !workspace.current) {
        const unused = logs.map((log) => reportOf(workspace, log, undefined, undefined, most));
        return succeed({ logs: unused, rules, conflicts: { total: 0, first: [] } });
      }
      const tables = await workspace.tables();
      if (!tables.ok) return tables;
      const { snapshot, matches } = tables.value;
      const policy = workspace.record.policies.at(-1)?.policy ?? workspace.draftPolicy;
      const conflicts = await runPieces(findConflicts(snapshot, policy, most), () => !signal.aborted);
      if (!conflicts) return fail({ kind: 'cancelled' });
      const { total, first } = conflicts;
      return succeed({
        logs: logs.map((log) =>
          reportOf(
            workspace,
            log,
            snapshot,
            matches.find(({ source }) => source.file === log.file),
            most,
          ),
        ),
        rules,
        conflicts: { total, first: first.map((conflict) => conflictViewOf(snapshot, conflict)) },
      });
    },

    async logKeyTable({ file }, { signal }) {
      const open = session.open();
      if (!open.ok) return open;
      const tables = await open.value.tables();
      if (!tables.ok) return tables;
      const { snapshot, matches } = tables.value;
      const match = matches.find(({ source }) => source.file === file);
      if (!match) return fail({ kind: 'refused', reason: NOT_USED });
      const lines = await runPieces(keyLines(snapshot, match), () => !signal.aborted);
      if (!lines) return fail({ kind: 'cancelled' });
      const name = match.source.name.replace(/\.[^.]*$/, '');
      return succeed({ fileName: `${name}-account-keys.csv`, csv: writeCsv(lines) });
    },
  };
}

function reportOf(
  workspace: Workspace,
  log: LogReceipt,
  snapshot: Snapshot | undefined,
  match: SourceMatch | undefined,
  most: number,
): LogReport {
  const source = evidenceSourceOf(log);
  const { file, name, system, historyStart, asOf, lagDays } = source;
  const about = {
    file,
    name,
    system,
    isStated: workspace.record.statedSystems.has(file),
    loadedAs: workspace.loadedAs(file),
    listSystem: workspace.current?.source.system,
    lagDays,
    historyStart,
    asOf,
    keys: log.activity.keys,
  };
  if (!match || !snapshot) {
    const own = snapshot && { asOf: snapshot.asOf, system: snapshot.source.system };
    const isOther = own !== undefined && !isInForce(source, own) && !isSameSystem(system, own.system);
    const notUsed = isOther ? 'otherSystem' : 'laterThanSnapshot';
    const nothing = { endsEarly: false, matched: 0, ambiguous: 0, gaps: { total: 0, first: [] } };
    return {
      ...about,
      notUsed,
      ...nothing,
      listColumnsFirst: [],
      shared: { keys: 0, accounts: 0, first: [] },
    };
  }
  const { matched, ambiguous, gaps, shared } = match;
  return {
    ...about,
    notUsed: matched === 0 ? 'noKeyMatched' : undefined,
    endsEarly: match.source.endsEarly,
    listColumnsFirst: listColumnsBefore(snapshot, file),
    matched,
    ambiguous,
    gaps: { total: gaps.length, first: gaps.slice(0, most) },
    shared: {
      keys: shared.keys.length,
      accounts: shared.accounts.length,
      first: Array.from(shared.accounts.subarray(0, most), (account, place) =>
        sharedKeysOf(snapshot, match, account, place),
      ),
    },
  };
}

/** Source of the rule: Evidence, *Seat and account*: what names a licence wins over what speaks for the whole account. */
function listColumnsBefore({ evidence }: Snapshot, log: string): readonly string[] {
  const isOfAccounts = evidence.some(({ source, level }) => source?.file === log && level === 'account');
  const ofSeats = evidence.filter(
    ({ source, level, proposedClass }) =>
      source === undefined && level === 'seat' && proposedClass !== 'ignored',
  );
  return isOfAccounts ? ofSeats.map(({ header }) => header) : [];
}

function sharedKeysOf(snapshot: Snapshot, match: SourceMatch, account: number, place: number): SharedKeys {
  const { shared, keyTexts } = match;
  const keys = shared.keys.subarray(shared.starts[place], shared.starts[place + 1]);
  const first = Array.from(keys.subarray(0, KEYS_SHOWN), (key) => keyTexts.at(key as RowIndex));
  return {
    name: nameOf({ snapshot }, account),
    accountId: snapshot.accounts.accountId.at(account as RowIndex),
    keys: first,
    moreKeys: keys.length - first.length,
  };
}

const WHY_LISTED: Readonly<Record<ActivityGap['why'], string>> = {
  noAccount: 'no account of the list has this key',
  severalAccounts: 'several accounts of the list share this key',
  noSeat: 'the account holds no seat',
};

/** Lines of a table of keys, in pieces: those without a seat, latest first, then those that share an account. */
function* keyLines(
  { accounts }: Snapshot,
  { gaps, shared, keyTexts }: SourceMatch,
): Generator<undefined, readonly (readonly string[])[]> {
  const lines: (readonly string[])[] = [['Account key', 'Account', 'Last day', 'Why']];
  for (let from = 0; from < gaps.length; from += LINES_A_PIECE) {
    for (const { key, lastDay, why } of gaps.slice(from, Math.min(gaps.length, from + LINES_A_PIECE))) {
      lines.push([key, '', formatIsoDay(lastDay), WHY_LISTED[why]]);
    }
    yield;
  }
  for (const [place, account] of shared.accounts.entries()) {
    const accountId = accounts.accountId.at(account as RowIndex);
    for (let at = shared.starts[place]!; at < shared.starts[place + 1]!; at += 1) {
      const key = keyTexts.at(shared.keys[at]! as RowIndex);
      lines.push([key, accountId, '', 'another key of the log names the same account']);
      if (at % LINES_A_PIECE === 0) yield;
    }
  }
  return lines;
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
