import type { ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { CompletenessQuestion } from '../../state/loadFacts.ts';
import { Card } from '../shared/Card.tsx';
import { RadioGroup } from '../shared/RadioGroup.tsx';
import { visibleText } from '../../core/ingest/visibleText.ts';

export interface CompletenessCardProps {
  readonly question: CompletenessQuestion;
  readonly answer: 'full' | 'filtered' | undefined;
  readonly onAnswer: (answer: 'full' | 'filtered') => void;
}

const MOST_LISTED = 8;

/** Names from the files, the rest counted. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_LISTED).map((name) => visibleText(name));
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${formatCount(more)} more` : shown.join(', ');
}

/** Asked when a list looks incomplete beside the last one. */
export function CompletenessCard({ question, answer, onAnswer }: CompletenessCardProps): ReactNode {
  const {
    previousAccounts,
    accounts,
    missingLicenceTypes,
    missingUnits = [],
    otherSystem,
    fewerRows,
  } = question;
  return (
    <Card tone={answer === undefined ? 'attention' : 'plain'}>
      <div className="stack-tight">
        <p>
          Your last list had {formatCount(previousAccounts)} accounts, this one has {formatCount(accounts)}.{' '}
          {fewerRows
            ? `It has ${formatCount(fewerRows.rows)} rows, the last one had ${formatCount(fewerRows.previous)}. `
            : ''}
          {missingLicenceTypes.length > 0 ? `Missing altogether: ${listed(missingLicenceTypes)}. ` : ''}
          {missingUnits.length > 0 ? `Units that are missing: ${listed(missingUnits)}. ` : ''}
          {otherSystem
            ? 'It comes from another system, so it will stand beside the list in use and be in no figure. '
            : ''}
          Is this a filtered list? If yes, we will not close any case because of it.
        </p>
        <RadioGroup
          label="Is this list complete?"
          value={answer}
          options={[
            { value: 'full', name: 'Full export' },
            { value: 'filtered', name: 'Filtered list' },
          ]}
          onChange={onAnswer}
        />
      </div>
    </Card>
  );
}
