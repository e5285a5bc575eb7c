import { fail, succeed, type Result } from '../../core/base/result.ts';
import type { SourcePart } from '../../core/inventory/sourceFile.ts';
import type { Failure } from '../protocol.ts';
import { isSameHeader, wordOtherColumns } from './importParts.ts';
import type { RejectedRows } from './importRejects.ts';
import type { OpenedParts } from './openedParts.ts';

/** What was read of one file. */
export interface PartRows<Part> {
  /** First row of the file; none where it has no row at all. */
  readonly header: readonly string[] | undefined;
  /** Number of the row behind the last one, among the rows of all files. */
  readonly nextRow: number;
  /** Rows of data, accepted or rejected. */
  readonly read: number;
  /** What is kept of the file. */
  readonly part: Part;
}

/** Where the rows of a file stand among those of all files, and in the file itself. */
export type PartPlace = Pick<SourcePart, 'firstRow' | 'ownFirstRow'>;

/**
 * Reads file after file; their rows are numbered on. `read` is handed the place of a file and by how much its rows are
 * ahead of their own numbers. Every file must have rows, and the columns of the first file.
 */
export async function readEachPart<Part>(
  opened: OpenedParts,
  rejected: Pick<RejectedRows, 'startFile'>,
  read: (index: number, offset: number) => Promise<Result<PartRows<Part>, Failure>>,
): Promise<Result<readonly (Part & PartPlace)[], Failure>> {
  const { parts } = opened;
  const ended: (Part & PartPlace)[] = [];
  let first: readonly string[] | undefined;
  let nextRow = 0;
  for (const [index, { file, plan }] of parts.entries()) {
    const { delimiter, linesBeforeHeader } = plan.dialect;
    const ownFirstRow = linesBeforeHeader + 2;
    const offset = index === 0 ? 0 : nextRow - ownFirstRow;
    if (parts.length > 1) rejected.startFile({ file: file.name, offset, delimiter });
    const found = await read(index, offset);
    if (!found.ok) return found;
    const { header, read: rows, part } = found.value;
    if (header === undefined) return opened.unreadable(index, { kind: 'empty' });
    first ??= header;
    if (!isSameHeader(first, header)) {
      const reason = wordOtherColumns(file.name, parts[0]!.file.name);
      return fail({ kind: 'refused', reason: `${reason} Nothing was kept.` });
    }
    if (rows === 0) return opened.unreadable(index, { kind: 'headerOnly', header });
    nextRow = Math.max(nextRow, found.value.nextRow);
    ended.push({ ...part, firstRow: offset + ownFirstRow, ownFirstRow });
  }
  return succeed(ended);
}
