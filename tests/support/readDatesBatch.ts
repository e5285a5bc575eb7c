import { existingDay } from '../../src/core/base/epochDay.ts';
import { formatIsoDay } from '../../src/core/base/formatDay.ts';
import { dayOf, isDay } from '../../src/core/base/dayValue.ts';
import { isDateProblem } from '../../src/core/ingest/dateProblem.ts';
import { compileDateReader, type DateReader } from '../../src/core/ingest/dateReader.ts';
import {
  NO_SUCH_DATE,
  seededRandom,
  writeDate,
  writeImpossibleDate,
  type WrittenDate,
} from './writeDates.ts';

/** What one process found, printed as JSON. */
export interface BatchResult {
  /** Minutes west of UTC in January and July, as this process sees them. */
  readonly offsets: readonly number[];
  readonly readings: number;
  readonly forms: Readonly<Record<string, number>>;
  readonly wrong: readonly string[];
  readonly wrongCount: number;
  /** Digest of the answers to the dates that every process reads. */
  readonly shared: string;
}

const AS_OF = existingDay(2039, 12, 31)!;
const readers = new Map<string, DateReader>();

function readerOf({ reading, sourceZone, workspaceZone }: WrittenDate): DateReader {
  const key = JSON.stringify([reading, sourceZone, workspaceZone]);
  let reader = readers.get(key);
  if (!reader) {
    reader = compileDateReader(
      {
        order: 'dayFirst',
        numbers: 'none',
        zone: sourceZone,
        blankMeans: 'notKnown',
        neverWords: [],
        ...reading,
      },
      { asOf: AS_OF, workspaceZone, futureAllowed: false },
    );
    readers.set(key, reader);
  }
  return reader;
}

function answerTo(written: WrittenDate): string {
  const value = readerOf(written).read(written.text);
  if (isDay(value)) return formatIsoDay(dayOf(value));
  return isDateProblem(value) ? NO_SUCH_DATE : `value ${value}`;
}

function runBatch(seed: number, readings: number): BatchResult {
  const forms: Record<string, number> = {};
  const wrong: string[] = [];
  let wrongCount = 0;
  const own = seededRandom(seed);
  for (let index = 0; index < readings; index += 1) {
    const written = index % 8 === 7 ? writeImpossibleDate(own) : writeDate(own);
    const answer = answerTo(written);
    forms[written.form] = (forms[written.form] ?? 0) + 1;
    if (answer === written.expected) continue;
    wrongCount += 1;
    if (wrong.length < 10) wrong.push(`${JSON.stringify(written)} read as ${answer}`);
  }
  const common = seededRandom(1);
  let digest = 0;
  for (let index = 0; index < 1000; index += 1) {
    for (const letter of answerTo(writeDate(common)))
      digest = (Math.imul(digest, 31) + letter.charCodeAt(0)) | 0;
  }
  return {
    offsets: [new Date(2026, 0, 1).getTimezoneOffset(), new Date(2026, 6, 1).getTimezoneOffset()],
    readings: readings + 1000,
    forms,
    wrong,
    wrongCount,
    shared: String(digest),
  };
}

process.stdout.write(JSON.stringify(runBatch(Number(process.argv[2]), Number(process.argv[3]))));
