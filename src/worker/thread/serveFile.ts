import type { buildRowScanner, RowScanner, ScannedRows } from '../../core/ingest/rowScanner.ts';
import type { utf8CharacterLength } from '../../core/ingest/utf8Bytes.ts';
import type { StreamSha256 } from './streamSha256.ts';

/** What is handed over of a file. */
export interface HandedOver {
  /** Buffers of `bytes` bytes each in which the bytes are handed over; none: they are only hashed. */
  readonly buffers: number;
  readonly bytes: number;
  /** Given where the file is UTF-8 and rows stand in it from its first byte on: they are found by the thread. */
  readonly delimiter?: string | undefined;
}

/** What the thread is told first. */
export interface FileOrder extends HandedOver {
  readonly file: Blob;
}

/** Buffers that the thread may fill again: that of the bytes, and where rows are found those of cells and rows. */
export type FreedBuffers = readonly [
  bytes: ArrayBuffer,
  cells?: ArrayBuffer | undefined,
  rowStarts?: ArrayBuffer | undefined,
];

/** Rows that the thread has found. */
export interface FileRows extends ScannedRows {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly cells: Int32Array<ArrayBuffer>;
  readonly rowStarts: Int32Array<ArrayBuffer>;
}

/**
 * What the thread says: rows of the file or, from some place on, its bytes, in order, and at the end its SHA-256 or why it
 * could not be read. Rows come as long as each of them is plain and short; the last one comes in bytes.
 */
export type FileNews =
  | { readonly rows: FileRows }
  | { readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly sha256: string }
  | { readonly failure: unknown };

/**
 * The thread's side of reading a file: every piece is hashed and, where buffers are given, handed over. A buffer travels
 * with two others for the places of cells and rows. Returns what hears the order, and afterwards the freed buffers.
 *
 * The function names nothing outside itself but what it is handed: its text is the program of a thread, see
 * `startFileThread`.
 */
export function serveFile(
  post: (news: FileNews, transfer: ArrayBuffer[]) => void,
  buildHash: () => StreamSha256,
  buildScanner: typeof buildRowScanner,
  characterLength: typeof utf8CharacterLength,
): (told: FileOrder | FreedBuffers) => void {
  const MARK = [0xef, 0xbb, 0xbf];
  /** Room before the bytes of a piece for the row that the piece before has begun. */
  const LONGEST_ROW = 1 << 16;
  /** Bytes of the first buffers for cells and rows; they grow with what they have to hold. */
  const CELL_BYTES = 1 << 18;
  const ROW_BYTES = 1 << 16;
  /**
   * Bytes of the first piece; each one is twice as long as the one before, up to a whole buffer. Who takes the rows in has
   * not done so before, so that the first ones take many times as long as later ones: a whole buffer of them would keep a
   * person waiting for progress.
   */
  const FIRST_BYTES = 1 << 16;

  const hash = buildHash();
  const free: FreedBuffers[] = [];
  let freed: ((buffers: FreedBuffers) => void) | undefined;
  let roomBytes = 0;
  let before = 0;
  /** Until a row comes that is not plain or not short. */
  let scanner: RowScanner | undefined;
  let isFirst = true;
  /** Bytes behind the last row that was handed over. */
  let begun = new Uint8Array(0);

  const nextFree = (): FreedBuffers | Promise<FreedBuffers> =>
    free.pop() ??
    new Promise((resolve) => {
      freed = resolve;
    });

  const makeBuffers = (): FreedBuffers =>
    scanner
      ? [new ArrayBuffer(roomBytes), new ArrayBuffer(CELL_BYTES), new ArrayBuffer(ROW_BYTES)]
      : [new ArrayBuffer(roomBytes)];

  const handOverBegun = (): void => {
    if (begun.length > 0) post({ bytes: begun }, [begun.buffer]);
    begun = new Uint8Array(0);
  };

  /**
   * Lets a scanner meet all that it can meet in a few letters, cut at each of them. What is compiled while the first rows
   * are scanned is thrown away at every kind of cell or end that was not met before: eight times, most of a core for 0.2 s.
   */
  const practise = (scanning: RowScanner, delimiter: string): void => {
    const row = ['a', '"b ""c"" d"', '\u00e9\u4e00\u{1f600}', '', '"\u00e9\u4e00"', 'e#\r\n""'];
    const letters = new TextEncoder().encode(`${row.join(delimiter)}\rf${delimiter}gh ij kl!\n"m"\n\n`);
    for (const isEndOfFile of [false, true, false]) {
      scanning.cells = new Int32Array(2);
      scanning.rowStarts = new Int32Array(2);
      for (let to = 0; to <= letters.length; to += 1) scanning.scan(letters.slice(), 0, to, isEndOfFile);
    }
  };

  const scan = (scanning: RowScanner, piece: Uint8Array<ArrayBuffer>): void => {
    const bytes = new Uint8Array(piece.buffer);
    let from = before - begun.length;
    const to = before + piece.length;
    bytes.set(begun, from);
    if (isFirst && MARK.every((byte, at) => bytes[from + at] === byte)) from += MARK.length;
    isFirst = false;
    const stop = scanning.scan(bytes, from, to, false);
    begun = bytes.slice(scanning.next, to);
    const { count, cells, rowStarts } = scanning;
    post({ rows: { bytes, count, cells, rowStarts } }, [bytes.buffer, cells.buffer, rowStarts.buffer]);
    if (stop === 'atEnd' && begun.length <= before) return;
    scanner = undefined;
    handOverBegun();
  };

  const read = async ({ file, buffers, bytes, delimiter }: FileOrder): Promise<void> => {
    const reader = file.stream().getReader({ mode: 'byob' });
    if (delimiter !== undefined) {
      before = LONGEST_ROW;
      scanner = buildScanner(delimiter, characterLength);
      practise(scanner, delimiter);
    }
    roomBytes = before + bytes;
    for (let made = 0; made < Math.max(1, buffers); made += 1) free.push(makeBuffers());
    for (let wanted = Math.min(FIRST_BYTES, bytes); ; wanted = Math.min(wanted * 2, bytes)) {
      const [room, cells, rowStarts] = await nextFree();
      const { done, value } = await reader.read(new Uint8Array(room, before, wanted), { min: wanted });
      if (value && value.length > 0) {
        hash.update(value);
        if (buffers === 0) free.push([value.buffer]);
        else if (scanner && cells && rowStarts) {
          scanner.cells = new Int32Array(cells);
          scanner.rowStarts = new Int32Array(rowStarts);
          scan(scanner, value);
        } else post({ bytes: value }, [value.buffer]);
      }
      if (!done) continue;
      handOverBegun();
      post({ sha256: hash.digest() }, []);
      return;
    }
  };

  return (told) => {
    if ('file' in told) {
      read(told).catch((failure: unknown) => post({ failure }, []));
      return;
    }
    // The row that was begun when scanning ended came in a buffer of its own.
    if (told[0].byteLength !== roomBytes) return;
    if (freed) {
      freed(told);
      freed = undefined;
    } else free.push(told);
  };
}
