import { fail, type Result } from '../../core/base/result.ts';
import type { Failure } from '../protocol.ts';
import { nameOfFiles } from './importParts.ts';
import { isLostFile, LOST_FILE } from './lostFile.ts';
import { UnreadableWorkbook } from './workbook/openSheets.ts';

/**
 * Runs an import of files. What a person or a file does to it in the middle is a failure: a cancel, a workbook that breaks
 * off, a file that is gone. Anything else is a bug and throws.
 */
export async function endInFailures<Answer>(
  files: readonly { readonly name: string }[],
  signal: AbortSignal,
  run: () => Promise<Result<Answer, Failure>>,
): Promise<Result<Answer, Failure>> {
  try {
    return await run();
  } catch (error) {
    if (signal.aborted) return fail({ kind: 'cancelled' });
    if (error instanceof UnreadableWorkbook) {
      return fail({ kind: 'unreadableFile', fileName: nameOfFiles(files), why: error.why });
    }
    if (isLostFile(error)) return fail({ kind: 'refused', reason: LOST_FILE });
    throw error;
  }
}

/** Fills a stage; whatever happens, it ends either committed or discarded. */
export async function fillOrDiscard<Answer extends { readonly outcome: string }>(
  stage: { discard(): Promise<void> },
  fill: () => Promise<Result<Answer, Failure>>,
): Promise<Result<Answer, Failure>> {
  let ended: Result<Answer, Failure>;
  try {
    ended = await fill();
  } catch (error) {
    await discardOrLeave(stage);
    throw error;
  }
  if (!ended.ok || ended.value.outcome !== 'imported') await discardOrLeave(stage);
  return ended;
}

/** Why an import ended is what a person has to know; leftovers are cleaned away when the client is next opened. */
async function discardOrLeave(stage: { discard(): Promise<void> }): Promise<void> {
  try {
    await stage.discard();
  } catch {
    // See above.
  }
}
