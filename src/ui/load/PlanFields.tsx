import type { ReactNode } from 'react';
import type { FileSurvey } from '../../core/ingest/fileSurvey.ts';
import type { ImportPlan } from '../../core/ingest/importPlan.ts';
import { Card } from '../shared/Card.tsx';
import { DayField } from '../shared/DayField.tsx';
import { NumberField } from '../shared/NumberField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { optionsOf } from '../shared/optionsOf.ts';
import { FileDayFields } from './FileDayFields.tsx';
import { ROW_NAMES } from './meaningNames.ts';

export interface PlanFieldsProps {
  readonly survey: FileSurvey;
  readonly onPlan: (change: Partial<ImportPlan>) => void;
}

const LONGEST_LAG = 60;
const SEPARATORS = [
  { value: '', name: 'One licence type a cell' },
  { value: ',', name: 'Comma' },
  { value: ';', name: 'Semicolon' },
  { value: '+', name: 'Plus sign' },
  { value: '|', name: 'Vertical bar' },
  { value: '\n', name: 'Line break' },
] as const;

/** What holds for the whole file: its day, its zone, what one row is. */
export function PlanFields({ survey, onPlan }: PlanFieldsProps): ReactNode {
  const { plan } = survey;
  const hasLicenceColumn = plan.columns.some(({ meaning }) => meaning === 'licenceType');
  return (
    <Card title="The file as a whole">
      <div className="field-row">
        <FileDayFields plan={plan} asOfFrom={survey.asOfFrom} onPlan={onPlan} />
        <NumberField
          label="Lag (days)"
          hint="How many days the dates of this list may be behind what really happened; 2 is usual. A seat that close to its window gets a warning."
          value={plan.lagDays}
          min={0}
          max={LONGEST_LAG}
          onChange={(lagDays) => {
            if (lagDays !== undefined && Number.isInteger(lagDays) && lagDays >= 0) onPlan({ lagDays });
          }}
        />
        <DayField
          label="History starts on"
          optional
          hint="Only for logs; leave it empty for a last-activity column."
          value={plan.historyStart}
          onChange={(historyStart) => onPlan({ historyStart })}
        />
        <SelectField
          label="One row is"
          value={plan.rowIs}
          options={optionsOf(ROW_NAMES)}
          onChange={(rowIs) => onPlan({ rowIs })}
        />
        {hasLicenceColumn ? (
          <SelectField
            label="Licence separator"
            value={plan.licenceSeparator ?? ''}
            options={SEPARATORS}
            onChange={(separator) => onPlan({ licenceSeparator: separator === '' ? undefined : separator })}
          />
        ) : null}
      </div>
    </Card>
  );
}
