import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { readIsoDay, type EpochDay } from '../../src/core/base/epochDay.ts';
import { buildRowContext, classifyRow } from '../../src/core/ingest/classifyRow.ts';
import { ClosingLines } from '../../src/core/ingest/closingLines.ts';
import { furtherTableAnswer } from '../../src/core/ingest/foundTables.ts';
import { FurtherTables } from '../../src/core/ingest/furtherTables.ts';
import type { UnreadableFile } from '../../src/core/ingest/fileSurvey.ts';
import type { FileSurvey } from '../../src/core/ingest/fileSurvey.ts';
import type { ImportPlan } from '../../src/core/ingest/importPlan.ts';
import type { RowError } from '../../src/core/ingest/rowError.ts';
import { placeRows } from '../../src/core/ingest/sortRows.ts';
import { surveyFile, type SurveyInput } from '../../src/core/ingest/surveyFile.ts';
import type { UserRow } from '../../src/core/ingest/userRow.ts';
import { compileUserRowReader } from '../../src/core/ingest/userRowReader.ts';
import { readSurveyInput } from '../../src/worker/thread/surveyFile.ts';

const FOLDER = join(import.meta.dirname, 'exports');

/** What the file beside an export says about it. Days are ISO dates; a field that is not given has its usual value. */
export interface Expected {
  /** What the case shows, in a sentence. */
  readonly about?: string;
  /** Kind of the refusal; then nothing else is expected. */
  readonly refused?: string;
  readonly system?: string;
  readonly workspaceZone?: string;
  readonly workingDay?: string;
  readonly fileDay?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly linesBeforeHeader?: number;
  readonly rowIs?: string;
  readonly asOf?: string;
  readonly asOfFrom?: string;
  readonly lagDays?: number;
  /** Platform and export that the header is known by, or `null`. */
  readonly recognised?: readonly [string, string] | null;
  /** Header and meaning of every column that is imported, in file order. */
  readonly roles: readonly (readonly [string, string])[];
  readonly signalKinds?: Readonly<Record<string, string>>;
  readonly zones?: Readonly<Record<string, string>>;
  readonly forLicenceType?: Readonly<Record<string, string>>;
  readonly findings: readonly string[];
  readonly questions?: readonly string[];
  readonly orderQuestion?: Readonly<Record<string, readonly (readonly [number, string, string, string])[]>>;
  /** Answers given to the questions about day and month before the rows are read. */
  readonly answers?: Readonly<Record<string, 'dayFirst' | 'monthFirst'>>;
  readonly accepted: number;
  readonly rejected?: readonly (readonly [number, string, string | null, string])[];
  /** Rows that are no data, by reason. */
  readonly others?: Readonly<Record<string, number>>;
  readonly rows: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** A case of the museum: the name of its export and what is expected of it. */
export interface GoldenCase {
  readonly name: string;
  readonly file: string;
  readonly expected: Expected;
}

const FILES = readdirSync(FOLDER);

/** All cases, by name. Adding a case is adding two files. */
export const GOLDEN_CASES: readonly GoldenCase[] = FILES.filter((file) => !file.endsWith('.expected.json'))
  .map((file) => {
    const name = file.slice(0, -extname(file).length);
    const text = readFileSync(join(FOLDER, `${name}.expected.json`), 'utf8');
    return { name, file, expected: JSON.parse(text) as Expected };
  })
  .toSorted((left, right) => (left.name < right.name ? -1 : 1));

/** The day of an ISO text that is known to exist. */
export const dayOfText = (text: string): EpochDay => readIsoDay(text)!;

export const bytesOf = (file: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(join(FOLDER, file)));

/** An export surveyed as the worker surveys it. */
export type Surveyed =
  | { readonly refused: UnreadableFile }
  | { readonly refused: undefined; readonly input: SurveyInput; readonly survey: FileSurvey };

/** Surveys the file of a case, or the same rows in another form. */
export async function surveyExport(
  { file, expected }: GoldenCase,
  given = new File([bytesOf(file)], file),
): Promise<Surveyed> {
  const { fileDay = '2026-06-30', workingDay = '2026-06-30', workspaceZone = 'Europe/London' } = expected;
  const input = await readSurveyInput(
    { file: given },
    {
      fileTime: dayOfText(fileDay) * 86_400_000 + 43_200_000,
      system: expected.system ?? 'other',
      plan: undefined,
      workspaceZone,
      workingDay: dayOfText(workingDay),
    },
    new AbortController().signal,
  );
  if (!input.ok) {
    if (input.failure.kind !== 'unreadableFile') throw new Error(input.failure.kind);
    return { refused: input.failure.why };
  }
  return { refused: undefined, input: input.value, survey: surveyFile(input.value) };
}

/** What became of every row of an export. */
export interface ReadRows {
  readonly errors: readonly RowError[];
  readonly others: Readonly<Record<string, number>>;
  readonly accepted: ReadonlyMap<number, UserRow>;
}

/** Reads the rows of an export under a plan, by the rules that the import follows. */
export function readRows({ rows, fileRows }: SurveyInput, plan: ImportPlan): ReadRows {
  const context = buildRowContext(plan.columns, plan.dialect);
  const tables = new FurtherTables(context, furtherTableAnswer(plan));
  const isElsewhere = placeRows(tables, { rows, fileRows });
  const closing = new ClosingLines(context);
  const reader = compileUserRowReader(plan);
  const errors: RowError[] = [];
  const others: Record<string, number> = {};
  const accepted = new Map<number, UserRow>();
  rows.forEach((cells, index) => {
    const other = isElsewhere[index]
      ? 'otherTable'
      : closing.settle(classifyRow(cells, context), cells, errors.length + accepted.size);
    if (other !== undefined) {
      others[other] = (others[other] ?? 0) + 1;
      return;
    }
    const error = reader.read(cells, fileRows[index]!);
    if (error) errors.push(error);
    else accepted.set(fileRows[index]!, structuredClone(reader.row));
  });
  return { errors, others, accepted };
}
