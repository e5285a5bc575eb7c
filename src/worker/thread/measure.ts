import { succeed } from '../../core/base/result.ts';
import { currentImport } from '../../core/reclaim/currentImport.ts';
import type { Stamp } from '../protocol.ts';
import { findingsOf, isSameFinding, measuredFact, type Findings } from './measuredFact.ts';
import { recordFacts } from './recordFacts.ts';
import type { Workspace } from './session.ts';

/**
 * Puts on record what the last frozen version finds in the list in use after the files beside it have changed, unless
 * that is what it was last found to be, seat by seat: equal counts of other seats are another finding. A filtered list
 * is not measured, nor is one of which the same was found `before`. Source of the rule: *Order of facts*, DEFINE-14, BRIEF-13.
 */
export async function measure(workspace: Workspace, stamp: Stamp, before?: Findings): Promise<void> {
  const frozen = workspace.record.policies.at(-1);
  const current = currentImport(workspace.record);
  if (!frozen || current?.completeness !== 'full') return;
  const evaluated = await workspace.evaluated();
  if (!evaluated.ok || evaluated.value.version !== frozen.version) return;
  const { id } = evaluated.value.snapshot;
  const found = findingsOf(evaluated.value);
  if (before && isSameFinding(before, found)) return;
  await recordFacts(workspace, stamp, ({ measurements }) => {
    const last = measurements.findLast(
      ({ version, snapshot }) => version === frozen.version && snapshot === id,
    );
    return succeed(last && isSameFinding(last, found) ? [] : [measuredFact(evaluated.value, frozen.version)]);
  });
}

/** Puts on record what the last frozen version finds in a list that has come into use; once a version and list. */
export async function measureNew(workspace: Workspace, stamp: Stamp): Promise<void> {
  const { policies, measurements } = workspace.record;
  const frozen = policies.at(-1);
  const current = currentImport(workspace.record);
  const isMeasured = measurements.some(
    ({ version, snapshot }) => version === frozen?.version && snapshot === current?.snapshot,
  );
  if (!isMeasured) await measure(workspace, stamp);
}
