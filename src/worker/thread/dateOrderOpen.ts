import type { AskedOrder } from '../../core/ingest/dateOrderScout.ts';
import type { DateOrderOpen } from '../loadView.ts';

/** How an import ends whose file leaves the order of day and month open, in one column or in several. */
export function dateOrderOpen([first, ...further]: readonly AskedOrder[]): DateOrderOpen | undefined {
  if (first === undefined) return undefined;
  return { outcome: 'dateOrderOpen', ...first, ...(further.length > 0 ? { further } : {}) };
}
