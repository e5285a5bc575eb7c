import { useEffect, useRef, type ReactNode } from 'react';
import type { EpochDay } from '../../core/base/epochDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import { QUESTION_TOPICS } from '../../core/ingest/xray/wordAnswer.ts';
import { isTakeable, questionKey, type AskedQuestion } from '../../state/askedQuestions.ts';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { questionContent, type Answer } from './questionContent.tsx';
import { QuestionItem } from './QuestionItem.tsx';

export interface QuestionCardProps {
  readonly questions: readonly AskedQuestion[];
  readonly nameOf: (position: number) => string;
  /** Day of the list. */
  readonly asOf: EpochDay;
  readonly dayIsFileTime?: boolean;
  readonly onAnswer: (asked: AskedQuestion, answer: Answer) => void;
  /** Gives every open question its recommended answer. */
  readonly onRecommended?: () => void;
}

/** A control for many is offered from so many questions on. */
const MANY = 2;

/** Moves the focus to the open question in a part of the page, if there is one. */
export function focusOpenQuestion(part: HTMLElement): void {
  part.querySelector<HTMLElement>('.load-question-open input')?.focus();
}

/** The questions one at a time: answered ones stay as one line each, the next open one follows. */
export function QuestionCard({
  questions,
  nameOf,
  asOf,
  dayIsFileTime = false,
  onAnswer,
  onRecommended,
}: QuestionCardProps): ReactNode {
  const list = useRef<HTMLOListElement>(null);
  const movesOn = useRef(false);
  const open = questions.filter(({ answer }) => answer === undefined);
  const next = open[0];
  const nextKey = next && questionKey(next);
  useEffect(() => {
    if (!movesOn.current || nextKey === undefined) return;
    movesOn.current = false;
    if (list.current) focusOpenQuestion(list.current);
  }, [nextKey]);
  if (questions.length === 0) return null;

  const shown = questions.filter((asked) => asked.answer !== undefined || asked === next);
  const labels = labelsOf(shown, next, nameOf);
  const takeable = questions.filter(isTakeable).length;
  const aside =
    open.length === 0 ? 'All answered' : open.length === 1 ? '1 open' : `${formatCount(open.length)} open`;
  return (
    <Card title="Questions about this file" aside={aside} tone={open.length > 0 ? 'attention' : 'plain'}>
      <ol ref={list} className="load-questions">
        {shown.map((asked) => (
          <QuestionItem
            key={questionKey(asked)}
            name={nameOf(asked.position)}
            label={labels.get(asked)!}
            content={questionContent(asked, { nameOf, asOf, dayIsFileTime })}
            answer={asked.answer}
            onAnswer={(answer, byKey) => {
              movesOn.current = byKey && asked === next;
              onAnswer(asked, answer);
            }}
          />
        ))}
      </ol>
      {onRecommended && takeable >= MANY ? (
        <div className="load-question-rest">
          <Button onClick={onRecommended}>Take the recommended answers</Button>
          <span className="soft">
            {formatCount(takeable)} questions; every answer is then listed here and can be changed.
          </span>
        </div>
      ) : null}
    </Card>
  );
}

/** Names of the groups of answers, all different: the open question keeps the plain name of its column. */
function labelsOf(
  shown: readonly AskedQuestion[],
  open: AskedQuestion | undefined,
  nameOf: (position: number) => string,
): ReadonlyMap<AskedQuestion, string> {
  const labels = new Map<AskedQuestion, string>();
  const taken = new Set<string>();
  const answered = shown.filter((asked) => asked !== open);
  for (const asked of open === undefined ? answered : [open, ...answered]) {
    const plain = `Question about ${nameOf(asked.position)}`;
    const label = taken.has(plain) ? `${plain}: ${topicOf(asked)}` : plain;
    taken.add(label);
    labels.set(asked, label);
  }
  return labels;
}

const topicOf = (asked: AskedQuestion): string =>
  QUESTION_TOPICS[asked.kind === 'xray' ? asked.question.kind : asked.kind];
