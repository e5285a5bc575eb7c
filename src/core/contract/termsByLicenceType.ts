import { DEFAULT_TERMS, type ContractLine, type LicenceTerms } from './contractLine.ts';

/**
 * What the contract says of each licence type that has a line. Licence types without a line have `DEFAULT_TERMS`.
 * Where several lines name one licence type, the line with the latest start speaks, then the one typed last.
 * Source: CONTRACT-10.
 */
export function termsByLicenceType(lines: readonly ContractLine[]): ReadonlyMap<string, LicenceTerms> {
  const terms = new Map<string, LicenceTerms>();
  for (const { licenceType } of lines) {
    if (!terms.has(licenceType)) terms.set(licenceType, termsInLines(lines, licenceType));
  }
  return terms;
}

/** The same for one licence type, the defaults where no line names it. */
export function termsInLines(lines: Iterable<ContractLine>, licenceType: string): LicenceTerms {
  let latest: ContractLine | undefined;
  for (const line of lines) {
    if (line.licenceType !== licenceType) continue;
    if (latest === undefined || line.termStart >= latest.termStart) latest = line;
  }
  if (latest === undefined) return DEFAULT_TERMS;
  const { paidSeat, deactivatedCounts, restricted, lighterLicenceType } = latest;
  return { paidSeat, deactivatedCounts, restricted, lighterLicenceType };
}

/** Terms of one licence type, the defaults where no line names it. */
export const termsOf = (terms: ReadonlyMap<string, LicenceTerms>, licenceType: string): LicenceTerms =>
  terms.get(licenceType) ?? DEFAULT_TERMS;
