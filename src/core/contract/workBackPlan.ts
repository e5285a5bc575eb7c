import type { EpochDay } from '../base/epochDay.ts';

/** Dates counted backwards from the end of the term. Source: formula 12.12. */
export interface WorkBackPlan {
  readonly termEnd: EpochDay;
  /** Last business day on which the contract can be cancelled or changed. */
  readonly noticeDate: EpochDay;
  readonly sendNoticeBy: EpochDay;
  readonly verificationExportBy: EpochDay;
  readonly freezeBy: EpochDay;
  readonly notifyUsersBy: EpochDay;
  /** `true` without automatic renewal: the date is advisory. */
  readonly advisory: boolean;
}
