import type { CaseRecord, Closing } from './caseRecord.ts';

/** How live cases ended, and which recovered seats did not stay free. */
export interface Endings {
  /** Cases at Closed Skipped by what closed them, in the order of the names; `undefined`: not recorded. */
  readonly skipped: readonly { readonly closing: Closing | undefined; readonly cases: number }[];
  readonly canceled: number;
  /** Cases at Closed Complete whose seat the same person held again. */
  readonly reactivated: number;
  /** Of them within 90 days of the recovery. Source: formula 12.19. */
  readonly reactivatedSoon: number;
}

/** Days within which a reactivation counts in the reactivation rate. */
const SOON = 90;

/** Counts endings; a dry run is in none of them. */
export function countEndings(cases: Iterable<CaseRecord>): Endings {
  const skipped = new Map<Closing | undefined, number>();
  let canceled = 0;
  let reactivated = 0;
  let reactivatedSoon = 0;
  for (const { state, dryRun, closing, reclaimedOn, reactivatedOn } of cases) {
    if (dryRun) continue;
    if (state === 'Closed Skipped') skipped.set(closing, (skipped.get(closing) ?? 0) + 1);
    else if (state === 'Closed Canceled') canceled += 1;
    else if (state === 'Closed Complete' && reactivatedOn.length > 0) {
      reactivated += 1;
      if (reclaimedOn !== undefined && Math.min(...reactivatedOn) - reclaimedOn <= SOON) reactivatedSoon += 1;
    }
  }
  return {
    skipped: [...skipped]
      .map(([closing, count]) => ({ closing, cases: count }))
      .toSorted((a, b) => ((a.closing ?? '') < (b.closing ?? '') ? -1 : 1)),
    canceled,
    reactivated,
    reactivatedSoon,
  };
}
