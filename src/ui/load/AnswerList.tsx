import type { ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { RecordedAnswer } from '../../core/ingest/givenAnswer.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import { answerName, QUESTION_TOPICS } from '../../core/ingest/xray/wordAnswer.ts';

/** Shown at once; more are folded away. */
const FEW = 3;

/** What was answered about a file, as kept with its snapshot and in the ledger. */
export function AnswerList({ answers }: { readonly answers: readonly RecordedAnswer[] }): ReactNode {
  return (
    <details className="load-answers" open={answers.length <= FEW}>
      <summary>
        {answers.length === 1 ? '1 question answered' : `${formatCount(answers.length)} questions answered`}
      </summary>
      <dl>
        {answers.map(({ column, kind, answer }) => (
          <div key={`${column}-${kind}`}>
            <dt>
              <bdi className="quoted">{visibleText(column)}</bdi>,{' '}
              <span className="soft">{QUESTION_TOPICS[kind]}</span>
            </dt>
            <dd>{answerName({ kind, answer })}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
