import { DEFAULT_TERMS, type ContractLine, type LicenceTerms } from './contractLine.ts';

/**
 * What the contract says of each licence type that has a line. Licence types without a line have `DEFAULT_TERMS`.
 * Where several lines name one licence type, the line with the latest start speaks, then the one typed last.
 * Source: CONTRACT-10.
 */
export function termsByLicenceType(lines: readonly ContractLine[]): ReadonlyMap<string, LicenceTerms> {
  const terms = new Map<string, LicenceTerms>();
  for (const line of lines.toSorted((a, b) => a.termStart - b.termStart)) {
    terms.set(line.licenceType, {
      paidSeat: line.paidSeat,
      deactivatedCounts: line.deactivatedCounts,
      restricted: line.restricted,
      lighterLicenceType: line.lighterLicenceType,
    });
  }
  return terms;
}

/** Terms of one licence type, the defaults where no line names it. */
export const termsOf = (terms: ReadonlyMap<string, LicenceTerms>, licenceType: string): LicenceTerms =>
  terms.get(licenceType) ?? DEFAULT_TERMS;
