import { cellText } from './cellText.ts';
import type { ColumnPlan, ImportPlan } from './importPlan.ts';
import type { UserRow } from './userRow.ts';

const ADDRESS_MEANINGS = ['userPrincipalName', 'email'] as const;

/**
 * What names the account of a row without a key of its own, in the order in which a file without keys is keyed; `''`
 * where the row has no address either. Source: platforms, Adobe.
 */
export const addressOfRow = (row: Pick<UserRow, (typeof ADDRESS_MEANINGS)[number]>): string =>
  ADDRESS_MEANINGS.map((meaning) => row[meaning]).find((text) => text.includes('@')) ?? '';

/** Rows that have no key of their own and are named by their address. */
export function countKeyedByAddress(
  {
    columns,
    addressForKey,
  }: Pick<ImportPlan, 'addressForKey'> & {
    readonly columns: readonly Pick<ColumnPlan, 'meaning' | 'position'>[];
  },
  rows: readonly (readonly string[])[],
): number {
  const placeOf = (meaning: ColumnPlan['meaning']): number | undefined =>
    columns.find((column) => column.meaning === meaning)?.position;
  if (addressForKey !== true) return 0;
  const key = placeOf('accountId');
  const addresses = ADDRESS_MEANINGS.map(placeOf).filter((position) => position !== undefined);
  if (key === undefined || addresses.length === 0) return 0;
  const textAt = (cells: readonly string[], position: number): string => cellText(cells[position] ?? '');
  return rows.filter(
    (cells) =>
      textAt(cells, key) === '' && addresses.some((position) => textAt(cells, position).includes('@')),
  ).length;
}
