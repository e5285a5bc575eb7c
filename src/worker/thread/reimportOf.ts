import { currentImport } from '../../core/reclaim/currentImport.ts';
import type { LedgerValue, RecordedEntry } from '../../core/reclaim/ledgerEntry.ts';
import type { WorkspaceRecord } from '../../core/reclaim/workspaceRecord.ts';
import type { ReimportView } from '../snapshotView.ts';

type Body = Readonly<Record<string, LedgerValue>>;

/**
 * What the list in use has proven about the cases, told from the entries that were written when it was loaded;
 * `undefined` when it is the first of its system or nothing followed from it.
 */
export function reimportOf(
  record: WorkspaceRecord,
  entries: readonly RecordedEntry[],
): ReimportView | undefined {
  const current = currentImport(record);
  if (!current) return undefined;
  const { snapshot, system, asOf } = current;
  const since = record.imports
    .filter((other) => other.system === system && other.completeness === 'full' && other.asOf < asOf)
    .reduce<number | undefined>((latest, other) => Math.max(latest ?? other.asOf, other.asOf), undefined);
  if (since === undefined) return undefined;

  const counts = { provenFree: 0, goneOutside: 0, canceled: 0, cameBack: 0 };
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const { entry } = entries[index]!;
    if (entry.sequence === current.sequence) break;
    if (entry.kind === 'seatReactivated' && entry.body['snapshot'] === snapshot) counts.cameBack += 1;
    if (entry.kind !== 'caseMoved' || evidenceOf(entry.body) !== snapshot) continue;
    const { transition } = entry.body;
    if (transition === 21 || transition === 30) counts.provenFree += 1;
    else if (transition === 22) counts.goneOutside += 1;
    else if (transition === 23) counts.canceled += 1;
  }
  const isEmpty = Object.values(counts).every((count) => count === 0);
  return isEmpty ? undefined : { since: since as ReimportView['since'], ...counts };
}

/** The snapshot whose evidence moved a case. */
function evidenceOf(body: Body): LedgerValue | undefined {
  const effects = fieldsOf(body['effects']);
  return fieldsOf(effects?.['evidence'])?.['snapshot'];
}

const fieldsOf = (value: LedgerValue | undefined): Body | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : undefined;
