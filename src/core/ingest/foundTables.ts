import type { XrayAnswerOf, XrayQuestion } from './xrayQuestion.ts';

/** Tables that begin below the list, all of which are left out or all of which are read. */
export interface FurtherTable {
  /** Row at which the first of them begins, as in a spreadsheet. */
  readonly row: number;
  /** Its column names where they are known ones, the first few. */
  readonly names: readonly string[];
  /** How many tables there are. */
  readonly tables: number;
  /** Rows that were left out with them, those of their titles and column names included. */
  readonly rows: number;
}

/** What begins below a list, and what becomes of it. */
export interface FoundTables {
  readonly leftOut?: FurtherTable;
  /** Read as rows of the list: a person said so, or it is not sure that they are another table. */
  readonly readOn?: FurtherTable;
  /** Whether known names of columns head one of them. */
  readonly isSure: boolean;
}

/** Nothing but the list. */
export const NO_TABLES: FoundTables = { isSure: false };

/** What a person answered to the question about such tables. */
export type FurtherTableAnswer = XrayAnswerOf<'secondTable'>;

/** The answer kept in a plan. There is one for all tables below a list. */
export const furtherTableAnswer = ({
  answers = [],
}: {
  readonly answers?: readonly { readonly kind: string; readonly answer: string }[] | undefined;
}): FurtherTableAnswer | undefined =>
  answers.find(({ kind }) => kind === 'secondTable')?.answer as FurtherTableAnswer | undefined;

/** What was found in one place and what in another, told at the first. */
export const addTables = (one: FurtherTable | undefined, other: FurtherTable | undefined): FurtherTable =>
  one && other ? { ...one, tables: one.tables + other.tables, rows: one.rows + other.rows } : (one ?? other)!;

/** What was found in several files together. */
export function addFoundTables(one: FoundTables, other: FoundTables): FoundTables {
  const leftOut = (one.leftOut ?? other.leftOut) && addTables(one.leftOut, other.leftOut);
  const readOn = (one.readOn ?? other.readOn) && addTables(one.readOn, other.readOn);
  return {
    ...(leftOut ? { leftOut } : {}),
    ...(readOn ? { readOn } : {}),
    isSure: one.isSure || other.isSure,
  };
}

/** The question whether the rows of other tables belong to the list. */
export type FurtherTableQuestion = Extract<XrayQuestion, { readonly kind: 'secondTable' }>;

/** What a person is asked of the tables below a list; it stands at the first column. Source: LOAD-26. */
export function askFurtherTables({ leftOut, readOn, isSure }: FoundTables): FurtherTableQuestion | undefined {
  const first = leftOut ?? readOn;
  if (!first) return undefined;
  const { row, names } = first;
  return {
    kind: 'secondTable',
    position: 0,
    count: leftOut?.rows ?? 0,
    rows: [],
    row,
    names,
    answers: ['leaveOut', 'belongs'],
    recommended: isSure ? 'leaveOut' : 'belongs',
  };
}
