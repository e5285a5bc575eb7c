import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '../shared/Button.tsx';
import { RadioGroup } from '../shared/RadioGroup.tsx';
import type { Answer, QuestionContent } from './questionContent.tsx';

export interface QuestionItemProps {
  /** Name of the column. */
  readonly name: string;
  /** Name of the group of answers. */
  readonly label: string;
  readonly content: QuestionContent;
  readonly answer: Answer | undefined;
  /** `byKey`: Enter was pressed, so that the next question takes the focus. */
  readonly onAnswer: (answer: Answer, byKey: boolean) => void;
}

/** One question: while it is open with its sentence and rows, once answered as one line that can be changed. */
export function QuestionItem({ name, label, content, answer, onAnswer }: QuestionItemProps): ReactNode {
  const id = useId();
  const [expanded, setExpanded] = useState(false);
  const isOpen = answer === undefined;
  const { topic, sentence, rows, options, recommended, because } = content;
  const takeRecommended = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || recommended === undefined) return;
    event.preventDefault();
    onAnswer(recommended, true);
  };
  return (
    <li className={isOpen ? 'load-question load-question-open' : 'load-question load-question-answered'}>
      {isOpen ? null : (
        <div className="load-question-topic">
          <bdi className="quoted">{name}</bdi>, <span className="soft">{topic}</span>
        </div>
      )}
      {isOpen || expanded ? (
        <div id={`${id}-why`} className="stack-tight load-question-why">
          <p>{sentence}</p>
          {rows}
        </div>
      ) : null}
      <RadioGroup
        role="group"
        label={label}
        labelHidden
        value={answer}
        options={options.map((option) => ({
          ...option,
          hint: isOpen && option.value === recommended ? because : undefined,
        }))}
        onChange={(value) => onAnswer(value, false)}
        onKeyDown={takeRecommended}
      />
      {isOpen ? null : (
        <Button
          kind="quiet"
          aria-expanded={expanded}
          aria-controls={expanded ? `${id}-why` : undefined}
          aria-label={`${expanded ? 'Hide' : 'Show'} the question about ${name}: ${topic}`}
          onClick={() => setExpanded(!expanded)}
        >
          {expanded ? 'Hide' : 'Show'}
        </Button>
      )}
    </li>
  );
}
