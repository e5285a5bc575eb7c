import {
  ACCOUNT_TEXTS,
  SEAT_COLUMNS,
  accountLayoutWith,
  optionalColumnsIn,
  type AccountColumns,
  type AccountText,
  type ColumnLayout,
  type NumberColumns,
  type OptionalAccountColumn,
} from './numberColumns.ts';
import type { EvidenceColumn, LifeColumn, Snapshot, StringTable } from './snapshot.ts';
import { dateTextsToBytes } from './codedTextBuilder.ts';
import { countDays } from './countDays.ts';
import { numbersToBundles } from './numberBundle.ts';
import {
  SNAPSHOT_FORMAT,
  STRINGS_COLUMN,
  accountColumnName,
  chunksOf,
  evidenceColumnName,
  lifeColumnName,
  rowsInChunk,
  seatColumnName,
  type SnapshotLayout,
} from './snapshotLayout.ts';
import { buildTextChunk } from './textColumnBuilder.ts';
import { textChunkToBytes } from './textChunkBytes.ts';
import type { TextCodec } from './textCodec.ts';
import type { TextColumn } from './textColumn.ts';

/** Takes one chunk of one column. */
export type EmitChunk = (column: string, chunk: number, bytes: Uint8Array<ArrayBuffer>) => void;

/** Bundles of one numeric column, each in the place of a chunk. */
export function encodeNumbers(
  column: string,
  values: Uint8Array | Uint16Array | Uint32Array | Int32Array,
  chunkRows: number,
  emit: EmitChunk,
): void {
  let bundle = 0;
  for (const bytes of numbersToBundles(values, chunkRows)) {
    emit(column, bundle, bytes);
    bundle += 1;
  }
}

/** Bundles of all numeric columns of a table; `nameOf` gives a column its stored name. */
export function encodeTable<Layout extends ColumnLayout>(
  layout: Layout,
  columns: NumberColumns<Layout>,
  nameOf: (name: string) => string,
  chunkRows: number,
  emit: EmitChunk,
): void {
  for (const name of Object.keys(layout)) encodeNumbers(nameOf(name), columns[name]!, chunkRows, emit);
}

/** Chunks of the string table. */
export function encodeStrings(
  strings: StringTable,
  codec: TextCodec,
  chunkRows: number,
  emit: EmitChunk,
): void {
  for (let chunk = 0; chunk < chunksOf(strings.length, chunkRows); chunk += 1) {
    const texts = strings.slice(chunk * chunkRows, (chunk + 1) * chunkRows);
    emit(STRINGS_COLUMN, chunk, textChunkToBytes(buildTextChunk(texts, codec)));
  }
}

/**
 * All columns of a snapshot as chunks, and the layout that reads them back. Same tables and same `chunkRows` give the
 * same bytes; `decodeColumns` is the inverse.
 */
export function encodeColumns(
  snapshot: Snapshot,
  codec: TextCodec,
  chunkRows: number,
  emit: EmitChunk,
): SnapshotLayout {
  const { accounts, seats } = snapshot;
  const accountTexts = ACCOUNT_TEXTS.filter((name) => accounts[name] !== undefined);
  for (const name of accountTexts)
    encodeTexts(accountColumnName(name), accounts[name]!, codec, chunkRows, emit);
  const accountNumbers = optionalColumnsIn({
    has: (name) => accounts[name as OptionalAccountColumn] !== undefined,
  });
  encodeTable(
    accountLayoutWith(accountNumbers),
    accounts as AccountColumns,
    accountColumnName,
    chunkRows,
    emit,
  );
  encodeTable(SEAT_COLUMNS, seats as NumberColumns<typeof SEAT_COLUMNS>, seatColumnName, chunkRows, emit);
  encodeStrings(snapshot.strings, codec, chunkRows, emit);
  for (const life of snapshot.life) encodeLife(life, codec, chunkRows, emit);
  snapshot.evidence.forEach((evidence, index) => encodeEvidence(index, evidence, codec, chunkRows, emit));
  return layoutOf(snapshot, accountTexts, accountNumbers, chunkRows);
}

function encodeLife(
  { meaning, column, sourceRow, raw }: LifeColumn,
  codec: TextCodec,
  chunkRows: number,
  emit: EmitChunk,
): void {
  encodeNumbers(lifeColumnName(meaning, 'column'), column, chunkRows, emit);
  encodeNumbers(lifeColumnName(meaning, 'sourceRow'), sourceRow, chunkRows, emit);
  encodeTexts(lifeColumnName(meaning, 'raw'), raw, codec, chunkRows, emit, true);
}

function encodeEvidence(
  index: number,
  evidence: EvidenceColumn,
  codec: TextCodec,
  chunkRows: number,
  emit: EmitChunk,
): void {
  encodeNumbers(evidenceColumnName(index, 'value'), evidence.values, chunkRows, emit);
  encodeNumbers(evidenceColumnName(index, 'sourceRow'), evidence.sourceRow, chunkRows, emit);
  if (evidence.doubtRow) {
    encodeNumbers(evidenceColumnName(index, 'doubtRow'), evidence.doubtRow, chunkRows, emit);
  }
  encodeTexts(evidenceColumnName(index, 'raw'), evidence.raw, codec, chunkRows, emit, true);
}

function encodeTexts(
  name: string,
  column: TextColumn,
  codec: TextCodec,
  chunkRows: number,
  emit: EmitChunk,
  areDates = false,
): void {
  for (let chunk = 0; chunk < chunksOf(column.length, chunkRows); chunk += 1) {
    const { text, ends } = column.chunk(chunk);
    if (ends.length !== rowsInChunk(column.length, chunkRows, chunk)) {
      throw new Error(`Column ${name} is not cut into chunks of ${chunkRows} rows`);
    }
    const texts = { utf8: codec.encode(text), ends };
    emit(name, chunk, areDates ? dateTextsToBytes(texts, codec) : textChunkToBytes(texts));
  }
}

function layoutOf(
  snapshot: Snapshot,
  accountTexts: readonly AccountText[],
  accountNumbers: readonly OptionalAccountColumn[],
  chunkRows: number,
): SnapshotLayout {
  return {
    format: SNAPSHOT_FORMAT,
    id: snapshot.id,
    asOf: snapshot.asOf,
    source: snapshot.source,
    rows: snapshot.rows,
    completeness: snapshot.completeness,
    licenceTypes: snapshot.licenceTypes,
    chunkRows,
    strings: snapshot.strings.length,
    accounts: snapshot.accounts.count,
    seats: snapshot.seats.count,
    accountTexts,
    ...(accountNumbers.length > 0 ? { accountNumbers } : {}),
    life: snapshot.life.map(({ meaning, headers }) => ({ meaning, headers })),
    evidence: snapshot.evidence.map((column) => ({
      header: column.header,
      signalKind: column.signalKind,
      proposedClass: column.proposedClass,
      level: column.level,
      historyStart: column.historyStart ?? null,
      dated: countDays(column.values),
      ...(column.doubtRow ? { doubts: true } : {}),
    })),
  };
}
