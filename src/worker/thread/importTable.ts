import { fail, succeed, type Result } from '../../core/base/result.ts';
import { buildColumnScout, listOpenOrders, type DateOrderScout } from '../../core/ingest/dateOrderScout.ts';
import { listFormOf } from '../../core/ingest/kinds/keyedColumns.ts';
import { schemaOf } from '../../core/ingest/kinds/kindSchemas.ts';
import type { TableColumnPlan, TablePlan } from '../../core/ingest/kinds/tablePlan.ts';
import type { ClientDatabase } from '../../storage/database.ts';
import { FileStage } from '../../storage/fileStage.ts';
import { listFiles } from '../../storage/fileStore.ts';
import type { Locks } from '../../storage/importLock.ts';
import type { ShownQuestion } from '../loadView.ts';
import type { Failure, ImportSource } from '../protocol.ts';
import type { FileReceipt, TableAnswer } from '../tableView.ts';
import { isBrokenUtf8, withConfirmedEncoding } from './confirmUtf8.ts';
import { dateOrderOpen } from './dateOrderOpen.ts';
import { fileFailure } from './fileFailure.ts';
import { checkRowAccount, mayHaveSize, readFileReceipt } from './fileReceipt.ts';
import { endInFailures, fillOrDiscard } from './importEnding.ts';
import { Pace, type PaceTools } from './importPace.ts';
import { nameOfFiles } from './importParts.ts';
import { lateTableQuestions } from './lateTableQuestions.ts';
import { OpenedParts } from './openedParts.ts';
import { readFactRows } from './readFactRows.ts';
import { readLogRows } from './readLogRows.ts';
import { scoutParts } from './scoutParts.ts';
import { planOfParts, sourcePartsOf, tablePartsOf, type TablePart } from './tableParts.ts';
import { whyTableRefused } from './whyTableRefused.ts';

/** What an import is handed beside file and plan. */
export interface TableImportTools extends PaceTools {
  readonly db: ClientDatabase;
  readonly locks: Locks | undefined;
  /** Id of the file to be kept. */
  readonly file: string;
  /** Wall-clock time of the import, as in the ledger. */
  readonly importedAt: string;
  /** Questions of the X-ray that were shown; without them the import asks nothing that only the whole file shows. */
  readonly shown?: readonly ShownQuestion[] | undefined;
  /**
   * Writes the ledger entry of the import. Runs inside the transaction that makes the file visible, so it may await
   * nothing but the database; throwing leaves neither file nor entry.
   */
  record(receipt: FileReceipt): Promise<void>;
}

type Ended = Result<TableAnswer, Failure>;

interface SettledColumns extends Pick<DateOrderScout, 'openOrderAt'> {
  readonly columns: readonly TableColumnPlan[];
}

/**
 * Imports a file of rows of any kind but users, or several as one: reads, checks, builds, stores and commits it, or
 * leaves everything as it was. A row is accepted or rejected whole.
 */
export async function importTable(
  source: ImportSource,
  plan: TablePlan,
  tools: TableImportTools,
  signal: AbortSignal,
  onProgress: (rowsRead: number) => void,
): Promise<Ended> {
  const parts = tablePartsOf(source, plan);
  const ownPlan = planOfParts(plan, parts);
  const refused = whyTableRefused(ownPlan);
  if (refused !== undefined) return fail({ kind: 'refused', reason: refused });
  const files = parts.map(({ file }) => file);
  return endInFailures(files, signal, async () => {
    const pace = new Pace(tools, signal, onProgress);
    const ended = await new TableImport(parts, tools, signal, pace).run(ownPlan);
    const confirmed = isBrokenUtf8(ended) ? await withConfirmedEncoding(parts, signal) : undefined;
    if (confirmed === undefined) return ended;
    return new TableImport(confirmed, tools, signal, pace).run(planOfParts(plan, confirmed));
  });
}

class TableImport {
  private readonly opened: OpenedParts;

  constructor(
    private readonly parts: readonly TablePart[],
    private readonly tools: TableImportTools,
    private readonly signal: AbortSignal,
    private readonly pace: Pace,
  ) {
    this.opened = new OpenedParts(
      parts.map(({ file, dialect }) => ({ file, plan: { dialect } })),
      signal,
    );
  }

  async run(plan: TablePlan): Promise<Ended> {
    try {
      return await this.read(plan);
    } finally {
      this.opened.close();
    }
  }

  private async read(plan: TablePlan): Promise<Ended> {
    const heads = await listFiles(this.tools.db);
    if (!heads.ok) return fail(fileFailure(heads.failure));
    const sameSize = heads.value.filter(
      ({ layout, receipt }) => layout.kind === plan.kind && mayHaveSize(receipt, this.opened.bytes),
    );
    // The rows of a log are read together with its fingerprint, once.
    if (plan.kind === 'activity' && sameSize.length === 0) this.opened.start();
    const opened = await this.opened.open();
    if (!opened.ok) return opened;
    const sha256 = sameSize.length > 0 ? (await this.opened.fingerprints()).sha256 : undefined;
    const known = sameSize.find((head) => head.sha256 === sha256);
    if (known) return succeed({ outcome: 'alreadyLoaded', receipt: readFileReceipt(known.receipt) });
    const settled = await this.settleDateOrders(plan);
    if (!settled.ok) return settled;
    const { columns } = settled.value;
    const open = dateOrderOpen(listOpenOrders(columns, settled.value));
    if (open) return succeed(open);
    return this.stage({ ...plan, columns });
  }

  /** Reads the whole file once for the date columns whose order its head did not decide. */
  private async settleDateOrders(plan: TablePlan): Promise<Result<SettledColumns, Failure>> {
    const { columns } = schemaOf(plan.kind);
    const scout = buildColumnScout(
      plan.columns,
      plan,
      ({ meaning }) => columns.find(({ name }) => name === meaning)?.ahead === true,
    );
    const { openOrderAt } = scout;
    if (scout.positions.length === 0) return succeed({ columns: plan.columns, openOrderAt });
    const read = await scoutParts(this.opened, scout, listFormOf(plan), this.pace);
    if (!read.ok) return read;
    return succeed({ columns: scout.settle(), openOrderAt });
  }

  private async stage(plan: TablePlan): Promise<Ended> {
    const { db, file, importedAt, locks } = this.tools;
    const stage = FileStage.start(db, file, importedAt, locks);
    return fillOrDiscard(stage, () => this.fill(stage, plan));
  }

  private async fill(stage: FileStage, plan: TablePlan): Promise<Ended> {
    const isLog = plan.kind === 'activity';
    // A log is fingerprinted while its bytes are read, any other file beside.
    const beside = isLog ? undefined : this.opened.fingerprints();
    // A failure shows where the fingerprint is asked for; an import that ends earlier asks no more.
    beside?.catch(() => undefined);
    const { opened, pace, signal } = this;
    const reading = { plan, opened, stage, pace, signal };
    const read = await (isLog ? readLogRows(reading) : readFactRows(reading));
    if (!read.ok) return read;
    const late = lateTableQuestions(read.value.asked, plan, this.tools.shown);
    if (late.length > 0) return succeed({ outcome: 'xrayOpen', questions: late });
    const { layout, range, activity, parts, receipt: counted } = read.value;
    const { sha256, parts: each } = await this.pace.heard(
      beside ?? this.opened.fingerprints(),
      counted.rows.read,
    );
    const { file, importedAt, record } = this.tools;
    const receipt: FileReceipt = {
      ...counted,
      ...(activity ? { activity } : {}),
      file,
      kind: plan.kind,
      asOf: plan.asOf,
      importedAt,
      source: {
        name: nameOfFiles(this.parts.map(({ file: { name } }) => ({ name }))),
        bytes: this.opened.bytes,
        sha256,
        ...sourcePartsOf(this.parts, parts, each),
      },
      stored: layout.rows,
      range,
      plan,
      answer: undefined,
    };
    checkRowAccount(receipt);
    await this.pace.heard(stage.settled(), receipt.rows.read);
    this.signal.throwIfAborted();
    const head = { layout: { ...layout, id: file }, sha256, receipt };
    const outcome = await this.pace.heard(
      stage.commit(head, () => record(receipt)),
      receipt.rows.read,
    );
    return outcome.kind === 'committed'
      ? succeed({ outcome: 'imported', receipt })
      : succeed({ outcome: 'alreadyLoaded', receipt: readFileReceipt(outcome.head.receipt) });
  }
}
