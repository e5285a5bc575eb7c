import { ABSENT } from '../base/dayValue.ts';
import type { ImportPlan } from '../ingest/importPlan.ts';
import { DECIDING_LIFE_MEANINGS } from '../ingest/meaning.ts';
import type { PlainRows } from '../ingest/plainRows.ts';
import { SPAN_TEXTS, type RowSpans } from '../ingest/rowSpans.ts';
import type { UserRow } from '../ingest/userRow.ts';
import { evidenceColumnsOf } from '../ingest/userRowReader.ts';
import { AccountTexts } from './accountTexts.ts';
import type { ChunkSink } from './chunkSink.ts';
import {
  appendOrigin,
  appendText,
  fillText,
  putEvidence,
  replaceOrigin,
  type CollectedEvidence,
  type CollectedLife,
  type CollectedText,
} from './collectDates.ts';
import { countDays } from './countDays.ts';
import { encodeNumbers, encodeStrings, encodeTable } from './encodeColumns.ts';
import { EvidenceBuilder, NO_SOURCE } from './evidenceBuilder.ts';
import { KeyIndex } from './keyIndex.ts';
import { LifeBuilder } from './lifeBuilder.ts';
import { livelierStatus, longerPattern, strongerSubject } from './mergeCodes.ts';
import { mergeLifeDay } from './mergeDayValues.ts';
import { NameParts } from './nameParts.ts';
import {
  type ACCOUNT_COLUMNS,
  ACCOUNT_TEXTS,
  accountLayoutWith,
  allocateColumns,
  optionalColumnsIn,
  SEAT_COLUMNS,
  trimColumns,
  type AccountColumns,
  type OptionalAccountColumn,
} from './numberColumns.ts';
import { MAX_LICENCE_TYPES, SeatsBuilder, type SeatColumns } from './seatsBuilder.ts';
import {
  accountColumnName,
  evidenceColumnName,
  seatColumnName,
  SNAPSHOT_FORMAT,
  type SnapshotLayout,
} from './snapshotLayout.ts';
import { PlainRowAppender } from './plainRowAppender.ts';
import { summariseTables, type TablesSummary } from './summariseTables.ts';
import { buildSunkTextColumn } from './sunkTextColumn.ts';
import { CHUNK_ROWS } from './textColumn.ts';
import type { TextCodec } from './textCodec.ts';
import { TextNumbering } from './textNumbering.ts';

/** What a builder is handed. */
export interface SnapshotBuilderTools {
  readonly codec: TextCodec;
  /** Folds an account id so that the same account always has the same key (`canonicalId`). */
  readonly canonicalId: (text: string) => string;
  readonly sink: ChunkSink;
  /** A power of two; smaller only in tests. */
  readonly chunkRows?: number;
}

/** The layout of the tables, and the figures of the receipt. All chunks have gone to the sink. */
export interface BuiltSnapshot {
  readonly tables: Omit<SnapshotLayout, 'id' | 'asOf' | 'source' | 'rows' | 'completeness'>;
  readonly summary: TablesSummary;
}

/** Factor by which columns grow that turn out too short. */
const GROWTH = 1.5;

const ACCOUNT_SLOT = SPAN_TEXTS.indexOf('accountId');

/**
 * Builds the account and seat tables of one snapshot from rows. Rows are merged into accounts by canonical id and into
 * seats by account and licence type. Of several texts the first that is not empty stays, but see `joinFurtherText`; of
 * several states the liveliest, since an account is gone only when every row says so; of several codes and marks the
 * higher. Dates: see `mergeLifeDay` and `isDecidingUse`. Full chunks of text leave for the sink while reading.
 *
 * Evidence is seat-level when its column names a licence type or when one row is one account and licence; otherwise
 * it is account-level. Same rows in the same order give the same bytes.
 */
export class SnapshotBuilder {
  /** A column with a different value in every row was mapped as licence type; the import must be refused. */
  hasTooManyLicenceTypes = false;
  /** Accepted rows that added neither an account nor a seat. */
  repeats = 0;

  private readonly chunkRows: number;
  private readonly codec: TextCodec;
  private readonly keys = new KeyIndex();
  private readonly strings = new TextNumbering(['']);
  private readonly licenceTypes = new TextNumbering();
  private readonly repeatingTexts: AccountTexts;
  private plainRows: PlainRowAppender;
  private readonly buildPlainRows: () => PlainRowAppender;
  private readonly seats = new SeatsBuilder();
  private capacity = 1 << 10;
  private readonly accountNumbers: readonly OptionalAccountColumn[];
  private readonly accountLayout: typeof ACCOUNT_COLUMNS;
  private accounts: AccountColumns;
  private readonly texts: readonly CollectedText[];
  private readonly assigned: CollectedLife | undefined;
  private readonly created: CollectedLife | undefined;
  private readonly left: CollectedLife | undefined;
  private readonly evidence: readonly CollectedEvidence[];
  private readonly accountEvidence: readonly CollectedEvidence[];
  private readonly seatEvidence: readonly CollectedEvidence[];

  constructor(
    private readonly plan: ImportPlan,
    private readonly tools: SnapshotBuilderTools,
  ) {
    this.chunkRows = tools.chunkRows ?? CHUNK_ROWS;
    this.codec = tools.codec;
    const mapped = new Set<string>(plan.columns.map(({ meaning }) => meaning));
    this.repeatingTexts = new AccountTexts(this.strings, mapped);
    this.accountNumbers = optionalColumnsIn(mapped);
    this.accountLayout = accountLayoutWith(this.accountNumbers);
    this.accounts = allocateColumns(this.accountLayout, this.capacity);
    const parts = mapped.has('firstName') || mapped.has('lastName') ? new NameParts() : undefined;
    if (parts) mapped.add('displayName');
    this.texts = ACCOUNT_TEXTS.filter((name) => mapped.has(name)).map((name) => ({
      name,
      parts: name === 'displayName' ? parts : undefined,
      slot: SPAN_TEXTS.indexOf(name),
      column: buildSunkTextColumn(accountColumnName(name), this.chunkRows, this.codec, tools.sink),
    }));
    [this.assigned, this.created, this.left] = DECIDING_LIFE_MEANINGS.map((meaning, at) => {
      const headers = plan.columns.filter((column) => column.meaning === meaning).map(({ header }) => header);
      if (headers.length === 0) return undefined;
      return { at, column: new LifeBuilder(meaning, headers, { ...tools, chunkRows: this.chunkRows }) };
    });
    this.evidence = evidenceColumnsOf(plan).map((column, at) => ({
      at,
      perSeat: column.forLicenceType === undefined && plan.rowIs === 'accountAndLicence',
      column: new EvidenceBuilder(column, {
        ...tools,
        chunkRows: this.chunkRows,
        rawName: evidenceColumnName(at, 'raw'),
        keepsFullHistory: plan.historyStart === undefined,
      }),
    }));
    this.accountEvidence = this.evidence.filter(({ perSeat }) => !perSeat);
    this.seatEvidence = this.evidence.filter(({ perSeat }) => perSeat);
    const { keys, strings, licenceTypes, seats, texts, evidence } = this;
    const life = [this.assigned, this.created, this.left].filter((collected) => collected !== undefined);
    const tables = { keys, strings, licenceTypes, seats, texts, life, evidence };
    this.buildPlainRows = () => new PlainRowAppender(tables, (accounts) => this.makeRoom(accounts));
    this.plainRows = this.buildPlainRows();
  }

  /**
   * Makes room for about so many accounts and seats, so that columns need not grow step by step. To be called before
   * the first row; a wrong guess costs memory or time, nothing else.
   */
  reserve(rows: number): void {
    if (rows <= this.capacity) return;
    this.capacity = rows;
    this.accounts = allocateColumns(this.accountLayout, rows);
    this.keys.reserve(rows);
    this.seats.reserve(rows);
    for (const { column } of this.texts) column.reserve(rows);
    for (const { column } of this.evidence) column.reserve(rows);
    for (const life of [this.assigned, this.created, this.left]) life?.column.reserve(rows);
  }

  /** To be called before the rows of a further reader, whose numbers stand for other texts than those before. */
  startNextReader(): void {
    this.repeatingTexts.startNextReader();
    this.plainRows = this.buildPlainRows();
  }

  /**
   * Takes over one accepted row; row and spans may be filled again afterwards. With `spans` the row was read from bytes:
   * the texts that have a slot are taken from there.
   */
  add(row: UserRow, spans?: RowSpans): void {
    const known = this.keys.size;
    const account = spans
      ? this.accountOfSpan(spans)
      : this.keys.numberOf(this.tools.canonicalId(row.accountId));
    const isNew = account === known;
    if (isNew) this.appendAccount(account, row, spans);
    else this.mergeAccount(account, row, spans);
    for (const evidence of this.accountEvidence) putEvidence(evidence, account, row, spans);
    const seatsBefore = this.seats.size;
    for (const licenceType of row.licenceTypes) this.addSeat(account, licenceType, row, spans);
    if (!isNew && this.seats.size === seatsBefore) this.repeats += 1;
  }

  /**
   * Takes over the rows from `from` as long as they are plain and each is an account that is new: as `add` would, column
   * by column. Returns the first row that was not taken. `firstRow`: file row of row 0.
   */
  addPlain(plain: PlainRows, from: number, firstRow: number): number {
    return this.plainRows.append(plain, from, firstRow);
  }

  /** Writes what is still open and the numeric columns; the builder is spent. */
  async finish(): Promise<BuiltSnapshot> {
    const accountCount = this.keys.size;
    const accounts = trimColumns<typeof ACCOUNT_COLUMNS>(this.accounts, accountCount);
    for (const { column } of this.texts) await column.finish();
    const { columns: seats, order } = this.seats.finish(accountCount);
    const strings = this.strings.texts;
    const emit = this.tools.sink.write.bind(this.tools.sink);
    await this.assigned?.column.finish(order);
    await this.created?.column.finish();
    await this.left?.column.finish();

    const evidence = await this.finishEvidence(seats, order);
    for (const { at, built } of evidence) {
      encodeNumbers(evidenceColumnName(at, 'value'), built.values, this.chunkRows, emit);
      encodeNumbers(evidenceColumnName(at, 'sourceRow'), built.sourceRow, this.chunkRows, emit);
      if (built.doubtRow) {
        encodeNumbers(evidenceColumnName(at, 'doubtRow'), built.doubtRow, this.chunkRows, emit);
      }
    }
    encodeTable(this.accountLayout, accounts, accountColumnName, this.chunkRows, emit);
    encodeTable(SEAT_COLUMNS, seats, seatColumnName, this.chunkRows, emit);
    encodeStrings(strings, this.codec, this.chunkRows, emit);

    const licenceTypes = this.licenceTypes.texts;
    const layoutOfEvidence = evidence.map(({ layout }) => layout);
    const valuesOfEvidence = evidence.map(({ built, layout }) => ({ ...layout, ...built }));
    return {
      tables: {
        format: SNAPSHOT_FORMAT,
        licenceTypes,
        chunkRows: this.chunkRows,
        strings: strings.length,
        accounts: accountCount,
        seats: seats.account.length,
        accountTexts: this.texts.map(({ name }) => name),
        ...(this.accountNumbers.length > 0 ? { accountNumbers: this.accountNumbers } : {}),
        life: [this.assigned, this.created, this.left].flatMap((life) =>
          life ? [{ meaning: life.column.meaning, headers: life.column.headers }] : [],
        ),
        evidence: layoutOfEvidence,
      },
      summary: summariseTables({ accounts, seats, strings, licenceTypes, evidence: valuesOfEvidence }),
    };
  }

  private async finishEvidence(seats: SeatColumns, order: Uint32Array | undefined) {
    const finished = [];
    for (const { at, perSeat, column } of this.evidence) {
      const { header, signalKind, proposedClass, forLicenceType } = column.plan;
      const isSpread = forLicenceType !== undefined;
      const built = isSpread
        ? await column.finishSpread(this.accountsOfType(seats, forLicenceType))
        : perSeat && order
          ? await column.finishSpread(Int32Array.from(order))
          : await column.finish();
      const layout = {
        header,
        signalKind: signalKind ?? 'applicationSignIn',
        proposedClass: proposedClass ?? 'ignored',
        level: isSpread || perSeat ? 'seat' : 'account',
        historyStart: this.plan.historyStart ?? null,
        dated: countDays(built.values),
        ...(built.doubtRow ? { doubts: true as const } : {}),
      } as const;
      finished.push({ at, built, layout });
    }
    return finished;
  }

  /** The account of every seat of a licence type; `NO_SOURCE` for other seats. */
  private accountsOfType(seats: SeatColumns, licenceType: string): Int32Array {
    const code = this.licenceTypes.texts.indexOf(licenceType);
    return Int32Array.from(seats.account, (account, seat) =>
      seats.licenceType[seat] === code ? account : NO_SOURCE,
    );
  }

  /** An id of ASCII is folded by `canonicalId` to its lower case, which needs no string. */
  private accountOfSpan(spans: RowSpans): number {
    const number = this.keys.numberOfLowerCase(
      spans.bytes,
      spans.starts[ACCOUNT_SLOT]!,
      spans.ends[ACCOUNT_SLOT]!,
    );
    return number >= 0 ? number : this.keys.numberOf(this.tools.canonicalId(spans.textAt(ACCOUNT_SLOT)));
  }

  private appendAccount(account: number, row: UserRow, spans: RowSpans | undefined): void {
    const columns = this.makeRoom(account + 1);
    columns.status[account] = row.status;
    columns.userType[account] = row.userType;
    columns.webServiceOnly[account] = row.webServiceOnly;
    columns.integrationUser[account] = row.integrationUser;
    columns.vip[account] = row.vip;
    this.repeatingTexts.append(columns, account, row, spans);
    if (columns.subjectType) columns.subjectType[account] = row.subjectType;
    columns.expectedPattern[account] = row.expectedPattern;
    columns.createdOn[account] = row.createdOn;
    columns.invitedOn[account] = row.invitedOn;
    columns.leftOn[account] = row.leftOn;
    columns.openRecords[account] = row.openRecords;
    columns.sourceRow[account] = row.fileRow;
    for (const text of this.texts) appendText(text, row, spans);
    appendOrigin(this.created, row, spans);
    appendOrigin(this.left, row, spans);
  }

  /** The columns, with room for so many accounts. */
  private makeRoom(accounts: number): AccountColumns {
    if (accounts > this.capacity) {
      this.capacity = Math.ceil(Math.max(accounts, this.capacity * GROWTH));
      this.accounts = allocateColumns(this.accountLayout, this.capacity, this.accounts);
    }
    return this.accounts;
  }

  private mergeAccount(account: number, row: UserRow, spans: RowSpans | undefined): void {
    const columns = this.accounts;
    columns.status[account] = livelierStatus(columns.status[account]!, row.status);
    columns.userType[account] = Math.max(columns.userType[account]!, row.userType);
    columns.webServiceOnly[account] = Math.max(columns.webServiceOnly[account]!, row.webServiceOnly);
    columns.integrationUser[account] = Math.max(columns.integrationUser[account]!, row.integrationUser);
    columns.vip[account] = Math.max(columns.vip[account]!, row.vip);
    this.repeatingTexts.merge(columns, account, row, spans);
    const { subjectType } = columns;
    if (subjectType) subjectType[account] = strongerSubject(subjectType[account]!, row.subjectType);
    columns.expectedPattern[account] = longerPattern(columns.expectedPattern[account]!, row.expectedPattern);
    const created = mergeLifeDay('createdOn', columns.createdOn[account]!, row.createdOn);
    if (created !== columns.createdOn[account]) {
      columns.createdOn[account] = created;
      replaceOrigin(this.created, account, row, spans);
    }
    columns.invitedOn[account] = mergeLifeDay('invitedOn', columns.invitedOn[account]!, row.invitedOn);
    const left = mergeLifeDay('leftOn', columns.leftOn[account]!, row.leftOn);
    if (left !== columns.leftOn[account]) {
      columns.leftOn[account] = left;
      replaceOrigin(this.left, account, row, spans);
    }
    columns.openRecords[account] = Math.max(columns.openRecords[account]!, row.openRecords);
    for (const text of this.texts) fillText(text, account, row, spans);
  }

  private addSeat(account: number, licenceType: string, row: UserRow, spans: RowSpans | undefined): void {
    const code = this.licenceTypes.numberOf(licenceType);
    if (code >= MAX_LICENCE_TYPES) {
      this.hasTooManyLicenceTypes = true;
      return;
    }
    const before = this.seats.size;
    const seat = this.seats.seatOf(account, code);
    const columns = this.seats.filling;
    if (seat === before) {
      columns.assignedOn[seat] = row.assignedOn;
      columns.activatedOn[seat] = columns.retiredOn[seat] = ABSENT;
      columns.sourceRow[seat] = row.fileRow;
      appendOrigin(this.assigned, row, spans);
    } else {
      const assigned = mergeLifeDay('assignedOn', columns.assignedOn[seat]!, row.assignedOn);
      if (assigned !== columns.assignedOn[seat]) {
        columns.assignedOn[seat] = assigned;
        replaceOrigin(this.assigned, seat, row, spans);
      }
    }
    columns.activatedOn[seat] = mergeLifeDay('activatedOn', columns.activatedOn[seat]!, row.activatedOn);
    columns.retiredOn[seat] = mergeLifeDay('retiredOn', columns.retiredOn[seat]!, row.retiredOn);
    columns.inheritedFrom[seat] ||= this.repeatingTexts.groupOf(row, spans);
    for (const evidence of this.seatEvidence) putEvidence(evidence, seat, row, spans);
  }
}
