import { fail, succeed, type Result } from '../../core/base/result.ts';
import { buildColumnScout, listOpenOrders, type DateOrderScout } from '../../core/ingest/dateOrderScout.ts';
import { usedColumns } from '../../core/ingest/kinds/factRowReader.ts';
import { findTableFindings } from '../../core/ingest/kinds/findTableFindings.ts';
import { keyedColumns } from '../../core/ingest/kinds/keyedColumns.ts';
import { schemaOf } from '../../core/ingest/kinds/kindSchemas.ts';
import { whyLeftOut } from '../../core/ingest/kinds/leftOutHeader.ts';
import type { TableColumnPlan, TablePlan } from '../../core/ingest/kinds/tablePlan.ts';
import type { SwapQuestion } from '../../core/ingest/xray/readingUnderSwap.ts';
import { ActivityLogBuilder } from '../../core/inventory/activityLogBuilder.ts';
import type { ActivitySummary } from '../../core/inventory/activityLog.ts';
import type { DayRange } from '../../core/inventory/factTable.ts';
import { FactTableBuilder } from '../../core/inventory/factTableBuilder.ts';
import type { ClientDatabase } from '../../storage/database.ts';
import type { FileLayout } from '../../storage/fileHead.ts';
import { FileStage } from '../../storage/fileStage.ts';
import { listFiles } from '../../storage/fileStore.ts';
import type { Locks } from '../../storage/importLock.ts';
import { utf8Codec } from '../../storage/utf8Codec.ts';
import type { ShownQuestion } from '../loadView.ts';
import type { Failure, ImportSource } from '../protocol.ts';
import type { FileReceipt, TableAnswer } from '../tableView.ts';
import { ActivityIntake } from './activityIntake.ts';
import { readCellBatches } from './cellBatches.ts';
import { withConfirmedEncoding } from './confirmUtf8.ts';
import { dateOrderOpen } from './dateOrderOpen.ts';
import { decodeFile } from './decodeFile.ts';
import { fileFailure } from './fileFailure.ts';
import { checkRowAccount, readFileReceipt } from './fileReceipt.ts';
import { endInFailures, fillOrDiscard } from './importEnding.ts';
import { NO_EVENT, TOO_MANY_NAMES } from './logRefusals.ts';
import { lateSwaps } from './lateSwaps.ts';
import { Pace, type PaceTools } from './importPace.ts';
import {
  isSameHeader,
  nameOfFiles,
  rowAfter,
  withRowOffset,
  wordNoRow,
  wordOtherColumns,
} from './importParts.ts';
import { RejectedRows } from './importRejects.ts';
import { readRowBatches } from './importRows.ts';
import { OpenedParts } from './openedParts.ts';
import { RepeatedRows } from './repeatedRows.ts';
import { scoutParts } from './scoutParts.ts';
import {
  countsOfPart,
  planOfParts,
  rowsHeldAgainstLimit,
  runningCounts,
  sourcePartsOf,
  tablePartsOf,
  type ReadTablePart,
  type TablePart,
} from './tableParts.ts';
import type { FactIntake } from './factIntake.ts';
import { TableIntake } from './tableIntake.ts';
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

const isBrokenUtf8 = (ended: Ended): boolean =>
  !ended.ok &&
  ended.failure.kind === 'unreadableFile' &&
  ended.failure.why.kind === 'brokenText' &&
  ended.failure.why.encoding === 'utf-8';

/** What became of the rows of a file. All chunks have gone to the stage. */
interface ReadTable {
  readonly layout: WithoutId<FileLayout>;
  readonly range: DayRange;
  readonly activity?: ActivitySummary;
  readonly parts: readonly ReadTablePart[];
  readonly receipt: Pick<FileReceipt, 'rows' | 'findings' | 'errors'>;
  /** What all rows together ask. */
  readonly swaps: readonly SwapQuestion[];
}

type WithoutId<Layout> = Layout extends unknown ? Omit<Layout, 'id'> : never;

/** The header of a file, and the row of the table behind its last one. */
interface ReadHeader {
  readonly header: readonly string[] | undefined;
  readonly nextRow: number;
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
    const opened = await this.opened.open();
    if (!opened.ok) return opened;
    const sameKind = heads.value.filter(({ layout }) => layout.kind === plan.kind);
    const sha256 = sameKind.length > 0 ? (await this.opened.fingerprints()).sha256 : undefined;
    const known = sameKind.find((head) => head.sha256 === sha256);
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
    const read = await scoutParts(this.opened, scout, this.pace);
    if (!read.ok) return read;
    return succeed({ columns: scout.settle(), openOrderAt });
  }

  private async stage(plan: TablePlan): Promise<Ended> {
    const { db, file, importedAt, locks } = this.tools;
    const stage = await FileStage.begin(db, file, importedAt, locks);
    return fillOrDiscard(stage, () => this.fill(stage, plan));
  }

  private async fill(stage: FileStage, plan: TablePlan): Promise<Ended> {
    const isLog = plan.kind === 'activity';
    // A log is fingerprinted while its bytes are read, any other file beside.
    const beside = isLog ? undefined : this.opened.fingerprints();
    // A failure shows where the fingerprint is asked for; an import that ends earlier asks no more.
    beside?.catch(() => undefined);
    const read = isLog ? await this.readLog(stage, plan) : await this.readRows(stage, plan);
    if (!read.ok) return read;
    const late = lateSwaps(read.value.swaps, this.tools.shown);
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

  private async readRows(stage: FileStage, plan: TablePlan): Promise<Result<ReadTable, Failure>> {
    if (plan.kind === 'activity') throw new Error('Activity is not kept row by row');
    const used = usedColumns(plan);
    const mapped = new Set(used.map(({ column }) => column.name));
    const builder = new FactTableBuilder(plan.kind, mapped, { codec: utf8Codec, sink: stage });
    const schema = schemaOf(plan.kind);
    const rejected = new RejectedRows(plan, stage, (header) => whyLeftOut(schema, header) !== undefined);
    const intake = new TableIntake(plan, keyedColumns(plan), builder, rejected);
    const parts = await this.eachPart(rejected, intake, async (index, offset) => {
      let nextRow = 0;
      for await (const { unreadable, ...batch } of this.batches(index)) {
        const firstRow = batch.firstRow + offset;
        intake.take({ ...batch, firstRow });
        nextRow = firstRow + batch.rows.length;
        if (unreadable) return this.opened.unreadable(index, unreadable);
        await stage.room();
        await this.pace.breathe(intake.read);
      }
      return succeed({ header: intake.header, nextRow });
    });
    if (!parts.ok) return parts;
    const counted = this.account(plan, parts.value, intake, rejected);
    if (!counted.ok) return counted;
    return succeed({ ...(await builder.finish()), parts: parts.value, ...counted.value });
  }

  /** Reads an activity log: its rows are folded, from bytes wherever that is possible. */
  private async readLog(stage: FileStage, plan: TablePlan): Promise<Result<ReadTable, Failure>> {
    const mapped = new Set(usedColumns(plan).map(({ column }) => column.name));
    const builder = new ActivityLogBuilder({ mapped, asOf: plan.asOf }, { codec: utf8Codec, sink: stage });
    const rejected = new RejectedRows(plan, stage);
    const earlier = this.parts.length > 1 ? new RepeatedRows() : undefined;
    const intake = new ActivityIntake(plan, keyedColumns(plan), builder, rejected, earlier);
    const parts = await this.eachPart(rejected, intake, async (index, offset) => {
      const { dialect } = this.parts[index]!;
      if (index > 0) earlier?.startNextFile();
      let nextRow = 0;
      for await (const batch of readCellBatches(this.opened.rowsOf(index), dialect)) {
        intake.take(withRowOffset(batch, offset));
        nextRow = rowAfter(batch) + offset;
        if (batch.kind === 'texts' && batch.unreadable)
          return this.opened.unreadable(index, batch.unreadable);
        if (builder.hasTooManyNames) return fail({ kind: 'refused', reason: TOO_MANY_NAMES });
        await builder.makeRoom(() => this.pace.breathe(intake.read));
        await stage.room();
        await this.pace.breathe(intake.read);
      }
      return succeed({ header: intake.header, nextRow });
    });
    if (!parts.ok) return parts;
    const { read } = intake;
    const counted = this.account(plan, parts.value, intake, rejected);
    if (!counted.ok) return counted;
    const { layout, summary } = await builder.finish(async () => {
      if (stage.isBehind) await this.pace.heard(stage.room(), read);
      await this.pace.breathe(read);
    });
    if (summary.series === 0) return fail({ kind: 'refused', reason: NO_EVENT });
    const range = { from: summary.from, to: summary.to };
    return succeed({ layout, range, activity: summary, parts: parts.value, ...counted.value });
  }

  /** Reads file after file; their rows are numbered on. Every file must have the columns of the first, and rows. */
  private async eachPart(
    rejected: RejectedRows,
    intake: FactIntake,
    read: (index: number, offset: number) => Promise<Result<ReadHeader, Failure>>,
  ): Promise<Result<readonly ReadTablePart[], Failure>> {
    const parts: ReadTablePart[] = [];
    let first: readonly string[] | undefined;
    let nextRow = 0;
    for (const [index, part] of this.parts.entries()) {
      const ownFirstRow = part.dialect.linesBeforeHeader + 2;
      const offset = index === 0 ? 0 : nextRow - ownFirstRow;
      if (this.parts.length > 1) rejected.startFile({ file: part.file.name, offset });
      const before = runningCounts(intake, rejected);
      intake.header = undefined;
      const done = await read(index, offset);
      if (!done.ok) return done;
      const { header } = done.value;
      if (header === undefined) return this.opened.unreadable(index, { kind: 'empty' });
      first ??= header;
      if (!isSameHeader(first, header)) {
        const reason = wordOtherColumns(part.file.name, this.parts[0]!.file.name);
        return fail({ kind: 'refused', reason: `${reason} Nothing was kept.` });
      }
      const rows = countsOfPart(before, runningCounts(intake, rejected));
      if (rows.read === 0) return this.opened.unreadable(index, { kind: 'headerOnly', header });
      nextRow = Math.max(nextRow, done.value.nextRow);
      parts.push({ firstRow: offset + ownFirstRow, ownFirstRow, rows });
    }
    return succeed(parts);
  }

  /** The part of the receipt that says what became of every row, or why the file is not imported. */
  private account(
    plan: TablePlan,
    parts: readonly ReadTablePart[],
    { read, accepted, repeats, others, reader, damaged }: FactIntake,
    rejected: RejectedRows,
  ): Result<Pick<ReadTable, 'receipt' | 'swaps'>, Failure> {
    rejected.flush();
    const firstError = rejected.firstErrors[0];
    if (accepted === 0 && firstError) {
      return fail({ kind: 'refused', reason: wordNoRow(this.parts.length, firstError) });
    }
    const { blank: blankLines = 0, ...noData } = Object.fromEntries(others);
    const findings = findTableFindings(plan, {
      rowsRead: rowsHeldAgainstLimit(parts, plan),
      hasTruncationNotice: others.has('notice'),
      ...reader.deviations,
      repeatedHeaders: others.get('repeatedHeader') ?? 0,
      notUnderstood: reader.notUnderstood,
      others,
    });
    const rows = { read, accepted, rejected: rejected.count, repeats, blankLines };
    const receipt = {
      rows: { ...rows, others: noData },
      findings: [...findings, ...damaged.findings(), ...this.opened.findings()],
      errors: rejected.firstErrors,
    };
    return succeed({ receipt, swaps: damaged.swaps() });
  }

  private batches(index: number): ReturnType<typeof readRowBatches> {
    const { dialect } = this.parts[index]!;
    return readRowBatches(decodeFile(this.opened.textOf(index), dialect.encoding, this.signal), dialect);
  }
}
