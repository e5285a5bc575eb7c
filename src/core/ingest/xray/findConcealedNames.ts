import { readHeaderKey } from '../headerKey.ts';
import type { Meaning } from '../meaning.ts';
import type { XrayQuestion } from '../xrayQuestion.ts';
import { placesWhere, rowsAt, type ReadColumn } from './readColumn.ts';

const CONCEALED = /^[0-9a-f]{32}$/i;
const NAMES: ReadonlySet<Meaning> = new Set<Meaning>([
  'displayName',
  'userPrincipalName',
  'email',
  'userName',
]);

/** Whether a column names people. A key does only when its header says so: system ids have 32 characters of their own. */
const namesPeople = ({ column }: ReadColumn): boolean =>
  NAMES.has(column.meaning) ||
  (column.meaning === 'accountId' && /name|mail|upn/.test(readHeaderKey(column.header).key));

/**
 * Names that a setting of the platform replaced by 32 hexadecimal characters: at least nine in ten of a column that
 * names people. Source of the rule: LOAD-28.
 */
export function findConcealedNames(read: ReadColumn): XrayQuestion | undefined {
  if (!namesPeople(read)) return undefined;
  const filled = placesWhere(read, (_, cell) => cell !== '' && cell !== 'NULL');
  const concealed = filled.filter((place) => CONCEALED.test(read.cells[place]!));
  if (concealed.length === 0 || concealed.length * 10 < filled.length * 9) return undefined;
  return {
    kind: 'concealedNames',
    position: read.column.position,
    count: concealed.length,
    rows: rowsAt(read, concealed),
    answers: ['countOnly', 'replaceFile'],
    recommended: 'countOnly',
  };
}
