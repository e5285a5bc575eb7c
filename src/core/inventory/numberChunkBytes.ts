type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array;

/** Shorter chunks are always stored row by row, so that a length has one meaning. */
const SHORTEST_SERIES = 5;

/**
 * Stored form of a chunk of a numeric column, little-endian. Three forms, told apart by length: one number for rows
 * that all hold it, first number and step for rows that grow evenly (modulo the width of an element), otherwise a
 * number a row. Columns without a source and row numbers then cost a few bytes.
 */
export function numbersToChunk(rows: Numbers): Uint8Array<ArrayBuffer> {
  const series = rows.length < SHORTEST_SERIES ? undefined : seriesOf(rows);
  const stored = series ?? rows.slice();
  return new Uint8Array(stored.buffer as ArrayBuffer, stored.byteOffset, stored.byteLength);
}

function seriesOf(rows: Numbers): Numbers | undefined {
  const first = rows[0]!;
  const step = rows[1]! - first;
  for (let row = 2; row < rows.length; row += 1) if (rows[row]! - rows[row - 1]! !== step) return undefined;
  const stored = rows.slice(0, step === 0 ? 1 : 2);
  if (step !== 0) stored[1] = step;
  return stored;
}

/** Fills the rows of a chunk from its stored form; `false` when the bytes are not a chunk of that many rows. */
export function chunkToNumbers(bytes: ArrayBuffer, rows: Numbers): boolean {
  const width = rows.BYTES_PER_ELEMENT;
  if (bytes.byteLength === rows.byteLength) {
    new Uint8Array(rows.buffer, rows.byteOffset, rows.byteLength).set(new Uint8Array(bytes));
    return true;
  }
  const numbers = bytes.byteLength / width;
  if (rows.length < SHORTEST_SERIES || (numbers !== 1 && numbers !== 2)) return false;
  const NumberArray = rows.constructor as new (bytes: ArrayBuffer) => Numbers;
  const stored = new NumberArray(bytes);
  if (numbers === 1) {
    rows.fill(stored[0]!);
    return true;
  }
  // One type of array for the loop below, whatever the column: a loop over several of them is many times slower.
  if (width === Int32Array.BYTES_PER_ELEMENT) {
    const [first = 0, step = 0] = new Int32Array(bytes);
    fillSeries(new Int32Array(rows.buffer, rows.byteOffset, rows.length), first, step);
    return true;
  }
  const step = stored[1]!;
  let value = stored[0]!;
  for (let row = 0; row < rows.length; row += 1) {
    rows[row] = value;
    value = (value + step) | 0;
  }
  return true;
}

function fillSeries(rows: Int32Array, first: number, step: number): void {
  let value = first;
  for (let row = 0; row < rows.length; row += 1) {
    rows[row] = value;
    value = (value + step) | 0;
  }
}
