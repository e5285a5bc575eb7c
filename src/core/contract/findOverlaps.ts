import { addDays, type EpochDay } from '../base/epochDay.ts';
import { formatLongDay } from '../base/formatDay.ts';
import type { ContractLine, OverlapAnswer } from './contractLine.ts';

/** A line that begins while earlier lines of its licence type still run. */
export interface Overlap {
  readonly licenceType: string;
  /** Ids of the lines still running, by start; lines that start on one day stand in the order typed. */
  readonly earlier: readonly string[];
  /** Id of the line that begins. */
  readonly second: string;
  /** First day on which both run: the start of the second. */
  readonly from: EpochDay;
  /** The user's answer, stored with the second line. `undefined`: the question is open. */
  readonly answer: OverlapAnswer | undefined;
}

/** A line with the last day on which it runs: its term end, or the day before the line that replaces it. */
export interface RunningLine {
  readonly line: ContractLine;
  /** Before the start of the term when the line is replaced from its first day: then it never runs. */
  readonly lastDay: EpochDay;
}

/**
 * Follows the lines by start: which begin while others run, and until when each runs. A replacement ends every
 * earlier line of its licence type the day before it begins, as if the user had typed that day as their term end; a
 * line ended so overlaps with nothing later. Terms include both their days, so 31 Dec and 1 Jan do not overlap.
 * Overlaps stand in order of licence type, then of day. Source: CONTRACT-04.
 */
export function followTerms(lines: readonly ContractLine[]): {
  readonly overlaps: readonly Overlap[];
  readonly running: readonly RunningLine[];
} {
  const running: { line: ContractLine; lastDay: EpochDay }[] = [];
  const overlaps: Overlap[] = [];
  for (const line of lines.toSorted((a, b) => a.termStart - b.termStart)) {
    const { licenceType, termStart, overlap } = line;
    const earlier = running.filter(
      (before) => before.line.licenceType === licenceType && before.lastDay >= termStart,
    );
    if (earlier.length > 0) {
      const ids = earlier.map((before) => before.line.id);
      overlaps.push({ licenceType, earlier: ids, second: line.id, from: termStart, answer: overlap });
      if (overlap === 'replacement') for (const before of earlier) before.lastDay = addDays(termStart, -1);
    }
    running.push({ line, lastDay: line.termEnd });
  }
  return {
    overlaps: overlaps.toSorted((a, b) => compareTexts(a.licenceType, b.licenceType) || a.from - b.from),
    running,
  };
}

/** The overlaps of the lines, answered and open; one per line that begins while others run. Source: CONTRACT-04. */
export const findOverlaps = (lines: readonly ContractLine[]): readonly Overlap[] =>
  followTerms(lines).overlaps;

/** The overlaps whose question is open. Until it is answered no line of the licence type is in a figure. */
export const openOverlaps = (lines: readonly ContractLine[]): readonly Overlap[] =>
  findOverlaps(lines).filter(({ answer }) => answer === undefined);

/** The question asked at an overlap. Wording: screen Contract. */
export const overlapQuestion = (overlap: Overlap): string =>
  `Two lines for ${overlap.licenceType} overlap from ${formatLongDay(overlap.from)}. ` +
  'Is the second one additional seats or a replacement?';

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
