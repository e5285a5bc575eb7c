import { fail, succeed, type Result } from '../../core/base/result.ts';
import { canonicalId } from '../../core/ingest/canonicalId.ts';
import type { ImportPlan } from '../../core/ingest/importPlan.ts';
import { writeCsv } from '../../core/inventory/csvText.ts';
import type { LedgerFact } from '../../core/reclaim/ledgerEntry.ts';
import { writeFact } from '../../core/reclaim/writeFact.ts';
import { SAMPLE_AS_OF } from '../../sample/sampleRows.ts';
import {
  SAMPLE_CONTRACT,
  SAMPLE_EXCEPTIONS,
  SAMPLE_FILE_NAME,
  SAMPLE_SYSTEM,
  sampleExceptedSeats,
  sampleTable,
} from '../../sample/sampleWorkspace.ts';
import type { Failure, Progress, Stamp } from '../protocol.ts';
import { importInto } from './importCalls.ts';
import { recordFacts } from './recordFacts.ts';
import { seatIdentityOf } from './seatIdentityOf.ts';
import type { Workspace } from './session.ts';
import { surveyFile } from './surveyFile.ts';
import type { Tables } from './tables.ts';

/**
 * Fills a new client with the sample: the invented users file through the same survey and import as any other, then
 * the contract and the exceptions as recorded acts.
 */
export async function fillSample(
  workspace: Workspace,
  stamp: Stamp,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Result<null, Failure>> {
  const table = sampleTable();
  const file = new File([writeCsv(table)], SAMPLE_FILE_NAME, { type: 'text/csv' });
  const source = { file };
  const asked = {
    fileTime: undefined,
    system: SAMPLE_SYSTEM,
    plan: undefined,
    workingDay: stamp.workingDay,
    workspaceZone: workspace.about.timeZone,
  };
  const survey = await surveyFile(source, asked, signal);
  if (!survey.ok) return survey;
  const plan = samplePlan(survey.value.plan);
  const ask = { source, plan, estimatedRows: table.length - 1, stamp };
  const accounts = (progress: Progress): void => onProgress({ ...progress, unit: 'rows' });
  const imported = await importInto(workspace, ask, { signal, onProgress: accounts });
  if (!imported.ok) return imported;
  const contract = SAMPLE_CONTRACT.map((line) => writeFact({ kind: 'contractLineSaved', line }));
  const tables = await workspace.tables();
  if (!tables.ok) return fail(tables.failure);
  const facts = [...contract, ...exceptionFacts(workspace, tables.value)];
  return recordFacts(workspace, stamp, () => succeed(facts));
}

/** The proposed plan with the answers that the sample's owner gives: a seat a row, and empty dates are not known. */
const samplePlan = (proposed: ImportPlan): ImportPlan => ({
  ...proposed,
  rowIs: 'accountAndLicence',
  asOf: SAMPLE_AS_OF,
  columns: proposed.columns.map((column) =>
    column.dates ? { ...column, dates: { ...column.dates, blankMeans: 'notKnown' } } : column,
  ),
});

function exceptionFacts(workspace: Workspace, { snapshot, rows }: Tables): readonly LedgerFact[] {
  const names = sampleExceptedSeats().map(({ accountId, licenceType }) => ({
    account: canonicalId(accountId),
    licenceType,
  }));
  return rows.find(names).map((seat, index) => {
    if (seat === undefined) throw new Error(`The sample lacks a seat of ${names[index]?.account}`);
    const { rationale, fallbackControl, until } = SAMPLE_EXCEPTIONS[index % SAMPLE_EXCEPTIONS.length]!;
    return writeFact({
      kind: 'exceptionAdded',
      seat: seatIdentityOf(snapshot, seat, workspace.hmacHex),
      from: snapshot.asOf,
      until,
      rationale,
      fallbackControl,
      caseNumber: undefined,
    });
  });
}
