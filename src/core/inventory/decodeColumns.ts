import { fail, succeed, type Result } from '../base/result.ts';
import { FURTHER_TEXTS } from '../ingest/meaning.ts';
import { PATTERN_UNREAD } from '../ingest/patternWords.ts';
import { SUBJECT_UNREAD } from '../ingest/subjectWords.ts';
import { ACCOUNT_STATUSES, FLAG_YES, USER_TYPES } from './enumerations.ts';
import {
  SEAT_COLUMNS,
  accountLayoutWith,
  optionalColumnsIn,
  type AccountColumns,
  type AccountText,
  type ColumnLayout,
  type NumberColumns,
} from './numberColumns.ts';
import type { Numbers } from './numberChunkBytes.ts';
import { NumberReader, type ChunkOf, type StoredNumbers } from './numberReader.ts';
import { KEPT_CHUNKS, openTextColumn, type OpenedTextColumn } from './openTextColumn.ts';
import type { HeldSeats } from './seatHistory.ts';
import type { AccountTable, EvidenceColumn, LifeColumn, SeatTable, Snapshot } from './snapshot.ts';
import {
  STRINGS_COLUMN,
  accountColumnName,
  chunksOf,
  evidenceColumnName,
  lifeColumnName,
  rowsInChunk,
  rowsOfLife,
  seatColumnName,
  type SnapshotLayout,
} from './snapshotLayout.ts';
import { bytesToStoredTexts, bytesToTextChunk } from './textChunkBytes.ts';
import { textsOfChunk } from './textColumnBuilder.ts';
import type { TextCodec } from './textCodec.ts';

/** Names are read by every list, here and there: those of a million accounts stay decoded, some 30 MB. */
const KEPT_NAME_CHUNKS = 16;

/** Stored bytes that do not fit their layout. The snapshot cannot be used; nothing of it is shown. */
export interface DamagedColumn {
  readonly kind: 'damagedColumn';
  readonly column: string;
}

/** A snapshot whose numbers are in memory and whose texts can follow later. */
export interface DecodedSnapshot {
  readonly snapshot: Snapshot;
  /** Names and number of chunks of the text columns that `fillText` still waits for. */
  readonly textColumns: readonly { readonly column: string; readonly chunks: number }[];
  /** Hands over one chunk of a text column; `false` when the bytes are damaged. */
  fillText(column: string, chunk: number, bytes: ArrayBuffer): boolean;
  /** Whether a text column has an empty row among those filled in; `true` for a column that the snapshot lacks. */
  hasEmptyText(column: string): boolean;
}

class Damage extends Error {
  constructor(readonly column: string) {
    super(`Column ${column} is damaged`);
  }
}

/** The stored columns of numbers that `decodeColumns` asks for. Beside them it asks for the string table. */
export function numbersToDecode(layout: SnapshotLayout): readonly StoredNumbers[] {
  const { accounts, seats } = layout;
  const ofTable = (table: ColumnLayout, nameOf: (name: string) => string, length: number): StoredNumbers[] =>
    Object.entries(table).map(([name, NumberArray]) => ({ column: nameOf(name), NumberArray, length }));
  return [
    ...ofTable(accountLayoutOf(layout), accountColumnName, accounts),
    ...ofTable(SEAT_COLUMNS, seatColumnName, seats),
    ...layout.life.flatMap(({ meaning }) => {
      const length = rowsOfLife(meaning, layout);
      return [
        { column: lifeColumnName(meaning, 'column'), NumberArray: Uint16Array, length },
        { column: lifeColumnName(meaning, 'sourceRow'), NumberArray: Uint32Array, length },
      ];
    }),
    ...layout.evidence.flatMap(({ doubts, level }, index) => {
      const length = level === 'seat' ? seats : accounts;
      return [
        { column: evidenceColumnName(index, 'value'), NumberArray: Int32Array, length },
        { column: evidenceColumnName(index, 'sourceRow'), NumberArray: Uint32Array, length },
        ...(doubts
          ? [{ column: evidenceColumnName(index, 'doubtRow'), NumberArray: Uint32Array, length }]
          : []),
      ];
    }),
  ];
}

const accountLayoutOf = ({ accountNumbers }: SnapshotLayout) =>
  accountLayoutWith(optionalColumnsIn(new Set<string>(accountNumbers)));

/**
 * Reads a snapshot back from its chunks. Lengths, references between the tables and codes are checked, since stored
 * bytes come from outside; texts are opened empty and filled with `fillText`. `numbers`: a reader of the same chunks
 * that may have read some of them ahead.
 */
export function decodeColumns(
  layout: SnapshotLayout,
  chunkOf: ChunkOf,
  codec: TextCodec,
  numbers = new NumberReader(layout.chunkRows, chunkOf),
): Result<DecodedSnapshot, DamagedColumn> {
  return tellingDamage(() => decode(layout, chunkOf, codec, numbers));
}

/** Names of the stored columns that `decodeHeldSeats` asks for. */
export const HELD_COLUMNS: readonly string[] = [
  accountColumnName('accountId'),
  seatColumnName('account'),
  seatColumnName('licenceType'),
];

/** Reads back whose seats a snapshot holds, and nothing else of it. */
export function decodeHeldSeats(
  layout: SnapshotLayout,
  chunkOf: ChunkOf,
  codec: TextCodec,
): Result<HeldSeats, DamagedColumn> {
  const { accounts, seats, chunkRows, licenceTypes, asOf } = layout;
  const [idName, accountName, typeName] = HELD_COLUMNS as readonly [string, string, string];
  return tellingDamage(() => {
    const numbers = new NumberReader(chunkRows, chunkOf);
    const account = readNumbers(numbers, accountName, Uint32Array, seats);
    const licenceType = readNumbers(numbers, typeName, Uint16Array, seats);
    checkBelow(numbers, account, accounts, accountName);
    checkBelow(numbers, licenceType, licenceTypes.length, typeName);
    const accountId = openTextColumn(accounts, chunkRows, codec);
    for (let chunk = 0; chunk < chunksOf(accounts, chunkRows); chunk += 1) {
      const bytes = chunkOf(idName, chunk);
      const read = bytes && bytesToTextChunk(bytes, rowsInChunk(accounts, chunkRows, chunk));
      if (!read) throw new Damage(idName);
      accountId.fill(chunk, read);
    }
    return {
      asOf,
      licenceTypes,
      accounts: { count: accounts, accountId },
      seats: { count: seats, account, licenceType },
    };
  });
}

function tellingDamage<Value>(read: () => Value): Result<Value, DamagedColumn> {
  try {
    return succeed(read());
  } catch (error) {
    if (error instanceof Damage) return fail({ kind: 'damagedColumn', column: error.column });
    throw error;
  }
}

function decode(
  layout: SnapshotLayout,
  chunkOf: ChunkOf,
  codec: TextCodec,
  numbers: NumberReader,
): DecodedSnapshot {
  const { chunkRows } = layout;
  const opened = new Map<string, OpenedTextColumn>();
  const openText = (name: string, length: number): OpenedTextColumn => {
    const keptChunks = name === accountColumnName('displayName') ? KEPT_NAME_CHUNKS : KEPT_CHUNKS;
    const column = openTextColumn(length, chunkRows, codec, [], keptChunks);
    opened.set(name, column);
    return column;
  };

  const accountNumbers: AccountColumns = readTable(
    numbers,
    accountLayoutOf(layout),
    accountColumnName,
    layout.accounts,
  );
  const seatNumbers = readTable(numbers, SEAT_COLUMNS, seatColumnName, layout.seats);
  for (const name of ['unit', 'manager', 'role', 'delegates', ...FURTHER_TEXTS] as const) {
    const codes = accountNumbers[name];
    if (codes) checkBelow(numbers, codes, layout.strings, accountColumnName(name));
  }
  checkBelow(numbers, accountNumbers.status, ACCOUNT_STATUSES.length, accountColumnName('status'));
  checkBelow(numbers, accountNumbers.userType, USER_TYPES.length, accountColumnName('userType'));
  checkBelow(
    numbers,
    accountNumbers.expectedPattern,
    PATTERN_UNREAD + 1,
    accountColumnName('expectedPattern'),
  );
  const { subjectType } = accountNumbers;
  if (subjectType) checkBelow(numbers, subjectType, SUBJECT_UNREAD + 1, accountColumnName('subjectType'));
  for (const name of ['webServiceOnly', 'integrationUser', 'vip'] as const) {
    checkBelow(numbers, accountNumbers[name], FLAG_YES + 1, accountColumnName(name));
  }
  checkBelow(numbers, seatNumbers.account, layout.accounts, seatColumnName('account'));
  checkBelow(numbers, seatNumbers.licenceType, layout.licenceTypes.length, seatColumnName('licenceType'));
  checkBelow(numbers, seatNumbers.inheritedFrom, layout.strings, seatColumnName('inheritedFrom'));

  const textOf = (name: AccountText): OpenedTextColumn | undefined =>
    layout.accountTexts.includes(name) ? openText(accountColumnName(name), layout.accounts) : undefined;
  const accountId = textOf('accountId');
  if (!accountId) throw new Damage(accountColumnName('accountId'));

  const life = layout.life.map(({ meaning, headers }): LifeColumn => {
    const rows = rowsOfLife(meaning, layout);
    const columnName = lifeColumnName(meaning, 'column');
    const column = readNumbers(numbers, columnName, Uint16Array, rows);
    checkBelow(numbers, column, headers.length, columnName);
    const rowName = lifeColumnName(meaning, 'sourceRow');
    return {
      meaning,
      headers,
      column,
      sourceRow: readNumbers(numbers, rowName, Uint32Array, rows),
      raw: openText(lifeColumnName(meaning, 'raw'), rows),
    };
  });

  const evidence = layout.evidence.map((column, index): EvidenceColumn => {
    const rows = column.level === 'seat' ? layout.seats : layout.accounts;
    return {
      header: column.header,
      signalKind: column.signalKind,
      proposedClass: column.proposedClass,
      level: column.level,
      historyStart: column.historyStart ?? undefined,
      values: readNumbers(numbers, evidenceColumnName(index, 'value'), Int32Array, rows),
      sourceRow: readNumbers(numbers, evidenceColumnName(index, 'sourceRow'), Uint32Array, rows),
      ...(column.doubts
        ? {
            doubtRow: readNumbers(numbers, evidenceColumnName(index, 'doubtRow'), Uint32Array, rows),
          }
        : {}),
      raw: openText(evidenceColumnName(index, 'raw'), rows),
    };
  });

  const accounts: AccountTable = {
    count: layout.accounts,
    accountId,
    displayName: textOf('displayName'),
    email: textOf('email'),
    userName: textOf('userName'),
    userPrincipalName: textOf('userPrincipalName'),
    employeeNumber: textOf('employeeNumber'),
    ...accountNumbers,
  };
  const seats: SeatTable = { count: layout.seats, ...seatNumbers };
  const snapshot: Snapshot = {
    id: layout.id,
    asOf: layout.asOf,
    source: layout.source,
    rows: layout.rows,
    completeness: layout.completeness,
    strings: readStrings(layout, chunkOf, codec),
    licenceTypes: layout.licenceTypes,
    accounts,
    seats,
    life,
    evidence,
  };
  return {
    snapshot,
    textColumns: [...opened].map(([column, { length }]) => ({ column, chunks: chunksOf(length, chunkRows) })),
    fillText(column, chunk, bytes): boolean {
      const target = opened.get(column);
      const read = target && bytesToStoredTexts(bytes, rowsInChunk(target.length, chunkRows, chunk));
      if (read) target.fill(chunk, read);
      return read !== undefined;
    },
    hasEmptyText: (column) => opened.get(column)?.hasEmpty() ?? true,
  };
}

function readTable<Layout extends ColumnLayout>(
  numbers: NumberReader,
  layout: Layout,
  nameOf: (name: string) => string,
  rows: number,
): NumberColumns<Layout> {
  const columns = Object.entries(layout).map(([name, NumberArray]) => [
    name,
    readNumbers<Numbers>(numbers, nameOf(name), NumberArray, rows),
  ]);
  return Object.fromEntries(columns) as NumberColumns<Layout>;
}

function readNumbers<Column extends Numbers>(
  numbers: NumberReader,
  name: string,
  NumberArray: new (length: number) => Column,
  rows: number,
): Column {
  const column = numbers.read(name, NumberArray, rows);
  if (!column) throw new Damage(name);
  return column;
}

function readStrings(layout: SnapshotLayout, chunkOf: ChunkOf, codec: TextCodec): string[] {
  const strings: string[] = [];
  for (let chunk = 0; chunk < chunksOf(layout.strings, layout.chunkRows); chunk += 1) {
    const bytes = chunkOf(STRINGS_COLUMN, chunk);
    const read = bytes && bytesToTextChunk(bytes, rowsInChunk(layout.strings, layout.chunkRows, chunk));
    if (!read) throw new Damage(STRINGS_COLUMN);
    for (const text of textsOfChunk(read, codec)) strings.push(text);
  }
  if (strings[0] !== '') throw new Damage(STRINGS_COLUMN);
  return strings;
}

function checkBelow(
  numbers: NumberReader,
  codes: Uint8Array | Uint16Array | Uint32Array,
  limit: number,
  column: string,
): void {
  if (numbers.highestOf(codes) >= limit) throw new Damage(column);
}
