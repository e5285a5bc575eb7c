import { distinctSources } from '../../core/inventory/distinctSources.ts';
import type { DescribedData } from '../../core/policy/describePolicy.ts';
import { signInAsActionTypes } from '../../core/policy/surveyUsage.ts';
import type { Evaluated } from './evaluated.ts';

/** What the definition in words says beside the policy: the data at hand. Screen and brief use the same. */
export const describedData = ({
  snapshot,
  context,
}: Pick<Evaluated, 'snapshot' | 'context'>): DescribedData => ({
  asOf: snapshot.asOf,
  columns: distinctSources(snapshot.evidence),
  signInAsAction: signInAsActionTypes(snapshot, context.usage),
});
