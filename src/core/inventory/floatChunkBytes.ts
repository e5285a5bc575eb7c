/** Stored form of a chunk of 64-bit numbers: one after another, little-endian, each `NaN` with the same bits. */
export function floatsToChunk(rows: Float64Array): Uint8Array<ArrayBuffer> {
  const stored = new Float64Array(rows.length);
  for (let row = 0; row < rows.length; row += 1)
    stored[row] = Number.isNaN(rows[row]) ? Number.NaN : rows[row]!;
  return new Uint8Array(stored.buffer);
}

/** Fills the rows of a chunk from its stored form; `false` when the bytes are not a chunk of that many rows. */
export function chunkToFloats(bytes: ArrayBuffer, rows: Float64Array): boolean {
  if (bytes.byteLength !== rows.byteLength) return false;
  rows.set(new Float64Array(bytes));
  return true;
}
