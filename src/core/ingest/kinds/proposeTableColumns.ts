import { isAtLeast, isDay, NEVER } from '../../base/dayValue.ts';
import { compileDateReader } from '../dateReader.ts';
import { isDateProblem } from '../dateProblem.ts';
import type { DateReading } from '../dateReading.ts';
import { decideDateColumn } from '../decideDateColumn.ts';
import type { DateContext } from '../momentToDay.ts';
import { isEmptyWord } from '../neverWords.ts';
import { isPersonName } from '../proposeKeyBesideNames.ts';
import { cellsOf, undecidedReading } from '../proposeColumns.ts';
import { findCaseColumn } from './caseColumn.ts';
import { findHalfNames } from './halfNames.ts';
import { findHeaderRanks } from './kindHeaderWords.ts';
import type { FactColumn, KindSchema } from './kindSchema.ts';
import { isDateColumn } from './kindSchemas.ts';
import { whyLeftOut } from './leftOutHeader.ts';
import { readMonth } from './readMonth.ts';
import { settleLogColumns } from './settleLogColumns.ts';
import { IGNORED, type TableColumnPlan } from './tablePlan.ts';

/** Cells that are looked at to see whether a column holds dates at all. */
const LOOK_AT = 2_000;

/**
 * Canonical column of every header, or `ignore`. What the kind must have is served first; a header that fits several
 * columns goes to the one whose word it is best, and each column takes one header unless it joins several, or is a
 * name in two halves. The rows show whether a text carries the number of a case.
 */
export function matchHeaders(
  schema: KindSchema,
  header: readonly string[],
  rows: readonly (readonly string[])[] = [],
): readonly string[] {
  const meanings = header.map(() => IGNORED);
  const needed = new Set(schema.forms.flatMap(({ groups }) => groups.flatMap(({ anyOf }) => anyOf)));
  const taken = new Set<string>();
  const assign = (columns: readonly FactColumn[]): void => {
    const places = new Map(columns.map(({ name }, place) => [name, place]));
    const fits = header
      .flatMap((text, position) =>
        meanings[position] !== IGNORED || whyLeftOut(schema, text)
          ? []
          : [...findHeaderRanks(schema, text)].map(([name, rank]) => ({ position, name, rank })),
      )
      .filter(({ name }) => places.has(name))
      .toSorted(
        (a, b) => a.rank - b.rank || a.position - b.position || places.get(a.name)! - places.get(b.name)!,
      );
    for (const { position, name } of fits) {
      const joins = columns[places.get(name)!]!.joins === true;
      if (meanings[position] !== IGNORED || (taken.has(name) && !joins)) continue;
      meanings[position] = name;
      taken.add(name);
    }
  };
  assign(schema.columns.filter(({ name }) => needed.has(name)));
  assign(schema.columns.filter(({ name }) => !needed.has(name)));
  for (const { name, halves, within } of schema.columns) {
    if (halves) mapHalves(meanings, name, header);
    if (within === undefined || taken.has(name)) continue;
    const position = findCaseColumn(header, rows, within);
    if (position !== -1 && meanings[position] === IGNORED) meanings[position] = name;
  }
  return meanings;
}

/** Maps first and last name to one column, where nothing else has the whole name. */
function mapHalves(meanings: string[], name: string, header: readonly string[]): void {
  const half = findHalfNames(header);
  if (!half) return;
  const places = [half.first, half.last];
  const isFree = places.every((at) => meanings[at] === IGNORED || meanings[at] === name);
  const hasWhole = meanings.some((meaning, at) => meaning === name && !places.includes(at));
  if (isFree && !hasWhole) for (const at of places) meanings[at] = name;
}

/** What is asked of a date column before its values are looked at. */
const openReading = (column: FactColumn, header: string, zone: string): DateReading => ({
  ...undecidedReading(header, zone),
  ...(column.ahead ? { placeholdersMeanNever: true } : {}),
});

/** Plan of one column under a meaning, with what its values decide. Also used when a person changes the meaning. */
export function planTableColumn(
  schema: KindSchema,
  column: Pick<TableColumnPlan, 'position' | 'header' | 'meaning'> & Partial<TableColumnPlan>,
  cells: readonly string[],
  isWholeColumn: boolean,
  context: DateContext,
): TableColumnPlan {
  const { position, header } = column;
  const canonical = schema.columns.find(({ name }) => name === column.meaning);
  if (!canonical || whyLeftOut(schema, header))
    return { position, header, meaning: IGNORED, dates: undefined };
  const meaning = canonical.name;
  if (!isDateColumn(canonical)) return { position, header, meaning, dates: undefined };
  const base = column.dates ?? openReading(canonical, header, context.workspaceZone);
  if (base.order !== 'undecided') return { position, header, meaning, dates: base };
  const values = canonical.type === 'month' ? cells.filter((cell) => readMonth(cell) === undefined) : cells;
  const { reading } = decideDateColumn(values, isWholeColumn, base, {
    ...context,
    futureAllowed: canonical.ahead === true,
  });
  const isMoot = values.every((cell) => isEmptyWord(cell.trim()));
  const dates: DateReading =
    isMoot && reading.order === 'undecided' ? { ...reading, order: 'dayFirst' } : reading;
  return { position, header, meaning, dates };
}

/** Whether at least one filled cell in ten is a date, or a word that dates use. */
function holdsDates(column: TableColumnPlan, cells: readonly string[], context: DateContext): boolean {
  const filled = cells.filter((cell) => !isEmptyWord(cell.trim())).slice(0, LOOK_AT);
  if (filled.length === 0 || !column.dates) return true;
  const reader = compileDateReader(column.dates, context);
  const known = filled.filter((cell) => {
    const value = reader.read(cell);
    return (
      isDay(value) ||
      isAtLeast(value) ||
      value === NEVER ||
      isDateProblem(value) ||
      readMonth(cell) !== undefined
    );
  });
  return known.length * 10 >= filled.length;
}

/** Whether most filled cells are e-mail addresses. */
function holdsEmails(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => !isEmptyWord(cell.trim())).slice(0, LOOK_AT);
  return filled.filter((cell) => /^\S+@\S+$/.test(cell.trim())).length * 2 > filled.length;
}

/** Canonical columns of accounts, and those that name a person without doubt. */
const ACCOUNTS: ReadonlySet<string> = new Set(['accountId', 'userName']);
const KEYS: ReadonlySet<string> = new Set(['email', 'userPrincipalName', 'employeeNumber']);

/** Whether most filled cells are names of people, of whom two may share one. */
function holdsNames(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => !isEmptyWord(cell.trim())).slice(0, LOOK_AT);
  return filled.filter((cell) => isPersonName(cell.trim())).length * 2 > filled.length;
}

/** Whether a column of keys is filled in every row. */
const hasKey = (matched: readonly string[], rows: readonly (readonly string[])[]): boolean =>
  matched.some(
    (meaning, position) =>
      KEYS.has(meaning) &&
      rows.slice(0, LOOK_AT).every((cells) => /^\S+$/.test((cells[position] ?? '').trim())),
  );

/**
 * Proposes how every column of a file of one kind is read: its meaning from the header, checked against the values;
 * dates from all values at hand. Names of people beside a key are no accounts. Source of the rule: LOAD-08, LOAD-13,
 * LOAD-19, header words by role.
 */
export function proposeTableColumns(
  schema: KindSchema,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  isWholeFile: boolean,
  context: DateContext,
): readonly TableColumnPlan[] {
  const byHeader = matchHeaders(schema, header, rows);
  const matched = schema.kind === 'activity' ? settleLogColumns(header, rows, byHeader) : byHeader;
  return matched.map((own, position) => {
    const cells = cellsOf(rows, position);
    const forEmails = schema.columns.find(({ name }) => name === own)?.withEmails;
    const takesEmails = forEmails !== undefined && !matched.includes(forEmails) && holdsEmails(cells);
    const isName = ACCOUNTS.has(own) && holdsNames(cells) && hasKey(matched, rows);
    const meaning = isName ? IGNORED : takesEmails ? forEmails : own;
    const column = { position, header: header[position]!, meaning };
    const planned = planTableColumn(schema, column, cells, isWholeFile, context);
    return holdsDates(planned, cells, { ...context, futureAllowed: true })
      ? planned
      : planTableColumn(schema, { ...column, meaning: IGNORED }, cells, isWholeFile, context);
  });
}
