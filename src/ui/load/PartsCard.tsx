import type { ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { FileSurvey, PartSurvey } from '../../core/ingest/fileSurvey.ts';
import type { ImportPlan } from '../../core/ingest/importPlan.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import { Card } from '../shared/Card.tsx';
import { ComboField } from '../shared/TextField.tsx';
import './queue.css';

export interface PartsCardProps {
  readonly survey: FileSurvey;
  readonly parts: readonly PartSurvey[];
  readonly licenceTypes: readonly string[];
  readonly onPlan: (change: Partial<ImportPlan>) => void;
}

/** The files that are read as one list; where no column names the licence type, that of each file. */
export function PartsCard({ survey: { plan }, parts, licenceTypes, onPlan }: PartsCardProps): ReactNode {
  const asksType = !plan.columns.some(({ meaning }) => meaning === 'licenceType');
  const setType = (part: number, text: string): void =>
    onPlan({
      appended: (plan.appended ?? []).map((own, index) =>
        index === part - 1 ? { ...own, fixedLicenceType: text === '' ? undefined : text } : own,
      ),
    });
  return (
    <Card title={`${formatCount(parts.length)} files as one list`}>
      <div className="stack-tight">
        <PartList parts={parts} />
        <p className="soft">
          All are read with the columns below. Row numbers go on from file to file here; the receipt and every
          cell shown later name the file and the row in it. A row that occurs twice is stored once and counted
          as a repeat.
        </p>
        {asksType ? (
          <div className="field-row">
            {parts.slice(1).map(({ name }, index) => (
              <ComboField
                key={index}
                label={`Licence type of every row of ${visibleText(name)}`}
                hint="Leave it empty where it is that of the first file."
                value={plan.appended?.[index]?.fixedLicenceType ?? ''}
                suggestions={licenceTypes}
                onChange={(text) => setType(index + 1, text)}
              />
            ))}
          </div>
        ) : null}
      </div>
    </Card>
  );
}

/** The files of a kind other than users that are read as one. */
export function TablePartsCard({ parts }: { readonly parts: readonly PartSurvey[] }): ReactNode {
  return (
    <Card title={`${formatCount(parts.length)} files as one`}>
      <div className="stack-tight">
        <PartList parts={parts} />
        <p className="soft">
          All are read with the columns below. Row numbers go on from file to file here; rejected rows name
          the file and the row in it. A row that occurs in more than one file is stored once and counted as a
          repeat.
        </p>
      </div>
    </Card>
  );
}

const PartList = ({ parts }: { readonly parts: readonly PartSurvey[] }): ReactNode => (
  <ol className="part-list">
    {parts.map(({ name, wholeFile, estimatedRows }, index) => (
      <li key={index}>
        <bdi className="quoted">{visibleText(name)}</bdi>: {wholeFile ? '' : 'about '}
        {formatCount(estimatedRows)} rows
      </li>
    ))}
  </ol>
);
