import type { ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { FileSurvey } from '../../core/ingest/fileSurvey.ts';
import { systemCardOf } from '../../core/ingest/systems.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import { lacksLicenceType } from '../../state/fixedLicenceType.ts';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { ComboField } from '../shared/TextField.tsx';
import { columnName } from './loadWords.ts';

export interface LicenceCardProps {
  readonly survey: FileSurvey;
  /** Licence types of the contract and of earlier lists. */
  readonly licenceTypes: readonly string[];
  readonly onType: (licenceType: string | undefined) => void;
  /** Leaves out the column at this place, so that one licence type can be typed for every row. */
  readonly onLeaveOut: (position: number) => void;
}

/** The one licence type that is known, else a name after the system, to be changed to that of the order form. */
function recommendedType(licenceTypes: readonly string[], systemId: string): string {
  const [only] = licenceTypes;
  if (only !== undefined && licenceTypes.length === 1) return only;
  const system = systemCardOf(systemId);
  return system.id === 'other' ? 'User' : `${system.name} user`;
}

/** Asks which licence the seats have where no column names it, or where the column that does is mostly empty. */
export function LicenceCard({ survey, licenceTypes, onType, onLeaveOut }: LicenceCardProps): ReactNode {
  const { plan, columns } = survey;
  if (plan.columns.some(({ meaning }) => meaning === 'licenceType')) {
    return <MostlyEmpty survey={survey} onLeaveOut={onLeaveOut} />;
  }
  const isOpen = lacksLicenceType(plan);
  const recommended = recommendedType(licenceTypes, plan.system);
  return (
    <Card
      title="What licence do these seats have?"
      tone={isOpen ? 'attention' : 'plain'}
      aside={isOpen ? '1 open' : 'Answered'}
    >
      <div className="stack-tight">
        <p>
          No column of this list is read as the licence type, so each account is to hold one seat of the type
          you name here. If one of the {formatCount(columns.length)} columns does say it, choose the meaning
          Licence type for it below.
        </p>
        <ComboField
          label="Licence type of every row"
          hint="Type it as it stands in the order form."
          value={plan.fixedLicenceType ?? ''}
          suggestions={licenceTypes}
          onChange={(text) => onType(text === '' ? undefined : text)}
        />
        {isOpen ? (
          <div className="button-row">
            <Button onClick={() => onType(recommended)}>
              Use “{visibleText(recommended)}” (recommended)
            </Button>
          </div>
        ) : null}
      </div>
    </Card>
  );
}

/** Told where more cells of the licence columns are empty than filled: an account without a licence type is no seat. */
function MostlyEmpty({ survey, onLeaveOut }: Pick<LicenceCardProps, 'survey' | 'onLeaveOut'>): ReactNode {
  const named = survey.columns.filter(({ proposal }) => proposal.meaning === 'licenceType');
  const [only] = named;
  if (only === undefined || named.length > 1 || only.empty <= only.filled) return null;
  const name = columnName(only.position, survey.columns);
  const rows = only.empty + only.filled;
  return (
    <Card title="What licence do these seats have?" tone="attention">
      <div className="stack-tight">
        <p>
          <em>{name}</em> is empty in {formatCount(only.empty)} of {formatCount(rows)} rows
          {survey.wholeFile ? '' : ' looked at'}. Accounts without a licence type hold no seat and are in no
          figure. That is right where your tool leaves the cell empty for people without a licence
          (recommended: leave it so). If every row is a paid seat, name one licence type for all of them.
        </p>
        <div className="button-row">
          <Button onClick={() => onLeaveOut(only.position)}>Name one licence type for every row</Button>
        </div>
      </div>
    </Card>
  );
}
