import { fail, succeed, type Result } from '../../core/base/result.ts';
import type { PartSurvey } from '../../core/ingest/fileSurvey.ts';
import { recordedAnswersOf } from '../../core/ingest/givenAnswer.ts';
import type { Dialect } from '../../core/ingest/importPlan.ts';
import { surveyTable, type TableSurvey } from '../../core/ingest/kinds/surveyTable.ts';
import type { TablePlan } from '../../core/ingest/kinds/tablePlan.ts';
import type { SurveyInput } from '../../core/ingest/surveyFile.ts';
import { writeFact } from '../../core/reclaim/writeFact.ts';
import { saveStateLine } from '../../storage/clientStore.ts';
import { loadDraft, saveDraft } from '../../storage/draftStore.ts';
import { deleteFile } from '../../storage/fileStore.ts';
import { browserLocks } from '../../storage/importLock.ts';
import { nextSalt } from '../../storage/ledgerHash.ts';
import { loadRejectedRows } from '../../storage/snapshotStore.ts';
import type { Failure, ImportSource, Stamp } from '../protocol.ts';
import type { AnswerFileOutcome, FileReceipt } from '../tableView.ts';
import { pastedFile, readBytes } from './decodeFile.ts';
import { evidenceCalls } from './evidenceCalls.ts';
import type { CallHandlers } from './handle.ts';
import { importAnswers } from './importAnswers.ts';
import { nextTask } from './importPace.ts';
import { rejectedRowsHeader } from './importRejects.ts';
import { importTable } from './importTable.ts';
import { measure } from './measure.ts';
import { RecordAlongside } from './recordAlongside.ts';
import { savedKind, tableMappingKey, withSavedTableMapping } from './savedTableMapping.ts';
import { seeOtherTabs } from './seeOtherTabs.ts';
import type { Session, Workspace } from './session.ts';
import { stateLine } from './stateLine.ts';
import { readSurveyInput, type SurveyAsk } from './surveyFile.ts';
import { tablePartsInput } from './surveyParts.ts';
import { workspaceViewOf } from './workspaceViewOf.ts';

/** Letters of a file that are looked at to tell an answer file from rows. */
const HEAD_BYTES = 4_096;

/** Whether a file is a saved answer and no table. */
async function isAnswerFile(source: ImportSource, signal: AbortSignal): Promise<boolean> {
  const file = 'file' in source ? source.file : pastedFile(source.pasted);
  for await (const bytes of readBytes(file, signal)) {
    const head = new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES)).trimStart();
    return head.startsWith('{') && head.includes('"packet_id"');
  }
  return false;
}

interface TableInput {
  readonly input: SurveyInput;
  readonly parts: readonly PartSurvey[] | undefined;
  /** The outer forms of the further files. */
  readonly appended: readonly Dialect[];
}

/** Reads the heads of all files of a source. */
async function readTableInput(
  source: ImportSource,
  ask: SurveyAsk,
  plan: TablePlan | undefined,
  signal: AbortSignal,
): Promise<Result<TableInput, Failure>> {
  const files = 'file' in source ? [source.file, ...(source.appended ?? [])] : [];
  const inputs: SurveyInput[] = [];
  for (const [index, file] of files.entries()) {
    const dialect = index === 0 ? ask.dialect : plan?.appended?.[index - 1]?.dialect;
    const read = await readSurveyInput({ file }, { ...ask, dialect }, signal);
    if (!read.ok) return read;
    inputs.push(read.value);
  }
  if (!('file' in source)) {
    const read = await readSurveyInput(source, ask, signal);
    if (!read.ok) return read;
    inputs.push(read.value);
  }
  const together = tablePartsInput(inputs);
  if (!together.ok) return together;
  return succeed({ ...together.value, appended: inputs.slice(1).map(({ found }) => found.dialect) });
}

/** A survey of several files names them, and its plan reads each in its own outer form. */
const withParts = (survey: TableSurvey, { parts, appended }: TableInput): TableSurvey =>
  parts === undefined
    ? survey
    : { ...survey, parts, plan: { ...survey.plan, appended: appended.map((dialect) => ({ dialect })) } };

/** Calls of the Load screen for every kind of file but users. */
export function tableCalls(
  session: Session,
): Pick<
  CallHandlers,
  | 'surveyTable'
  | 'importTable'
  | 'importAnswers'
  | 'deleteTable'
  | 'rejectedTableRows'
  | 'evidenceReport'
  | 'logKeyTable'
> {
  return {
    ...evidenceCalls(session),
    async surveyTable({ source, fileTime, system, kind, plan, workingDay }, { signal }) {
      const open = session.open();
      if (!open.ok) return open;
      const { about, db } = open.value;
      if (await isAnswerFile(source, signal)) return succeed({ form: 'answers' });
      const asked = {
        fileTime,
        system,
        plan: undefined,
        dialect: plan?.dialect,
        workingDay,
        workspaceZone: about.timeZone,
        leavesEncodingOpen: true,
      };
      const read = await readTableInput(source, asked, plan, signal);
      if (!read.ok) return read;
      const { input } = read.value;
      const surveyAs = (asKind: typeof kind, under: typeof plan): TableSurvey =>
        withParts(surveyTable(input, asKind, under), read.value);
      const survey = surveyAs(kind, plan);
      if (plan !== undefined) return succeed({ form: 'rows', survey });
      const saved = await loadDraft(db, tableMappingKey(survey.plan));
      const known = kind ?? savedKind(saved);
      const asKnown = known === undefined ? survey : surveyAs(known, undefined);
      const remembered = withSavedTableMapping(asKnown.plan, saved);
      if (!remembered) return succeed({ form: 'rows', survey });
      const again = surveyAs(known, remembered);
      return succeed({
        form: 'rows',
        survey:
          kind === undefined ? { ...again, proposedKind: { kind: again.plan.kind, because: [] } } : again,
      });
    },

    async importTable({ source, plan, estimatedRows, shown, stamp }, { signal, onProgress }) {
      const open = session.open();
      if (!open.ok) return open;
      const workspace = open.value;
      const { historyStart } = plan.facts;
      if (historyStart !== undefined && historyStart > plan.asOf)
        return fail({ kind: 'refused', reason: NO_HISTORY });
      return workspace.queue.run(async () => {
        const seen = await seeOtherTabs(workspace);
        if (!seen.ok) return seen;
        const recorder = recordImport(workspace, stamp);
        const imported = await importTable(
          source,
          plan,
          { ...recorder.tools, shown, elapsed: () => performance.now(), nextTask },
          signal,
          (rows) => onProgress({ done: rows, total: Math.max(estimatedRows, rows), unit: 'rows' }),
        );
        if (!imported.ok) return imported;
        const finished = await recorder.finish();
        if (!finished.ok) return finished;
        // What follows from a log may have been broken off with the tab that loaded it.
        if (plan.kind === 'activity' && 'receipt' in imported.value) await measure(workspace, stamp);
        if (imported.value.outcome === 'imported') await saveDraft(workspace.db, tableMappingKey(plan), plan);
        return succeed({ import: imported.value, view: workspaceViewOf(workspace, stamp.workingDay) });
      });
    },

    async importAnswers({ files, stamp }, { signal }) {
      const open = session.open();
      if (!open.ok) return open;
      const workspace = open.value;
      return workspace.queue.run(async () => {
        const seen = await seeOtherTabs(workspace);
        if (!seen.ok) return seen;
        const results: AnswerFileOutcome[] = [];
        for (const file of files) {
          if (signal.aborted) return fail({ kind: 'cancelled' });
          const recorder = recordImport(workspace, stamp);
          results.push(await importAnswers(file, stamp.workingDay, recorder.tools));
          const finished = await recorder.finish();
          if (!finished.ok) return finished;
        }
        return succeed({ results, view: workspaceViewOf(workspace, stamp.workingDay) });
      });
    },

    async deleteTable({ file, stamp }) {
      const open = session.open();
      if (!open.ok) return open;
      const workspace = open.value;
      return workspace.queue.run(async () => {
        const isLog = workspace.files.some((found) => found.file === file && found.kind === 'activity');
        const deleted = await deleteLoaded(workspace, file, stamp);
        if (deleted.ok && isLog) await measure(workspace, stamp);
        return deleted.ok ? succeed(workspaceViewOf(workspace, stamp.workingDay)) : deleted;
      });
    },

    async rejectedTableRows({ file }) {
      const open = session.open();
      if (!open.ok) return open;
      const receipt = open.value.files.find((found) => found.file === file);
      if (!receipt?.plan) return fail({ kind: 'refused', reason: NOT_LOADED });
      const rows = await loadRejectedRows(open.value.db, file);
      const name = receipt.source.name.replace(/\.[^.]*$/, '');
      return succeed({
        fileName: `${name}-rejected-rows.csv`,
        csv: rejectedRowsHeader(receipt.plan) + rows,
      });
    },
  };
}

const NO_HISTORY =
  'The history starts after the day of the data, so the log could show nothing. Correct one of them.';
const NOT_LOADED = 'This file is not loaded any more.';

/** Tools under which one import is recorded; `finish` takes over what was written, of other tabs as well. */
function recordImport(
  workspace: Workspace,
  stamp: Stamp,
): {
  readonly tools: Parameters<typeof importAnswers>[2];
  finish(): Promise<Result<null, Failure>>;
} {
  const entry = new RecordAlongside(workspace, stamp);
  const record = (receipt: FileReceipt): Promise<void> =>
    entry.write(() => succeed([writeFact(importedFact(receipt))]));
  return {
    tools: { db: workspace.db, locks: browserLocks(), file: nextSalt(), importedAt: stamp.at, record },
    async finish() {
      if (entry.takeOver()) await workspace.reloadReceipts();
      else {
        const seen = await seeOtherTabs(workspace);
        if (!seen.ok) return seen;
      }
      await saveStateLine(workspace.db, stateLine(workspace.record, stamp.workingDay));
      return succeed(null);
    },
  };
}

/** The file's head goes in the transaction that writes the entry; its columns are removed afterwards. */
async function deleteLoaded(
  workspace: Workspace,
  file: string,
  stamp: Stamp,
): Promise<Result<null, Failure>> {
  const seen = await seeOtherTabs(workspace);
  if (!seen.ok) return seen;
  if (!workspace.record.files.some((found) => found.file === file)) {
    return fail({ kind: 'refused', reason: NOT_LOADED });
  }
  const entry = new RecordAlongside(workspace, stamp);
  await deleteFile(workspace.db, file, () =>
    entry.write(() => succeed([writeFact({ kind: 'fileDeleted', file })])),
  );
  entry.takeOver();
  await workspace.reloadReceipts();
  await saveStateLine(workspace.db, stateLine(workspace.record, stamp.workingDay));
  return succeed(null);
}

function importedFact(receipt: FileReceipt): Parameters<typeof writeFact>[0] {
  const answers = receipt.plan ? recordedAnswersOf(receipt.plan) : [];
  return {
    kind: 'fileImported',
    file: receipt.file,
    fileKind: receipt.kind,
    sha256: receipt.source.sha256,
    fileName: receipt.source.name,
    asOf: receipt.asOf,
    read: receipt.rows.read,
    accepted: receipt.rows.accepted,
    rejected: receipt.rows.rejected,
    stored: receipt.stored,
    rangeFrom: receipt.range?.from,
    rangeTo: receipt.range?.to,
    ...(answers.length > 0 ? { answers } : {}),
  };
}
