import { furtherTableAnswer } from '../../core/ingest/foundTables.ts';
import type { ColumnPlan, Dialect, ImportPlan } from '../../core/ingest/importPlan.ts';

/**
 * Whether a file would be read as it was read before. What the plan leaves to the file (an order of dates that is not
 * decided yet, a completeness that nobody was asked about) counts as it was settled then. An answer that changes how
 * the file is read has done so in the columns, but for that about other tables below the list; the list of answers itself
 * is not compared. Nor is the encoding, which follows from the bytes of the file.
 */
export function isSamePlan(asked: ImportPlan, before: ImportPlan): boolean {
  const orders = new Map(before.columns.map(({ position, dates }) => [position, dates?.order]));
  const settled = (column: ColumnPlan): ColumnPlan =>
    column.dates?.order === 'undecided'
      ? { ...column, dates: { ...column.dates, order: orders.get(column.position) ?? 'undecided' } }
      : column;
  const columns = asked.columns.map(settled);
  const completeness = asked.completeness ?? before.completeness;
  const { answers } = before;
  const aboutTables = furtherTableAnswer(asked);
  if (aboutTables !== undefined && aboutTables !== furtherTableAnswer(before)) return false;
  const ofBytes = ({ dialect, appended, ...plan }: WithAnswers): unknown => ({
    ...plan,
    dialect: withoutEncoding(dialect),
    appended: appended?.map((own) => ({ ...own, dialect: withoutEncoding(own.dialect) })),
  });
  return isEqual(ofBytes({ ...asked, columns, completeness, answers }), ofBytes({ ...before, answers }));
}

type WithAnswers = Omit<ImportPlan, 'answers'> & { readonly answers: ImportPlan['answers'] | undefined };

const withoutEncoding = (form: Dialect): Dialect => ({ ...form, encoding: 'utf-8' });

/** Equal in every field; a field that is missing equals one that is `undefined`. */
function isEqual(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return Object.is(one, other);
  }
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) =>
    isEqual(left[key], right[key]),
  );
}
