import type { ReactNode } from 'react';
import type { ContractLine, OverlapAnswer } from '../../core/contract/contractLine.ts';
import { overlapQuestion, type Overlap } from '../../core/contract/findOverlaps.ts';
import { Card } from '../shared/Card.tsx';
import { RadioGroup } from '../shared/RadioGroup.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';
import { effectOf, lineWords } from './overlapWords.ts';

export interface OverlapCardProps {
  readonly overlap: Overlap;
  readonly lines: readonly ContractLine[];
  /** The answer that is being recorded. */
  readonly answering: OverlapAnswer | undefined;
  readonly onAnswer: (answer: OverlapAnswer) => void;
}

const ANSWERS: readonly { readonly value: OverlapAnswer; readonly name: string }[] = [
  { value: 'additional', name: 'Additional' },
  { value: 'replacement', name: 'Replacement' },
];

/** The question that overlapping lines raise. It stays after the answer, so that the answer can be changed. */
export function OverlapCard({ overlap, lines, answering, onAnswer }: OverlapCardProps): ReactNode {
  const { earlier, second, answer } = overlap;
  const isOpen = answer === undefined;
  const wordsOf = (ids: readonly string[]): readonly string[] =>
    lines.filter(({ id }) => ids.includes(id)).map(lineWords);
  return (
    <Card
      title={`${overlap.licenceType}: overlapping lines`}
      tone={isOpen ? 'attention' : 'plain'}
      className="overlap-card"
    >
      <div className="stack-tight">
        <div role={isOpen ? 'alert' : undefined}>
          <p>{overlapQuestion(overlap)}</p>
          {isOpen ? <p>Until this is answered neither line is used in a figure.</p> : null}
        </div>
        <dl className="overlap-lines">
          <dt>First</dt>
          {wordsOf(earlier).map((words) => (
            <dd key={words} className="quoted">
              {words}
            </dd>
          ))}
          <dt>Second</dt>
          {wordsOf([second]).map((words) => (
            <dd key={words} className="quoted">
              {words}
            </dd>
          ))}
        </dl>
        <RadioGroup
          label="Overlapping lines"
          labelHidden
          value={answering ?? answer}
          options={ANSWERS.map((option) => ({
            ...option,
            hint: isOpen ? effectOf(lines, overlap, option.value) : undefined,
          }))}
          onChange={onAnswer}
        />
        <StatusLine>{answer === undefined ? null : effectOf(lines, overlap, answer)}</StatusLine>
      </div>
    </Card>
  );
}
