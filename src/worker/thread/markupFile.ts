import { readSignature } from '../../core/ingest/fileSignature.ts';
import type { Encoding } from '../../core/ingest/importPlan.ts';
import { readMarkupTable } from '../../core/ingest/markupTable.ts';
import { recogniseEncoding } from '../../core/ingest/recogniseBytes.ts';
import { readBytes, type ByteSource } from './decodeFile.ts';
import { PieceDecoder } from './decodePieces.ts';

/** Larger pages are refused: their table would not fit into memory as text. */
const MOST_BYTES = 64 << 20;
const HEAD_BYTES = 4_096;
const LESS_THAN = 0x3c;

/** Whether the first bytes are markup whose table can be read: a web page or an XML workbook of 2003. */
function isMarkup(head: Uint8Array): boolean {
  const marked = head[0] === 0xef ? head.subarray(3) : head[0] === 0xff ? head.subarray(2) : head;
  const kind = readSignature(marked)?.kind;
  return (kind === 'webPage' || kind === 'workbook') && marked.find((byte) => byte > 0x20) === LESS_THAN;
}

/** The bytes of a file up to a limit. */
async function readUpTo(file: ByteSource, limit: number, signal: AbortSignal): Promise<Uint8Array> {
  const bytes = new Uint8Array(Math.min(limit, file.size));
  let filled = 0;
  for await (const piece of readBytes(file, signal)) {
    const part = piece.subarray(0, bytes.length - filled);
    bytes.set(part, filled);
    filled += part.length;
    if (filled === bytes.length) break;
  }
  return bytes.subarray(0, filled);
}

function decodeWhole(bytes: Uint8Array, encoding: Encoding): string | undefined {
  const decoder = new PieceDecoder(encoding);
  const { text, broken } = decoder.push(bytes);
  return broken || decoder.end().broken ? undefined : text;
}

const toLine = (cells: readonly string[]): string =>
  cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');

/**
 * A file as delimited text: the table of a web page or of an XML workbook, whatever the file's name ends in, written as
 * comma separated UTF-8 so that it goes the way of every other file; `undefined` for all other files, and for a page
 * without a table, which is then refused for what it is. The same bytes always give the same text.
 */
export async function openMarkup(file: ByteSource, signal: AbortSignal): Promise<ByteSource | undefined> {
  const head = await readUpTo(file, HEAD_BYTES, signal);
  if (file.size > MOST_BYTES || !isMarkup(head)) return undefined;
  const bytes = await readUpTo(file, file.size, signal);
  const { encoding } = recogniseEncoding(bytes, true);
  const text = decodeWhole(bytes, encoding);
  const rows = text === undefined ? undefined : readMarkupTable(text);
  if (rows === undefined || rows.length < 2 || rows.every((cells) => cells.length < 2)) return undefined;
  return new File([`${rows.map(toLine).join('\n')}\n`], file.name, { type: 'text/csv' });
}
