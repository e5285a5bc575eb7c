import type { EpochDay } from '../base/epochDay.ts';
import type { ContractLine } from './contractLine.ts';
import { findOverlaps } from './findOverlaps.ts';

/** Which lines speak on a day. Every list is in code-unit order of licence type. */
export interface ChosenLines {
  /** At most one line per licence type: the one whose term holds the day. */
  readonly inForce: readonly ContractLine[];
  /** Licence types with overlapping lines: in no figure until the question is answered. */
  readonly heldBack: readonly string[];
  /** Lines whose term has ended before the day or begins after it. They entitle to nothing on that day. */
  readonly notInForce: readonly ContractLine[];
}

/** Chooses the lines that entitle on day `asOf`. Sources: CONTRACT-04, formula 12.13 (expired on A). */
export function chooseLines(lines: readonly ContractLine[], asOf: EpochDay): ChosenLines {
  const heldBack = [...new Set(findOverlaps(lines).map(({ licenceType }) => licenceType))];
  const usable = lines
    .filter(({ licenceType }) => !heldBack.includes(licenceType))
    .toSorted((a, b) =>
      a.licenceType < b.licenceType ? -1 : a.licenceType > b.licenceType ? 1 : a.termStart - b.termStart,
    );
  const runs = (line: ContractLine): boolean => line.termStart <= asOf && asOf <= line.termEnd;
  return { inForce: usable.filter(runs), heldBack, notInForce: usable.filter((line) => !runs(line)) };
}
