import { succeed } from '../../core/base/result.ts';
import { describeFact, detailsOfFact } from '../../core/reclaim/describeFact.ts';
import { describeSubject } from '../../core/reclaim/describeSubject.ts';
import { exportLedger } from '../../core/reclaim/exportLedger.ts';
import type { RecordedEntry } from '../../core/reclaim/ledgerEntry.ts';
import { readFact } from '../../core/reclaim/readFact.ts';
import { writeFact } from '../../core/reclaim/writeFact.ts';
import { loadLedger } from '../../storage/ledgerStore.ts';
import type { LedgerRow } from '../reclaimView.ts';
import { foldText } from './foldText.ts';
import type { CallHandlers } from './handle.ts';
import { recordFacts } from './recordFacts.ts';
import type { Session } from './session.ts';
import { checkOf, workspaceViewOf } from './workspaceViewOf.ts';

/** Calls of the Ledger dialog. */
export function ledgerCalls(
  session: Session,
): Pick<CallHandlers, 'ledgerPage' | 'verifyLedger' | 'exportLedger'> {
  return {
    async ledgerPage({ search, kind, from, count }) {
      const open = session.open();
      if (!open.ok) return open;
      const wanted = foldText(search.trim());
      // Newest first: what was just done is what is looked for.
      const rows = open.value.ledger.entries
        .toReversed()
        .filter(({ entry }) => kind === undefined || entry.kind === kind)
        .map(ledgerRow)
        .filter((row) => wanted === '' || foldText(Object.values(row).join('\t')).includes(wanted));
      return succeed({ total: rows.length, rows: rows.slice(from, from + count) });
    },

    /** Reads the stored entries again: what is verified is what lies in the browser, not what this tab remembers. */
    async verifyLedger() {
      const open = session.open();
      if (!open.ok) return open;
      const { check } = await loadLedger(open.value.db);
      const known = open.value.ledger.check;
      const isKnown =
        check.outcome === 'broken' && known.outcome === 'broken' && check.sequence === known.sequence;
      return succeed(isKnown ? checkOf(open.value) : check);
    },

    async exportLedger({ stamp }) {
      const open = session.open();
      if (!open.ok) return open;
      const workspace = open.value;
      return workspace.queue.run(async () => {
        const { entries } = workspace.ledger;
        const text = exportLedger(entries, 'full');
        const exported = { kind: 'ledgerExported', form: 'full', entries: entries.length } as const;
        const recorded = await recordFacts(workspace, stamp, () => succeed([writeFact(exported)]));
        if (!recorded.ok) return recorded;
        const view = workspaceViewOf(workspace, stamp.workingDay);
        return succeed({ fileName: `fallow-ledger-${entries.length}.ndjson`, text, view });
      });
    },
  };
}

function ledgerRow(recorded: RecordedEntry): LedgerRow {
  const { entry, personal } = recorded;
  const fact = readFact(recorded);
  return {
    sequence: entry.sequence,
    at: entry.at,
    actor: personal.actor,
    kind: entry.kind,
    subject: entry.subject,
    about: describeSubject(entry.subject),
    what: fact.ok ? describeFact(fact.value) : 'An entry that this Fallow cannot read',
    details: fact.ok ? detailsOfFact(fact.value) : [],
    reason: personal.reason ?? '',
    hash: entry.hash,
  };
}
