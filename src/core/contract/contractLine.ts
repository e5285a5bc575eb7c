import type { EpochDay } from '../base/epochDay.ts';
import type { CurrencyCode, MinorUnits } from '../base/minorUnits.ts';

/** How a licence type is counted. Source: glossary, *Metric*. */
export type Metric = 'namedUser' | 'concurrent' | 'device' | 'tierWithCap';

/** Whether the committed quantity may be lowered inside the term. Default `none`. */
export type ReductionRight = 'none' | 'atAnniversary' | 'anyTime';

/** The contract's answer to "do deactivated accounts still count?". Default `notStated`. */
export type DeactivatedCounts = 'notStated' | 'no' | 'yes';

/** What a line is to earlier lines of its licence type that still run when it begins. Source: CONTRACT-04. */
export type OverlapAnswer = 'additional' | 'replacement';

/** One licence type with quantity, price and terms for one period, as typed by the user from the order form. */
export interface ContractLine {
  /** Stable id within the workspace. */
  readonly id: string;
  readonly vendor: string;
  readonly product: string;
  /** Name of the licence type exactly as it stands in the users file, so that seats and line meet. */
  readonly licenceType: string;
  readonly metric: Metric;
  readonly committedQuantity: number;
  /** Price of one seat for one year; `undefined` when the user has not typed one: money is then "not known". */
  readonly unitPriceAYear: MinorUnits | undefined;
  /** How the user typed the price; 12 × a monthly price is the price a year. */
  readonly pricePeriod: 'month' | 'year';
  readonly currency: CurrencyCode;
  /** First day of the term. */
  readonly termStart: EpochDay;
  /** Last day of the term, inclusive. */
  readonly termEnd: EpochDay;
  readonly reductionRight: ReductionRight;
  /** Length of the notice in the contract's own unit; `undefined`: notice date not known. */
  readonly notice: { readonly length: number; readonly unit: 'days' | 'months' } | undefined;
  readonly renewsAutomatically: boolean;
  /** Uplift at renewal in hundredths of a percent (7 % = 700). */
  readonly upliftBasisPoints: number;
  /** Least quantity the contract allows; 0 when there is none. */
  readonly minimumQuantity: number;
  /** Seats are sold in lots of this size; 1 when there is none. */
  readonly lotSize: number;
  /** Restricted software: its cases go straight to Awaiting Revocation. */
  readonly restricted: boolean;
  /** `false` marks a licence type that is not a paid seat. */
  readonly paidSeat: boolean;
  readonly deactivatedCounts: DeactivatedCounts;
  /** Licence type to downgrade to, or `undefined`. */
  readonly lighterLicenceType: string | undefined;
  /** The user's answer for this line against earlier overlapping lines; `undefined`: not asked or not answered. */
  readonly overlap: OverlapAnswer | undefined;
}

/** What a contract fact rests on when nobody has typed a line for a licence type. */
export interface LicenceTerms {
  readonly paidSeat: boolean;
  readonly deactivatedCounts: DeactivatedCounts;
  readonly restricted: boolean;
  readonly lighterLicenceType: string | undefined;
}

/** Terms of a licence type that no line names: a paid seat, nothing said of deactivated accounts. */
export const DEFAULT_TERMS: LicenceTerms = {
  paidSeat: true,
  deactivatedCounts: 'notStated',
  restricted: false,
  lighterLicenceType: undefined,
};
