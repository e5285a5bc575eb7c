import type { ReactNode } from 'react';
import { formatDay } from '../../core/base/formatDay.ts';
import { recordedAnswersOf } from '../../core/ingest/givenAnswer.ts';
import { FILE_KIND_NAMES } from '../../core/ingest/kinds/fileKind.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import type { FileReceipt } from '../../worker/tableView.ts';
import { AnswerList } from './AnswerList.tsx';
import { KIND_USES, wordFileReceipt, wordTableFinding } from './kindWords.ts';
import { wordMatchedCounts } from './peopleWords.ts';
import { ReceiptFrame } from './ReceiptFrame.tsx';
import { ReceiptParts } from './ReceiptParts.tsx';
import { usePeople } from './usePeople.ts';

export interface TableReceiptCardProps {
  readonly receipt: FileReceipt;
  readonly repeated: boolean;
  readonly onRejected: () => void;
}

/** The receipt of a file of any kind but users. */
export function TableReceiptCard({ receipt, repeated, onRejected }: TableReceiptCardProps): ReactNode {
  const answers = receipt.plan ? recordedAnswersOf(receipt.plan) : [];
  const people = usePeople().value;
  const matched = people?.roster.file === receipt.file ? wordMatchedCounts(people) : '';
  return (
    <ReceiptFrame
      receipt={receipt}
      aside={`${FILE_KIND_NAMES[receipt.kind]}, ${visibleText(receipt.source.name)}, as of ${formatDay(receipt.asOf)}`}
      repeated={repeated}
      sentence={wordFileReceipt(receipt, matched)}
      findings={receipt.findings.map((finding) => wordTableFinding(finding, receipt.plan?.system ?? 'other'))}
      onRejected={onRejected}
      answers={answers.length > 0 ? <AnswerList answers={answers} /> : null}
    >
      <ReceiptParts source={receipt.source} />
      <p className="soft">{KIND_USES[receipt.kind]}</p>
    </ReceiptFrame>
  );
}
