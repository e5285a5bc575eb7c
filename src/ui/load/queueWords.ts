import { unreachable } from '../../core/base/exhaustive.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import { FILE_KIND_NAMES } from '../../core/ingest/kinds/fileKind.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import { isFinished, type QueuedFile, type WaitsFor } from '../../state/queuedFile.ts';
import { wordFailure } from '../shared/wordFailure.ts';
import { counted } from './loadWords.ts';

/** "users.csv", or "users_Page_1.csv and 2 more" where several are read as one list. */
export function nameOfQueued({ name, files }: Pick<QueuedFile, 'name' | 'files'>): string {
  const more = files.length - 1;
  return more > 0 ? `${visibleText(name)} and ${formatCount(more)} more` : visibleText(name);
}

/** What a file waits for, as half a sentence. */
function wordWait(waitsFor: WaitsFor): string {
  switch (waitsFor.kind) {
    case 'answers':
      return `waits for ${waitsFor.questions === 1 ? 'an answer' : `${formatCount(waitsFor.questions)} answers`}`;
    case 'mapping':
      return 'columns never seen before: check what they mean';
    case 'column':
      return 'a column that this kind needs is not mapped';
    case 'licenceType':
      return 'no column names the licence type: type it';
    case 'currency':
      return 'no column names the currency: type it';
    case 'completeness':
      return 'say whether this list is complete';
    case 'signal':
      return 'say what an entry of this log proves';
    case 'otherSettings':
      return 'loaded before with other settings: read it again or keep what is loaded';
    default:
      return unreachable(waitsFor);
  }
}

/** How far a file of the queue has come, as a sentence. */
export function wordStep(file: QueuedFile): string {
  const { state } = file;
  return state.step === 'failed' ? `Not imported. ${wordFailure(state.failure)}` : `${wordState(file)}.`;
}

function wordState({ state, kind }: QueuedFile): string {
  const kindName = kind === undefined ? '' : `${FILE_KIND_NAMES[kind]}: `;
  switch (state.step) {
    case 'waiting':
      return 'Waits to be looked at';
    case 'looking':
      return 'Looking at the file';
    case 'ready':
      return `${kindName}ready, nothing to answer`;
    case 'asks':
      return kindName + wordWait(state.waitsFor);
    case 'open':
      return `${kindName}open below`;
    case 'importing':
      return `${kindName}${formatCount(state.progress?.done ?? 0)} rows read so far`;
    case 'done': {
      if (state.already) return `${kindName}already loaded, nothing was added`;
      if (!state.rows) return `${kindName}imported`;
      const { read, rejected } = state.rows;
      const refused = rejected > 0 ? `, ${formatCount(rejected)} rejected` : '';
      return `${kindName}imported, ${counted(read, 'row', 'rows')} read${refused}`;
    }
    case 'failed':
      return 'Not imported';
    default:
      return unreachable(state);
  }
}

/** "3 of 5 done, 1 was refused." Refused files are told apart, since nothing of them was kept. */
export function wordQueue(queued: readonly QueuedFile[]): string {
  const done = queued.filter(({ state }) => state.step === 'done').length;
  const failed = queued.filter(({ state }) => state.step === 'failed').length;
  const asks = queued.filter(({ state }) => state.step === 'asks' || state.step === 'open').length;
  return [
    `${formatCount(done)} of ${formatCount(queued.length)} done`,
    ...(failed > 0 ? [`${formatCount(failed)} refused`] : []),
    ...(asks > 0 ? [`${formatCount(asks)} ${asks === 1 ? 'waits' : 'wait'} for you`] : []),
  ].join(', ');
}

export const finishedOf = (queued: readonly QueuedFile[]): number => queued.filter(isFinished).length;

/** Why Import cannot be pressed while no file is on the screen: what to do next, which the queue decides. */
export function wordNoFile(queued: readonly QueuedFile[]): string {
  if (queued.some(({ state }) => state.step === 'asks')) return 'Open a file of the queue first.';
  if (queued.some(({ state }) => state.step === 'ready')) return 'Import the ready files from the queue.';
  return 'Choose a file first.';
}
