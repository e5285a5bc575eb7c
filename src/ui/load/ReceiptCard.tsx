import type { ReactNode } from 'react';
import { formatDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { Receipt } from '../../worker/loadView.ts';
import { Button } from '../shared/Button.tsx';
import { InlineNote } from '../shared/InlineNote.tsx';
import { recordedAnswersOf } from '../../core/ingest/givenAnswer.ts';
import { askFinding } from '../../core/ingest/xray/askFinding.ts';
import { AnswerList } from './AnswerList.tsx';
import { ReceiptPlace } from './ReceiptPlace.tsx';
import { visibleText } from '../../core/ingest/visibleText.ts';
import { wordMatchedCounts } from './peopleWords.ts';
import { usePeople } from './usePeople.ts';
import { ReceiptFrame } from './ReceiptFrame.tsx';
import { ReceiptParts } from './ReceiptParts.tsx';
import { wordFinding, wordReceipt } from './loadWords.ts';

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

/** The receipt of a users list. */
export function ReceiptCard({
  receipt,
  repeated,
  onRejected,
  onAnswerOtherwise,
  goOnTo,
  onGoOn,
}: ReceiptCardProps): ReactNode {
  const answers = recordedAnswersOf(receipt.plan);
  const asksAgain =
    answers.length > 0 ||
    receipt.findings.some((finding) => finding.kind === 'unanswered' || askFinding(finding));
  const people = usePeople().value;
  const matched = people?.snapshot === receipt.snapshot ? wordMatchedCounts(people) : '';
  return (
    <ReceiptFrame
      receipt={receipt}
      aside={`${visibleText(receipt.source.name)}, as of ${formatDay(receipt.asOf)}`}
      repeated={repeated}
      sentence={wordReceipt(receipt, matched)}
      findings={receipt.findings.map((finding) => wordFinding(finding, receipt.source.system))}
      onRejected={onRejected}
      answers={answers.length > 0 ? <AnswerList answers={answers} /> : null}
      buttons={
        <>
          {onAnswerOtherwise && asksAgain ? (
            <Button onClick={onAnswerOtherwise}>Answer otherwise</Button>
          ) : null}
          <Button onClick={onGoOn}>Go on to {goOnTo}</Button>
        </>
      }
    >
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
    </ReceiptFrame>
  );
}
