import { NEVER, isDay } from '../base/dayValue.ts';
import type { Category } from './category.ts';
import type { UnknownReason } from './evaluation.ts';
import { leastTenure, type SeatReading, type Tenure } from './readSeat.ts';

/** Category of one seat with the reason, before it is put into words. */
export interface Verdict {
  readonly category: Category;
  readonly unknownReason: UnknownReason | undefined;
}

const found = (category: Category): Verdict => ({ category, unknownReason: undefined });
const unknown = (unknownReason: UnknownReason): Verdict => ({ category: 'unknown', unknownReason });

/**
 * The twelve rules in order; the first that matches gives the category. Plain steps on plain values, without the
 * kernel's tables: tests hold the two together. Source: Categories, *Rules*.
 */
export function judgeSeat(reading: SeatReading): Verdict {
  const { terms, status, action, signIn, tenure, idle, pattern, asOf } = reading;
  const { dormancy: window, borderline: limit } = reading.windows;
  const hasActed = isDay(action.value);
  const idleDays = idle?.days ?? 0;

  if (!terms.paidSeat) return found('notASeat');
  if (status === 'deactivated' && terms.deactivatedCounts !== 'yes') return found('notASeat');
  if (reading.nonHuman) return found('nonHuman');
  if (reading.left) return found('leaver');
  if (reading.exception || reading.absence) return found('excepted');

  const workedInWindow = hasActed && idleDays < window;
  if (isShorter(tenure, window) && !workedInWindow) return found('tooNew');

  if (!reading.hasUsageSource) return unknown('noUsageSource');
  if (action.value !== NEVER && idle === undefined) return unknown('nothingReadable');
  if (idle?.atLeast && idleDays < window) return unknown('historyTooShort');
  if (action.value === NEVER && leastTenure(tenure) < window) return unknown('cannotTellNewFromNeverUsed');

  if (workedInWindow) return found('active');
  if (pattern.outcome === 'positive') return found('periodic');

  const noSignInOnRecord = signIn.value === NEVER || signIn.cell === undefined;
  if (action.value === NEVER && noSignInOnRecord) return found('neverUsed');

  const isUntested = pattern.outcome === 'notTestable' || pattern.outcome === 'oneSeasonOnly';
  if (idle !== undefined && idleDays < limit && isUntested) return found('borderline');

  const signedInInWindow = isDay(signIn.value) && asOf - signIn.value < window;
  return found(signedInInWindow ? 'loginOnly' : 'dormant');
}

/** Whether the seat is known to be held for less than the window. */
function isShorter(tenure: Tenure, window: number): boolean {
  if (tenure.kind === 'known') return tenure.days < window;
  return tenure.kind === 'between' && tenure.most < window;
}
