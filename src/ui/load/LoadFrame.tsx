import { useEffect, useRef, type ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import type { ImportEnd, ImportRunFacts } from '../../state/importRun.ts';
import { ActionBar } from '../shared/ActionBar.tsx';
import { Button } from '../shared/Button.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { Progress } from '../shared/Progress.tsx';
import { Screen } from '../shared/Screen.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';
import './load.css';
import { LoadedTables } from './LoadedTables.tsx';
import { PeopleSection } from './PeopleSection.tsx';
import { focusOpenQuestion } from './QuestionCard.tsx';
import { QueueCard } from './QueueCard.tsx';

interface ImportOnScreen extends ImportRunFacts {
  readonly sourceName: string;
  importRows(): Promise<void>;
  cancelImport(): void;
  dismissFailure(): void;
}

export interface LoadFrameProps {
  readonly state: ImportOnScreen;
  readonly estimatedRows: number | undefined;
  /** What Import does, or why it cannot be pressed yet. */
  readonly sentence: string;
  readonly disabled: boolean;
  /** A question that the import came back with, if any. */
  readonly asked?: object | undefined;
  readonly side: ReactNode;
  readonly children: ReactNode;
}

/** What is said of an import that has no receipt to show. */
const END_SENTENCES: Readonly<Record<ImportEnd, string | null>> = {
  imported: null,
  alreadyLoaded: null,
  cancelled: 'Cancelled. Nothing was kept.',
  asks: 'Nothing is imported yet: reading the whole file raised a question. Answer it, then press Import again.',
};

/** What the Load screen shows whatever kind of file is chosen: Import with its progress, the queue, what is loaded. */
export function LoadFrame({
  state,
  estimatedRows,
  sentence,
  disabled,
  asked,
  side,
  children,
}: LoadFrameProps): ReactNode {
  const { progress, importing, ended, failure } = state;
  const total = progress?.total ?? estimatedRows;

  /** Brings a result or a question to the person who pressed Import at the foot of a long page. */
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (ended !== undefined || failure !== undefined || asked !== undefined)
      top.current?.scrollIntoView?.({ block: 'start' });
    if (ended === 'asks' && top.current) focusOpenQuestion(top.current);
  }, [ended, failure, asked]);

  return (
    <Screen
      title="Load"
      question="Which file do I need? Was it read correctly? What is missing?"
      bar={
        <ActionBar sentence={importing ? undefined : sentence}>
          {importing ? (
            <div className="load-progress">
              <Progress
                label="Import progress"
                done={progress?.done ?? 0}
                total={total}
                sentence={`Reading ${visibleText(state.sourceName)}: ${formatCount(progress?.done ?? 0)} of about ${formatCount(total ?? 0)} rows. You can keep using the page.`}
                cancelName="Cancel import"
                onCancel={state.cancelImport}
              />
            </div>
          ) : null}
          <Button kind="primary" disabled={disabled || importing} onClick={() => void state.importRows()}>
            Import
          </Button>
        </ActionBar>
      }
    >
      <div ref={top} className="load-columns">
        <div className="stack">
          <FailureAlert failure={failure} onDismiss={state.dismissFailure} />
          <QueueCard />
          <StatusLine>{ended === undefined ? null : END_SENTENCES[ended]}</StatusLine>
          {children}
          <PeopleSection />
          <LoadedTables />
        </div>
        {side}
      </div>
    </Screen>
  );
}
