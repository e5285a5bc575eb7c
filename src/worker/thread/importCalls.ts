import { fail, succeed, type Result } from '../../core/base/result.ts';
import type { FileSurvey } from '../../core/ingest/fileSurvey.ts';
import { recordedAnswersOf } from '../../core/ingest/givenAnswer.ts';
import { currentImport } from '../../core/reclaim/currentImport.ts';
import { writeFact } from '../../core/reclaim/writeFact.ts';
import { saveStateLine } from '../../storage/clientStore.ts';
import { saveDraft, loadDraft } from '../../storage/draftStore.ts';
import { browserLocks } from '../../storage/importLock.ts';
import { nextSalt } from '../../storage/ledgerHash.ts';
import { loadRejectedRows } from '../../storage/snapshotStore.ts';
import type { ImportAnswer, Receipt } from '../loadView.ts';
import type { Ask, Failure, Stamp } from '../protocol.ts';
import type { CallHandlers, CallTools } from './handle.ts';
import { nextTask } from './importPace.ts';
import { rejectedRowsHeader } from './importRejects.ts';
import { importUsers } from './importUsers.ts';
import { matchCases } from './matchCases.ts';
import { measureNew } from './measure.ts';
import { RecordAlongside } from './recordAlongside.ts';
import { mappingKey, savedAnswersOf, withSavedMapping } from './savedMapping.ts';
import { seeOtherTabs } from './seeOtherTabs.ts';
import type { Session, Workspace } from './session.ts';
import { stateLine } from './stateLine.ts';
import { surveyFile } from './surveyFile.ts';
import { workspaceViewOf } from './workspaceViewOf.ts';

/** Calls of the Load screen. */
export function importCalls(
  session: Session,
): Pick<CallHandlers, 'surveyFile' | 'importUsers' | 'rejectedRows'> {
  return {
    async surveyFile({ source, fileTime, system, isSystemChosen, plan, workingDay }, { signal }) {
      const open = session.open();
      if (!open.ok) return open;
      const { about, db } = open.value;
      const asked = {
        fileTime,
        system,
        plan,
        workingDay,
        workspaceZone: about.timeZone,
        leavesEncodingOpen: true,
      };
      const survey = await surveyFile(source, asked, signal);
      if (!survey.ok) return survey;
      const saved = await loadDraft(db, mappingKey(survey.value.plan));
      const lastAnswers = savedAnswersOf(survey.value.plan, saved);
      const withAnswers = (found: FileSurvey): FileSurvey =>
        lastAnswers.length > 0 ? { ...found, lastAnswers } : found;
      const remembered = plan === undefined ? withSavedMapping(survey.value.plan, saved) : undefined;
      if (!remembered) return succeed(withAnswers(survey.value));
      const known = { ...asked, plan: remembered, ...(isSystemChosen ? {} : { system: remembered.system }) };
      const again = await surveyFile(source, known, signal);
      return again.ok ? succeed({ ...withAnswers(again.value), isRemembered: true }) : again;
    },

    async importUsers(ask, tools) {
      const open = session.open();
      if (!open.ok) return open;
      const workspace = open.value;
      return workspace.queue.run(async () => {
        const imported = await importInto(workspace, ask, tools);
        if (!imported.ok) return imported;
        workspace.prefetch();
        return succeed({
          import: imported.value,
          view: workspaceViewOf(workspace, ask.stamp.workingDay),
        });
      });
    },

    async rejectedRows({ snapshot }) {
      const open = session.open();
      if (!open.ok) return open;
      const receipt = open.value.receipts.find((found) => found.snapshot === snapshot);
      if (!receipt) return fail({ kind: 'noSnapshot' });
      const rows = await loadRejectedRows(open.value.db, snapshot);
      const name = receipt.source.name.replace(/\.[^.]*$/, '');
      return succeed({ fileName: `${name}-rejected-rows.csv`, csv: rejectedRowsHeader(receipt.plan) + rows });
    },
  };
}

/** Imports one users list and records it. The entry is written in the transaction that makes the snapshot visible. */
export async function importInto(
  workspace: Workspace,
  {
    source,
    plan,
    estimatedRows,
    again = false,
    shown,
    unanswered,
    answeredBeside,
    stamp,
  }: Ask<'importUsers'>,
  { signal, onProgress }: CallTools,
): Promise<Result<ImportAnswer, Failure>> {
  const seen = await seeOtherTabs(workspace);
  if (!seen.ok) return seen;
  const entry = new RecordAlongside(workspace, stamp);
  const imported = await importUsers(
    source,
    plan,
    {
      db: workspace.db,
      locks: browserLocks(),
      snapshot: nextSalt(),
      again,
      shown,
      unanswered,
      answeredBeside,
      importedAt: stamp.at,
      record: (receipt) => entry.write(() => succeed([writeFact(importedFact(receipt))])),
      elapsed: () => performance.now(),
      nextTask,
    },
    signal,
    (rows) => onProgress({ done: rows, total: Math.max(estimatedRows, rows), unit: 'rows' }),
  );
  if (!imported.ok) return imported;
  if (imported.value.outcome === 'alreadyLoaded') {
    const loadedThere = await seeOtherTabs(workspace);
    if (!loadedThere.ok) return loadedThere;
    // What follows from the list may have been broken off with the tab that loaded it.
    const settled = await settle(workspace, imported.value.receipt, stamp);
    return settled.ok ? imported : settled;
  }
  if (imported.value.outcome !== 'imported') return imported;
  entry.takeOver();
  await workspace.reloadReceipts();
  await saveDraft(workspace.db, mappingKey(plan), plan);
  const settled = await settle(workspace, imported.value.receipt, stamp);
  await saveStateLine(workspace.db, stateLine(workspace.record, stamp.workingDay));
  return settled.ok ? imported : settled;
}

/** Records what follows from a list that is in use: its counts, and what it proves about the cases. Once each. */
async function settle(
  workspace: Workspace,
  { snapshot }: Receipt,
  stamp: Stamp,
): Promise<Result<null, Failure>> {
  await measureNew(workspace, stamp);
  return currentImport(workspace.record)?.snapshot === snapshot
    ? matchCases(workspace, stamp)
    : succeed(null);
}

function importedFact(receipt: Receipt): Parameters<typeof writeFact>[0] {
  const answers = recordedAnswersOf(receipt.plan);
  return {
    kind: 'usersImported',
    snapshot: receipt.snapshot,
    sha256: receipt.source.sha256,
    fileName: receipt.source.name,
    system: receipt.source.system,
    asOf: receipt.asOf,
    completeness: receipt.completeness,
    read: receipt.rows.read,
    accepted: receipt.rows.accepted,
    rejected: receipt.rows.rejected,
    accounts: receipt.accounts,
    seats: receipt.seats,
    ...(answers.length > 0 ? { answers } : {}),
  };
}
