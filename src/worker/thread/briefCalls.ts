import type { EpochDay } from '../../core/base/epochDay.ts';
import { formatIsoDay } from '../../core/base/formatDay.ts';
import { fail, succeed, type Result } from '../../core/base/result.ts';
import { countConfidence } from '../../core/policy/countConfidence.ts';
import type { PreparedSeats } from '../../core/policy/preparedSeats.ts';
import { writeFact } from '../../core/reclaim/writeFact.ts';
import { buildBriefContent } from '../../brief/content/buildBriefContent.ts';
import { sha256Hex } from '../../storage/ledgerHash.ts';
import type { Failure } from '../protocol.ts';
import { briefInputOf } from './briefInputOf.ts';
import type { Evaluated } from './evaluated.ts';
import type { CallHandlers } from './handle.ts';
import { positionViewOf } from './positionViewOf.ts';
import { recordFacts } from './recordFacts.ts';
import { runPieces } from './runPieces.ts';
import { earlierLists } from './seatHistoryOf.ts';
import type { Session, Workspace } from './session.ts';
import { workspaceViewOf } from './workspaceViewOf.ts';

type Measured = Evaluated & { readonly version: number };

/** Calls of the Position & brief screen: they rest on a frozen definition only. */
export function briefCalls(
  session: Session,
): Pick<CallHandlers, 'position' | 'briefContent' | 'recordBriefExport'> {
  const open = async (): Promise<Result<{ workspace: Workspace; evaluated: Measured }, Failure>> => {
    const opened = session.open();
    if (!opened.ok) return opened;
    const workspace = opened.value;
    const evaluated = await workspace.evaluated();
    if (!evaluated.ok) return evaluated;
    const { version } = evaluated.value;
    if (version === undefined) return fail({ kind: 'notFrozen' });
    return succeed({ workspace, evaluated: { ...evaluated.value, version } });
  };

  return {
    async position({ briefDate }) {
      const opened = await open();
      if (!opened.ok) return opened;
      const { workspace, evaluated } = opened.value;
      const date = briefDate ?? formatIsoDay(evaluated.snapshot.asOf);
      return succeed(positionViewOf(workspace, evaluated, date));
    },

    async briefContent({ options }, { signal }) {
      const opened = await open();
      if (!opened.ok) return opened;
      const { workspace, evaluated } = opened.value;
      const position = positionViewOf(workspace, evaluated, options.briefDate);
      const anySignIn = await preparedWithSignIns(workspace, evaluated);
      if (!anySignIn.ok) return anySignIn;
      const confidence = await runPieces(
        countConfidence(
          evaluated.context,
          evaluated.prepared,
          evaluated.evaluation,
          earlierListDay(workspace, evaluated.snapshot.id),
        ),
        () => !signal.aborted,
      );
      if (!confidence) return fail({ kind: 'cancelled' });
      const input = briefInputOf(workspace, evaluated, position, options, anySignIn.value, confidence);
      return succeed(buildBriefContent(input, sha256Hex));
    },

    async recordBriefExport({ stamp, ...exported }) {
      const opened = session.open();
      if (!opened.ok) return opened;
      const workspace = opened.value;
      return workspace.queue.run(async () => {
        const fact = writeFact({ kind: 'briefExported', ...exported });
        const recorded = await recordFacts(workspace, stamp, () => succeed([fact]));
        if (!recorded.ok) return recorded;
        return succeed(workspaceViewOf(workspace, stamp.workingDay));
      });
    },
  };
}

/** Data-as-of day of the newest earlier complete list of the system of a snapshot. */
function earlierListDay({ receipts }: Workspace, snapshot: string): EpochDay | undefined {
  const current = receipts.find((receipt) => receipt.snapshot === snapshot);
  const [newest] = current ? earlierLists(receipts, current) : [];
  return receipts.find((receipt) => receipt.snapshot === newest)?.asOf;
}

/** The seats under the same definition but with every sign-in as use. */
async function preparedWithSignIns(
  workspace: Workspace,
  evaluated: Measured,
): Promise<Result<PreparedSeats, Failure>> {
  const tables = await workspace.tables();
  if (!tables.ok) return tables;
  const facts = workspace.factsFor(evaluated.version, evaluated.snapshot.id);
  const policy = { ...evaluated.policy, signInCountsAsWork: true };
  await tables.value.draftEvaluator.testPatterns(policy);
  return succeed(tables.value.draftEvaluator.prepare(policy, facts).prepared);
}
