import type { UnreadableFile } from '../../core/ingest/fileSurvey.ts';
import { succeed, type Result } from '../../core/base/result.ts';
import { readBytes, type ByteSource } from './decodeFile.ts';
import { startFingerprint } from './fingerprint.ts';
import type { Dialect } from '../../core/ingest/importPlan.ts';
import { openRows, type OpenedRows } from './openRows.ts';
import { readThrough, type FilePiece, type ReadThrough } from './readThrough.ts';
import { delimiterOfRows } from './cellBatches.ts';

/** A file and its outer form. */
export interface FilePart {
  readonly file: ByteSource;
  readonly plan: { readonly dialect: Dialect };
}

/**
 * One of the files of a table on its way through an import. Its bytes are read once for the rows and the fingerprint
 * together, unless the fingerprint is asked for before or the rows do not stand in the file's own bytes.
 */
export class PartReading {
  private opened: OpenedRows | undefined;
  private through: ReadThrough<FilePiece> | undefined;
  private hashed: Promise<string> | undefined;

  constructor(
    private readonly part: FilePart,
    private readonly signal: AbortSignal,
  ) {}

  /** Begins to read the file ahead, for rows that are asked for soon. */
  start(): void {
    if (this.hashed === undefined) this.through = this.readThrough();
  }

  async open(): Promise<Result<OpenedRows, UnreadableFile>> {
    const { file, plan } = this.part;
    const opened = await openRows(file, plan.dialect, this.signal);
    if (!opened.ok) return opened;
    this.opened = opened.value;
    if (opened.value.text !== file) {
      this.through?.close();
      this.through = undefined;
      this.hashed ??= startFingerprint(file, this.signal);
    }
    return succeed(opened.value);
  }

  /** The bytes of the rows, once more than `rows`. */
  rowsAhead(): AsyncGenerator<Uint8Array> {
    return readBytes(this.text, this.signal);
  }

  /** The rows or their bytes, to be asked for once. */
  rows(): AsyncGenerator<FilePiece> {
    if (this.hashed !== undefined) return readBytes(this.text, this.signal);
    this.through ??= this.readThrough();
    return this.through.pieces();
  }

  /** SHA-256 of the file. Asked for before the rows, it is computed at once; afterwards the rows must have been read. */
  fingerprint(): Promise<string> {
    if (this.through) return this.through.fingerprint();
    this.hashed ??= startFingerprint(this.part.file, this.signal);
    return this.hashed;
  }

  close(): void {
    this.through?.close();
  }

  private readThrough(): ReadThrough<FilePiece> {
    const { file, plan } = this.part;
    return readThrough(file, this.signal, delimiterOfRows(plan.dialect));
  }

  private get text(): OpenedRows['text'] {
    return this.opened?.text ?? this.part.file;
  }
}
