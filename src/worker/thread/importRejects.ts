import { describeRowError } from '../../core/ingest/describeRowError.ts';
import type { ColumnPlan, Dialect } from '../../core/ingest/importPlan.ts';
import type { RowError } from '../../core/ingest/rowError.ts';
import { isSecretHeader } from '../../core/ingest/secretHeader.ts';
import type { ChunkSink } from '../../core/inventory/chunkSink.ts';
import { cellsToCsvLine } from '../../core/inventory/csvText.ts';
import { REJECTED_COLUMN } from '../../storage/snapshotStore.ts';
import { utf8Codec } from '../../storage/utf8Codec.ts';

/** Errors kept in the receipt; all of them are in the table of rejected rows. */
const SHOWN_ERRORS = 100;
/** Characters of a cell that the receipt quotes. */
const SHOWN_TEXT = 500;
/** Text collected before it leaves as a chunk. */
const CHUNK_LENGTH = 1 << 18;

/** What is needed of the plan of any kind of file. */
export interface RejectedPlan {
  readonly dialect: Pick<Dialect, 'delimiter'>;
  readonly columns: readonly Pick<ColumnPlan, 'position' | 'header'>[];
  /** Set where the rows of several files are put together: each line then begins with its file. */
  readonly appended?: readonly unknown[];
}

/** The file that rows come from, and by how much their numbers are ahead of those in it. */
export interface RowOrigin {
  readonly file: string;
  readonly offset: number;
  readonly delimiter: string;
}

/** Collects the rejected rows of an import as lines of a table and hands them to the sink in chunks. */
export class RejectedRows {
  count = 0;
  /** The first errors, their texts cut to what a screen can show. */
  readonly firstErrors: RowError[] = [];
  private lines: string[] = [];
  private length = 0;
  private chunks = 0;
  private origin: RowOrigin | undefined;

  /** Positions of columns that are never shown; their cells are not kept anywhere. */
  private readonly secrets: readonly number[];

  /** `isHidden`: headers of columns whose cells are kept nowhere. */
  constructor(
    private readonly plan: RejectedPlan,
    private readonly sink: ChunkSink,
    isHidden: (header: string) => boolean = isSecretHeader,
  ) {
    this.secrets = plan.columns.filter(({ header }) => isHidden(header)).map(({ position }) => position);
  }

  /** To be called before the rows of each of several files. */
  startFile(origin: RowOrigin): void {
    this.origin = origin;
  }

  add(raw: RowError, original: readonly string[]): void {
    this.count += 1;
    const { origin } = this;
    const found = origin ? { ...raw, row: raw.row - origin.offset, file: origin.file } : raw;
    const cells = this.withoutSecrets(original);
    const isWholeRow = found.column === undefined;
    const error = isWholeRow
      ? { ...found, text: cells.join(origin?.delimiter ?? this.plan.dialect.delimiter) }
      : found;
    if (this.firstErrors.length < SHOWN_ERRORS) {
      const text = error.text.length > SHOWN_TEXT ? `${error.text.slice(0, SHOWN_TEXT)}…` : error.text;
      this.firstErrors.push({ ...error, text });
    }
    const line = cellsToCsvLine([
      ...(origin ? [origin.file] : []),
      String(error.row),
      error.column ?? '',
      error.text,
      describeRowError(error),
      ...cells,
    ]);
    this.lines.push(line);
    this.length += line.length;
    if (this.length >= CHUNK_LENGTH) this.flush();
  }

  private withoutSecrets(cells: readonly string[]): readonly string[] {
    return this.secrets.length === 0
      ? cells
      : cells.map((cell, position) => (this.secrets.includes(position) ? '' : cell));
  }

  flush(): void {
    if (this.lines.length === 0) return;
    this.sink.write(REJECTED_COLUMN, this.chunks, new Uint8Array(utf8Codec.encode(this.lines.join(''))));
    this.chunks += 1;
    this.lines = [];
    this.length = 0;
  }
}

/** First line of the table of rejected rows: what was wrong, then the columns of the file as they stood. */
export function rejectedRowsHeader(plan: RejectedPlan): string {
  const headers: string[] = [];
  for (const { position, header } of plan.columns) headers[position] = header;
  return cellsToCsvLine([
    ...(plan.appended === undefined ? [] : ['File']),
    'Row',
    'Column',
    'Original text',
    'Problem',
    ...Array.from(headers, (text) => text ?? ''),
  ]);
}
