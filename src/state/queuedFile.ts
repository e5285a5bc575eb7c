import type { FileSurvey } from '../core/ingest/fileSurvey.ts';
import type { FileKind } from '../core/ingest/kinds/fileKind.ts';
import type { TableSurvey } from '../core/ingest/kinds/surveyTable.ts';
import type { Failure, ImportSource, Progress } from '../worker/protocol.ts';

/** A file that can be imported as it stands, with everything the import is asked with. */
export type ReadyFile =
  | { readonly kind: 'users'; readonly survey: FileSurvey }
  | { readonly kind: 'table'; readonly survey: TableSurvey }
  | { readonly kind: 'answers' };

/** What a file waits for a person with. */
export type WaitsFor =
  /** Questions about so many columns. */
  | { readonly kind: 'answers'; readonly questions: number }
  /** A list whose columns were never seen before: somebody has to look at their meanings once. */
  | { readonly kind: 'mapping' }
  | { readonly kind: 'column' }
  | { readonly kind: 'licenceType' }
  | { readonly kind: 'currency' }
  | { readonly kind: 'completeness' }
  /** A log that does not say what its rows prove. */
  | { readonly kind: 'signal' }
  /** It was loaded before with other settings. */
  | { readonly kind: 'otherSettings' };

export type QueueStep =
  | { readonly step: 'waiting' }
  | { readonly step: 'looking' }
  | { readonly step: 'ready'; readonly ready: ReadyFile }
  | { readonly step: 'asks'; readonly waitsFor: WaitsFor }
  /** On the screen, being answered. */
  | { readonly step: 'open'; readonly waitsFor: WaitsFor }
  | { readonly step: 'importing'; readonly ready: ReadyFile; readonly progress: Progress | undefined }
  | { readonly step: 'done'; readonly rows: ReadCounts; readonly already: boolean }
  | { readonly step: 'failed'; readonly failure: Failure };

/** What became of the rows of an imported file; `undefined` for answer files. */
export type ReadCounts = { readonly read: number; readonly rejected: number } | undefined;

/** One line of the queue: a file, or several that are put together. */
export interface QueuedFile {
  readonly id: number;
  readonly name: string;
  /** One file, or several of the same columns whose rows are read as one list. */
  readonly files: readonly File[];
  /** What it was recognised as. */
  readonly kind: FileKind | undefined;
  /** Kind and names of the columns. */
  readonly header: string | undefined;
  readonly state: QueueStep;
}

export function sourceOf({ files }: Pick<QueuedFile, 'files'>): ImportSource {
  const [file, ...appended] = files;
  if (!file) throw new Error('A line of the queue without a file');
  return appended.length > 0 ? { file, appended } : { file };
}

export const isFinished = ({ state: { step } }: QueuedFile): boolean => step === 'done' || step === 'failed';

/** Files of one kind and the same columns that can be put together. */
export interface TogetherOffer {
  readonly header: string;
  readonly queued: readonly QueuedFile[];
}

const BY_NAME = new Intl.Collator('en-US', { numeric: true });

/** Files of one kind with the same columns, in the order of their names (page 2 before page 10). `apart`: headers that were refused. */
export function offersOf(
  queued: readonly QueuedFile[],
  apart: ReadonlySet<string>,
): readonly TogetherOffer[] {
  const groups = new Map<string, QueuedFile[]>();
  for (const file of queued) {
    const { header, state } = file;
    if (header === undefined || apart.has(header)) continue;
    if (state.step !== 'ready' && state.step !== 'asks') continue;
    groups.set(header, [...(groups.get(header) ?? []), file]);
  }
  return [...groups]
    .filter(([, group]) => group.length > 1)
    .map(([header, group]) => ({
      header,
      queued: group.toSorted((a, b) => BY_NAME.compare(a.name, b.name) || a.id - b.id),
    }));
}

/** Files that one press imports: all that are ready and not part of an open offer. */
export function readyOf(queued: readonly QueuedFile[], apart: ReadonlySet<string>): readonly QueuedFile[] {
  const offered = new Set(offersOf(queued, apart).flatMap((offer) => offer.queued));
  return queued.filter((file) => file.state.step === 'ready' && !offered.has(file));
}
