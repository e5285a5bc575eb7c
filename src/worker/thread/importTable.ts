import { fail, succeed, type Result } from '../../core/base/result.ts';
import {
  buildRowContext,
  classifyRow,
  type ClassifiedColumn,
  type OtherRow,
} from '../../core/ingest/classifyRow.ts';
import { buildColumnScout, listOpenOrders, type DateOrderScout } from '../../core/ingest/dateOrderScout.ts';
import { describeRowError } from '../../core/ingest/describeRowError.ts';
import type { UnreadableFile } from '../../core/ingest/fileSurvey.ts';
import {
  compileFactRowReader,
  usedColumns,
  type FactRowReader,
} from '../../core/ingest/kinds/factRowReader.ts';
import { findTableFindings } from '../../core/ingest/kinds/findTableFindings.ts';
import { lacksCurrency, missingColumns } from '../../core/ingest/kinds/kindNeeds.ts';
import { schemaOf } from '../../core/ingest/kinds/kindSchemas.ts';
import { whyLeftOut } from '../../core/ingest/kinds/leftOutHeader.ts';
import type { TableColumnPlan, TablePlan } from '../../core/ingest/kinds/tablePlan.ts';
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
import type { Failure, ImportSource } from '../protocol.ts';
import type { FileReceipt, TableAnswer } from '../tableView.ts';
import { ActivityIntake } from './activityIntake.ts';
import { readCellBatches } from './cellBatches.ts';
import { dateOrderOpen } from './dateOrderOpen.ts';
import { decodeFile, pastedFile, readBytes, type ByteSource } from './decodeFile.ts';
import { fileFailure } from './fileFailure.ts';
import { startFingerprint } from './fingerprint.ts';
import { checkRowAccount, readFileReceipt } from './fileReceipt.ts';
import { Pace, type PaceTools } from './importPace.ts';
import { RejectedRows } from './importRejects.ts';
import { readRowBatches } from './importRows.ts';
import { openRows, type OpenedRows } from './openRows.ts';
import { UnreadableWorkbook } from './workbook/openSheets.ts';

/** What an import is handed beside file and plan. */
export interface TableImportTools extends PaceTools {
  readonly db: ClientDatabase;
  readonly locks: Locks | undefined;
  /** Id of the file to be kept. */
  readonly file: string;
  /** Wall-clock time of the import, as in the ledger. */
  readonly importedAt: string;
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
 * Imports a file of rows of any kind but users: reads, checks, builds, stores and commits it, or leaves
 * everything as it was. A row is accepted or rejected whole.
 */
export async function importTable(
  source: ImportSource,
  plan: TablePlan,
  tools: TableImportTools,
  signal: AbortSignal,
  onProgress: (rowsRead: number) => void,
): Promise<Ended> {
  const file = 'file' in source ? source.file : pastedFile(source.pasted);
  const ownPlan: TablePlan =
    'file' in source ? plan : { ...plan, dialect: { ...plan.dialect, encoding: 'utf-8' } };
  const refused = whyNotImported(ownPlan);
  if (refused !== undefined) return fail({ kind: 'refused', reason: refused });
  try {
    const opened = await openRows(file, ownPlan.dialect, signal);
    if (!opened.ok) return fail({ kind: 'unreadableFile', fileName: file.name, why: opened.failure });
    const pace = new Pace(tools, signal, onProgress);
    return await new TableImport(file, opened.value, tools, signal, pace).run(ownPlan);
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

/** Why a plan cannot be imported, as a sentence; `undefined` for one that can. */
function whyNotImported(plan: TablePlan): string | undefined {
  if (missingColumns(schemaOf(plan.kind), plan.columns).length > 0)
    return 'A column that this kind of file needs is not mapped.';
  return lacksCurrency(plan) ? 'No column names the currency of the prices. Say which it is.' : undefined;
}

/** What became of the rows of a file. All chunks have gone to the stage. */
interface ReadTable {
  readonly layout: WithoutId<FileLayout>;
  readonly range: DayRange;
  readonly activity?: ActivitySummary;
  readonly receipt: Pick<FileReceipt, 'rows' | 'findings' | 'errors'>;
}

type WithoutId<Layout> = Layout extends unknown ? Omit<Layout, 'id'> : never;

/** What an intake counted of the rows of a file. */
interface CountedRows {
  readonly header: readonly string[] | undefined;
  readonly read: number;
  readonly accepted: number;
  readonly repeats: number;
  readonly others: ReadonlyMap<OtherRow, number>;
  readonly rejected: RejectedRows;
  readonly reader: FactRowReader;
}

const TOO_MANY_NAMES =
  'The columns mapped to event type and licence type have more than 65 536 different values, so one of them is probably something else. Map another column, or none.';
const NO_EVENT =
  'Every count in this file is 0: it shows no activity. Check the column that is mapped to count.';

class TableImport {
  constructor(
    private readonly file: ByteSource,
    private readonly opened: OpenedRows,
    private readonly tools: TableImportTools,
    private readonly signal: AbortSignal,
    private readonly pace: Pace,
  ) {}

  async run(plan: TablePlan): Promise<Ended> {
    const heads = await listFiles(this.tools.db);
    if (!heads.ok) return fail(fileFailure(heads.failure));
    const fingerprint = startFingerprint(this.file, this.signal);
    const sameKind = heads.value.filter(({ layout }) => layout.kind === plan.kind);
    const sha256 = sameKind.length > 0 ? await fingerprint : undefined;
    const known = sameKind.find((head) => head.sha256 === sha256);
    if (known) return succeed({ outcome: 'alreadyLoaded', receipt: readFileReceipt(known.receipt) });
    const settled = await this.settleDateOrders(plan);
    if (!settled.ok) return settled;
    const { columns } = settled.value;
    const open = dateOrderOpen(listOpenOrders(columns, settled.value));
    if (open) return succeed(open);
    return this.stage({ ...plan, columns }, fingerprint);
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
    let seen = 0;
    for await (const { rows, firstRow, unreadable } of this.batches(plan)) {
      if (unreadable) return this.unreadable(unreadable);
      for (let row = seen === 0 ? 1 : 0; row < rows.length; row += 1) scout.note(rows[row]!, firstRow + row);
      seen += rows.length;
      await this.pace.breathe(seen);
    }
    return succeed({ columns: scout.settle(), openOrderAt });
  }

  /** Stages the file; whatever happens, it ends either committed or discarded. */
  private async stage(plan: TablePlan, fingerprint: Promise<string>): Promise<Ended> {
    const { db, file, importedAt, locks } = this.tools;
    const stage = await FileStage.begin(db, file, importedAt, locks);
    try {
      const ended = await this.fill(stage, plan, fingerprint);
      if (!ended.ok || ended.value.outcome !== 'imported') await stage.discard();
      return ended;
    } catch (error) {
      await stage.discard();
      throw error;
    }
  }

  private async fill(stage: FileStage, plan: TablePlan, fingerprint: Promise<string>): Promise<Ended> {
    const read =
      plan.kind === 'activity' ? await this.readLog(stage, plan) : await this.readRows(stage, plan);
    if (!read.ok) return read;
    const { layout, range, activity, receipt: counted } = read.value;
    const sha256 = await this.pace.heard(fingerprint, counted.rows.read);
    const { file, importedAt, record } = this.tools;
    const receipt: FileReceipt = {
      ...counted,
      ...(activity ? { activity } : {}),
      file,
      kind: plan.kind,
      asOf: plan.asOf,
      importedAt,
      source: { name: this.file.name, bytes: this.file.size, sha256 },
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
    const reader = compileFactRowReader(plan);
    const context = buildRowContext(keyedColumns(plan), plan.dialect);
    const others = new Map<OtherRow, number>();
    let header: readonly string[] | undefined;
    let read = 0;
    let accepted = 0;
    for await (const { rows, firstRow, unclosed, unreadable } of this.batches(plan)) {
      for (let index = 0; index < rows.length; index += 1) {
        const cells = rows[index]!;
        const row = firstRow + index;
        if (header === undefined) {
          header = cells;
          continue;
        }
        const isOpen = unclosed.has(index);
        const other = isOpen ? undefined : classifyRow(cells, context);
        if (other !== undefined) {
          others.set(other, (others.get(other) ?? 0) + 1);
          continue;
        }
        read += 1;
        const text = cells.join(plan.dialect.delimiter);
        const error = isOpen
          ? ({ kind: 'unclosedQuote', row, column: undefined, text } as const)
          : reader.read(cells, row);
        if (error) {
          rejected.add(error, cells);
        } else {
          accepted += 1;
          builder.add(reader.row);
        }
      }
      if (unreadable) return this.unreadable(unreadable);
      await stage.room();
      await this.pace.breathe(read);
    }
    const counted = this.account(plan, {
      header,
      read,
      accepted,
      repeats: builder.repeats,
      others,
      rejected,
      reader,
    });
    return counted.ok ? succeed({ ...(await builder.finish()), receipt: counted.value }) : counted;
  }

  /** Reads an activity log: its rows are folded, from bytes wherever that is possible. */
  private async readLog(stage: FileStage, plan: TablePlan): Promise<Result<ReadTable, Failure>> {
    const mapped = new Set(usedColumns(plan).map(({ column }) => column.name));
    const builder = new ActivityLogBuilder({ mapped, asOf: plan.asOf }, { codec: utf8Codec, sink: stage });
    const rejected = new RejectedRows(plan, stage);
    const intake = new ActivityIntake(plan, keyedColumns(plan), builder, rejected);
    for await (const batch of readCellBatches(readBytes(this.opened.text, this.signal), plan.dialect)) {
      intake.take(batch);
      if (batch.kind === 'texts' && batch.unreadable) return this.unreadable(batch.unreadable);
      if (builder.hasTooManyNames) return fail({ kind: 'refused', reason: TOO_MANY_NAMES });
      await builder.makeRoom(() => this.pace.breathe(intake.read));
      await stage.room();
      await this.pace.breathe(intake.read);
    }
    const { header, read, accepted, others, reader } = intake;
    const counted = this.account(plan, { header, read, accepted, repeats: 0, others, rejected, reader });
    if (!counted.ok) return counted;
    const { layout, summary } = await builder.finish(async () => {
      await this.pace.heard(stage.room(), read);
      await this.pace.breathe(read);
    });
    if (summary.series === 0) return fail({ kind: 'refused', reason: NO_EVENT });
    const range = { from: summary.from, to: summary.to };
    return succeed({ layout, range, activity: summary, receipt: counted.value });
  }

  /** The part of the receipt that says what became of every row, or why the file is not imported. */
  private account(plan: TablePlan, counted: CountedRows): Result<ReadTable['receipt'], Failure> {
    const { header, read, accepted, repeats, others, rejected, reader } = counted;
    rejected.flush();
    if (header === undefined) return this.unreadable({ kind: 'empty' });
    if (read === 0) return this.unreadable({ kind: 'headerOnly', header });
    const firstError = rejected.firstErrors[0];
    if (accepted === 0 && firstError) {
      const reason = `No row of this file could be read. ${describeRowError(firstError)}`;
      return fail({ kind: 'refused', reason });
    }
    const { blank: blankLines = 0, ...noData } = Object.fromEntries(others);
    const findings = findTableFindings(plan, {
      rowsRead: read,
      hasTruncationNotice: others.has('notice'),
      ...reader.deviations,
      repeatedHeaders: others.get('repeatedHeader') ?? 0,
      notUnderstood: reader.notUnderstood,
      others,
    });
    const rows = { read, accepted, rejected: rejected.count, repeats, blankLines };
    return succeed({
      rows: { ...rows, others: noData },
      findings: [...findings, ...this.opened.findings()],
      errors: rejected.firstErrors,
    });
  }

  private batches(plan: TablePlan): ReturnType<typeof readRowBatches> {
    return readRowBatches(decodeFile(this.opened.text, plan.dialect.encoding, this.signal), plan.dialect);
  }

  private unreadable(why: UnreadableFile): Result<never, Failure> {
    return fail({ kind: 'unreadableFile', fileName: this.file.name, why });
  }
}

/** The columns of a plan with the first that every row must fill marked as its key. */
function keyedColumns(plan: TablePlan): readonly ClassifiedColumn[] {
  const keys = schemaOf(plan.kind).forms.flatMap(({ groups }) => groups[0]?.anyOf ?? []);
  const key = plan.columns.find(({ meaning }) => keys.includes(meaning));
  return plan.columns.map((column) => (column === key ? { ...column, meaning: 'accountId' } : column));
}
