import type { EpochDay } from '../core/base/epochDay.ts';
import type { Result } from '../core/base/result.ts';
import type { FileSurvey } from '../core/ingest/fileSurvey.ts';
import type { FileKind } from '../core/ingest/kinds/fileKind.ts';
import { furtherTableAnswer } from '../core/ingest/foundTables.ts';
import { asksSignal } from '../core/ingest/kinds/logSignal.ts';
import type { TableSurvey } from '../core/ingest/kinds/surveyTable.ts';
import { swapAnswerOf } from '../core/ingest/xray/readingUnderSwap.ts';
import type { Failure } from '../worker/protocol.ts';
import { mergeQuestions } from './askedQuestions.ts';
import type { AskWorker } from './askWorker.ts';
import { lacksLicenceType } from './fixedLicenceType.ts';
import { sourceOf, type QueuedFile, type QueueStep, type WaitsFor } from './queuedFile.ts';

/** What a look at a file found out. */
export interface SeenFile {
  readonly kind: FileKind | undefined;
  readonly header: string | undefined;
  readonly state: QueueStep;
}

export interface LookTools {
  readonly ask: AskWorker;
  readonly system: () => string;
  readonly workingDay: () => EpochDay;
}

/** Recognises a file of the queue and says whether it can be imported as it stands. Nothing is stored. */
export async function lookAtFile(queued: QueuedFile, tools: LookTools): Promise<SeenFile> {
  const [file, ...appended] = queued.files;
  if (appended.length > 0 && queued.kind === 'users') return lookAtUsers(queued, tools);
  const asked = {
    source: sourceOf(queued),
    fileTime: file?.lastModified,
    system: tools.system(),
    plan: undefined,
    workingDay: tools.workingDay(),
  };
  const { kind } = queued;
  const known = appended.length > 0 && kind !== 'users' && kind !== 'answers' ? kind : undefined;
  const found = await tools.ask('surveyTable', { ...asked, kind: known });
  if (appended.length > 0 && !found.ok) return failed(found.failure);
  if (found.ok && found.value.form === 'answers') {
    return { kind: 'answers', header: undefined, state: { step: 'ready', ready: { kind: 'answers' } } };
  }
  if (
    !found.ok ||
    found.value.form !== 'rows' ||
    (known === undefined && found.value.survey.proposedKind.kind === 'users')
  )
    return lookAtUsers(queued, tools);
  const { survey } = found.value;
  const waitsFor = whatTableWaitsFor(survey);
  return {
    kind: survey.plan.kind,
    header: headerOf(survey.plan.kind, survey),
    state: waitsFor ? { step: 'asks', waitsFor } : { step: 'ready', ready: { kind: 'table', survey } },
  };
}

async function lookAtUsers(queued: QueuedFile, tools: LookTools): Promise<SeenFile> {
  const fileTime = queued.files[0]?.lastModified;
  const survey = (system: string): Promise<Result<FileSurvey, Failure>> =>
    tools.ask('surveyFile', {
      source: sourceOf(queued),
      fileTime,
      system,
      plan: undefined,
      workingDay: tools.workingDay(),
    });
  let found = await survey(tools.system());
  const recognised = found.ok ? found.value.recognised?.system : undefined;
  if (found.ok && recognised !== undefined && recognised !== found.value.plan.system) {
    if (found.value.isRemembered !== true) found = await survey(recognised);
  }
  if (!found.ok) return failed(found.failure);
  const waitsFor = whatUsersWaitFor(found.value);
  return {
    kind: 'users',
    header: headerOf('users', found.value),
    state: waitsFor
      ? { step: 'asks', waitsFor }
      : { step: 'ready', ready: { kind: 'users', survey: found.value } },
  };
}

const failed = (failure: Failure): SeenFile => ({
  kind: undefined,
  header: undefined,
  state: { step: 'failed', failure },
});

/** Kind and names of the columns; files with the same can be put together. */
const headerOf = (kind: FileKind, { plan }: Pick<FileSurvey | TableSurvey, 'plan'>): string =>
  JSON.stringify([kind, ...plan.columns.map(({ header }) => header.trim())]);

/** Why a users list cannot be imported unseen; `undefined` for one that can. */
function whatUsersWaitFor(survey: FileSurvey): WaitsFor | undefined {
  const { plan, recognised, isRemembered } = survey;
  if (!plan.columns.some(({ meaning }) => meaning === 'accountId')) return { kind: 'column' };
  const open = mergeQuestions([], survey).filter(({ answer }) => answer === undefined).length;
  if (open > 0) return { kind: 'answers', questions: open };
  if (lacksLicenceType(plan)) return { kind: 'licenceType' };
  return recognised === undefined && isRemembered !== true ? { kind: 'mapping' } : undefined;
}

/** Exchanged days of which nobody has said whether they are. */
const openSwaps = ({ plan, swaps = [] }: TableSurvey): NonNullable<TableSurvey['swaps']> =>
  swaps.filter(({ position }) => {
    const dates = plan.columns.find((column) => column.position === position)?.dates;
    return dates !== undefined && swapAnswerOf(dates) === undefined;
  });

/** Whether another table stands below of which nobody has said whether it belongs to the file. */
const asksFurtherTable = ({ plan, furtherTable }: TableSurvey): boolean =>
  furtherTable !== undefined && furtherTableAnswer(plan) === undefined;

/** Why a file of another kind cannot be imported unseen; `undefined` for one that can. */
function whatTableWaitsFor(survey: TableSurvey): WaitsFor | undefined {
  const { plan, questions, missing, lacksCurrency, proposedKind } = survey;
  if (missing.length > 0) return { kind: 'column' };
  const open = questions.length + openSwaps(survey).length + (asksFurtherTable(survey) ? 1 : 0);
  if (open > 0) return { kind: 'answers', questions: open };
  if (lacksCurrency) return { kind: 'currency' };
  if (plan.kind === 'roster' && plan.facts.completeness === undefined) return { kind: 'completeness' };
  if (asksSignal(plan)) return { kind: 'signal' };
  return proposedKind.because.length === 0 ? { kind: 'mapping' } : undefined;
}
