import type { RowIndex } from '../base/brand.ts';

/** Rows in one chunk of every column. A power of two, so that row → (chunk, offset) is a shift and a mask. */
export const CHUNK_ROWS = 65_536;

/**
 * One chunk of a text column: the texts of up to {@link CHUNK_ROWS} rows joined without a separator, as UTF-8,
 * and where each ends in the decoded string.
 */
export interface TextChunk {
  readonly utf8: Uint8Array;
  /** End of row i in UTF-16 code units of the decoded chunk; row i starts where row i − 1 ends. */
  readonly ends: Uint32Array;
}

/** Read side of a text column: unique texts such as names, addresses and raw cells. */
export interface TextColumn {
  readonly length: number;
  /** Text of a row, `''` when the cell was empty. Decodes the row's chunk once and keeps it for the next call. */
  at(row: RowIndex): string;
  /** Decoded chunk and its ends, for search and sorting over many rows. */
  chunk(index: number): { readonly text: string; readonly ends: Uint32Array };
}
