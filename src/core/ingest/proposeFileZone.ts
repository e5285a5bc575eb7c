import { readHeaderKey } from './headerKey.ts';

/** Rows that are looked at. */
const LOOK_AT = 500;

const SYSTEM_ID = /^[0-9a-f]{32}$/i;
const RAW_STAMP = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;

/** Yes-and-no fields of the user table: `1` and `0` in a raw dump, `true` and `false` in an export as displayed. */
const FLAG_FIELDS = new Set([
  'active',
  'vip',
  'lockedout',
  'passwordneedsreset',
  'webserviceaccessonly',
  'internalintegrationuser',
  'enablemultifactorauthn',
]);

const isFlagNumber = (cell: string): boolean => cell === '0' || cell === '1';

/**
 * Whether rows were taken from the table itself and not exported as displayed: system ids, time stamps in the system
 * form, and empty cells as the word NULL or flags as numbers. Source: platforms, ServiceNow.
 */
export function isRawDump(header: readonly string[], rows: readonly (readonly string[])[]): boolean {
  const keys = header.map((name) => readHeaderKey(name).key);
  const idAt = keys.indexOf('sysid');
  if (idAt === -1) return false;
  const flagsAt = keys.flatMap((key, position) => (FLAG_FIELDS.has(key) ? [position] : []));
  const seen = rows.slice(0, LOOK_AT);
  const cellAt = (cells: readonly string[], position: number): string => (cells[position] ?? '').trim();
  const hasIds = seen.some((cells) => SYSTEM_ID.test(cellAt(cells, idAt)));
  const hasStamps = seen.some((cells) => cells.some((cell) => RAW_STAMP.test(cell.trim())));
  if (!hasIds || !hasStamps) return false;
  const flags = seen.flatMap((cells) => flagsAt.map((position) => cellAt(cells, position)));
  const filledFlags = flags.filter((cell) => cell !== '' && cell !== 'NULL');
  if (filledFlags.length > 0) return filledFlags.every(isFlagNumber);
  return seen.some((cells) => cells.some((cell) => cell.trim() === 'NULL'));
}

/**
 * Zone in which time stamps of a file without one are meant: the platform's own, UTC for a raw dump, else the zone of
 * the client, since an export is written as its exporting user sees it. A header that names its zone goes before.
 * Source: zone not stated.
 */
export function proposeFileZone(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  platformZone: string | undefined,
  workspaceZone: string,
): string {
  if (platformZone !== undefined) return platformZone;
  return isRawDump(header, rows) ? 'UTC' : workspaceZone;
}
