import { fail, succeed, type Result } from '../base/result.ts';
import { readSignature } from './fileSignature.ts';
import type { UnreadableFile } from './fileSurvey.ts';
import type { Encoding } from './importPlan.ts';
import { buildUtf8Check } from './utf8Check.ts';

/** How the bytes of a text file are to be decoded. */
export interface RecognisedText {
  readonly encoding: Encoding;
  /** Bytes of the byte order mark at the start: 0, 2 or 3. They are not part of the text. */
  readonly bomBytes: number;
}

const isSpace = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0;

const isControl = (byte: number): boolean =>
  byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1a && byte !== 0x1b);

/** UTF-16 without a mark shows by zeros that stand on one side of each pair only. */
function utf16WithoutMark(head: Uint8Array): Encoding | undefined {
  const pairs = head.length >> 1;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (head[2 * pair] === 0) evenZeros++;
    if (head[2 * pair + 1] === 0) oddZeros++;
  }
  const enough = Math.max(2, pairs * 0.15);
  if (oddZeros >= enough && evenZeros <= oddZeros / 20) return 'utf-16le';
  if (evenZeros >= enough && oddZeros <= evenZeros / 20) return 'utf-16be';
  return undefined;
}

function markOf(head: Uint8Array): RecognisedText | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bomBytes: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bomBytes: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bomBytes: 2 };
  return undefined;
}

/** So many zeros in a row are no slip of a program that writes text. */
const EMPTY_RUN = 8;

function linesBefore(bytes: Uint8Array, end: number): number {
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at !== -1 && at < end; at = bytes.indexOf(0x0a, at + 1)) lines += 1;
  return lines;
}

const isUtf32 = (head: Uint8Array): boolean =>
  (head[0] === 0xff && head[1] === 0xfe && head[2] === 0 && head[3] === 0) ||
  (head[0] === 0 && head[1] === 0 && head[2] === 0xfe && head[3] === 0xff);

/**
 * Decides from a file's first bytes whether it is text, and in which encoding: byte order mark, then UTF-16 by its
 * zeros, then strict UTF-8, then windows-1252. `isWholeFile` says that `head` is all there is; otherwise it may end
 * inside a character. A head of pure ASCII is called UTF-8; a later byte can still prove windows-1252, which
 * `buildUtf8Check` finds while the file is read.
 *
 * Fails with the kind of file when the bytes are not delimited text. Source of the rule: LOAD-05, LOAD-07.
 */
export function recogniseBytes(
  head: Uint8Array,
  isWholeFile: boolean,
): Result<RecognisedText, UnreadableFile> {
  const marked = markOf(head);
  const content = marked ? head.subarray(marked.bomBytes) : head;
  if (isWholeFile && content.every(isSpace)) return fail({ kind: 'empty' });
  const signature = readSignature(content);
  if (signature) return fail(signature);
  if (isUtf32(head)) return fail({ kind: 'binary' });
  if (marked && marked.encoding !== 'utf-8') return succeed(marked);
  const wide = marked ? undefined : utf16WithoutMark(content);
  if (wide) return succeed({ encoding: wide, bomBytes: 0 });

  let controls = 0;
  let zeros = 0;
  let longestRun = 0;
  for (let at = 0, run = 0; at < content.length; at += 1) {
    run = content[at] === 0 ? run + 1 : 0;
    if (run > longestRun) longestRun = run;
    if (run > 0) zeros += 1;
    else if (isControl(content[at]!)) controls += 1;
  }
  if (controls * 200 > content.length) return fail({ kind: 'binary' });
  if (longestRun >= EMPTY_RUN || (controls + zeros) * 200 > content.length) {
    const row = linesBefore(content, content.indexOf(0)) + 1;
    return fail(row === 1 ? { kind: 'binary' } : { kind: 'emptyBytes', row });
  }
  return succeed(recogniseEncoding(head, isWholeFile));
}

/**
 * The encoding of bytes that are known to be text: byte order mark, UTF-16 by its zeros, strict UTF-8, windows-1252.
 * Source of the rule: LOAD-05.
 */
export function recogniseEncoding(head: Uint8Array, isWholeFile: boolean): RecognisedText {
  const marked = markOf(head);
  if (marked) return marked;
  const wide = utf16WithoutMark(head);
  if (wide) return { encoding: wide, bomBytes: 0 };
  const check = buildUtf8Check();
  const isUtf8 = check.push(head) && (!isWholeFile || check.isComplete() || check.hasSeenMultibyte());
  return { encoding: isUtf8 ? 'utf-8' : 'windows-1252', bomBytes: 0 };
}
