import type { EpochDay } from '../base/epochDay.ts';
import { formatLongDay } from '../base/formatDay.ts';
import type { ContractLine } from './contractLine.ts';

/** Two lines of one licence type whose terms share at least one day. */
export interface Overlap {
  readonly licenceType: string;
  /** Ids; `first` starts earlier, or was typed earlier when both start on one day. */
  readonly first: string;
  readonly second: string;
  /** First day on which both run. */
  readonly from: EpochDay;
}

/**
 * Finds lines of one licence type that overlap. Until it is said whether the second is additional or a replacement,
 * neither may be used in a figure. Terms include both their days, so 31 Dec and 1 Jan do not overlap.
 * Ordered by licence type, then by first shared day. Source: CONTRACT-04.
 */
export function findOverlaps(lines: readonly ContractLine[]): readonly Overlap[] {
  const inOrder = lines.toSorted((a, b) => a.termStart - b.termStart);
  const overlaps: Overlap[] = [];
  for (const [index, first] of inOrder.entries()) {
    for (const second of inOrder.slice(index + 1)) {
      if (first.licenceType !== second.licenceType || second.termStart > first.termEnd) continue;
      overlaps.push({
        licenceType: first.licenceType,
        first: first.id,
        second: second.id,
        from: second.termStart,
      });
    }
  }
  return overlaps.toSorted((a, b) => compareTexts(a.licenceType, b.licenceType) || a.from - b.from);
}

/** The question asked at an overlap. Wording: screen Contract. */
export const overlapQuestion = (overlap: Overlap): string =>
  `Two lines for ${overlap.licenceType} overlap from ${formatLongDay(overlap.from)}. ` +
  'Is the second one additional seats or a replacement?';

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
