import { readFlag, readStatus, readUserType } from './cellWords.ts';
import { readHeaderKey } from './headerKey.ts';
import { findHeaderMeaning, isKnownHeader } from './headerWords.ts';
import type { TextRecord } from './splitRecords.ts';

/** Records above the header that may be title lines. */
export const MOST_TITLE_LINES = 40;
/** Cells of a record that are looked up among the known headers. */
export const LOOK_AT_CELLS = 1_000;
/** Letters that a header or a telling value has at most. */
const LONGEST_NAME = 200;

/** A cell that no header has: an address, a date, a number, a yes or no. */
const VALUE = /^(\S+@\S+\.\S+|[-+]?\d[\d.,:/\s-]*(T[\d:.Z+-]+)?|true|false|yes|no|null|[0-9a-f]{32})$/i;
const isValue = (cell: string): boolean => cell.length <= LONGEST_NAME && VALUE.test(cell.trim());

/** The header of a file: its record and the names by position, trimmed. */
export interface FoundHeader {
  readonly record: TextRecord;
  readonly names: readonly string[];
  /** Whether the names come from two rows, the upper one naming what the lower one leaves empty. */
  readonly isTwoRows: boolean;
}

const filledCells = (record: TextRecord): number =>
  record.cells.reduce((sum, cell) => sum + (cell.trim() === '' ? 0 : 1), 0);
/** Different meanings that the known headers of a record have. */
const knownCells = ({ cells }: TextRecord): number =>
  new Set(
    cells
      .slice(0, LOOK_AT_CELLS)
      .filter(isKnownHeader)
      .map((cell) => findHeaderMeaning(cell)?.meaning ?? readHeaderKey(cell).key),
  ).size;

/** Known headers among cells that are no values of a column either, as *Active* and *User* are. */
export const countSureNames = (cells: readonly string[]): number =>
  cells.slice(0, LOOK_AT_CELLS).filter((cell) => {
    const isValueWord = readStatus(cell) !== 0 || readUserType(cell) !== 0 || readFlag(cell) !== 0;
    return isKnownHeader(cell) && !isValueWord;
  }).length;
/** Whether a cell holds what no header has: an address, a date, a number, a yes or no. */
export const hasValues = ({ cells }: Pick<TextRecord, 'cells'>): boolean =>
  cells.some((cell) => cell.trim() !== '' && isValue(cell));

/** Whether a record has empty or equal names, as the upper of two header rows has them over joined columns. */
const hasGaps = ({ cells }: TextRecord): boolean => {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return filled.length < cells.length || new Set(filled).size < filled.length;
};

/**
 * The lower of two header rows, or `undefined`: it stands right below, holds no value, is known at least as well and
 * names columns that the upper row leaves empty or gives one name together.
 */
function findLowerRow(upper: TextRecord, below: TextRecord | undefined): TextRecord | undefined {
  if (below === undefined || hasValues(below) || !hasGaps(upper)) return undefined;
  const filled = filledCells(below);
  const known = countSureNames(below.cells);
  if (known < 2 && !(known === 1 && filled === 1)) return undefined;
  const isName = (cell: string, at: number): boolean =>
    cell.trim() === '' || cell.trim() !== (upper.cells[at] ?? '').trim() || isKnownHeader(cell);
  if (!below.cells.every(isName) || known * 2 < filled) return undefined;
  const completes = below.cells.some(
    (cell, at) => cell.trim() !== '' && (upper.cells[at] ?? '').trim() === '',
  );
  const repeats = new Set(below.cells.map((cell) => cell.trim())).size > new Set(upper.cells).size;
  return completes || repeats ? below : undefined;
}

function joinNames(upper: TextRecord, lower: TextRecord): string[] {
  const width = Math.max(upper.cells.length, lower.cells.length);
  return Array.from({ length: width }, (_, at) => {
    const name = (lower.cells[at] ?? '').trim();
    return name === '' ? (upper.cells[at] ?? '').trim() : name;
  });
}

/** Bands whose columns speak of somebody or something else than the account. */
const OTHER_BANDS: ReadonlySet<string> = new Set(['manager', 'unit']);
/** Names that mean nothing without their band. */
const BARE_NAMES: ReadonlySet<string> = new Set(['accountId', 'displayName', 'email', 'employeeNumber']);

/** Names below a row of bands: *ID* below *Manager* is the manager's, so it is called *Manager ID*. */
function nameByBands(names: readonly string[], above: TextRecord | undefined): readonly string[] {
  if (above === undefined || hasValues(above) || filledCells(above) < 2 || !hasGaps(above)) return names;
  let band = '';
  return names.map((name, at) => {
    band = (above.cells[at] ?? '').trim() || band;
    const isOther = OTHER_BANDS.has(findHeaderMeaning(band)?.meaning ?? '');
    const isBare = BARE_NAMES.has(findHeaderMeaning(name)?.meaning ?? '');
    return isOther && isBare ? `${band} ${name}` : name;
  });
}

/** A full record whose cells could all be names, and how many of them are known ones. */
function pickRecord(records: readonly TextRecord[], width: number): TextRecord | undefined {
  const enough = width === 1 ? 1 : Math.max(2, Math.ceil(width * 0.6));
  const isFull = (record: TextRecord): boolean =>
    filledCells(record) >= enough ||
    (knownCells(record) >= 2 && filledCells(record) >= Math.max(2, Math.min(3, width * 0.4)));
  const full = records.slice(0, MOST_TITLE_LINES).filter(isFull);
  const first = full[0];
  if (first === undefined) return undefined;
  if (!hasValues(first)) {
    const known = knownCells(first);
    const wanted = Math.max(2, known + (known === 0 || filledCells(first) < width ? 1 : 2));
    const better = full.find((record) => !hasValues(record) && knownCells(record) >= wanted);
    return better ?? first;
  }
  const better = full.find((record) => !hasValues(record) && knownCells(record) > 0);
  if (better) return better;
  const values = first.cells.filter((cell) => cell.trim() !== '' && isValue(cell)).length;
  return values * 4 <= filledCells(first) && knownCells(first) >= 2 ? first : undefined;
}

/**
 * The header is the first record that fills at least 60 % of the usual width with texts that are no values; a later
 * one wins when it has clearly more known header words. Of two header rows the lower gives the names, and the upper
 * those that the lower leaves empty. Source of the rule: LOAD-05, file hazards.
 */
export function findHeader(records: readonly TextRecord[], width: number): FoundHeader | undefined {
  const picked = pickRecord(records, width);
  if (picked === undefined) return undefined;
  const at = records.indexOf(picked);
  const below = records[at + 1];
  const lower = picked.cells.length > 1 ? findLowerRow(picked, below) : undefined;
  if (lower !== undefined) return { record: lower, names: joinNames(picked, lower), isTwoRows: true };
  const above = records[at - 1];
  const isLower = above !== undefined && filledCells(above) > 1 && findLowerRow(above, picked) === picked;
  const isJoined = isLower && picked.cells.some((cell) => cell.trim() === '');
  return {
    record: picked,
    names: isJoined
      ? joinNames(above, picked)
      : nameByBands(
          picked.cells.map((cell) => cell.trim()),
          above,
        ),
    isTwoRows: isJoined,
  };
}
