interface PlannedColumn {
  readonly position: number;
}

interface PlannedSurvey<Column extends PlannedColumn> {
  readonly plan: { readonly columns: readonly Column[] };
  readonly columns: readonly { readonly position: number; readonly proposal: Column }[];
}

/** The columns of a plan with one of them changed. */
export const columnsWith = <Column extends PlannedColumn>(
  columns: readonly Column[],
  position: number,
  change: Partial<Column>,
): readonly Column[] =>
  columns.map((column) => (column.position === position ? { ...column, ...change } : column));

/** A survey as it is shown at once under a changed plan; the readings beside it follow with the next survey. */
export const surveyUnderPlan = <Column extends PlannedColumn, Survey extends PlannedSurvey<Column>>(
  survey: Survey,
  plan: Survey['plan'],
): Survey => ({
  ...survey,
  plan,
  columns: survey.columns.map((column) => ({
    ...column,
    proposal: plan.columns.find(({ position }) => position === column.position) ?? column.proposal,
  })),
});
