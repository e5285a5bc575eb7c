import type { DateOrderOpen, ImportAnswer } from '../worker/loadView.ts';
import type { Failure, Stamp } from '../worker/protocol.ts';
import type { AnswerFileOutcome, TableAnswer } from '../worker/tableView.ts';
import type { AskOptions, AskWorker } from './askWorker.ts';
import { sourceOf, type QueuedFile, type QueueStep, type ReadyFile } from './queuedFile.ts';
import type { WorkspaceStore } from './workspaceStore.ts';

/**
 * Imports a file of the queue as it stands, with no question shown, and says what became of it; `undefined` when it was
 * cancelled. What the file asks after all makes it wait for a person.
 */
export async function importQueued(
  queued: QueuedFile,
  ready: ReadyFile,
  { ask, workspace }: { readonly ask: AskWorker; readonly workspace: WorkspaceStore },
  stamp: Stamp,
  options: AskOptions,
): Promise<QueueStep | undefined> {
  const source = sourceOf(queued);
  if (ready.kind === 'users') {
    const { plan, estimatedRows } = ready.survey;
    const found = await ask('importUsers', { source, plan, estimatedRows, shown: [], stamp }, options);
    if (!found.ok) return stepOfFailure(found.failure);
    workspace.getState().setView(found.value.view);
    return stepOfUsers(found.value.import);
  }
  if (ready.kind === 'table') {
    const { plan, estimatedRows } = ready.survey;
    const found = await ask('importTable', { source, plan, estimatedRows, shown: [], stamp }, options);
    if (!found.ok) return stepOfFailure(found.failure);
    workspace.getState().setView(found.value.view);
    return stepOfTable(found.value.import);
  }
  const found = await ask('importAnswers', { files: queued.files, stamp }, options);
  if (!found.ok) return stepOfFailure(found.failure);
  workspace.getState().setView(found.value.view);
  return stepOfAnswers(found.value.results[0]);
}

type Counted = { readonly rows: { readonly read: number; readonly rejected: number } };

const done = ({ rows: { read, rejected } }: Counted, already: boolean): QueueStep => ({
  step: 'done',
  rows: { read, rejected },
  already,
});

const stepOfFailure = (failure: Failure): QueueStep | undefined =>
  failure.kind === 'cancelled' ? undefined : { step: 'failed', failure };

const stepOfOrders = ({ further = [] }: DateOrderOpen): QueueStep => ({
  step: 'asks',
  waitsFor: { kind: 'answers', questions: 1 + further.length },
});

function stepOfUsers(answer: ImportAnswer): QueueStep {
  switch (answer.outcome) {
    case 'imported':
      return done(answer.receipt, false);
    case 'alreadyLoaded':
      return answer.otherSettings
        ? { step: 'asks', waitsFor: { kind: 'otherSettings' } }
        : done(answer.receipt, true);
    case 'dateOrderOpen':
      return stepOfOrders(answer);
    case 'xrayOpen':
      return { step: 'asks', waitsFor: { kind: 'answers', questions: answer.questions.length } };
    case 'completenessOpen':
      return { step: 'asks', waitsFor: { kind: 'completeness' } };
  }
}

function stepOfTable(answer: TableAnswer): QueueStep {
  switch (answer.outcome) {
    case 'dateOrderOpen':
      return stepOfOrders(answer);
    case 'xrayOpen':
      return { step: 'asks', waitsFor: { kind: 'answers', questions: answer.questions.length } };
    default:
      return done(answer.receipt, answer.outcome === 'alreadyLoaded');
  }
}

function stepOfAnswers(result: AnswerFileOutcome | undefined): QueueStep {
  if (result?.outcome === 'refused') {
    return { step: 'failed', failure: { kind: 'refused', reason: result.reason } };
  }
  return { step: 'done', rows: undefined, already: result?.outcome === 'alreadyLoaded' };
}
