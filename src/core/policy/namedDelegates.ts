import type { RowIndex } from '../base/brand.ts';
import { canonicalId } from '../ingest/canonicalId.ts';
import { namesIn, readHoldings } from '../ingest/furtherText.ts';
import { ACCOUNT_STATUSES } from '../inventory/enumerations.ts';
import { NO_TEXT, type AccountTable, type Snapshot } from '../inventory/snapshot.ts';
import type { TextColumn } from '../inventory/textColumn.ts';

const CLOSED = ACCOUNT_STATUSES.indexOf('deactivated');

/** `Ada Quill <ada@example.com>`: the address by itself. */
const ADDRESS_IN = /<([^<>]+)>/;

/** Canonical forms of what a cell of delegates names, and of the cell as a whole; none for a count or a yes. */
function keysOf(text: string): readonly string[] {
  if ((readHoldings(text)?.names.length ?? 0) === 0) return [];
  const names = [text, ...namesIn(text)].flatMap((name) => [name, ADDRESS_IN.exec(name)?.[1] ?? '']);
  return [...new Set(names.map((name) => canonicalId(name)).filter((name) => name !== ''))];
}

/** Columns that name one account each; a display name names one only where no other account has it. */
const keyColumnsOf = (accounts: AccountTable): readonly TextColumn[] =>
  [accounts.accountId, accounts.userName, accounts.email, accounts.userPrincipalName].filter(
    (column) => column !== undefined,
  );

/** Whether an account says whom it lets act for it, and is open. */
const nameDelegates = ({ delegates, status }: AccountTable, account: number): boolean =>
  delegates[account] !== NO_TEXT && status[account] !== CLOSED;

/** An account that names delegates, or that several do. */
const SEVERAL = -1;

/**
 * Rows, ascending, of the accounts that another open account of the list names among its delegates: by account id, user
 * name, e-mail address, principal name, or a display name that no other account has. Reads the names of the list only
 * where there are delegates at all. Source: the ten safety checks, 3.
 */
export function findNamedDelegates({ accounts, strings }: Snapshot): readonly number[] {
  const keysByCode = new Map<number, readonly string[]>();
  const namedBy = new Map<string, number>();
  for (let account = 0; account < accounts.count; account += 1) {
    if (!nameDelegates(accounts, account)) continue;
    const code = accounts.delegates[account]!;
    let keys = keysByCode.get(code);
    if (!keys) keysByCode.set(code, (keys = keysOf(strings[code]!)));
    for (const key of keys) namedBy.set(key, namedBy.has(key) ? SEVERAL : account);
  }
  if (namedBy.size === 0) return [];

  const named = new Set<number>();
  const isNamedFrom = (key: string, row: number): boolean => {
    const by = namedBy.get(key);
    return by !== undefined && by !== row;
  };
  const eachText = (column: TextColumn, take: (key: string, row: number) => void): void => {
    for (let row = 0; row < column.length; row += 1) {
      const text = column.at(row as RowIndex);
      if (text !== '') take(canonicalId(text), row);
    }
  };
  for (const column of keyColumnsOf(accounts)) {
    eachText(column, (key, row) => {
      if (isNamedFrom(key, row)) named.add(row);
    });
  }
  const rowsOfName = new Map<string, number>();
  if (accounts.displayName) {
    eachText(accounts.displayName, (key, row) => {
      if (namedBy.has(key)) rowsOfName.set(key, rowsOfName.has(key) ? SEVERAL : row);
    });
  }
  for (const [key, row] of rowsOfName) if (row !== SEVERAL && isNamedFrom(key, row)) named.add(row);
  return [...named].toSorted((left, right) => left - right);
}

/** The first open account that names an account of {@link findNamedDelegates}; `undefined` for other accounts. */
export function findDelegator({ accounts, strings }: Snapshot, named: number): number | undefined {
  const columns = [...keyColumnsOf(accounts), ...(accounts.displayName ? [accounts.displayName] : [])];
  const own = new Set(columns.map((column) => canonicalId(column.at(named as RowIndex))));
  const namesIt = new Map<number, boolean>();
  for (let account = 0; account < accounts.count; account += 1) {
    if (account === named || !nameDelegates(accounts, account)) continue;
    const code = accounts.delegates[account]!;
    let names = namesIt.get(code);
    if (names === undefined) namesIt.set(code, (names = keysOf(strings[code]!).some((key) => own.has(key))));
    if (names) return account;
  }
  return undefined;
}
