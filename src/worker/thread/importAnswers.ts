import type { EpochDay } from '../../core/base/epochDay.ts';
import { ANSWERS_KIND } from '../../core/ingest/kinds/answersKind.ts';
import { clearFactRow, emptyFactRow, type FactRow } from '../../core/ingest/kinds/factRow.ts';
import { codesByWord } from '../../core/ingest/kinds/factStep.ts';
import { factColumnOf } from '../../core/ingest/kinds/kindSchemas.ts';
import {
  describeAnswerProblem,
  readAnswerFile,
  type AnsweredRow,
  type AnswerFile,
} from '../../core/ingest/kinds/readAnswerFile.ts';
import { FactTableBuilder } from '../../core/inventory/factTableBuilder.ts';
import { FileStage } from '../../storage/fileStage.ts';
import { utf8Codec } from '../../storage/utf8Codec.ts';
import type { AnswerFileOutcome, FileReceipt } from '../tableView.ts';
import { hashFile, type ByteSource } from './decodeFile.ts';
import { checkRowAccount, readFileReceipt } from './fileReceipt.ts';
import type { TableImportTools } from './importTable.ts';

/** A packet holds some hundred cases; a larger file is none of its answers. */
const MOST_BYTES = 8 << 20;

const placeOf = (name: string): number => ANSWERS_KIND.columns.findIndex((column) => column.name === name);
const CODES = codesByWord(factColumnOf(ANSWERS_KIND, 'decision').codes ?? []);

function fillRow(row: FactRow, answered: AnsweredRow, place: number): void {
  clearFactRow(row, ANSWERS_KIND, place);
  row.texts[placeOf('caseNumber')] = answered.caseNumber;
  row.texts[placeOf('targetLicenceType')] = answered.targetLicenceType;
  row.texts[placeOf('reason')] = answered.reason;
  row.numbers[placeOf('decision')] = CODES.get(answered.decision) ?? 0;
}

/** Text of a file, or `undefined` when it is too large or no UTF-8. */
async function readText(file: ByteSource): Promise<string | undefined> {
  if (file.size > MOST_BYTES) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/**
 * Imports one answer file: it is taken whole, or refused with the reason. Its rows are kept with what the file says
 * about itself; the integrity value is kept and not checked, since its form belongs to the packets.
 */
export async function importAnswers(
  file: ByteSource,
  workingDay: EpochDay,
  tools: Pick<TableImportTools, 'db' | 'locks' | 'file' | 'importedAt' | 'record'>,
): Promise<AnswerFileOutcome> {
  const fileName = file.name;
  const text = await readText(file);
  const read = text === undefined ? undefined : readAnswerFile(text);
  if (read?.ok !== true) {
    const reason = describeAnswerProblem(read ? read.failure : { kind: 'noAnswer' });
    return { fileName, outcome: 'refused', reason };
  }
  const sha256 = await hashFile(file, new AbortController().signal);
  const stage = await FileStage.begin(tools.db, tools.file, tools.importedAt, tools.locks);
  try {
    const receipt = await fill(stage, read.value, { file, sha256, workingDay, tools });
    const { layout, ...kept } = receipt;
    const outcome = await stage.commit({ layout, sha256, receipt: kept }, () => tools.record(kept));
    return outcome.kind === 'committed'
      ? { fileName, outcome: 'imported', receipt: kept }
      : { fileName, outcome: 'alreadyLoaded', receipt: readFileReceipt(outcome.head.receipt) };
  } catch (error) {
    await stage.discard();
    throw error;
  }
}

type Layout = Parameters<FileStage['commit']>[0]['layout'];

async function fill(
  stage: FileStage,
  answer: AnswerFile,
  {
    file,
    sha256,
    workingDay,
    tools,
  }: {
    readonly file: ByteSource;
    readonly sha256: string;
    readonly workingDay: EpochDay;
    readonly tools: Pick<TableImportTools, 'file' | 'importedAt'>;
  },
): Promise<FileReceipt & { readonly layout: Layout }> {
  const mapped = new Set(ANSWERS_KIND.columns.map(({ name }) => name));
  const builder = new FactTableBuilder('answers', mapped, { codec: utf8Codec, sink: stage });
  const row = emptyFactRow(ANSWERS_KIND);
  answer.rows.forEach((answered, index) => {
    fillRow(row, answered, index + 1);
    builder.add(row);
  });
  const { layout, range } = await builder.finish();
  const read = answer.rows.length;
  const receipt: FileReceipt = {
    file: tools.file,
    kind: 'answers',
    asOf: workingDay,
    importedAt: tools.importedAt,
    source: { name: file.name, bytes: file.size, sha256 },
    rows: { read, accepted: read, rejected: 0, repeats: builder.repeats, blankLines: 0 },
    stored: layout.rows,
    range,
    findings: [{ kind: 'integrityNotChecked' }],
    errors: [],
    plan: undefined,
    answer: answer.head,
  };
  checkRowAccount(receipt);
  return { ...receipt, layout: { ...layout, id: tools.file } };
}
