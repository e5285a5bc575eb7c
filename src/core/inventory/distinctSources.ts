import type { EvidenceColumn } from './snapshot.ts';

/**
 * Evidence columns with one of each name: an event type that several files or both levels have is one source for the
 * policy, which classes sources by name.
 */
export function distinctSources<Column extends Pick<EvidenceColumn, 'header'>>(
  columns: readonly Column[],
): readonly Column[] {
  const names = new Set<string>();
  return columns.filter(({ header }) => {
    if (names.has(header)) return false;
    names.add(header);
    return true;
  });
}
