/** A column of numbers as it lies in memory; its kind says how wide each of them is. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array;

/** Shorter chunks are always stored row by row, so that a length has one meaning. */
const SHORTEST_SERIES = 5;

/** 32-bit numbers from here on, the day values without a day among them, have a place in 16 bits as well. */
const HIGH_NUMBERS = 0x7fff_fff0;
const HIGH_PLACES = 0xfff0;

/**
 * Stored form of a chunk of a numeric column, little-endian. Four forms, told apart by length: one number for rows
 * that all hold it, first number and step for rows that grow evenly (modulo the width of an element), 16 bits a row for
 * numbers of 32 bits that fit, otherwise a number a row. Columns without a source and row numbers then cost a few bytes,
 * days and most codes half.
 */
export function numbersToChunk(rows: Numbers): Uint8Array<ArrayBuffer> {
  const stored =
    (rows.length < SHORTEST_SERIES ? undefined : (seriesOf(rows) ?? narrowed(rows))) ?? rows.slice();
  return new Uint8Array(stored.buffer as ArrayBuffer, stored.byteOffset, stored.byteLength);
}

function seriesOf(rows: Numbers): Numbers | undefined {
  const step = rows[1]! - rows[0]!;
  if (rows[2]! - rows[1]! !== step || !isSeries(rows)) return undefined;
  const stored = rows.slice(0, step === 0 ? 1 : 2);
  if (step !== 0) stored[1] = step;
  return stored;
}

/** Whether rows grow evenly. A loop for each width: one over several types of array is many times slower. */
function isSeries(rows: Numbers): boolean {
  if (rows instanceof Uint8Array) {
    const step = rows[1]! - rows[0]!;
    for (let row = 2; row < rows.length; row += 1) if (rows[row]! - rows[row - 1]! !== step) return false;
  } else if (rows instanceof Uint16Array) {
    const step = rows[1]! - rows[0]!;
    for (let row = 2; row < rows.length; row += 1) if (rows[row]! - rows[row - 1]! !== step) return false;
  } else {
    const words = wordsOf(rows);
    const step = (words[1]! - words[0]!) | 0;
    for (let row = 2; row < words.length; row += 1) {
      if (((words[row]! - words[row - 1]!) | 0) !== step) return false;
    }
  }
  return true;
}

const wordsOf = (rows: Uint32Array | Int32Array): Int32Array =>
  new Int32Array(rows.buffer, rows.byteOffset, rows.length);

function narrowed(rows: Numbers): Uint16Array | undefined {
  if (rows instanceof Uint8Array || rows instanceof Uint16Array) return undefined;
  const words = wordsOf(rows);
  const narrow = new Uint16Array(words.length);
  for (let row = 0; row < words.length; row += 1) {
    const number = words[row]!;
    if (number >= 0 && number < HIGH_PLACES) narrow[row] = number;
    else if (number >= HIGH_NUMBERS) narrow[row] = HIGH_PLACES + number - HIGH_NUMBERS;
    else return undefined;
  }
  return narrow;
}

/** Rows that grow evenly from a first number; a step of 0 is one number for all. Both modulo the width of an element. */
export interface NumberSeries {
  readonly first: number;
  readonly step: number;
}

/** The series that a chunk of `rows` elements like those of `like` is stored as; `undefined` for any other form. */
export function seriesOfChunk(bytes: ArrayBuffer, rows: number, like: Numbers): NumberSeries | undefined {
  if (rows < SHORTEST_SERIES) return undefined;
  const numbers = bytes.byteLength / like.BYTES_PER_ELEMENT;
  if (numbers !== 1 && numbers !== 2) return undefined;
  const stored = new (like.constructor as new (bytes: ArrayBuffer) => Numbers)(bytes);
  return { first: stored[0]!, step: stored[1] ?? 0 };
}

/** Fills rows with a series. */
export function fillSeries(rows: Numbers, { first, step }: NumberSeries): void {
  if (step === 0) {
    if (first !== 0) rows.fill(first);
  } else if (rows instanceof Uint8Array || rows instanceof Uint16Array) {
    for (let row = 0, value = first; row < rows.length; row += 1, value = (value + step) | 0)
      rows[row] = value;
  } else {
    fillWords(wordsOf(rows), first, step);
  }
}

/** Fills the rows of a chunk from its stored form; `false` when the bytes are not a chunk of that many rows. */
export function chunkToNumbers(bytes: ArrayBuffer, rows: Numbers): boolean {
  const width = rows.BYTES_PER_ELEMENT;
  if (bytes.byteLength === rows.byteLength) {
    new Uint8Array(rows.buffer, rows.byteOffset, rows.byteLength).set(new Uint8Array(bytes));
    return true;
  }
  if (rows.length < SHORTEST_SERIES) return false;
  // One type of array for the loops below, whatever the column: a loop over several of them is many times slower.
  const words =
    width === Int32Array.BYTES_PER_ELEMENT
      ? new Int32Array(rows.buffer, rows.byteOffset, rows.length)
      : undefined;
  if (words && bytes.byteLength === rows.length * Uint16Array.BYTES_PER_ELEMENT) {
    fillWidened(words, new Uint16Array(bytes));
    return true;
  }
  const series = seriesOfChunk(bytes, rows.length, rows);
  if (!series) return false;
  if (series.step === 0) rows.fill(series.first);
  else fillSeries(rows, series);
  return true;
}

function fillWidened(rows: Int32Array, narrow: Uint16Array): void {
  for (let row = 0; row < rows.length; row += 1) {
    const number = narrow[row]!;
    rows[row] = number < HIGH_PLACES ? number : HIGH_NUMBERS + number - HIGH_PLACES;
  }
}

function fillWords(rows: Int32Array, first: number, step: number): void {
  let value = first | 0;
  for (let row = 0; row < rows.length; row += 1) {
    rows[row] = value;
    value = (value + step) | 0;
  }
}
