import type { Result } from '../../core/base/result.ts';
import type { Dialect, Encoding } from '../../core/ingest/importPlan.ts';
import { buildUtf8Check } from '../../core/ingest/utf8Check.ts';
import type { Failure } from '../protocol.ts';
import { readBytes, type ByteSource } from './decodeFile.ts';
import { openRows } from './openRows.ts';

/**
 * Encoding of a file whose head is plain ASCII, which says nothing about the rest: the file is UTF-8 if its first
 * character outside ASCII is, otherwise windows-1252. Reads the file up to that character. A broken byte behind it is
 * reported when the rows are read. Source: LOAD-05.
 */
export async function confirmUtf8(file: ByteSource, signal: AbortSignal): Promise<Encoding> {
  const check = buildUtf8Check();
  for await (const bytes of readBytes(file, signal)) {
    const isValid = check.push(bytes);
    if (check.hasSeenMultibyte()) return 'utf-8';
    if (!isValid) return 'windows-1252';
  }
  return check.isComplete() ? 'utf-8' : 'windows-1252';
}

/** Whether an import ended because rows that were read as UTF-8 are none. */
export const isBrokenUtf8 = (ended: Result<unknown, Failure>): boolean =>
  !ended.ok &&
  ended.failure.kind === 'unreadableFile' &&
  ended.failure.why.kind === 'brokenText' &&
  ended.failure.why.encoding === 'utf-8';

/** A file that is read under an outer form. */
interface ReadFile {
  readonly file: ByteSource;
  readonly dialect: Dialect;
}

/**
 * What is left to do when rows that were read as UTF-8 prove to be none: the same files under the encoding that their
 * bytes show, or `undefined` where every one of them has that encoding already, so that one is damaged.
 */
export async function withConfirmedEncoding<Part extends ReadFile>(
  parts: readonly Part[],
  signal: AbortSignal,
): Promise<readonly Part[] | undefined> {
  const confirmed: Part[] = [];
  for (const part of parts) {
    const isWrong =
      part.dialect.encoding === 'utf-8' &&
      (await isReadAsItStands(part, signal)) &&
      (await confirmUtf8(part.file, signal)) === 'windows-1252';
    confirmed.push(isWrong ? { ...part, dialect: { ...part.dialect, encoding: 'windows-1252' } } : part);
  }
  return confirmed.some((part, index) => part !== parts[index]) ? confirmed : undefined;
}

/** Whether the rows stand in the bytes of the file, not in a workbook or a web page. */
async function isReadAsItStands({ file, dialect }: ReadFile, signal: AbortSignal): Promise<boolean> {
  const opened = await openRows(file, dialect, signal);
  return opened.ok && opened.value.text === file;
}
