import { isDay } from '../../base/dayValue.ts';
import type { CurrencyCode } from '../../base/minorUnits.ts';
import { readPrice } from '../../contract/readPrice.ts';
import { cellText } from '../cellText.ts';
import { dateProblemKind } from '../dateProblem.ts';
import type { RowError } from '../rowError.ts';
import { MOST_FINDING_ROWS, type FindingRow } from '../xrayQuestion.ts';
import { compileWidthCheck, type WidthDeviations } from '../rowWidth.ts';
import { hasUnnamedCells, ownWidthOf } from '../unnamedCells.ts';
import { clearFactRow, emptyFactRow, type FactRow } from './factRow.ts';
import { CELL_READ, NOT_A_NUMBER, NOT_UNDERSTOOD, compileFactStep } from './factStep.ts';
import { mappedForms } from './kindNeeds.ts';
import type { FactColumn, KindSchema } from './kindSchema.ts';
import { isDateColumn, schemaOf } from './kindSchemas.ts';
import { whyLeftOut } from './leftOutHeader.ts';
import { IGNORED, type TableColumnPlan, type TablePlan } from './tablePlan.ts';

/** Cells of one column that were accepted although their word or date is not known. */
export interface NotUnderstood {
  readonly header: string;
  readonly what: 'word' | 'date';
  rows: number;
  /** The first such cell. */
  readonly example: string;
  /** The first few such cells. */
  readonly places: FindingRow[];
}

/** Reads rows of a file of one kind under one plan. */
export interface FactRowReader {
  /** Filled by every {@link read} that returns `undefined`; after an error its content has no meaning. */
  readonly row: FactRow;
  readonly deviations: WidthDeviations;
  /** In file order of the columns. */
  readonly notUnderstood: readonly NotUnderstood[];
  /** Reads the cells of one row into {@link row}, or says why the row is rejected; the first reason found counts. */
  read(cells: readonly string[], fileRow: number): RowError | undefined;
  /** Whether a row repeats the header, as paged exports do. Such a row is neither read nor rejected. */
  isRepeatedHeader(cells: readonly string[]): boolean;
}

/** Columns of a plan that are imported, each with its canonical column, in file order. */
export function usedColumns(
  plan: TablePlan,
): readonly { readonly plan: TableColumnPlan; readonly column: FactColumn; readonly index: number }[] {
  const schema = schemaOf(plan.kind);
  return plan.columns.flatMap((column) => {
    const index = schema.columns.findIndex(({ name }) => name === column.meaning);
    if (column.meaning === IGNORED || index < 0 || whyLeftOut(schema, column.header)) return [];
    return [{ plan: column, column: schema.columns[index]!, index }];
  });
}

/**
 * Compiles a plan into a reader of rows. A row is rejected when a cell is no date, no number or no amount, when its
 * end lies before its start, or when it lacks what every row of the kind must have. Other texts that a column does not
 * know are kept as "not known" and counted. Throws for a plan that lacks a column the kind needs.
 */
export function compileFactRowReader(plan: TablePlan): FactRowReader {
  const schema = schemaOf(plan.kind);
  const used = usedColumns(plan);
  const forms = mappedForms(
    schema,
    used.map(({ plan: { meaning } }) => ({ meaning })),
  );
  if (forms.length === 0) throw new Error(`The plan of a file of kind ${plan.kind} lacks columns it needs`);
  const steps = used.map(({ column, index, plan: own }) => compileFactStep(column, index, own, plan));
  const width = plan.columns.reduce((most, { position }) => Math.max(most, position + 1), 0);
  const usedWidth = used.reduce((most, { plan: { position } }) => Math.max(most, position + 1), 0);
  const widthCheck = compileWidthCheck(width, usedWidth, plan.dialect.delimiter);
  const ownWidth = ownWidthOf(plan.columns, plan.dialect, usedWidth);
  const headers = plan.columns.map(({ position, header }) => ({ position, text: header.trim() }));
  const unknown = new Map<number, NotUnderstood>();
  const checks = [compileNeeds(schema, used), compileSpans(schema, used), compilePrice(plan, used)];
  const row = emptyFactRow(schema);

  const note = (at: number, text: string, fileRow: number): void => {
    const known = unknown.get(at);
    const { column, plan: own } = used[at]!;
    if (known) {
      known.rows += 1;
      if (known.places.length < MOST_FINDING_ROWS) known.places.push({ fileRow, text });
    } else
      unknown.set(at, {
        header: own.header,
        what: isDateColumn(column) ? 'date' : 'word',
        rows: 1,
        example: text,
        places: [{ fileRow, text }],
      });
  };

  return {
    row,
    deviations: widthCheck.deviations,
    get notUnderstood() {
      return [...unknown].toSorted(([left], [right]) => left - right).map(([, found]) => found);
    },
    isRepeatedHeader: (cells) =>
      cells.length === width &&
      headers.every(({ position, text }) => (cells[position] ?? '').trim() === text),
    read(cells, fileRow) {
      const wrongWidth = widthCheck.check(cells, fileRow);
      if (wrongWidth) return wrongWidth;
      if (ownWidth < width && hasUnnamedCells(cells, ownWidth)) return widthCheck.refuse(cells, fileRow);
      clearFactRow(row, schema, fileRow);
      const odd: number[] = [];
      for (let at = 0; at < steps.length; at += 1) {
        const cell = cells[used[at]!.plan.position] ?? '';
        const found = steps[at]!(row, cell);
        if (found === CELL_READ) continue;
        if (found === NOT_UNDERSTOOD) {
          odd.push(at);
          continue;
        }
        const kind = found === NOT_A_NUMBER ? 'notANumber' : dateProblemKind(found);
        return { kind, row: fileRow, column: used[at]!.plan.header, text: cell };
      }
      for (const check of checks) {
        const error = check(row, cells);
        if (error) return error;
      }
      for (const at of odd) note(at, cells[used[at]!.plan.position] ?? '', fileRow);
      return undefined;
    },
  };
}

type Used = ReturnType<typeof usedColumns>;
type RowCheck = (row: FactRow, cells: readonly string[]) => RowError | undefined;

const NO_CHECK: RowCheck = () => undefined;

function isFilled(row: FactRow, { type }: FactColumn, index: number): boolean {
  if (type === 'text' || type === 'words' || type === 'money') return row.texts[index] !== '';
  const value = row.numbers[index]!;
  if (type === 'code') return value !== 0;
  return type === 'number' ? !Number.isNaN(value) : isDay(value);
}

/** Each row must have what one of the forms asks for; the error names what the first of them lacks. */
function compileNeeds(schema: KindSchema, used: Used): RowCheck {
  const forms = mappedForms(
    schema,
    used.map(({ plan: { meaning } }) => ({ meaning })),
  ).map(({ groups }) =>
    groups
      .filter(({ mayBeEmpty }) => !mayBeEmpty)
      .map(({ anyOf }) => used.filter(({ column }) => anyOf.includes(column.name))),
  );
  return (row, cells) => {
    let missing: Used | undefined;
    for (const groups of forms) {
      const unmet = groups.find((group) => !group.some(({ column, index }) => isFilled(row, column, index)));
      if (!unmet) return undefined;
      missing ??= unmet;
    }
    const told =
      missing?.find(({ plan: { position } }) => cellText(cells[position] ?? '') !== '') ?? missing?.[0];
    if (!told) return undefined;
    const text = cells[told.plan.position] ?? '';
    const isBadDate = cellText(text) !== '' && isDateColumn(told.column);
    const kind = isBadDate ? 'impossibleDate' : cellText(text) === '' ? 'missingValue' : 'unknownWord';
    return { kind, row: row.fileRow, column: told.plan.header, text };
  };
}

function compileSpans(schema: KindSchema, used: Used): RowCheck {
  const place = (name: string): Used[number] | undefined => used.find(({ column }) => column.name === name);
  const spans = schema.spans.flatMap(([from, to]) => {
    const [start, end] = [place(from), place(to)];
    return start && end ? [{ start: start.index, end }] : [];
  });
  if (spans.length === 0) return NO_CHECK;
  return (row, cells) => {
    for (const { start, end } of spans) {
      const [from, to] = [row.numbers[start]!, row.numbers[end.index]!];
      if (!isDay(from) || !isDay(to) || to >= from) continue;
      const text = cells[end.plan.position] ?? '';
      return { kind: 'endsBeforeStart', row: row.fileRow, column: end.plan.header, text };
    }
    return undefined;
  };
}

/** A price is read once the currency of its row is known. */
function compilePrice(plan: TablePlan, used: Used): RowCheck {
  const price = used.find(({ column }) => column.type === 'money');
  if (!price) return NO_CHECK;
  const currency = used.find(({ column }) => column.name === 'currency');
  return (row, cells) => {
    const text = row.texts[price.index]!;
    if (text === '') return undefined;
    const named = currency === undefined ? '' : row.texts[currency.index]!.toUpperCase();
    const code = named === '' ? plan.facts.currency : (named as CurrencyCode);
    const refuse = (kind: RowError['kind'], at: Used[number]): RowError => ({
      kind,
      row: row.fileRow,
      column: at.plan.header,
      text: cells[at.plan.position] ?? '',
    });
    if (code === undefined) return refuse('missingValue', currency ?? price);
    if (!/^[A-Z]{3}$/.test(code)) return refuse('unknownWord', currency ?? price);
    const amount = readPrice(text, code);
    if (amount === undefined) return refuse('notANumber', price);
    if (named !== '' && currency) row.texts[currency.index] = named;
    row.numbers[price.index] = amount;
    return undefined;
  };
}
