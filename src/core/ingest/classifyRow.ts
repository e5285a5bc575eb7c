import type { Dialect } from './importPlan.ts';
import { EVIDENCE_MEANINGS } from './meaning.ts';
import {
  isCountLabel,
  isFooterText,
  isGroupText,
  isPageNumber,
  isTotalText,
  isReportTitle,
  isTotalWord,
} from './otherRowWords.ts';
import { isTruncationNotice } from './rowLimit.ts';

/**
 * Why a row below the header is no data: empty, the header once more, the export's own notice that it stopped, a line
 * of totals, the heading of a group, a line that a report prints around its rows, or a row of another table below. Such
 * a row is neither accepted nor rejected; each kind is counted.
 */
export type OtherRow = 'blank' | 'repeatedHeader' | 'notice' | 'total' | 'group' | 'footer' | 'otherTable';

/** What a row is compared with. Made once per file by `buildRowContext`. */
export interface RowContext {
  /** Header by position, trimmed, in lower case. */
  readonly header: readonly string[];
  /** Position of the account column; −1 while none is known. */
  readonly accountAt: number;
  /** Positions of columns with names or addresses of people: a lone cell there is a person, never a group. */
  readonly people: ReadonlySet<number>;
  /** Positions of columns of dates, as far as they are known. */
  readonly dates: readonly number[];
  /** Whether a lone first cell heads a group although its text has no sign of one. See `findLoneGroups`. */
  readonly loneIsGroup: boolean;
  /** Lines above the header that come again below it, in lower case. */
  readonly repeatedLines: ReadonlySet<string>;
}

const fold = (text: string): string => text.trim().toLowerCase();

/** What is known of a column when rows are classified. */
export interface ClassifiedColumn {
  readonly position: number;
  readonly header: string;
  readonly meaning: string;
}

const PEOPLE: ReadonlySet<string> = new Set([
  'displayName',
  'firstName',
  'lastName',
  'email',
  'userName',
  'userPrincipalName',
  'employeeNumber',
]);

const DATES: ReadonlySet<string> = new Set([...EVIDENCE_MEANINGS, 'createdOn', 'assignedOn', 'activatedOn']);

/** Prepares the context of a file from its columns, which name every position of the header, and its outer form. */
export function buildRowContext(
  columns: readonly ClassifiedColumn[],
  form: Pick<Dialect, 'loneCellIsGroup' | 'repeatedLines'>,
): RowContext {
  const header: string[] = [];
  for (const { position, header: name } of columns) header[position] = fold(name);
  return {
    header: Array.from(header, (name) => name ?? ''),
    accountAt: columns.find(({ meaning }) => meaning === 'accountId')?.position ?? -1,
    people: new Set(columns.filter(({ meaning }) => PEOPLE.has(meaning)).map(({ position }) => position)),
    dates: columns.filter(({ meaning }) => DATES.has(meaning)).map(({ position }) => position),
    loneIsGroup: form.loneCellIsGroup === true,
    repeatedLines: new Set(form.repeatedLines),
  };
}

/** A line of text as it is compared: its filled cells, in lower case. */
export const foldLine = (cells: readonly string[]): string =>
  cells
    .map(fold)
    .filter((cell) => cell !== '')
    .join(' ');

/** An amount or a count; dates are not. */
const AMOUNT = /^[-+($]?\s*\d[\d.,'’\s]*\s*(?:%|€|[A-Z]{3})?\)?$/;
const NUMERIC_DATE = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/;
/** Letters that an amount has at most. */
const LONGEST_AMOUNT = 40;
const isAmount = (text: string): boolean =>
  text.length <= LONGEST_AMOUNT && AMOUNT.test(text) && !NUMERIC_DATE.test(text);

/** A cell of a line drawn between header and rows, as consoles and text tables print it. */
const RULER = /^[+:\s]*[-=─]{2,}[-=─+:\s]*$/;
const isRuler = (text: string): boolean => {
  const last = text.charCodeAt(text.length - 1);
  return (last < 0x30 || last === 0x3a || last === 0x3d || last > 0x79) && RULER.test(text);
};

/** Signs that keys of accounts have and names of groups have not. */
const KEY_SIGN = /[@._\\\d]/;
/** Whether a lone cell reads as a key of an account rather than as the name of a group. */
export const looksLikeKey = (text: string): boolean => KEY_SIGN.test(text) && !/\s/.test(text);

/** Whether the first filled cell lets a full row be the header or a line above it once more. */
const mayRepeat = (text: string, at: number, { header, repeatedLines }: RowContext): boolean =>
  repeatedLines.size > 0 || fold(text) === header[at];

const isHeaderAgain = (cells: readonly string[], { header }: RowContext): boolean => {
  let same = 0;
  for (let at = 0; at < Math.max(cells.length, header.length); at++) {
    const text = fold(cells[at] ?? '');
    if (text !== (header[at] ?? '')) return false;
    if (text !== '') same++;
  }
  return same > 0;
};

/**
 * What a row is when it is no data; `undefined` for a row that must be accepted or rejected. In doubt a row is data: a
 * row with an e-mail address, a date or a second word beside its first is never taken for a total, and a lone cell in a
 * column of keys is a group only when its text says so or the file was found to be grouped.
 * Source of the rule: LOAD-05, file hazards.
 */
export function classifyRow(cells: readonly string[], context: RowContext): OtherRow | undefined {
  let first = -1;
  let filled = 0;
  let amounts = 0;
  let ruled = 0;
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at]!.trim();
    if (cell === '') continue;
    if (first === -1) first = at;
    else if (isAmount(cell)) amounts++;
    filled++;
    if (isRuler(cell)) ruled++;
    if (
      filled - amounts > 2 &&
      ruled < filled &&
      cells.length >= context.header.length &&
      !mayRepeat(cells[first]!, first, context)
    )
      return undefined;
  }
  if (first === -1) return 'blank';
  if (ruled === filled) return 'footer';
  if (isHeaderAgain(cells, context)) return 'repeatedHeader';
  if (isTruncationNotice(cells)) return 'notice';
  if (context.repeatedLines.size > 0 && context.repeatedLines.has(foldLine(cells))) return 'footer';
  const width = context.header.length;
  if (width < 2) return isLoneFooter(cells[0]!.trim()) ? 'footer' : undefined;
  const text = cells[first]!.trim();
  const others = filled - 1 - amounts;
  if (cells.length < width && filled > 1 && isFooterText(cells.join(', ').trim())) return 'footer';
  if (others > 1) return undefined;
  if (others === 1) {
    if (amounts > 0 && isTotalWord(text) && cells.some((cell) => isCountLabel(cell.trim()))) return 'total';
    if (!isLabel(text, width, amounts)) return undefined;
    return isFooterText(text) || isPageNumber(lastText(cells)) ? 'footer' : undefined;
  }
  if (amounts > 0 && isCountLabel(text)) return 'total';
  const isKeyed = context.accountAt !== -1 && first === context.accountAt;
  const isPlainKey = isKeyed && !/\s/.test(text) && cells.length > 1;
  if (isTotalText(text)) return 'total';
  if (isFooterText(text) && !(isPlainKey && looksLikeKey(text))) return 'footer';
  if (filled > 1) return undefined;
  return classifyLone(text, first, cells.length, context);
}

/** The text of the last filled cell. */
const lastText = (cells: readonly string[]): string =>
  cells.findLast((cell) => cell.trim() !== '')?.trim() ?? '';

/** A label before a value, never a key: it ends with a colon, or has a blank and one value alone beside it. */
const isLabel = (text: string, width: number, amounts: number): boolean =>
  text.endsWith(':') || (width > 2 && amounts === 0 && /\s/.test(text));

/** A list of one column has lines of words only where no key can stand. */
const isLoneFooter = (text: string): boolean =>
  /\s/.test(text) && !text.includes('@') && (isTotalText(text) || isFooterText(text));

/** A row with one filled cell that is neither total nor footer. */
function classifyLone(text: string, at: number, width: number, context: RowContext): OtherRow | undefined {
  if (text.includes('@')) return undefined;
  const isBare = width === 1;
  if (isBare && isReportTitle(text)) return 'footer';
  if (isBare && /[.!?]$/.test(text) && text.split(/\s+/).length >= 5) return 'footer';
  if (isGroupText(text)) return 'group';
  const isKeyed = context.accountAt === -1 || at === context.accountAt;
  if (at === 0 && context.loneIsGroup && !looksLikeKey(text)) return 'group';
  return at === 0 && !isKeyed && !isBare && !context.people.has(at) ? 'group' : undefined;
}
