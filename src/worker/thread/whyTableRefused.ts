import { lacksCurrency, missingColumns } from '../../core/ingest/kinds/kindNeeds.ts';
import { schemaOf } from '../../core/ingest/kinds/kindSchemas.ts';
import type { TablePlan } from '../../core/ingest/kinds/tablePlan.ts';

/** Why a plan cannot be imported, as a sentence; `undefined` for one that can. */
export function whyTableRefused(plan: TablePlan): string | undefined {
  if (missingColumns(schemaOf(plan.kind), plan.columns).length > 0)
    return 'A column that this kind of file needs is not mapped.';
  return lacksCurrency(plan) ? 'No column names the currency of the prices. Say which it is.' : undefined;
}
