/** What a workbook may be at most. A limit is the largest value that is still read. */
export interface WorkbookLimits {
  /** Bytes of the file itself. */
  readonly fileBytes: number;
  /** Entries of the archive. */
  readonly parts: number;
  /** Bytes of one part, counted while it is inflated. */
  readonly partBytes: number;
  /** Bytes of all parts that one reading inflates, and of all text that it hands out. */
  readonly totalBytes: number;
  /** Inflated bytes for one stored byte, asked once a part is larger than `ratioFromBytes`. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  /** Columns up to the last cell with content. */
  readonly columns: number;
  /** Row numbers. */
  readonly rows: number;
  /** UTF-16 units of one cell. */
  readonly cellLetters: number;
  /** Texts and their bytes in the table of shared texts, which alone is held in memory whole. */
  readonly sharedTexts: number;
  readonly sharedBytes: number;
}

const MB = 1 << 20;

/**
 * The limits of Fallow, the same for every workbook. Source: the safety notes on workbooks; the two limits on shared
 * texts keep their table within memory.
 */
export const WORKBOOK_LIMITS: WorkbookLimits = {
  fileBytes: 200 * MB,
  parts: 2_000,
  partBytes: 1024 * MB,
  totalBytes: 1536 * MB,
  ratio: 200,
  ratioFromBytes: 10 * MB,
  columns: 1_024,
  rows: 1_048_576,
  cellLetters: 32_767,
  sharedTexts: 16 * MB,
  sharedBytes: 256 * MB,
};
