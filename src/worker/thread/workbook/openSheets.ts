import { fail, succeed, type Result } from '../../../core/base/result.ts';
import type { FileFinding, SheetSurvey, UnreadableFile } from '../../../core/ingest/fileSurvey.ts';
import { chooseSheets, type SheetChoice } from '../../../core/ingest/workbook/chooseSheets.ts';
import { findSheetFindings, type SheetCounts } from '../../../core/ingest/workbook/findSheetFindings.ts';
import { MergedCellsReader, MergedFill, type MergedArea } from '../../../core/ingest/workbook/mergedCells.ts';
import { isOleFile } from '../../../core/ingest/workbook/oleDirectory.ts';
import { RowLines } from '../../../core/ingest/workbook/rowLines.ts';
import type { CellContext } from '../../../core/ingest/workbook/sheetRows.ts';
import type { WorkbookFault } from '../../../core/ingest/workbook/workbookFault.ts';
import type { ByteSource } from '../decodeFile.ts';
import { nextTask } from '../importPace.ts';
import { decodeUtf8 } from './decodeUtf8.ts';
import { openWorkbook, type Workbook } from './openWorkbook.ts';
import { PartScan } from './partScan.ts';
import { InflateBudget, PartStream } from './partStream.ts';
import { readContext, readWith } from './readSheetRows.ts';
import { readSheetHeads } from './sheetHeads.ts';
import { readSlice, type SlicedFile } from './slicedFile.ts';

/** Bytes of a sheet up to which cells that are joined over rows are read as they look: they are named behind the rows. */
const MERGED_READ_BYTES = 16 << 20;
/** Bytes of text up to which a workbook is surveyed whole. */
const WHOLE_TEXT_BYTES = 4 << 20;
const SIGNATURE_BYTES = 8;

/** Ends the text of a workbook in whose middle something proved wrong; the reader of the text turns it into a value. */
export class UnreadableWorkbook extends Error {
  constructor(readonly why: UnreadableFile) {
    super(`Unreadable workbook: ${why.kind}`);
  }
}

/** What a fault of a workbook is for whoever chose the file. */
const unreadableBy = (fault: WorkbookFault): UnreadableFile =>
  fault.kind === 'locked' ? { kind: 'lockedWorkbook' } : { kind: 'unreadableWorkbook', fault };

/** The chosen sheets of a workbook as delimited text. */
export interface OpenedSheets {
  /** Names of the sheets that are read. */
  readonly names: readonly string[];
  readonly sheets: readonly SheetSurvey[];
  /** What should be known of the sheets; complete once a text was read to its end. */
  findings(): readonly FileFinding[];
  /** All rows as comma separated UTF-8 with a byte order mark. Its size is not known. Every call reads anew. */
  text(): ByteSource;
  /** The same as far as a survey reads it, with its size, estimated for a large one. */
  sample(): Promise<ByteSource>;
}

/**
 * Opens a file as a workbook, whatever its name ends in; `undefined` when its first bytes are neither an archive nor a
 * compound file. `wanted` are sheets to be read; without it they are proposed.
 */
export async function openSheets(
  file: SlicedFile,
  wanted: readonly string[] | undefined,
  signal: AbortSignal,
): Promise<Result<OpenedSheets | undefined, UnreadableFile>> {
  const head = await readSlice(file, 0, SIGNATURE_BYTES, signal);
  const isArchive =
    head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5) && head[3] === head[2]! + 1;
  if (!isArchive && !isOleFile(head)) return succeed(undefined);
  const workbook = await openWorkbook(file, signal);
  if (!workbook.ok) return fail(unreadableBy(workbook.failure));
  const context = await contextOf(workbook.value, signal);
  if (!context.ok) return fail(unreadableBy(context.failure));
  const heads = await readSheetHeads(workbook.value, context.value, wanted, signal);
  if (!heads.ok) return fail(unreadableBy(heads.failure));
  if (heads.value.every(({ rows }) => rows.length === 0)) return fail({ kind: 'empty' });
  const choice = chooseSheets(heads.value, wanted);
  const merged = await readMerged(workbook.value, choice, signal);
  return succeed(new Sheets(workbook.value, context.value, choice, merged, signal));
}

/** Cells of the chosen sheets that are joined over rows, by sheet. */
async function readMerged(
  workbook: Workbook,
  { chosen }: SheetChoice,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly MergedArea[]>> {
  const budget = new InflateBudget(workbook.limits);
  const merged = new Map<string, readonly MergedArea[]>();
  for (const { name, entry } of workbook.sheets) {
    if (!chosen.some((sheet) => sheet.name === name) || entry.inflatedBytes > MERGED_READ_BYTES) continue;
    const stream = await PartStream.open(workbook.file, entry, budget, signal);
    if (!stream.ok) continue;
    const reader = new MergedCellsReader(entry.name, decodeUtf8);
    // What is wrong with a sheet is told when its rows are read.
    const fault = await new PartScan(stream.value, reader).run();
    if (fault === undefined) merged.set(name, reader.areas);
    await nextTask();
  }
  return merged;
}

async function contextOf(
  workbook: Workbook,
  signal: AbortSignal,
): Promise<Result<CellContext, WorkbookFault>> {
  const reading = readContext(workbook, signal);
  for (;;) {
    const { done, value } = await reading.next();
    if (done) {
      if (value === undefined) throw new Error('A context that cannot be read must say why');
      return succeed(value);
    }
    if (!value.ok) return fail(value.failure);
    await nextTask();
  }
}

/** A text that is read once more shows less until it has come as far as the one before. */
const higherOf = (one: SheetCounts, other: SheetCounts): SheetCounts => ({
  missingResults: Math.max(one.missingResults, other.missingResults),
  hiddenRows: Math.max(one.hiddenRows, other.hiddenRows),
});

class Sheets implements OpenedSheets {
  readonly names: readonly string[];
  readonly sheets: readonly SheetSurvey[];
  private counts: SheetCounts = { missingResults: 0, hiddenRows: 0 };

  constructor(
    private readonly workbook: Workbook,
    private readonly context: CellContext,
    private readonly choice: SheetChoice,
    private readonly merged: ReadonlyMap<string, readonly MergedArea[]>,
    private readonly signal: AbortSignal,
  ) {
    this.names = choice.chosen.map(({ name }) => name);
    this.sheets = choice.sheets;
  }

  findings(): readonly FileFinding[] {
    return findSheetFindings(this.sheets, this.counts);
  }

  text(): ByteSource {
    const stream = (): ReadableStream<Uint8Array<ArrayBuffer>> =>
      this.stream(new InflateBudget(this.workbook.limits));
    return {
      name: this.workbook.file.name,
      size: Number.MAX_SAFE_INTEGER,
      stream,
      arrayBuffer: () => new Response(stream()).arrayBuffer(),
    };
  }

  async sample(): Promise<ByteSource> {
    const budget = new InflateBudget(this.workbook.limits);
    const reader = this.stream(budget).getReader();
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    let isWhole = false;
    try {
      while (!isWhole && bytes <= WHOLE_TEXT_BYTES) {
        const { done, value } = await reader.read();
        if (done) isWhole = true;
        else {
          pieces.push(value);
          bytes += value.length;
        }
      }
    } finally {
      // A stream that failed has nothing left to release, and its error is on its way already.
      await reader.cancel().catch(() => undefined);
    }
    const { name } = this.workbook.file;
    const head = new File(pieces, name);
    if (isWhole) return head;
    const total = this.workbook.sheets
      .filter((sheet) => this.names.includes(sheet.name))
      .reduce((sum, { entry }) => sum + entry.inflatedBytes, 0);
    const size = Math.max(bytes + 1, Math.round((bytes * total) / Math.max(1, budget.inflated)));
    return { name, size, stream: () => head.stream(), arrayBuffer: () => head.arrayBuffer() };
  }

  private stream(budget: InflateBudget): ReadableStream<Uint8Array<ArrayBuffer>> {
    const context = { ...this.context, spent: { letters: 0 } };
    const batches = readWith({ ...this.workbook, budget }, context, this.names, this.signal);
    const lines = new RowLines(this.choice.chosen);
    const fills = new Map(
      this.choice.chosen.map(({ name, headerRow }) => [
        name,
        new MergedFill(this.merged.get(name) ?? [], headerRow),
      ]),
    );
    const encoder = new TextEncoder();
    let before = '\ufeff';
    let read: SheetCounts = { missingResults: 0, hiddenRows: 0 };
    return new ReadableStream<Uint8Array<ArrayBuffer>>(
      {
        pull: async (controller) => {
          for (;;) {
            const { done, value } = await batches.next();
            if (done) {
              this.counts = read;
              controller.close();
              return;
            }
            if (!value.ok) throw new UnreadableWorkbook(unreadableBy(value.failure));
            const rows = value.value;
            read = {
              missingResults: read.missingResults + rows.missingResults,
              hiddenRows: read.hiddenRows + rows.hiddenRows,
            };
            this.counts = higherOf(this.counts, read);
            const text = before + lines.write(fills.get(rows.sheet)?.apply(rows) ?? rows);
            before = '';
            if (text !== '') {
              controller.enqueue(encoder.encode(text));
              return;
            }
            await nextTask();
          }
        },
        cancel: async () => {
          await batches.return(undefined);
        },
      },
      { highWaterMark: 0 },
    );
  }
}
