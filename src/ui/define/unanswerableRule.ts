import { classOfColumn } from '../../core/policy/evidenceClass.ts';
import type { EvidenceClass } from '../../core/ingest/signalKind.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { WorkspaceView } from '../../worker/workspaceView.ts';

/** The draft's rules with another class for one column. */
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
export function missingActions(draft: Policy, columns: WorkspaceView['evidenceColumns']): readonly string[] {
  if (draft.signInCountsAsWork || columns.some((column) => classOfColumn(draft, column) === 'meaningful'))
    return [];
  const loaded = new Set(columns.map((column) => column.header));
  return draft.evidenceRules
    .filter((rule) => rule.evidenceClass === 'meaningful' && !loaded.has(rule.source))
    .map((rule) => rule.source);
}
