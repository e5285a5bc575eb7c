import type { ReactNode } from 'react';
import { formatDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { Receipt } from '../../worker/loadView.ts';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { InlineNote } from '../shared/InlineNote.tsx';
import { recordedAnswersOf } from '../../core/ingest/givenAnswer.ts';
import { askFinding } from '../../core/ingest/xray/askFinding.ts';
import { AnswerList } from './AnswerList.tsx';
import { ReceiptPlace } from './ReceiptPlace.tsx';
import { describeRowError } from '../../core/ingest/describeRowError.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import { wordMatchedCounts } from './peopleWords.ts';
import { usePeople } from './usePeople.ts';
import { ReceiptParts } from './ReceiptParts.tsx';
import { counted, wordFinding, wordLoadedAt, wordReceipt } from './loadWords.ts';

export interface ReceiptCardProps {
  readonly receipt: Receipt;
  readonly repeated: boolean;
  readonly onRejected: () => void;
  /** Shows the file again with its questions; `undefined` where the page no longer has the file. */
  readonly onAnswerOtherwise?: (() => void) | undefined;
  /** Name of the step that comes next. */
  readonly goOnTo: string;
  readonly onGoOn: () => void;
}

/** What was read, accepted and rejected; equals what is stored. */
export function ReceiptCard({
  receipt,
  repeated,
  onRejected,
  onAnswerOtherwise,
  goOnTo,
  onGoOn,
}: ReceiptCardProps): ReactNode {
  const answers = recordedAnswersOf(receipt.plan);
  const asksAgain = answers.length > 0 || receipt.findings.some((finding) => askFinding(finding));
  const people = usePeople().value;
  const matched = people?.snapshot === receipt.snapshot ? wordMatchedCounts(people) : '';
  const more = receipt.rows.rejected - receipt.errors.length;
  return (
    <Card
      as="region"
      title="Receipt"
      aside={`${visibleText(receipt.source.name)}, as of ${formatDay(receipt.asOf)}`}
    >
      <div className="stack-tight">
        {repeated ? (
          <p>
            <strong>
              You have already loaded this exact file ({wordLoadedAt(receipt.importedAt)}). Nothing was added.
            </strong>
          </p>
        ) : null}
        <p className="load-receipt-sentence">{wordReceipt(receipt, matched)}</p>
        <ReceiptPlace receipt={receipt} />
        <ReceiptParts source={receipt.source} />
        {receipt.completeness === 'filtered' ? (
          <InlineNote>This is a filtered list: it closes no case and removes no seat.</InlineNote>
        ) : null}
        {receipt.licenceTypes.length > 0 ? (
          <p className="soft">
            {receipt.licenceTypes
              .map(({ name, seats }) => `${visibleText(name)} ${formatCount(seats)}`)
              .join(' · ')}
          </p>
        ) : null}
        {receipt.findings.map((finding, index) => {
          const { sentence, attention } = wordFinding(finding, receipt.source.system);
          return (
            <InlineNote key={index} tone={attention ? 'attention' : 'plain'}>
              {sentence}
            </InlineNote>
          );
        })}
        {receipt.rows.rejected > 0 ? (
          <ul className="load-errors">
            {receipt.errors.map((error) => (
              <li key={`${error.row}-${error.column ?? ''}-${error.kind}`}>{describeRowError(error)}</li>
            ))}
            {more > 0 ? (
              <li className="soft">{counted(more, 'more row', 'more rows')} in the file of rejected rows.</li>
            ) : null}
          </ul>
        ) : null}
        {answers.length > 0 ? <AnswerList answers={answers} /> : null}
        <div className="button-row">
          {receipt.rows.rejected > 0 ? <Button onClick={onRejected}>Download rejected rows</Button> : null}
          {onAnswerOtherwise && asksAgain ? (
            <Button onClick={onAnswerOtherwise}>Answer otherwise</Button>
          ) : null}
          <Button onClick={onGoOn}>Go on to {goOnTo}</Button>
        </div>
      </div>
    </Card>
  );
}
