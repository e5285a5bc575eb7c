import type { TableQuestion } from '../../core/ingest/kinds/surveyTable.ts';
import type { TablePlan } from '../../core/ingest/kinds/tablePlan.ts';
import type { ShownQuestion } from '../loadView.ts';

/** The questions that were neither shown nor answered yet; none where `shown` says that nobody would be asked. */
export const lateTableQuestions = (
  found: readonly TableQuestion[],
  { answers = [] }: Pick<TablePlan, 'answers'>,
  shown: readonly ShownQuestion[] | undefined,
): readonly TableQuestion[] => {
  if (shown === undefined) return [];
  const known = new Set([...shown, ...answers].map(nameOf));
  return found.filter((asked) => !known.has(nameOf(asked)));
};

const nameOf = ({ kind, position }: { readonly kind: string; readonly position: number }): string =>
  `${kind}-${position}`;
