import type { ReactNode } from 'react';
import type { EpochDay } from '../../core/base/epochDay.ts';
import { formatDay } from '../../core/base/formatDay.ts';
import { formatChange, formatCount } from '../../core/base/formatNumber.ts';
import { chooseLines } from '../../core/contract/chooseLines.ts';
import type { ContractLine } from '../../core/contract/contractLine.ts';
import { nextCommitmentFrom } from '../../core/contract/nextCommitmentFrom.ts';
import { CATEGORY_NAMES, FLAGGED_CATEGORIES, type Category } from '../../core/policy/category.ts';
import { flaggedLine } from '../../core/policy/flaggedLine.ts';
import { assignedOf, flaggedOf, type CategoryCounts } from '../../core/reconcile/seatSets.ts';
import type { Loaded } from '../../state/loaded.ts';
import type { PreviewAnswer } from '../../worker/reviewView.ts';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { CategoryMark } from '../shared/CategoryMark.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { NextCommitmentSentence } from '../shared/NextCommitmentSentence.tsx';
import { NumberLink } from '../shared/NumberLink.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';
import { flaggedMoney, printFlaggedAmount } from './flaggedMoney.ts';

const EVERY_TYPE = '';

interface FlaggedCardProps {
  readonly preview: Loaded<PreviewAnswer>;
  /** Seats by category of the preview. */
  readonly totals: CategoryCounts | undefined;
  readonly licenceTypes: readonly string[];
  readonly licenceType: string | undefined;
  readonly contractLines: readonly ContractLine[];
  readonly asOf: EpochDay;
  readonly onLicenceType: (licenceType: string | undefined) => void;
  /** Opens the rows of these categories in Review. */
  readonly onOpen: (categories: readonly Category[]) => void;
  readonly onContract: () => void;
}

/** Day from which a smaller commitment has its effect: the day after the earliest term in force. */
function firstEffect(
  lines: readonly ContractLine[],
  licenceType: string | undefined,
  asOf: EpochDay,
): EpochDay | undefined {
  const termEnd = chooseLines(lines, asOf)
    .entitlements.filter(
      (held) => held.terms.paidSeat && (licenceType === undefined || held.licenceType === licenceType),
    )
    .map(({ termEnd }) => termEnd)
    .toSorted((a, b) => a - b)[0];
  return termEnd === undefined ? undefined : nextCommitmentFrom(termEnd);
}

/** "+12 newly flagged, −3 no longer, since version 1". */
const changeWords = ({ added, removed, againstVersion }: NonNullable<PreviewAnswer['changes']>): string =>
  `${formatChange(added)} newly flagged, ${formatChange(-removed)} no longer, since version ${againstVersion}`;

/** The headline: flagged seats as a total and as their five lines, and their money at the next commitment. */
export function FlaggedCard(props: FlaggedCardProps): ReactNode {
  const {
    preview,
    totals,
    licenceTypes,
    licenceType,
    contractLines,
    asOf,
    onLicenceType,
    onOpen,
    onContract,
  } = props;
  const answer = preview.value;
  const from = firstEffect(contractLines, licenceType, asOf);
  const flagged = totals ? flaggedOf(totals) : 0;
  const money = answer ? flaggedMoney(answer.money) : [];
  return (
    <Card>
      <div className="card-head">
        <h2>Flagged seats</h2>
        <div className="card-aside define-filter">
          <SelectField
            label="Licence type"
            value={licenceType ?? EVERY_TYPE}
            options={[
              { value: EVERY_TYPE, name: 'All licence types' },
              ...licenceTypes.map((name) => ({ value: name, name })),
            ]}
            onChange={(chosen) => onLicenceType(chosen === EVERY_TYPE ? undefined : chosen)}
          />
        </div>
      </div>
      <FailureAlert failure={preview.failure} />
      <div className="headline" aria-busy={preview.loading}>
        <div className="stack-tight">
          {totals && answer ? (
            <div>
              <div className="number-big">
                <NumberLink count={flagged} label="flagged seats" onOpen={() => onOpen(FLAGGED_CATEGORIES)} />
              </div>
              <p className="soft">
                of {formatCount(assignedOf(totals))} assigned
                {answer.changes ? (
                  <>
                    {' · '}
                    {changeWords(answer.changes)}
                  </>
                ) : null}
              </p>
            </div>
          ) : null}
          <StatusLine label="Flagged seats">
            {totals && answer ? flaggedLine(totals, answer.atOtherPreset) : 'Counting seats.'}
          </StatusLine>
          <StatusLine label="Money at next commitment">
            {money.map((column) => (
              <p key={column.currency}>
                <span className="number-middle">
                  {column.total === undefined ? '' : `${column.currency}\u00a0`}
                  {printFlaggedAmount(column.total, column)}
                </span>{' '}
                <span className="soft">
                  a year at the next commitment
                  {from === undefined ? '' : `, from ${formatDay(from)}`}
                  {column.partly && column.total !== undefined ? '; seats without a price are not in it' : ''}
                </span>
              </p>
            ))}
            {answer && money.length === 0
              ? 'Money is not known: no contract line has a price for these seats.'
              : null}
          </StatusLine>
          {answer && money.length === 0 ? <Button onClick={onContract}>Add a contract line</Button> : null}
        </div>
        <DataTable
          caption="Flagged"
          columns={[
            { header: 'Category', cell: (category) => <CategoryMark category={category} /> },
            {
              header: 'Seats',
              align: 'end',
              cell: (category) =>
                totals ? (
                  <NumberLink
                    count={totals[category]}
                    label={`${CATEGORY_NAMES[category]} seats, flagged`}
                    onOpen={() => onOpen([category])}
                  />
                ) : (
                  '…'
                ),
            },
            ...money.map((column) => ({
              header: `${column.currency} a year`,
              align: 'end' as const,
              cell: (category: (typeof FLAGGED_CATEGORIES)[number]) =>
                printFlaggedAmount(column.byCategory[category], column),
            })),
          ]}
          rows={FLAGGED_CATEGORIES}
          rowKey={(category) => category}
          footer={
            <tr>
              <th scope="row">Flagged</th>
              <td className="cell-end">{totals ? formatCount(flagged) : '…'}</td>
              {money.map((column) => (
                <td key={column.currency} className="cell-end">
                  {printFlaggedAmount(column.total, column)}
                </td>
              ))}
            </tr>
          }
        />
      </div>
      <div className="headline-foot">
        <NextCommitmentSentence from={from} />
      </div>
    </Card>
  );
}
