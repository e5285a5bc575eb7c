import type { ReactNode } from 'react';
import type { PositionView } from '../../worker/positionView.ts';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { useOpenReadiness } from './useOpenReadiness.ts';

export type Readiness = PositionView['readiness'];

const MARKS = { ready: '✓', blocks: '✕', warns: '!' } as const;
const WORDS = { ready: 'ready', blocks: 'blocks the brief', warns: 'warning' } as const;

/** What still blocks a brief, what only warns, and what is in order. */
export function ReadinessList({ readiness }: { readonly readiness: Readiness }): ReactNode {
  const opener = useOpenReadiness();
  return (
    <ul className="readiness" aria-label="Readiness">
      {readiness.map(({ item, state, sentence }) => (
        <li key={item} className={`readiness-${state}`}>
          <span className="readiness-mark" aria-hidden="true">
            {MARKS[state]}
          </span>
          <span>
            <Sentence text={sentence} onOpen={state === 'ready' ? undefined : opener(item)} />{' '}
            {state === 'ready' ? null : <span className="readiness-word">{WORDS[state]}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

export const isBlocked = (readiness: Readiness): boolean => readiness.some(({ state }) => state === 'blocks');

/** Why no figure of the position stands, where licence types of the contract and of the list do not meet. */
export const mismatchOf = (readiness: Readiness): string | undefined =>
  readiness.find(({ item, state }) => item === 'licenceTypes' && state === 'blocks')?.sentence;

function Sentence({
  text,
  onOpen,
}: {
  readonly text: string;
  readonly onOpen: (() => void) | undefined;
}): ReactNode {
  return onOpen ? (
    <button type="button" className="number-link readiness-link" onClick={onOpen}>
      {text}
    </button>
  ) : (
    text
  );
}

/** The short form of readiness, with the way to the whole of it. */
export function ReadinessCard({
  readiness,
  onOpen,
}: {
  readonly readiness: Readiness;
  readonly onOpen: () => void;
}): ReactNode {
  const opener = useOpenReadiness();
  const open = readiness.filter(({ state }) => state !== 'ready');
  return (
    <Card title="Before you export" tone={open.length > 0 ? 'attention' : 'plain'}>
      {open.length === 0 ? (
        <p>Nothing blocks the brief.</p>
      ) : (
        <ul className="readiness">
          {open.map(({ item, state, sentence }) => (
            <li key={item} className={`readiness-${state}`}>
              <span className="readiness-mark" aria-hidden="true">
                {MARKS[state]}
              </span>
              <span>
                <Sentence text={sentence} onOpen={opener(item)} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <Button kind="quiet" onClick={onOpen}>
        See the readiness list
      </Button>
    </Card>
  );
}
