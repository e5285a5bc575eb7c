import { formatIsoDay } from '../../../../src/core/base/formatDay.ts';
import type { ImportPlan } from '../../../../src/core/ingest/importPlan.ts';
import { proposeColumns } from '../../../../src/core/ingest/proposeColumns.ts';
import { xrayColumns, type XrayInput } from '../../../../src/core/ingest/xray/xrayColumns.ts';
import type { XrayKind, XrayQuestion } from '../../../../src/core/ingest/xrayQuestion.ts';
import { addDays, type EpochDay } from '../../../../src/core/base/epochDay.ts';
import { LONDON, planOf } from '../columnBuilder.ts';

/** A file from lines with cells between bars: the header first. */
export function fileOf(text: string): { header: string[]; rows: string[][] } {
  const [header, ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return { header: header!, rows };
}

/** The plan proposed for a file, in a workspace of London on 30 June 2026. */
export function proposedPlan(text: string, changes: Partial<ImportPlan> = {}): ImportPlan {
  const { header, rows } = fileOf(text);
  return planOf([], { columns: proposeColumns(header, rows, true, LONDON).columns, ...changes });
}

/** What the X-ray asks about a file under its proposed plan, or under the given one. */
export function xrayOf(
  text: string,
  changes: Partial<XrayInput> = {},
  plan: ImportPlan = proposedPlan(text),
): readonly XrayQuestion[] {
  const { rows } = fileOf(text);
  return xrayColumns(plan, {
    rows,
    fileRows: rows.map((_, index) => index + 2),
    wholeFile: true,
    keepsDays: undefined,
    neverDay: undefined,
    ...changes,
  });
}

/** The one question of a kind; fails when there is none. */
export function questionOf<Kind extends XrayKind>(
  questions: readonly XrayQuestion[],
  kind: Kind,
): Extract<XrayQuestion, { readonly kind: Kind }> {
  const found = questions.filter((question) => question.kind === kind);
  if (found.length !== 1) throw new Error(`${found.length} questions of the kind ${kind}`);
  return found[0] as Extract<XrayQuestion, { readonly kind: Kind }>;
}

export const kindsOf = (questions: readonly XrayQuestion[]): readonly XrayKind[] =>
  questions.map(({ kind }) => kind);

/** ISO text of a day so many days before the as-of date. */
export const daysAgo = (days: number): string => formatIsoDay(addDays(LONDON.asOf as EpochDay, -days));

/** `count` rows of accounts with one value. */
export const accountRows = (count: number, value: string, prefix = 'u'): string =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}|${value}`).join('\n');
