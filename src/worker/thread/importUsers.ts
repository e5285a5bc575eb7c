import { fail, succeed, type Result } from '../../core/base/result.ts';
import {
  buildDateOrderScout,
  listOpenOrders,
  type DateOrderScout,
} from '../../core/ingest/dateOrderScout.ts';
import type { ImportPlan } from '../../core/ingest/importPlan.ts';
import {
  guardCompleteness,
  type IncompleteList,
  type ListSummary,
} from '../../core/inventory/completeness.ts';
import type { SourceFile, SourcePart } from '../../core/inventory/sourceFile.ts';
import type { BuiltSnapshot } from '../../core/inventory/snapshotBuilder.ts';
import type { ClientDatabase } from '../../storage/database.ts';
import type { Locks } from '../../storage/importLock.ts';
import type { SnapshotHead } from '../../storage/snapshotHead.ts';
import { SnapshotStage } from '../../storage/snapshotStage.ts';
import { listSnapshots } from '../../storage/snapshotStore.ts';
import type { ImportAnswer, Receipt, ShownQuestion } from '../loadView.ts';
import type { Failure, ImportSource } from '../protocol.ts';
import { isBrokenUtf8 } from './confirmUtf8.ts';
import { dateOrderOpen } from './dateOrderOpen.ts';
import { endInFailures, fillOrDiscard } from './importEnding.ts';
import { findImportFindings } from './importFindings.ts';
import { Pace, type PaceTools } from './importPace.ts';
import {
  nameOfFiles,
  partsOf,
  rowsAtLimit,
  sumOfParts,
  withConfirmedEncodings,
  type Fingerprints,
  type ImportPart,
  type ReadPart,
} from './importParts.ts';
import { buildReceipt, readReceipt } from './importReceipt.ts';
import { isSamePlan } from './isSamePlan.ts';
import { findLateQuestions } from './lateQuestions.ts';
import { listBefore } from './listBefore.ts';
import { startGathering } from './listGathering.ts';
import { OpenedParts } from './openedParts.ts';
import { readUserRows } from './readUserRows.ts';
import { scoutParts } from './scoutParts.ts';
import { snapshotFailure } from './snapshotFailure.ts';

/** What an import is handed beside file and plan. */
export interface ImportTools extends PaceTools {
  readonly db: ClientDatabase;
  readonly locks: Locks | undefined;
  /** Id of the snapshot to be made. */
  readonly snapshot: string;
  /** Whether a file that was loaded with other settings is read again. */
  readonly again: boolean;
  /**
   * Questions that a person has seen. What else the whole file asks ends the import before anything is kept; without it
   * nothing is asked.
   */
  readonly shown?: readonly ShownQuestion[] | undefined;
  /** Places of the columns of all questions that a person left open, one a question; kept among the findings. */
  readonly unanswered?: readonly number[] | undefined;
  /** Snapshot beside which the completeness was answered; without it, the one that is the list before at the start. */
  readonly answeredBeside?: string | undefined;
  /** Wall-clock time of the import, as in the ledger. */
  readonly importedAt: string;
  /**
   * Writes the ledger entry of the import. Runs inside the transaction that makes the snapshot visible, so it may
   * await nothing but the database; throwing leaves neither snapshot nor entry.
   */
  record(receipt: Receipt): Promise<void>;
}

/** Bytes that are stored of a byte of a users file, at least, as a rule. */
const STORED_SHARE = 0.4;

type Ended = Result<ImportAnswer, Failure>;

/** What the list `beside` says against the new one. */
type Objection = IncompleteList & { readonly beside: string };

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
  const parts = partsOf(source, plan);
  if (!plan.columns.some(({ meaning }) => meaning === 'accountId')) return fail({ kind: 'noAccountColumn' });
  const files = parts.map(({ file }) => file);
  return endInFailures(files, signal, async () => {
    const pace = new Pace(tools, signal, onProgress);
    const run = (own: readonly ImportPart[]): Promise<Ended> =>
      new UsersImport(own, tools, signal, pace).run(own[0]!.plan);
    const ended = await run(parts);
    const confirmed = isBrokenUtf8(ended) ? await withConfirmedEncodings(parts, signal) : undefined;
    return confirmed === undefined ? ended : run(confirmed);
  });
}

class UsersImport {
  private readonly opened: OpenedParts;

  constructor(
    private readonly parts: readonly ImportPart[],
    private readonly tools: ImportTools,
    private readonly signal: AbortSignal,
    private readonly pace: Pace,
  ) {
    this.opened = new OpenedParts(parts, signal);
  }

  async run(plan: ImportPlan): Promise<Ended> {
    try {
      return await this.read(plan);
    } finally {
      this.opened.close();
    }
  }

  private async read(plan: ImportPlan): Promise<Ended> {
    const heads = await listSnapshots(this.tools.db);
    if (!heads.ok) return fail(snapshotFailure(heads.failure));
    const sameSize = heads.value.filter(({ layout }) => layout.source.bytes === this.opened.bytes);
    const known = sameSize.length === 0 ? [] : await this.knownReceipts(sameSize);
    const same = known.find((receipt) => isSamePlan(plan, receipt.plan));
    const latest = known.at(-1);
    if (same) return succeed({ outcome: 'alreadyLoaded', receipt: same, otherSettings: false });
    if (latest && !this.tools.again) {
      return succeed({ outcome: 'alreadyLoaded', receipt: latest, otherSettings: true });
    }
    const replaced = new Set(known.map((receipt) => receipt.snapshot));
    this.opened.start();
    const opened = await this.opened.open();
    if (!opened.ok) return opened;
    const settled = await this.settleDateOrders(plan);
    if (!settled.ok) return settled;
    const open = dateOrderOpen(listOpenOrders(settled.value.open, settled.value));
    if (open) return succeed(open);
    const others = heads.value.filter(({ layout }) => !replaced.has(layout.id));
    return this.stage(settled.value.plan, others, replaced);
  }

  /** Receipts of earlier imports of this file. Only a file of the same size can be the same file. */
  private async knownReceipts(sameSize: readonly SnapshotHead[]): Promise<Receipt[]> {
    const { sha256 } = await this.opened.fingerprints();
    return sameSize
      .filter(({ layout }) => layout.source.sha256 === sha256)
      .map((head) => readReceipt(head.receipt));
  }

  /** Reads the whole file once for the date columns whose order its head did not decide. */
  private async settleDateOrders(plan: ImportPlan): Promise<Result<SettledOrders, Failure>> {
    const scout = buildDateOrderScout(plan);
    const { openOrderAt } = scout;
    if (scout.positions.length === 0) return succeed({ plan, open: [], openOrderAt });
    const read = await scoutParts(this.opened, scout, plan, this.pace);
    if (!read.ok) return read;
    return succeed({ ...scout.settle(), openOrderAt });
  }

  private async stage(
    plan: ImportPlan,
    heads: readonly SnapshotHead[],
    replaced: ReadonlySet<string>,
  ): Promise<Ended> {
    const { db, snapshot, importedAt, locks } = this.tools;
    const stage = SnapshotStage.start(db, snapshot, importedAt, locks);
    stage.prepareFor(this.opened.bytes * STORED_SHARE);
    return fillOrDiscard(stage, () => this.fill(stage, plan, heads, replaced));
  }

  private async fill(
    stage: SnapshotStage,
    plan: ImportPlan,
    heads: readonly SnapshotHead[],
    replaced: ReadonlySet<string>,
  ): Promise<Ended> {
    const {
      shown,
      unanswered,
      answeredBeside = listBefore(heads, plan)?.snapshot,
      snapshot,
      importedAt,
      record,
    } = this.tools;
    const gathered = startGathering(plan, stage, shown !== undefined);
    const read = await readUserRows(this.parts, this.opened, plan, gathered, stage, this.pace);
    if (!read.ok) return read;
    const { builder, rejected, late, errors, unread, unreadDates } = gathered;
    const { tables, summary } = await builder.finish();
    const { rows, ...whole } = sumOfParts(read.value);
    const asked =
      late && shown
        ? await findLateQuestions(plan, late, summary, whole.furtherTables, shown, this.opened, this.pace)
        : succeed([]);
    if (!asked.ok) return asked;
    if (asked.value.length > 0) return succeed({ outcome: 'xrayOpen', questions: asked.value });
    const list = summaryOf(plan, summary, rows.accepted);
    const objectTo = (present: readonly SnapshotHead[]): Objection | undefined => {
      const before = listBefore(present, plan);
      const isAnswered = plan.completeness !== undefined && before?.snapshot === answeredBeside;
      const incomplete = isAnswered ? undefined : guardCompleteness(before, list);
      return before && incomplete && { ...incomplete, beside: before.snapshot };
    };
    const objection = objectTo(heads);
    if (objection) return askCompleteness(objection);
    const completeness = plan.completeness ?? 'full';
    const source = this.sourceOf(plan, await this.opened.fingerprints(), read.value);
    const rowsRead = rowsAtLimit(read.value, plan);
    const findings = [
      ...findImportFindings(plan, {
        rowsRead,
        others: rows.others,
        ...whole,
        summary,
        unread,
        errors,
        unreadDates,
        unanswered,
      }),
      ...this.opened.findings(),
    ];
    const facts = { snapshot, importedAt, plan, source, rows, summary, rejected, findings, completeness };
    const receipt = buildReceipt(facts);
    await stage.settled();
    this.signal.throwIfAborted();
    const layout = { ...tables, id: snapshot, asOf: plan.asOf, source, rows, completeness };
    const terms = { replaced, objectTo };
    const outcome = await stage.commit({ layout, summary: list, receipt }, () => record(receipt), terms);
    if (outcome.kind === 'refused') return askCompleteness(outcome.objection);
    return outcome.kind === 'committed'
      ? succeed({ outcome: 'imported', receipt })
      : succeed(whenLoaded(readReceipt(outcome.head.receipt), plan));
  }

  private sourceOf(plan: ImportPlan, found: Fingerprints, read: readonly ReadPart[]): SourceFile {
    const parts = this.parts.map(({ file: { name, size } }, index): SourcePart => {
      const { firstRow, ownFirstRow, read: counted } = read[index]!;
      const sha256 = found.parts[index]!;
      return { name, bytes: size, sha256, firstRow, ownFirstRow, rows: counted.rows };
    });
    return {
      name: nameOfFiles(parts),
      bytes: this.opened.bytes,
      sha256: found.sha256,
      system: plan.system,
      encoding: plan.dialect.encoding,
      delimiter: plan.dialect.delimiter,
      lagDays: plan.lagDays,
      historyStart: plan.historyStart,
      zone: plan.columns.find(({ dates }) => dates)?.dates?.zone ?? plan.workspaceZone,
      ...(parts.length > 1 ? { parts } : {}),
    };
  }
}

function askCompleteness(objection: Objection): Ended {
  const { previousAccounts, accounts, fewerRows, missingLicenceTypes, missingUnits, otherSystem, beside } =
    objection;
  return succeed({
    outcome: 'completenessOpen',
    previousAccounts,
    accounts,
    fewerRows,
    missingLicenceTypes,
    missingUnits,
    otherSystem,
    beside,
  });
}

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
