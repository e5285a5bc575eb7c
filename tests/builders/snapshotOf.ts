import type { RowIndex } from '../../src/core/base/brand.ts';
import { ABSENT, BLANK, NEVER, UNREADABLE, atLeastDays, dayValueOf } from '../../src/core/base/dayValue.ts';
import { readIsoDay, type EpochDay } from '../../src/core/base/epochDay.ts';
import { FURTHER_TEXTS } from '../../src/core/ingest/meaning.ts';
import type { EvidenceClass, SignalKind } from '../../src/core/ingest/signalKind.ts';
import {
  ACCOUNT_STATUSES,
  EXPECTED_PATTERNS,
  FLAG_NO,
  FLAG_YES,
  USER_TYPES,
} from '../../src/core/inventory/enumerations.ts';
import type { EvidenceColumn, LifeColumn, Snapshot } from '../../src/core/inventory/snapshot.ts';
import { SUBJECT_TYPES } from '../../src/core/inventory/subjectTypes.ts';
import type { TextColumn } from '../../src/core/inventory/textColumn.ts';

/** How a column of dates of use is read; the known headers have these forms without being named. */
export interface EvidenceForm {
  readonly signalKind: SignalKind;
  readonly proposedClass: EvidenceClass;
  readonly level: 'account' | 'seat';
  readonly historyStart?: string;
}

/** Columns of use that a table may have by these headers. */
const EVIDENCE_FORMS: Readonly<Record<string, EvidenceForm>> = {
  'last action': { signalKind: 'action', proposedClass: 'meaningful', level: 'account' },
  'last sign-in': { signalKind: 'applicationSignIn', proposedClass: 'loginOnly', level: 'account' },
  'last sso': { signalKind: 'ssoSignIn', proposedClass: 'loginOnly', level: 'account' },
  'last passive': { signalKind: 'passive', proposedClass: 'passive', level: 'account' },
  'seat action': { signalKind: 'action', proposedClass: 'meaningful', level: 'seat' },
  'seat sign-in': { signalKind: 'applicationSignIn', proposedClass: 'loginOnly', level: 'seat' },
};

const LIFE_HEADERS = [
  { meaning: 'assignedOn', header: 'assigned' },
  { meaning: 'createdOn', header: 'created' },
  { meaning: 'leftOn', header: 'left' },
] as const;

export interface SnapshotOptions {
  /** ISO date; 30 June 2026 when it is left out. */
  readonly asOf?: string;
  readonly lagDays?: number;
  /** Further columns of use by header, or other forms of the known ones. */
  readonly evidence?: Readonly<Record<string, EvidenceForm>>;
  /** Rows per text chunk, to force borders. */
  readonly chunkRows?: number;
  readonly id?: string;
}

/** The day of an ISO date in a test. */
export function day(iso: string): EpochDay {
  const read = readIsoDay(iso);
  if (read === undefined) throw new Error(`${iso} is not a date`);
  return read;
}

/**
 * A cell as a day value: `2026-06-30`, `never`, `at least 90`, empty for blank, `-` for a source without the column,
 * anything else is unreadable.
 */
export function dayValue(cell: string): number {
  if (cell === '-') return ABSENT;
  if (cell === '') return BLANK;
  if (cell === 'never') return NEVER;
  const bound = /^at least (\d+)$/.exec(cell);
  if (bound) return atLeastDays(Number(bound[1]));
  const read = readIsoDay(cell);
  return read === undefined ? UNREADABLE : dayValueOf(read);
}

/** A text column over texts that are already in memory. */
export function textColumnOf(texts: readonly string[], chunkRows = 65_536): TextColumn {
  return {
    length: texts.length,
    at: (row: RowIndex) => texts[row] ?? '',
    chunk(index) {
      const part = texts.slice(index * chunkRows, (index + 1) * chunkRows);
      let end = 0;
      return { text: part.join(''), ends: Uint32Array.from(part, (text) => (end += text.length)) };
    },
  };
}

type Row = ReadonlyMap<string, string>;

/** `delegateOrApprover` as a header of a table: `delegate or approver`. */
const wordsOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** Reads a table with `|` between cells and a header line; lines without a cell and outer bars are ignored. */
export function readTable(table: string): readonly Row[] {
  const lines = table.split('\n').filter((line) => line.trim() !== '' && !/^[\s|:-]+$/.test(line));
  const cellsOf = (line: string): string[] =>
    line
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => cell.trim());
  const header = cellsOf(lines[0] ?? '');
  return lines.slice(1).map((line) => {
    const cells = cellsOf(line);
    return new Map(header.map((name, index) => [name, cells[index] ?? '']));
  });
}

/**
 * A snapshot from a small text table with one row per seat. Rows of one `account` make one account, whose own fields
 * come from its first row. Headers: account, name, user name, email, licence, unit, manager, role, status, user type,
 * web service, integration, vip, delegates, subject, the words of `FURTHER_TEXTS`, pattern, open records, inherited from, created, invited, left, assigned,
 * activated, retired, and columns of use (see `EVIDENCE_FORMS`). A date column that the table lacks is absent.
 */
export function snapshotOf(table: string, options: SnapshotOptions = {}): Snapshot {
  const rows = readTable(table);
  const asOf = day(options.asOf ?? '2026-06-30');
  const strings: string[] = [''];
  const codeOf = (text: string): number => {
    const known = strings.indexOf(text);
    return known >= 0 ? known : strings.push(text) - 1;
  };
  const keyOf = (row: Row, index: number): string => row.get('account') || `account ${index + 1}`;
  const keys = [...new Set(rows.map(keyOf))];
  const firstRow = keys.map((key) => rows.findIndex((row, index) => keyOf(row, index) === key));
  const accountRows = firstRow.map((index) => rows[index]!);
  const seatRows = keys.flatMap((key) =>
    rows.flatMap((row, index) => (keyOf(row, index) === key ? [{ row, index }] : [])),
  );
  const licenceTypes = [...new Set(seatRows.map(({ row }) => row.get('licence') || 'Fulfiller'))];
  const chunkRows = options.chunkRows ?? 65_536;

  const optionalText = (header: string): TextColumn | undefined =>
    accountRows.some((row) => row.has(header))
      ? textColumnOf(
          accountRows.map((row) => row.get(header) ?? ''),
          chunkRows,
        )
      : undefined;
  const codes = (header: string, names: readonly string[]): Uint8Array =>
    Uint8Array.from(accountRows, (row) => {
      const name = row.get(header) || 'unknown';
      const code = names.indexOf(name);
      if (code < 0) throw new Error(`${name} is not a value of ${header}`);
      return code;
    });
  const flags = (header: string): Uint8Array =>
    Uint8Array.from(accountRows, (row) => ({ yes: FLAG_YES, no: FLAG_NO })[row.get(header) ?? ''] ?? 0);
  const texts = (header: string): Uint32Array =>
    Uint32Array.from(accountRows, (row) => codeOf(row.get(header) ?? ''));
  const days = (of: readonly Row[], header: string): Int32Array =>
    Int32Array.from(of, (row) => dayValue(row.get(header) ?? '-'));
  const fileRow = (index: number): number => index + 2;
  const seatTexts = seatRows.map(({ row }) => row);

  const forms = { ...EVIDENCE_FORMS, ...options.evidence };
  const evidence = [...(rows[0]?.keys() ?? [])].flatMap((header): EvidenceColumn[] => {
    const form = forms[header];
    if (!form) return [];
    const isSeat = form.level === 'seat';
    const of = isSeat ? seatTexts : accountRows;
    const origin = isSeat ? seatRows.map(({ index }) => index) : firstRow;
    return [
      {
        header,
        signalKind: form.signalKind,
        proposedClass: form.proposedClass,
        level: form.level,
        values: days(of, header),
        raw: textColumnOf(
          of.map((row) => row.get(header) ?? ''),
          chunkRows,
        ),
        sourceRow: Uint32Array.from(origin, fileRow),
        historyStart: form.historyStart === undefined ? undefined : day(form.historyStart),
      },
    ];
  });

  const firstCells = rows[0] ?? new Map<string, string>();
  const life = LIFE_HEADERS.flatMap(({ meaning, header }): LifeColumn[] => {
    if (!firstCells.has(header)) return [];
    const isSeat = meaning === 'assignedOn';
    const of = isSeat ? seatTexts : accountRows;
    const origin = isSeat ? seatRows.map(({ index }) => index) : firstRow;
    return [
      {
        meaning,
        headers: [header],
        column: new Uint16Array(of.length),
        raw: textColumnOf(
          of.map((row) => row.get(header) ?? ''),
          chunkRows,
        ),
        sourceRow: Uint32Array.from(origin, fileRow),
      },
    ];
  });

  return {
    id: options.id ?? 'snapshot-1',
    asOf,
    source: {
      name: 'users.csv',
      bytes: table.length,
      sha256: '0'.repeat(64),
      system: 'Tern Desk',
      encoding: 'utf-8',
      delimiter: ',',
      lagDays: options.lagDays ?? 2,
      historyStart: undefined,
      zone: 'Europe/London',
    },
    rows: { read: rows.length, accepted: rows.length, rejected: 0, repeats: 0, blankLines: 0 },
    completeness: 'full',
    licenceTypes,
    accounts: {
      count: keys.length,
      accountId: textColumnOf(keys, chunkRows),
      displayName: optionalText('name'),
      email: optionalText('email'),
      userName: optionalText('user name'),
      userPrincipalName: undefined,
      employeeNumber: optionalText('employee number'),
      status: codes('status', ACCOUNT_STATUSES),
      userType: codes('user type', USER_TYPES),
      webServiceOnly: flags('web service'),
      integrationUser: flags('integration'),
      vip: flags('vip'),
      unit: texts('unit'),
      manager: texts('manager'),
      role: texts('role'),
      delegates: texts('delegates'),
      expectedPattern: codes('pattern', [...EXPECTED_PATTERNS, 'unread']),
      ...Object.fromEntries(
        FURTHER_TEXTS.filter((name) => firstCells.has(wordsOf(name))).map((name) => [
          name,
          texts(wordsOf(name)),
        ]),
      ),
      ...(firstCells.has('subject') ? { subjectType: codes('subject', [...SUBJECT_TYPES, 'unread']) } : {}),
      createdOn: days(accountRows, 'created'),
      invitedOn: days(accountRows, 'invited'),
      leftOn: days(accountRows, 'left'),
      openRecords: Int32Array.from(accountRows, (row) => Number(row.get('open records') || -1)),
      sourceRow: Uint32Array.from(firstRow, fileRow),
    },
    seats: {
      count: seatRows.length,
      account: Uint32Array.from(seatRows, ({ row, index }) => keys.indexOf(keyOf(row, index))),
      licenceType: Uint16Array.from(seatRows, ({ row }) =>
        licenceTypes.indexOf(row.get('licence') || 'Fulfiller'),
      ),
      assignedOn: days(seatTexts, 'assigned'),
      activatedOn: days(seatTexts, 'activated'),
      retiredOn: days(seatTexts, 'retired'),
      inheritedFrom: Uint32Array.from(seatRows, ({ row }) => codeOf(row.get('inherited from') ?? '')),
      sourceRow: Uint32Array.from(seatRows, ({ index }) => fileRow(index)),
    },
    life,
    evidence,
    strings,
  };
}
