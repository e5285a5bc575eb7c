import type { EvidenceClass } from '../../core/ingest/signalKind.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { WorkspaceView } from '../../worker/workspaceView.ts';

type EvidenceColumnView = WorkspaceView['evidenceColumns'][number];

/** Class of an evidence column under a draft: the chosen one, else the proposed one. */
export function classOfColumn(draft: Policy, column: EvidenceColumnView): EvidenceClass {
  return (
    draft.evidenceRules.find((rule) => rule.source === column.header)?.evidenceClass ?? column.proposedClass
  );
}

/** The draft with another class for one column. */
export function withClass(
  draft: Policy,
  source: string,
  evidenceClass: EvidenceClass,
): Policy['evidenceRules'] {
  return [...draft.evidenceRules.filter((rule) => rule.source !== source), { source, evidenceClass }];
}

/**
 * Actions that count as work but that no loaded file records, when nothing that is loaded can stand in for them.
 * Empty when the rule can be answered.
 */
export function missingActions(draft: Policy, columns: readonly EvidenceColumnView[]): readonly string[] {
  if (draft.signInCountsAsWork || columns.some((column) => classOfColumn(draft, column) === 'meaningful'))
    return [];
  const loaded = new Set(columns.map((column) => column.header));
  return draft.evidenceRules
    .filter((rule) => rule.evidenceClass === 'meaningful' && !loaded.has(rule.source))
    .map((rule) => rule.source);
}
