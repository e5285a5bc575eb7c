import type { DeactivatedCounts, Metric, OverlapAnswer, ReductionRight } from './contractLine.ts';

/** A contract line as the form holds it: texts as typed, choices as chosen. */
export interface ContractLineTexts {
  readonly id: string;
  readonly vendor: string;
  readonly product: string;
  readonly licenceType: string;
  readonly metric: Metric;
  readonly committedQuantity: string;
  /** Empty: the price is not known. */
  readonly unitPrice: string;
  readonly pricePeriod: 'month' | 'year';
  readonly currency: string;
  readonly termStart: string;
  readonly termEnd: string;
  readonly reductionRight: ReductionRight;
  /** Empty: the notice date is not known. */
  readonly notice: string;
  readonly noticeUnit: 'days' | 'months';
  readonly renewsAutomatically: boolean;
  /** Per cent; empty: 0. */
  readonly uplift: string;
  /** Empty: 0. */
  readonly minimumQuantity: string;
  /** Empty: 1. */
  readonly lotSize: string;
  readonly restricted: boolean;
  readonly paidSeat: boolean;
  readonly deactivatedCounts: DeactivatedCounts;
  /** Empty: none. */
  readonly lighterLicenceType: string;
  /** Answered beside the form, not typed in it; see `ContractLine.overlap`. */
  readonly overlap: OverlapAnswer | undefined;
}

/** A field that cannot be saved as typed, with the sentence shown beside it. */
export interface ContractFieldError {
  readonly field: keyof ContractLineTexts;
  readonly sentence: string;
}
