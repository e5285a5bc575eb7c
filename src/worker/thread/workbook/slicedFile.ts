/** What is needed of a `File` that is read in places. */
export interface SlicedFile {
  readonly name: string;
  readonly size: number;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** The bytes of a file from one offset to another, fewer where the file ends. */
export async function readSlice(
  file: SlicedFile,
  from: number,
  to: number,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  signal.throwIfAborted();
  const bytes = new Uint8Array(await file.slice(from, Math.min(to, file.size)).arrayBuffer());
  signal.throwIfAborted();
  return bytes;
}

/** Whether a source of bytes can be read in places. Every file that a person chooses can. */
export const isSlicedFile = <Source extends object>(source: Source): source is Source & SlicedFile =>
  'slice' in source;
