import { FURTHER_TEXTS, type FurtherText } from '../ingest/meaning.ts';
import type { AccountTable, SeatTable } from './snapshot.ts';

type Numbers =
  Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer>;

interface NumberArray<Column extends Numbers = Numbers> {
  new (length: number): Column;
  new (bytes: ArrayBuffer): Column;
  readonly BYTES_PER_ELEMENT: number;
}

/** The numeric columns of a table by name, each with its element type. */
export type ColumnLayout = Readonly<Record<string, NumberArray>>;

/** The columns of a layout, filled. */
export type NumberColumns<Layout extends ColumnLayout> = {
  readonly [Name in keyof Layout]: Layout[Name] extends NumberArray<infer Column> ? Column : never;
};

/** Numeric columns of the account table; what each holds is documented at `AccountTable`. */
export const ACCOUNT_COLUMNS = {
  status: Uint8Array,
  userType: Uint8Array,
  webServiceOnly: Uint8Array,
  integrationUser: Uint8Array,
  vip: Uint8Array,
  unit: Uint32Array,
  manager: Uint32Array,
  role: Uint32Array,
  delegates: Uint32Array,
  expectedPattern: Uint8Array,
  createdOn: Int32Array,
  invitedOn: Int32Array,
  leftOn: Int32Array,
  openRecords: Int32Array,
  sourceRow: Uint32Array,
} as const satisfies ColumnLayout & Partial<Record<keyof AccountTable, NumberArray>>;

const SUBJECT_COLUMN = { subjectType: Uint8Array } as const satisfies ColumnLayout &
  Partial<Record<keyof AccountTable, NumberArray>>;

/** Numeric columns of accounts that exist only where a source column was mapped to them, in their order in the format. */
const OPTIONAL_ACCOUNT_COLUMNS: typeof SUBJECT_COLUMN & Readonly<Record<FurtherText, typeof Uint32Array>> = {
  ...SUBJECT_COLUMN,
  ...(Object.fromEntries(FURTHER_TEXTS.map((name) => [name, Uint32Array])) as Record<
    FurtherText,
    typeof Uint32Array
  >),
};
export type OptionalAccountColumn = keyof typeof OPTIONAL_ACCOUNT_COLUMNS;

/** Those of the optional columns that are among `names`, in their order in the format. */
export const optionalColumnsIn = (names: { has(name: string): boolean }): readonly OptionalAccountColumn[] =>
  (Object.keys(OPTIONAL_ACCOUNT_COLUMNS) as OptionalAccountColumn[]).filter((name) => names.has(name));

/** The layout of the account table with some of the optional columns at its end. */
export const accountLayoutWith = (optional: readonly OptionalAccountColumn[]): typeof ACCOUNT_COLUMNS => ({
  ...ACCOUNT_COLUMNS,
  ...Object.fromEntries(optional.map((name) => [name, OPTIONAL_ACCOUNT_COLUMNS[name]])),
});

/** The numeric columns of accounts, filled. */
export type AccountColumns = NumberColumns<typeof ACCOUNT_COLUMNS> &
  Partial<NumberColumns<typeof OPTIONAL_ACCOUNT_COLUMNS>>;

/** Numeric columns of the seat table; what each holds is documented at `SeatTable`. */
export const SEAT_COLUMNS = {
  account: Uint32Array,
  licenceType: Uint16Array,
  assignedOn: Int32Array,
  activatedOn: Int32Array,
  retiredOn: Int32Array,
  inheritedFrom: Uint32Array,
  sourceRow: Uint32Array,
} as const satisfies ColumnLayout & Partial<Record<keyof SeatTable, NumberArray>>;

/** Text columns of the account table, in their order in the format. */
export const ACCOUNT_TEXTS = [
  'accountId',
  'displayName',
  'email',
  'userName',
  'userPrincipalName',
  'employeeNumber',
] as const satisfies readonly (keyof AccountTable)[];
export type AccountText = (typeof ACCOUNT_TEXTS)[number];

/** The columns of a layout with room for `capacity` rows; rows of `previous` are carried over. */
export function allocateColumns<Layout extends ColumnLayout>(
  layout: Layout,
  capacity: number,
  previous?: NumberColumns<Layout>,
): NumberColumns<Layout> {
  const columns: Record<string, Numbers> = {};
  for (const [name, NumberArray] of Object.entries(layout)) {
    const column = new NumberArray(capacity);
    if (previous) column.set(previous[name] as Numbers);
    columns[name] = column;
  }
  return columns as NumberColumns<Layout>;
}

/** The first `count` rows of every column, without copying. */
export function trimColumns<Layout extends ColumnLayout>(
  columns: NumberColumns<Layout>,
  count: number,
): NumberColumns<Layout> {
  const trimmed: Record<string, Numbers> = {};
  for (const [name, column] of Object.entries<Numbers>(columns)) trimmed[name] = column.subarray(0, count);
  return trimmed as NumberColumns<Layout>;
}

/** Every column in a new order of rows: new row i is old row `order[i]`. */
export function reorderColumns<Layout extends ColumnLayout>(
  columns: NumberColumns<Layout>,
  order: Uint32Array,
): NumberColumns<Layout> {
  const reordered: Record<string, Numbers> = {};
  for (const [name, column] of Object.entries<Numbers>(columns)) {
    const target = column.slice(0, order.length);
    for (let row = 0; row < order.length; row += 1) target[row] = column[order[row]!]!;
    reordered[name] = target;
  }
  return reordered as NumberColumns<Layout>;
}
