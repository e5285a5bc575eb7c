import type { ScannedRows } from '../rowScanner.ts';
import { utf8ToText } from '../utf8Bytes.ts';
import { MOST_FINDING_ROWS, type FindingRow, type XrayQuestion } from '../xrayQuestion.ts';
import { SCIENTIFIC } from './findLostDigits.ts';
import { usualLength } from './findLostZeros.ts';
import { isEmployeeNumber, isKey, type KeyColumn } from './xrayColumns.ts';

/** Cells of one column: how many, and the first of them. */
interface Found {
  count: number;
  readonly rows: FindingRow[];
}

interface WatchedKey {
  readonly position: number;
  readonly scientific: Found;
  /** Numbers by their length, while none starts with 0; `undefined` for a column that is not padded with zeros. */
  lengths: Map<number, Found> | undefined;
}

const ZERO = 0x30;
const isDigit = (letter: number): boolean => letter >= ZERO && letter <= 0x39;

/**
 * Watches the keys of a whole file for what a spreadsheet did to them: numbers in scientific notation, whose digits are
 * lost so that accounts fall together, and employee numbers without their leading zeros. The survey sees a head only.
 * Source of the rule: LOAD-28, LOAD-29.
 */
export class LateKeys {
  private readonly watched: readonly WatchedKey[];

  constructor({ columns }: { readonly columns: readonly KeyColumn[] }) {
    this.watched = columns.filter(isKey).map((column) => ({
      position: column.position,
      scientific: { count: 0, rows: [] },
      lengths: isEmployeeNumber(column) ? new Map<number, Found>() : undefined,
    }));
  }

  /** Notes the rows of a batch from row `from` on; `firstRow` is the file row of its row 0. */
  noteRows({ bytes, cells, rowStarts, count }: ScannedRows, from: number, firstRow: number): void {
    for (const key of this.watched) {
      for (let row = from; row < count; row += 1) {
        const cell = rowStarts[row]! + key.position;
        if (cell >= rowStarts[row + 1]!) continue;
        const start = cells[cell * 2]!;
        const end = cells[cell * 2 + 1]!;
        if (end - start < 1 || !mayBeNumber(bytes, start, end)) continue;
        if (key.lengths === undefined && !mayBeScientific(bytes, start, end)) continue;
        noteText(key, utf8ToText(bytes, start, end), firstRow + row);
      }
    }
  }

  noteCells(cells: readonly string[], row: number): void {
    for (const key of this.watched) noteText(key, cells[key.position] ?? '', row);
  }

  /** One question a kind and column, in file order of the columns. */
  questions(): readonly XrayQuestion[] {
    return this.watched
      .toSorted((one, other) => one.position - other.position)
      .flatMap((key) => [askLostDigits(key), askLostZeros(key)].filter((asked) => asked !== undefined));
  }
}

/** Whether the first letter of a cell can begin a number. Outer spaces are left to the reading of its text. */
const mayBeNumber = (bytes: Uint8Array, start: number, end: number): boolean =>
  isDigit(bytes[start]!) || bytes[start]! <= 0x2d || isDigit(bytes[end - 1]!);

/** `1.7…`, `1,3…`, `1E…`: the second letter tells scientific notation from a plain number. */
function mayBeScientific(bytes: Uint8Array, start: number, end: number): boolean {
  const at = isDigit(bytes[start]!) ? start + 1 : start + 2;
  if (at >= end) return false;
  return !isDigit(bytes[at]!) || !isDigit(bytes[start]!);
}

function noteText(key: WatchedKey, cell: string, fileRow: number): void {
  const text = cell.trim();
  if (SCIENTIFIC.test(text)) add(key.scientific, text, fileRow);
  if (key.lengths === undefined || !/^\d+$/.test(text)) return;
  if (text.startsWith('0')) {
    key.lengths = undefined;
    return;
  }
  const found = key.lengths.get(text.length) ?? { count: 0, rows: [] };
  key.lengths.set(text.length, found);
  add(found, text, fileRow);
}

function add(found: Found, text: string, fileRow: number): void {
  found.count += 1;
  if (found.rows.length < MOST_FINDING_ROWS) found.rows.push({ fileRow, text });
}

const askLostDigits = ({ position, scientific: { count, rows } }: WatchedKey): XrayQuestion | undefined =>
  count === 0
    ? undefined
    : {
        kind: 'lostDigits',
        position,
        count,
        rows,
        answers: ['replaceFile', 'useAnyway'],
        recommended: 'replaceFile',
      };

function askLostZeros({ position, lengths }: WatchedKey): XrayQuestion | undefined {
  if (lengths === undefined) return undefined;
  const usual = usualLength(new Map([...lengths].map(([length, { count }]) => [length, count])));
  if (usual === undefined) return undefined;
  const shorter = [...lengths].flatMap(([length, found]) => (length < usual ? [found] : []));
  const count = shorter.reduce((sum, found) => sum + found.count, 0);
  if (count === 0) return undefined;
  return {
    kind: 'lostZeros',
    position,
    count,
    rows: shorter
      .flatMap(({ rows }) => rows)
      .toSorted((one, other) => one.fileRow - other.fileRow)
      .slice(0, MOST_FINDING_ROWS),
    usual,
    answers: ['replaceFile', 'useAnyway'],
    recommended: 'replaceFile',
  };
}
