import { chunksOfBundles } from './numberBundle.ts';
import {
  chunkToNumbers,
  fillSeries,
  seriesOfChunk,
  type NumberSeries,
  type Numbers,
} from './numberChunkBytes.ts';
import { rowsInChunk } from './snapshotLayout.ts';

/** Gives a stored chunk, of a numeric column a bundle of chunks, or `undefined` when there is none. */
export type ChunkOf = (column: string, chunk: number) => ArrayBuffer | undefined;

/** A numeric column as it is stored. */
export interface StoredNumbers {
  readonly column: string;
  readonly NumberArray: new (length: number) => Numbers;
  /** Elements. */
  readonly length: number;
}

/**
 * Reads the numeric columns of one snapshot. Columns that are one series throughout (columns without a source, row
 * numbers, the account of the only seat of each) are filled once and shared: facts are never written to, and a large
 * snapshot has more of them than of any other.
 */
export class NumberReader {
  readonly #chunkRows: number;
  readonly #chunkOf: ChunkOf;
  readonly #ahead = new Map<string, Numbers>();
  readonly #shared = new Map<string, Numbers>();
  readonly #highest = new Map<Numbers, number>();

  constructor(chunkRows: number, chunkOf: ChunkOf) {
    this.#chunkRows = chunkRows;
    this.#chunkOf = chunkOf;
  }

  /** Reads a column whose chunks are there before it is asked for, so that this takes place while others are awaited. */
  readAhead({ column, NumberArray, length }: StoredNumbers): void {
    const read = this.read(column, NumberArray, length);
    if (read) this.#ahead.set(column, read);
  }

  /** A column of `length` elements of a type; `undefined` when its chunks are missing or damaged. */
  read<Column extends Numbers>(
    name: string,
    NumberArray: new (length: number) => Column,
    length: number,
  ): Column | undefined {
    const ahead = this.#ahead.get(name);
    if (ahead instanceof NumberArray && ahead.length === length) return ahead;
    const chunks = chunksOfBundles(name, length, this.#chunkRows, this.#chunkOf);
    if (!chunks) return undefined;
    const series = this.#seriesOf(chunks, new NumberArray(0), length);
    if (!series) return this.#fill(new NumberArray(length), chunks);
    const key = [NumberArray.name, length, series.first, series.step].join(' ');
    const same = this.#shared.get(key);
    if (same) return same as Column;
    const column = new NumberArray(length);
    fillSeries(column, series);
    const highest = highestOfSeries(series, length, column);
    if (highest !== undefined) this.#highest.set(column, highest);
    this.#shared.set(key, column);
    return column;
  }

  /** Highest number of a column, -1 of an empty one. */
  highestOf(column: Uint8Array | Uint16Array | Uint32Array): number {
    let highest = this.#highest.get(column);
    if (highest === undefined) {
      highest = highestOf(column);
      this.#highest.set(column, highest);
    }
    return highest;
  }

  #fill<Column extends Numbers>(column: Column, chunks: readonly ArrayBuffer[]): Column | undefined {
    const chunkRows = this.#chunkRows;
    const isFilled = chunks.every((bytes, chunk) =>
      chunkToNumbers(bytes, column.subarray(chunk * chunkRows, (chunk + 1) * chunkRows)),
    );
    return isFilled ? column : undefined;
  }

  /** The series that all chunks of a column continue, where they do. */
  #seriesOf(chunks: readonly ArrayBuffer[], like: Numbers, length: number): NumberSeries | undefined {
    const chunkRows = this.#chunkRows;
    let whole: NumberSeries | undefined;
    for (const [chunk, bytes] of chunks.entries()) {
      const series = seriesOfChunk(bytes, rowsInChunk(length, chunkRows, chunk), like);
      if (!series) return undefined;
      whole ??= series;
      if (series.step !== whole.step) return undefined;
      if (series.first !== numberAt(whole, chunk * chunkRows, like)) return undefined;
    }
    return whole;
  }
}

/** Number of a series at a row, in the width and sign of an element. */
function numberAt({ first, step }: NumberSeries, row: number, like: Numbers): number {
  const one = new (like.constructor as new (length: number) => Numbers)(1);
  one[0] = first + step * row;
  return one[0]!;
}

/** Highest number of a series that fills a column, where it does not run over the width of an element. */
function highestOfSeries({ first, step }: NumberSeries, length: number, column: Numbers): number | undefined {
  const last = first + step * (length - 1);
  return length > 0 && step >= 0 && column[length - 1] === last ? last : undefined;
}

/** A loop for each width: one over several types of array is many times slower. */
function highestOf(codes: Uint8Array | Uint16Array | Uint32Array): number {
  if (codes instanceof Uint8Array) return highestOfBytes(codes);
  let highest = -1;
  if (codes instanceof Uint16Array) {
    for (let row = 0; row < codes.length; row += 1) if (codes[row]! > highest) highest = codes[row]!;
  } else {
    for (let row = 0; row < codes.length; row += 1) if (codes[row]! > highest) highest = codes[row]!;
  }
  return highest;
}

function highestOfBytes(codes: Uint8Array): number {
  let highest = -1;
  for (let row = 0; row < codes.length; row += 1) if (codes[row]! > highest) highest = codes[row]!;
  return highest;
}
