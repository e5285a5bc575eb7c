import { fail, succeed, type Result } from '../../../core/base/result.ts';
import type { CellFormat } from '../../../core/ingest/workbook/cellFormat.ts';
import type { PartReader } from '../../../core/ingest/workbook/partReader.ts';
import {
  relationshipsPartOf,
  RelationshipsReader,
  resolveTarget,
  type Relationship,
} from '../../../core/ingest/workbook/relationshipsReader.ts';
import { StylesReader } from '../../../core/ingest/workbook/stylesReader.ts';
import type { WorkbookFault } from '../../../core/ingest/workbook/workbookFault.ts';
import { WORKBOOK_LIMITS, type WorkbookLimits } from '../../../core/ingest/workbook/workbookLimits.ts';
import { WorkbookReader, type ListedSheet } from '../../../core/ingest/workbook/workbookReader.ts';
import {
  findDirectory,
  readDirectory,
  TAIL_BYTES,
  type ZipEntry,
} from '../../../core/ingest/workbook/zipDirectory.ts';
import { decodeUtf8 } from './decodeUtf8.ts';
import { surveyOle } from './oleFile.ts';
import { PartScan } from './partScan.ts';
import { InflateBudget, PartStream } from './partStream.ts';
import { readSlice, type SlicedFile } from './slicedFile.ts';

/** A sheet of cells and where it is stored. */
export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly entry: ZipEntry;
}

/** A workbook whose table of contents was read and found sound. No cell has been read yet. */
export interface Workbook {
  readonly file: SlicedFile;
  readonly limits: WorkbookLimits;
  /** In the order of their tabs; charts and macros are left out. At least one. */
  readonly sheets: readonly WorkbookSheet[];
  readonly sharedTexts: ZipEntry | undefined;
  readonly formats: readonly CellFormat[];
  readonly is1904: boolean;
  /** Of this reading: everything that is inflated from this workbook counts. */
  readonly budget: InflateBudget;
}

type Entries = ReadonlyMap<string, ZipEntry>;

/**
 * Opens a workbook: checks its size and table of contents, and reads the list of sheets, the date system and the
 * styles. Refuses what is locked, old, damaged, of another format or beyond the limits. Source: LOAD-06, LOAD-07.
 */
export async function openWorkbook(
  file: SlicedFile,
  signal: AbortSignal,
  limits: WorkbookLimits = WORKBOOK_LIMITS,
): Promise<Result<Workbook, WorkbookFault>> {
  if (file.size > limits.fileBytes)
    return fail({ kind: 'fileTooLarge', bytes: file.size, most: limits.fileBytes });
  const ole = await surveyOle(file, signal);
  if (ole === 'locked' || ole === 'oldBinary') return fail({ kind: ole });
  if (ole === 'other') return fail({ kind: 'otherFormat', format: 'office' });
  if (ole) return fail({ kind: 'damaged', part: undefined, what: 'cannot be read as an Office file' });
  const entries = await readEntries(file, limits, signal);
  return entries.ok ? new Opening(file, limits, entries.value, signal).open() : entries;
}

async function readEntries(
  file: SlicedFile,
  limits: WorkbookLimits,
  signal: AbortSignal,
): Promise<Result<Entries, WorkbookFault>> {
  const tail = await readSlice(file, Math.max(0, file.size - TAIL_BYTES), file.size, signal);
  const place = findDirectory(tail, file.size, limits);
  if (!place.ok) return place;
  const { offset, length } = place.value;
  return readDirectory(await readSlice(file, offset, offset + length, signal), place.value, limits);
}

class Opening {
  private readonly budget: InflateBudget;

  constructor(
    private readonly file: SlicedFile,
    private readonly limits: WorkbookLimits,
    private readonly entries: Entries,
    private readonly signal: AbortSignal,
  ) {
    this.budget = new InflateBudget(limits);
  }

  async open(): Promise<Result<Workbook, WorkbookFault>> {
    const part = await this.findMainPart();
    if (!part.ok) return part;
    const workbook = new WorkbookReader(part.value.name, decodeUtf8);
    const fault = await this.readPart(part.value, workbook);
    if (fault) return fail(fault);
    if (!workbook.isWorkbook) return fail({ kind: 'otherFormat', format: 'office' });
    const links = await this.readLinks(part.value.name);
    if (!links.ok) return links;
    const sheets = this.findSheets(workbook.sheets, links.value, part.value.name);
    if (!sheets.ok) return sheets;
    if (sheets.value.length === 0) return fail({ kind: 'noSheets' });
    const formats = await this.readFormats(links.value, part.value.name);
    if (!formats.ok) return formats;
    const sharedTexts = this.findLinked('sharedstrings', links.value, part.value.name);
    if (!sharedTexts.ok) return sharedTexts;
    const { file, limits, budget } = this;
    return succeed({
      file,
      limits,
      budget,
      sheets: sheets.value,
      sharedTexts: sharedTexts.value,
      formats: formats.value,
      is1904: workbook.is1904,
    });
  }

  private entry(name: string): ZipEntry | undefined {
    return this.entries.get(name.toLowerCase());
  }

  private async readPart(entry: ZipEntry, reader: PartReader): Promise<WorkbookFault | undefined> {
    const stream = await PartStream.open(this.file, entry, this.budget, this.signal);
    return stream.ok ? new PartScan(stream.value, reader).run() : stream.failure;
  }

  private async readLinks(part: string): Promise<Result<readonly Relationship[], WorkbookFault>> {
    const entry = this.entry(relationshipsPartOf(part));
    if (!entry) return succeed([]);
    const reader = new RelationshipsReader(entry.name, decodeUtf8);
    const fault = await this.readPart(entry, reader);
    return fault ? fail(fault) : succeed(reader.relationships);
  }

  private async findMainPart(): Promise<Result<ZipEntry, WorkbookFault>> {
    const links = await this.readLinks('');
    if (!links.ok) return links;
    const target = links.value.find(({ type }) => type === 'officedocument')?.target;
    const linked = target === undefined ? undefined : this.entry(resolveTarget('', target));
    const entry = linked ?? this.entry('xl/workbook.xml');
    if (this.entry('xl/workbook.bin') && (!entry || entry.name.toLowerCase().endsWith('.bin'))) {
      return fail({ kind: 'otherFormat', format: 'xlsb' });
    }
    if (entry) return succeed(entry);
    if (this.entry('content.xml') && this.entry('mimetype')) {
      return fail({ kind: 'otherFormat', format: 'openDocument' });
    }
    if (this.entry('Index/Document.iwa') || this.entry('Index.zip')) {
      return fail({ kind: 'otherFormat', format: 'numbers' });
    }
    const isOffice = this.entry('[Content_Types].xml') !== undefined;
    if (!isOffice) return fail({ kind: 'otherFormat', format: 'archive' });
    return fail({ kind: 'damaged', part: undefined, what: 'lacks the list of its sheets' });
  }

  /** The part behind the first link of a type; no such link is no fault, a link to nothing is one. */
  private findLinked(
    type: string,
    links: readonly Relationship[],
    from: string,
  ): Result<ZipEntry | undefined, WorkbookFault> {
    const link = links.find((candidate) => candidate.type === type && !candidate.isExternal);
    if (!link) return succeed(undefined);
    const entry = this.entry(resolveTarget(from, link.target));
    return entry ? succeed(entry) : fail({ kind: 'damaged', part: link.target, what: 'is missing' });
  }

  private async readFormats(
    links: readonly Relationship[],
    from: string,
  ): Promise<Result<readonly CellFormat[], WorkbookFault>> {
    const entry = this.findLinked('styles', links, from);
    if (!entry.ok) return entry;
    if (!entry.value) return succeed([]);
    const reader = new StylesReader(entry.value.name, decodeUtf8);
    const fault = await this.readPart(entry.value, reader);
    return fault ? fail(fault) : succeed(reader.formats());
  }

  private findSheets(
    listed: readonly ListedSheet[],
    links: readonly Relationship[],
    from: string,
  ): Result<readonly WorkbookSheet[], WorkbookFault> {
    const linkById = new Map(links.map((link) => [link.id, link]));
    const sheets: WorkbookSheet[] = [];
    const taken = new Set<ZipEntry>();
    for (const { name, hidden, relationship } of listed) {
      const link = linkById.get(relationship);
      const what = `lacks the cells of sheet '${name}'`;
      if (!link || link.isExternal) return fail({ kind: 'damaged', part: undefined, what });
      if (link.type !== 'worksheet') continue;
      const entry = this.entry(resolveTarget(from, link.target));
      if (!entry || taken.has(entry)) return fail({ kind: 'damaged', part: undefined, what });
      taken.add(entry);
      sheets.push({ name, hidden, entry });
    }
    return succeed(sheets);
  }
}
