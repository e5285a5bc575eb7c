import type { EpochDay } from '../base/epochDay.ts';
import type { ContractLine } from './contractLine.ts';
import { entitlementOf, type Entitlement, type LinesInForce } from './entitlementOf.ts';
import { followTerms } from './findOverlaps.ts';

/** A licence type whose lines stand in no figure, and why. */
export interface HeldBack {
  readonly licenceType: string;
  /** `overlap`: additional or replacement is not answered. `currencies`: lines in force together differ in currency. */
  readonly reason: 'overlap' | 'currencies';
}

/** Which lines speak on a day. Every list is in code-unit order of licence type, then by start. */
export interface ChosenLines {
  /** One per licence type with lines whose term holds the day. */
  readonly entitlements: readonly Entitlement[];
  /** Licence types in no figure, each once. */
  readonly heldBack: readonly HeldBack[];
  /** Lines whose term has ended before the day, that were replaced, or that begin after it. They entitle to nothing. */
  readonly notInForce: readonly ContractLine[];
}

/**
 * Chooses the lines that entitle on day `asOf`. Additional lines entitle together; a line that is replaced runs, and
 * ends, with the day before its replacement begins. A licence type with an open question is held back whole, and so is
 * one whose lines in force are in different currencies, since those are never added.
 * Sources: CONTRACT-03, CONTRACT-04, formula 12.13 (expired on A).
 */
export function chooseLines(lines: readonly ContractLine[], asOf: EpochDay): ChosenLines {
  const { overlaps, running } = followTerms(lines);
  const open = new Set(
    overlaps.filter(({ answer }) => answer === undefined).map(({ licenceType }) => licenceType),
  );
  const heldBack: HeldBack[] = [...open].map((licenceType) => ({ licenceType, reason: 'overlap' }));
  const notInForce: ContractLine[] = [];
  const inForce = new Map<string, [ContractLine, ...ContractLine[]]>();
  for (const { line, lastDay } of running) {
    if (open.has(line.licenceType)) continue;
    if (asOf < line.termStart || lastDay < asOf) {
      notInForce.push(line);
      continue;
    }
    const held = lastDay === line.termEnd ? line : { ...line, termEnd: lastDay };
    const group = inForce.get(line.licenceType);
    if (group) group.push(held);
    else inForce.set(line.licenceType, [held]);
  }
  const entitlements: Entitlement[] = [];
  for (const [licenceType, group] of inForce) {
    if (isOneCurrency(group)) entitlements.push(entitlementOf(group));
    else heldBack.push({ licenceType, reason: 'currencies' });
  }
  return {
    entitlements: entitlements.toSorted(byLicenceType),
    heldBack: heldBack.toSorted(byLicenceType),
    notInForce: notInForce.toSorted(byLicenceType),
  };
}

const isOneCurrency = (lines: LinesInForce): boolean =>
  lines.every(({ currency }) => currency === lines[0].currency);

interface OfLicenceType {
  readonly licenceType: string;
}

const byLicenceType = (a: OfLicenceType, b: OfLicenceType): number =>
  a.licenceType < b.licenceType ? -1 : a.licenceType > b.licenceType ? 1 : 0;
