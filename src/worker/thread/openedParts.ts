import { fail, succeed, type Result } from '../../core/base/result.ts';
import type { FileFinding, UnreadableFile } from '../../core/ingest/fileSurvey.ts';
import type { Failure } from '../protocol.ts';
import type { ByteSource } from './decodeFile.ts';
import { bytesOf, fingerprintsOf, type Fingerprints } from './importParts.ts';
import type { OpenedRows } from './openRows.ts';
import { PartReading, type FilePart } from './partReading.ts';
import type { FilePiece } from './readThrough.ts';

/** The files of an import from their opening to their end, in order. */
export class OpenedParts {
  /** Bytes of all files. */
  readonly bytes: number;
  private readonly readings: readonly PartReading[];
  private readonly opened: OpenedRows[] = [];

  constructor(
    readonly parts: readonly FilePart[],
    signal: AbortSignal,
  ) {
    this.bytes = bytesOf(parts);
    this.readings = parts.map((part) => new PartReading(part, signal));
  }

  /** Begins to read the first file ahead, for rows that are asked for soon. */
  start(): void {
    this.readings[0]?.start();
  }

  async open(): Promise<Result<undefined, Failure>> {
    for (const [index, reading] of this.readings.entries()) {
      const opened = await reading.open();
      if (!opened.ok) return this.unreadable(index, opened.failure);
      this.opened.push(opened.value);
    }
    return succeed(undefined);
  }

  /** To be called whatever became of the import. */
  close(): void {
    for (const reading of this.readings) reading.close();
  }

  /** The rows of an opened file as delimited text; may be read any number of times. */
  textOf(index: number): ByteSource {
    return this.opened[index]!.text;
  }

  /** The bytes of the rows of a file, once more than `rowsOf`. */
  rowsAheadOf(index: number): AsyncGenerator<Uint8Array> {
    return this.readings[index]!.rowsAhead();
  }

  /** The rows of a file or their bytes, to be asked for once. */
  rowsOf(index: number): AsyncGenerator<FilePiece> {
    return this.readings[index]!.rows();
  }

  /** Of all files, one after another; those that were not read yet are read for it. */
  async fingerprints(): Promise<Fingerprints> {
    const each: string[] = [];
    for (const reading of this.readings) each.push(await reading.fingerprint());
    return fingerprintsOf(each);
  }

  /** What the outer form of the files has to tell; complete once their rows were read. */
  findings(): readonly FileFinding[] {
    return this.opened.flatMap((opened) => opened.findings());
  }

  /** Ends an import at a file that cannot be read. */
  unreadable(index: number, why: UnreadableFile): Result<never, Failure> {
    return fail({ kind: 'unreadableFile', fileName: this.parts[index]!.file.name, why });
  }
}
