import type { ReactNode } from 'react';
import type { CurrencyCode } from '../../core/base/minorUnits.ts';
import type { TableSurvey } from '../../core/ingest/kinds/surveyTable.ts';
import { namesEvents } from '../../core/ingest/kinds/logSignal.ts';
import type { FileFacts, TablePlan } from '../../core/ingest/kinds/tablePlan.ts';
import { Card } from '../shared/Card.tsx';
import { RadioGroup } from '../shared/RadioGroup.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { FileDayFields } from './FileDayFields.tsx';
import { LogFields } from './LogFields.tsx';

export interface TableFieldsProps {
  readonly survey: TableSurvey;
  readonly onPlan: (change: Partial<TablePlan>) => void;
}

const SOURCES = [
  { value: '', name: 'Not said' },
  { value: 'hr', name: 'HR' },
  { value: 'identity', name: 'Identity provider' },
  { value: 'other', name: 'Other' },
] as const;

/** What holds for the whole file: its day, its zone, and what its kind must be told. */
export function TableFields({ survey, onPlan }: TableFieldsProps): ReactNode {
  const { plan } = survey;
  const { facts } = plan;
  const changeFacts = (change: Partial<FileFacts>): void => onPlan({ facts: { ...facts, ...change } });
  const asksCurrency = survey.lacksCurrency || facts.currency !== undefined;
  return (
    <Card title="The file as a whole">
      <div className="field-row">
        <FileDayFields plan={plan} asOfFrom={survey.asOfFrom} onPlan={onPlan} />
        {plan.kind === 'roster' ? (
          <SelectField
            label="Source of the roster"
            value={facts.rosterSource ?? ''}
            options={SOURCES}
            onChange={(source) => changeFacts({ rosterSource: source === '' ? undefined : source })}
          />
        ) : null}
        {plan.kind === 'activity' ? (
          <LogFields facts={facts} namesEvents={namesEvents(plan)} onFacts={changeFacts} />
        ) : null}
        {asksCurrency ? (
          <TextField
            label="Currency of every price"
            hint="No column names it. Three letters, such as GBP."
            value={facts.currency ?? ''}
            onChange={(text) => {
              const code = text.trim().toUpperCase();
              changeFacts({ currency: code === '' ? undefined : (code as CurrencyCode) });
            }}
          />
        ) : null}
      </div>
      {plan.kind === 'roster' ? (
        <RadioGroup
          label="Is this list complete?"
          hint="Only a complete roster can show that somebody is missing."
          value={facts.completeness}
          options={[
            { value: 'full', name: 'Full export' },
            { value: 'partial', name: 'Filtered list' },
          ]}
          onChange={(completeness) => changeFacts({ completeness })}
        />
      ) : null}
    </Card>
  );
}
