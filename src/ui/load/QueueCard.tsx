import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { formatCount } from '../../core/base/formatNumber.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import { isFinished, offersOf, readyOf, type QueuedFile } from '../../state/queuedFile.ts';
import { useApp } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { Progress } from '../shared/Progress.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';
import { counted } from './loadWords.ts';
import { finishedOf, nameOfQueued, wordQueue, wordStep } from './queueWords.ts';
import './queue.css';
import { TogetherQuestion } from './TogetherQuestion.tsx';

/** The files that were chosen together: what each is, what it waits for, and one press for all that wait for nothing. */
export function QueueCard(): ReactNode {
  const { stores } = useApp();
  const state = useStore(stores().queue);
  const busy = useStore(stores().load, ({ importing }) => importing);
  const tableBusy = useStore(stores().tables, ({ importing }) => importing);
  const { queued, apart, running } = state;
  if (queued.length === 0) return null;
  const isHeld = busy || tableBusy || running;
  const ready = readyOf(queued, apart).length;
  const isLooking = queued.some(({ state: { step } }) => step === 'waiting' || step === 'looking');
  return (
    <Card as="region" title="Files in the queue" aside={wordQueue(queued)}>
      <div className="stack-tight">
        <Progress
          label="Queue progress"
          done={finishedOf(queued)}
          total={queued.length}
          sentence={isLooking ? 'Looking at the files. Nothing is imported yet.' : ''}
        />
        <StatusLine>
          {state.cancelled === undefined
            ? null
            : `Cancelled. Nothing of ${visibleText(state.cancelled)} was kept; the files behind it wait.`}
        </StatusLine>
        {offersOf(queued, apart).map((offer) => (
          <TogetherQuestion
            key={offer.header}
            offer={offer}
            disabled={isHeld}
            onTogether={() => void state.putTogether(offer.header)}
            onApart={() => state.keepApart(offer.header)}
          />
        ))}
        <ul className="queue-list">
          {queued.map((file) => (
            <QueueLine
              key={file.id}
              file={file}
              disabled={isHeld}
              onOpen={() => void state.open(file.id)}
              onRemove={() => state.remove(file.id)}
              onCancel={state.cancel}
            />
          ))}
        </ul>
        <div className="button-row">
          {ready > 0 || running ? (
            <Button disabled={isHeld} onClick={() => void state.importReady()}>
              Import {counted(ready, 'ready file', 'ready files')}
            </Button>
          ) : null}
          {queued.some(isFinished) ? (
            <Button kind="quiet" disabled={isHeld} onClick={state.clearFinished}>
              Take finished files off the list
            </Button>
          ) : null}
        </div>
        {queued.every(isFinished) ? null : (
          <p className="soft">
            The browser keeps these files only while this page is open. After a reload choose those again that
            were not imported; what is imported stays.
          </p>
        )}
      </div>
    </Card>
  );
}

interface QueueLineProps {
  readonly file: QueuedFile;
  readonly disabled: boolean;
  readonly onOpen: () => void;
  readonly onRemove: () => void;
  readonly onCancel: () => void;
}

function QueueLine({ file, disabled, onOpen, onRemove, onCancel }: QueueLineProps): ReactNode {
  const name = nameOfQueued(file);
  const { state } = file;
  return (
    <li className="queue-line" data-step={state.step}>
      <bdi className="quoted queue-name">{name}</bdi>
      {state.step === 'importing' ? (
        <Progress
          label="Import progress"
          done={state.progress?.done ?? 0}
          total={state.progress?.total}
          sentence={`Reading ${name}: ${formatCount(state.progress?.done ?? 0)} rows so far. You can keep using the page.`}
          cancelName="Cancel import"
          onCancel={onCancel}
        />
      ) : (
        <>
          <span className="queue-step">{wordStep(file)}</span>
          <span className="queue-acts">
            {state.step === 'asks' ? (
              <Button disabled={disabled} onClick={onOpen} aria-label={`Open ${name}`}>
                Open
              </Button>
            ) : null}
            {isFinished(file) || state.step === 'open' ? null : (
              <Button
                kind="quiet"
                disabled={disabled}
                onClick={onRemove}
                aria-label={`Remove ${name} from the list`}
              >
                Remove
              </Button>
            )}
          </span>
        </>
      )}
    </li>
  );
}
