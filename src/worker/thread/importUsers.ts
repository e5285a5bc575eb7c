import { fail, succeed, type Result } from '../../core/base/result.ts';
import { canonicalId } from '../../core/ingest/canonicalId.ts';
import { buildDateOrderScout, type DateOrderScout } from '../../core/ingest/dateOrderScout.ts';
import { describeRowError } from '../../core/ingest/describeRowError.ts';
import type { UnreadableFile } from '../../core/ingest/fileSurvey.ts';
import type { ImportPlan } from '../../core/ingest/importPlan.ts';
import { guardCompleteness, type ListSummary } from '../../core/inventory/completeness.ts';
import type { SourceFile } from '../../core/inventory/snapshot.ts';
import { SnapshotBuilder, type BuiltSnapshot } from '../../core/inventory/snapshotBuilder.ts';
import type { ClientDatabase } from '../../storage/database.ts';
import type { Locks } from '../../storage/importLock.ts';
import type { SnapshotHead } from '../../storage/snapshotHead.ts';
import { SnapshotStage } from '../../storage/snapshotStage.ts';
import { listSnapshots } from '../../storage/snapshotStore.ts';
import { utf8Codec } from '../../storage/utf8Codec.ts';
import type { ImportAnswer, Receipt } from '../loadView.ts';
import type { Failure, ImportSource } from '../protocol.ts';
import { readCellBatches } from './cellBatches.ts';
import { pastedFile, readBytes, type ByteSource } from './decodeFile.ts';
import { startFingerprint } from './fingerprint.ts';
import { findImportFindings } from './importFindings.ts';
import { isSamePlan } from './isSamePlan.ts';
import { Pace, type PaceTools } from './importPace.ts';
import { buildReceipt, readReceipt } from './importReceipt.ts';
import { RejectedRows } from './importRejects.ts';
import { listBefore } from './listBefore.ts';
import { RowIntake, type ReadRows } from './rowIntake.ts';
import { ScoutedRows } from './scoutedRows.ts';
import { openRows, type OpenedRows } from './openRows.ts';
import { snapshotFailure } from './snapshotFailure.ts';
import { UnreadableWorkbook } from './workbook/openSheets.ts';

/** What an import is handed beside file and plan. */
export interface ImportTools extends PaceTools {
  readonly db: ClientDatabase;
  readonly locks: Locks | undefined;
  /** Id of the snapshot to be made. */
  readonly snapshot: string;
  /** Whether a file that was loaded with other settings is read again. */
  readonly again: boolean;
  /** Wall-clock time of the import, as in the ledger. */
  readonly importedAt: string;
  /**
   * Writes the ledger entry of the import. Runs inside the transaction that makes the snapshot visible, so it may
   * await nothing but the database; throwing leaves neither snapshot nor entry.
   */
  record(receipt: Receipt): Promise<void>;
}

type Ended = Result<ImportAnswer, Failure>;

type SettledOrders = ReturnType<DateOrderScout['settle']> & Pick<DateOrderScout, 'openOrderAt'>;

/**
 * Imports a users file: reads, checks, builds, stores and commits it, or leaves everything as it was. A row is
 * accepted or rejected whole. Nothing is kept when the file cannot be read, was loaded before, leaves day and month
 * open, looks incomplete and nobody has said what it is, or when the import is cancelled.
 */
export async function importUsers(
  source: ImportSource,
  plan: ImportPlan,
  tools: ImportTools,
  signal: AbortSignal,
  onProgress: (rowsRead: number) => void,
): Promise<Ended> {
  const file = 'file' in source ? source.file : pastedFile(source.pasted);
  const ownPlan: ImportPlan =
    'file' in source ? plan : { ...plan, dialect: { ...plan.dialect, encoding: 'utf-8' } };
  if (!plan.columns.some(({ meaning }) => meaning === 'accountId')) return fail({ kind: 'noAccountColumn' });
  try {
    return await new UsersImport(file, tools, signal, new Pace(tools, signal, onProgress)).run(ownPlan);
  } catch (error) {
    if (signal.aborted) return fail({ kind: 'cancelled' });
    if (error instanceof UnreadableWorkbook) {
      return fail({ kind: 'unreadableFile', fileName: file.name, why: error.why });
    }
    if (isLostFile(error)) return fail({ kind: 'refused', reason: LOST_FILE });
    throw error;
  }
}

const LOST_FILE =
  'The file could not be read to its end. It may have been changed, moved or deleted meanwhile. Choose it again.';

/** The browser lost the file while it was read. */
const isLostFile = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'NotReadableError' || error.name === 'NotFoundError');

class UsersImport {
  private opened: OpenedRows | undefined;

  constructor(
    private readonly file: ByteSource,
    private readonly tools: ImportTools,
    private readonly signal: AbortSignal,
    private readonly pace: Pace,
  ) {}

  async run(plan: ImportPlan): Promise<Ended> {
    const heads = await listSnapshots(this.tools.db);
    if (!heads.ok) return fail(snapshotFailure(heads.failure));
    const fingerprint = startFingerprint(this.file, this.signal);
    const sameSize = heads.value.filter(({ layout }) => layout.source.bytes === this.file.size);
    const known = sameSize.length === 0 ? [] : await this.knownReceipts(sameSize, fingerprint);
    const same = known.find((receipt) => isSamePlan(plan, receipt.plan));
    const latest = known.at(-1);
    if (same) return succeed({ outcome: 'alreadyLoaded', receipt: same, otherSettings: false });
    if (latest && !this.tools.again) {
      return succeed({ outcome: 'alreadyLoaded', receipt: latest, otherSettings: true });
    }
    const replaced = new Set(known.map((receipt) => receipt.snapshot));
    const opened = await openRows(this.file, plan.dialect, this.signal);
    if (!opened.ok) return this.unreadable(opened.failure);
    this.opened = opened.value;
    const settled = await this.settleDateOrders(plan);
    if (!settled.ok) return settled;
    const open = settled.value.open[0];
    if (open) {
      const { position, header } = open;
      const openOrder = settled.value.openOrderAt(position);
      return succeed({ outcome: 'dateOrderOpen', position, header, open: openOrder });
    }
    const others = heads.value.filter(({ layout }) => !replaced.has(layout.id));
    return this.stage(settled.value.plan, fingerprint, others, replaced);
  }

  /** Receipts of earlier imports of this file. Only a file of the same size can be the same file. */
  private async knownReceipts(
    sameSize: readonly SnapshotHead[],
    fingerprint: Promise<string>,
  ): Promise<Receipt[]> {
    const sha256 = await fingerprint;
    return sameSize
      .filter(({ layout }) => layout.source.sha256 === sha256)
      .map((head) => readReceipt(head.receipt));
  }

  /** Reads the whole file once for the date columns whose order its head did not decide. */
  private async settleDateOrders(plan: ImportPlan): Promise<Result<SettledOrders, Failure>> {
    const scout = buildDateOrderScout(plan);
    const { openOrderAt } = scout;
    if (scout.positions.length === 0) return succeed({ plan, open: [], openOrderAt });
    const reader = new ScoutedRows(scout);
    for await (const batch of readCellBatches(this.bytes(), plan.dialect)) {
      if (batch.kind === 'texts' && batch.unreadable) return this.unreadable(batch.unreadable);
      await this.pace.breathe(reader.note(batch));
    }
    return succeed({ ...scout.settle(), openOrderAt });
  }

  /** Stages the snapshot; whatever happens, it ends either committed or discarded. */
  private async stage(
    plan: ImportPlan,
    fingerprint: Promise<string>,
    heads: readonly SnapshotHead[],
    replaced: ReadonlySet<string>,
  ): Promise<Ended> {
    const { db, snapshot, importedAt, locks } = this.tools;
    const stage = await SnapshotStage.begin(db, snapshot, importedAt, locks);
    try {
      const ended = await this.fill(stage, plan, fingerprint, heads, replaced);
      if (!ended.ok || ended.value.outcome !== 'imported') await stage.discard();
      return ended;
    } catch (error) {
      await stage.discard();
      throw error;
    }
  }

  private async fill(
    stage: SnapshotStage,
    plan: ImportPlan,
    fingerprint: Promise<string>,
    heads: readonly SnapshotHead[],
    replaced: ReadonlySet<string>,
  ): Promise<Ended> {
    const builder = new SnapshotBuilder(plan, { codec: utf8Codec, canonicalId, sink: stage });
    const rejected = new RejectedRows(plan, stage);
    const read = await this.readRows(stage, plan, builder, rejected);
    if (!read.ok) return read;
    rejected.flush();
    const { tables, summary } = await builder.finish();
    const list = summaryOf(plan, summary, read.value.rows.accepted);
    const incomplete = guardCompleteness(listBefore(heads, plan), list);
    if (incomplete && plan.completeness === undefined) {
      const { fewerAccounts: _, ...differences } = incomplete;
      return succeed({ outcome: 'completenessOpen', ...differences });
    }
    const completeness = plan.completeness ?? 'full';
    const { rows, ...whole } = read.value;
    const source = this.sourceOf(plan, await fingerprint);
    const { snapshot, importedAt, record } = this.tools;
    const findings = [
      ...findImportFindings(plan, { rowsRead: rows.read, others: rows.others, ...whole, summary }),
      ...(this.opened?.findings() ?? []),
    ];
    const facts = { snapshot, importedAt, plan, source, rows, summary, rejected, findings, completeness };
    const receipt = buildReceipt(facts);
    await stage.settled();
    this.signal.throwIfAborted();
    const layout = { ...tables, id: snapshot, asOf: plan.asOf, source, rows, completeness };
    const outcome = await stage.commit({ layout, summary: list, receipt }, () => record(receipt), replaced);
    return outcome.kind === 'committed'
      ? succeed({ outcome: 'imported', receipt })
      : succeed(whenLoaded(readReceipt(outcome.head.receipt), plan));
  }

  private async readRows(
    stage: SnapshotStage,
    plan: ImportPlan,
    builder: SnapshotBuilder,
    rejected: RejectedRows,
  ): Promise<Result<ReadRows, Failure>> {
    const intake = new RowIntake(plan, builder, rejected, this.file.size);
    for await (const batch of readCellBatches(this.bytes(), plan.dialect)) {
      intake.take(batch);
      if (batch.kind === 'texts' && batch.unreadable) return this.unreadable(batch.unreadable);
      if (builder.hasTooManyLicenceTypes) return fail({ kind: 'refused', reason: TOO_MANY_LICENCE_TYPES });
      await stage.room();
      await this.pace.breathe(intake.read);
    }
    const { header } = intake;
    if (header === undefined) return this.unreadable({ kind: 'empty' });
    if (intake.read === 0) return this.unreadable({ kind: 'headerOnly', header });
    const firstError = rejected.firstErrors[0];
    if (intake.accepted === 0 && firstError) {
      return fail({
        kind: 'refused',
        reason: `No row of this file could be read. ${describeRowError(firstError)}`,
      });
    }
    return succeed(intake.result());
  }

  /** The bytes of the rows: of the file, or of the text that its workbook or web page holds. */
  private bytes(): AsyncGenerator<Uint8Array> {
    return readBytes(this.opened?.text ?? this.file, this.signal);
  }

  private unreadable(why: UnreadableFile): Result<never, Failure> {
    return fail({ kind: 'unreadableFile', fileName: this.file.name, why });
  }

  private sourceOf(plan: ImportPlan, sha256: string): SourceFile {
    return {
      name: this.file.name,
      bytes: this.file.size,
      sha256,
      system: plan.system,
      encoding: plan.dialect.encoding,
      delimiter: plan.dialect.delimiter,
      lagDays: plan.lagDays,
      historyStart: plan.historyStart,
      zone: plan.columns.find(({ dates }) => dates)?.dates?.zone ?? plan.workspaceZone,
    };
  }
}

const TOO_MANY_LICENCE_TYPES =
  'The column mapped to licence type has more than 65 536 different values, so it is probably something else. Map another column, or give one licence type for the whole file.';

/** Another tab has loaded the file meanwhile. */
const whenLoaded = (receipt: Receipt, plan: ImportPlan): ImportAnswer => ({
  outcome: 'alreadyLoaded',
  receipt,
  otherSettings: !isSamePlan(plan, receipt.plan),
});

const summaryOf = (plan: ImportPlan, summary: BuiltSnapshot['summary'], rows: number): ListSummary => ({
  system: plan.system,
  accounts: summary.accounts,
  rows,
  licenceTypes: summary.licenceTypes.map(({ name }) => name),
  units: summary.units,
});
