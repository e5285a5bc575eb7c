import type { SwapQuestion } from '../../core/ingest/xray/readingUnderSwap.ts';
import type { ShownQuestion } from '../loadView.ts';

/** The questions that were not shown yet; none where `shown` says that nobody would be asked. */
export const lateSwaps = (
  found: readonly SwapQuestion[],
  shown: readonly ShownQuestion[] | undefined,
): readonly SwapQuestion[] =>
  shown === undefined
    ? []
    : found.filter(
        (asked) => !shown.some(({ kind, position }) => kind === asked.kind && position === asked.position),
      );
