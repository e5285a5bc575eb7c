import { fail, succeed, type Result } from '../../core/base/result.ts';
import { USUAL_LAG_DAYS } from '../../core/ingest/usualLag.ts';
import { groupEvents } from '../../core/inventory/eventGroups.ts';
import { isInForce, type ActivitySource, type EvidenceSource } from '../../core/inventory/evidenceSource.ts';
import type { IdentityRules } from '../../core/ingest/identityRules.ts';
import { joiningEvidence, type JoinedEvidence } from '../../core/inventory/joinEvidence.ts';
import { LOG_KEY_TEXTS } from '../../core/inventory/matchLogKeys.ts';
import type { Snapshot } from '../../core/inventory/snapshot.ts';
import { accountColumnName } from '../../core/inventory/snapshotLayout.ts';
import { loadActivityLog } from '../../storage/activityStore.ts';
import type { ClientDatabase } from '../../storage/database.ts';
import type { Receipt } from '../loadView.ts';
import type { Failure } from '../protocol.ts';
import type { FileReceipt } from '../tableView.ts';
import type { WorkspaceView } from '../workspaceView.ts';
import { fileFailure } from './fileFailure.ts';
import { pauseWhenDue, runPieces } from './runPieces.ts';

/** Receipt of an activity log. */
export type LogReceipt = FileReceipt & Required<Pick<FileReceipt, 'activity'>>;

const isLog = (receipt: FileReceipt): receipt is LogReceipt => receipt.activity !== undefined;

/** Account texts by which the keys of logs are matched. */
export const KEY_TEXT_COLUMNS = LOG_KEY_TEXTS.map((name) => accountColumnName(name));

/** Receipts with the system that a person has said the file speaks of; `stated`: by id of the file. */
export const withStatedSystems = (
  files: readonly FileReceipt[],
  stated: ReadonlyMap<string, string>,
): readonly FileReceipt[] =>
  files.map((receipt) => {
    const system = stated.get(receipt.file);
    return system === undefined || !receipt.plan
      ? receipt
      : { ...receipt, plan: { ...receipt.plan, system } };
  });

/** The file behind the evidence of a log. */
export const evidenceSourceOf = ({ file, source, plan, activity, asOf }: LogReceipt): EvidenceSource => ({
  file,
  name: source.name,
  ...(source.parts ? { parts: source.parts } : {}),
  sha256: source.sha256,
  system: plan?.system ?? 'other',
  lagDays: plan?.facts.lagDays ?? USUAL_LAG_DAYS,
  zone: plan?.columns.find(({ dates }) => dates)?.dates?.zone ?? plan?.workspaceZone ?? 'UTC',
  historyStart: plan?.facts.historyStart ?? activity.from,
  asOf,
});

/** All loaded activity logs, in the order of import. `files`: newest first. */
export const logsOf = (files: readonly FileReceipt[]): readonly LogReceipt[] =>
  files.filter(isLog).toReversed();

/** Activity logs that speak for a snapshot, in the order of import. `files`: newest first. */
export const logsInForce = (
  files: readonly FileReceipt[],
  { asOf, source }: Pick<Receipt, 'asOf' | 'source'>,
): readonly LogReceipt[] =>
  logsOf(files).filter((log) => isInForce(evidenceSourceOf(log), { asOf, system: source.system }));

/** What decides how logs are joined to a list: which they are, their systems, the rules for their keys. */
export const logsKey = (logs: readonly LogReceipt[], rules: IdentityRules): string =>
  logs.length === 0
    ? ''
    : JSON.stringify([
        logs.map(({ file, plan }) => [file, plan?.system]),
        [...rules.domainAliases],
        rules.dropMailboxTags,
      ]);

/** Sources of evidence that logs add to those of a list; known without their tables. Each name once. */
export function eventColumns(logs: readonly LogReceipt[]): WorkspaceView['evidenceColumns'] {
  const byHeader = new Map<string, WorkspaceView['evidenceColumns'][number]>();
  for (const { activity, plan } of logs) {
    for (const { header, signalKind, proposedClass, keys } of groupEvents(
      activity.events,
      plan?.system ?? 'other',
      plan?.facts.signalKind,
    )) {
      const dated = Math.max(keys, byHeader.get(header)?.dated ?? 0);
      byHeader.set(header, { header, signalKind, proposedClass, dated });
    }
  }
  return [...byHeader.values()];
}

/**
 * Loads the logs and joins them to a snapshot whose account texts of `KEY_TEXT_COLUMNS` are there, with a pause before
 * it would hold up other questions. `cancelled` when the answer was not wanted any more.
 */
export async function loadEvidence(
  db: ClientDatabase,
  snapshot: Snapshot,
  logs: readonly LogReceipt[],
  rules: IdentityRules,
  isWanted: () => boolean,
): Promise<Result<JoinedEvidence, Failure>> {
  const sources: ActivitySource[] = [];
  for (const receipt of logs) {
    const log = await loadActivityLog(db, receipt.file, pauseWhenDue());
    if (!isWanted()) return fail({ kind: 'cancelled' });
    if (!log.ok) return fail(fileFailure(log.failure));
    sources.push({
      source: evidenceSourceOf(receipt),
      log: log.value,
      monthly: receipt.activity.monthly,
      signalKind: receipt.plan?.facts.signalKind,
      covers: receipt.plan?.facts.coveredLicenceTypes,
    });
  }
  const joined = await runPieces(joiningEvidence(snapshot, sources, rules), isWanted);
  return joined ? succeed(joined) : fail({ kind: 'cancelled' });
}
