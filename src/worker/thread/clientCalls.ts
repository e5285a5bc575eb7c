import { fail, succeed } from '../../core/base/result.ts';
import { verifyChain } from '../../core/reclaim/verifyChain.ts';
import { createClient, describeClient, openClient, wipeClient } from '../../storage/clientStore.ts';
import { sha256Hex } from '../../storage/ledgerHash.ts';
import { type LedgerState } from '../../storage/ledgerStore.ts';
import type { Ask } from '../protocol.ts';
import type { LedgerCheck } from '../workspaceView.ts';
import { countBorderlineWaiting } from './borderlineWaiting.ts';
import { fillSample } from './fillSample.ts';
import type { CallHandlers } from './handle.ts';
import { seeOtherTabs } from './seeOtherTabs.ts';
import { Workspace, type Session } from './session.ts';
import { workspaceViewOf } from './workspaceViewOf.ts';

/** What the browser remembers of a ledger beside it: its length, and the hash of the head. */
type Remembered = NonNullable<Ask<'openClient'>['remembered']>;

type ClientCalls = Pick<
  CallHandlers,
  'createClient' | 'openClient' | 'renewView' | 'closeClient' | 'describeClient' | 'wipeClient'
>;

/**
 * A break right behind the entry that the browser remembers as the last: what stands there was never written by this
 * Fallow, so it was put in, however it is made.
 */
function brokenBeyond(
  { entries }: LedgerState,
  check: Extract<LedgerCheck, { outcome: 'broken' }>,
  remembered: Remembered,
): LedgerCheck {
  const { length, hash } = remembered;
  if (check.sequence < length || check.sequence > length + 1 || entries.length <= length) return check;
  const known = entries.slice(0, length);
  const holds =
    verifyChain(known, sha256Hex).outcome === 'intact' && known.some(({ entry }) => entry.hash === hash);
  return holds ? { outcome: 'broken', sequence: length + 1, what: 'inserted' } : check;
}

/** Compares the ledger found with what the browser remembered of it elsewhere. */
function checkAgainst(ledger: LedgerState, remembered: Remembered | undefined): LedgerCheck {
  if (!remembered) return ledger.check;
  if (ledger.check.outcome === 'broken') return brokenBeyond(ledger, ledger.check, remembered);
  const found = ledger.entries.length;
  if (found < remembered.length) return { outcome: 'shortened', found, remembered: remembered.length };
  const isKnown =
    remembered.hash === '' || ledger.entries.some(({ entry }) => entry.hash === remembered.hash);
  return isKnown ? ledger.check : { outcome: 'replaced', remembered: remembered.length };
}

/** Calls about clients as wholes: create, open, describe, wipe. The list of clients is read without the thread. */
export function clientCalls(session: Session): ClientCalls {
  return {
    async createClient({ stamp, ...client }, { onProgress, signal }) {
      const created = await createClient(client, stamp, session.onLost);
      const entered = await Workspace.open(created);
      if (!entered.ok) return entered;
      const workspace = entered.value;
      if (client.sample) {
        const filled = await fillSample(workspace, stamp, onProgress, signal);
        if (!filled.ok) {
          workspace.db.close();
          await wipeClient(created.about.clientId, client.name);
          return filled;
        }
      }
      session.enter(workspace);
      workspace.prefetch();
      return succeed(workspaceViewOf(workspace, stamp.workingDay));
    },

    async openClient({ id, remembered, stamp }, { onProgress }) {
      const onHeld = (): void => onProgress({ done: 0, total: undefined, unit: 'rows', heldByTab: true });
      const opened = await openClient(id, stamp.at, session.onLost, onHeld);
      if (!opened.ok) return opened;
      const entered = await Workspace.open(opened.value);
      if (!entered.ok) {
        opened.value.db.close();
        return entered;
      }
      const workspace = entered.value;
      workspace.foundOnOpening = checkAgainst(workspace.ledger, remembered);
      session.enter(workspace);
      workspace.prefetch();
      return succeed(workspaceViewOf(workspace, stamp.workingDay));
    },

    async renewView({ workingDay }) {
      const open = session.open();
      if (!open.ok) return open;
      const workspace = open.value;
      return workspace.queue.run(async () => {
        const seen = await seeOtherTabs(workspace);
        // A chain that was broken on opening stays as it was shown then.
        if (!seen.ok && workspace.ledger.check.outcome !== 'broken') return seen;
        if (seen.ok && seen.value) await countBorderlineWaiting(workspace);
        return succeed(workspaceViewOf(workspace, workingDay));
      });
    },

    async closeClient() {
      session.leave();
      return succeed(null);
    },

    async describeClient({ id }) {
      const described = await describeClient(id);
      if (!described.ok) return described;
      const { name, snapshots, ledger } = described.value;
      // Counted among all that is stored: behind a broken place nothing is replayed, but everything is lost.
      const cases = ledger.entries.filter(({ entry }) => entry.kind === 'caseOpened').length;
      return succeed({ name, snapshots, cases, entries: ledger.entries.length });
    },

    async wipeClient({ id, typedName }) {
      const open = session.open();
      const described = await describeClient(id);
      if (described.ok && described.value.name.normalize('NFC') !== typedName.normalize('NFC')) {
        return fail({ kind: 'nameDiffers' });
      }
      if (open.ok && open.value.about.clientId === id) session.leave();
      return wipeClient(id, typedName);
    },
  };
}
