import { addDays } from '../base/epochDay.ts';
import type { ContractLine } from './contractLine.ts';
import { noticeDate, previousBusinessDay, type Holidays } from './noticeDate.ts';
import type { WorkBackPlan } from './workBackPlan.ts';

/** Lengths in days between the dates of a work-back plan. Grace and objection come from the policy. */
export interface WorkBackLengths {
  readonly deliveryBuffer: number;
  readonly verificationExport: number;
  readonly grace: number;
  readonly objection: number;
}

/** Lengths until the user types others, days. */
export const DEFAULT_LENGTHS: WorkBackLengths = {
  deliveryBuffer: 10,
  verificationExport: 7,
  grace: 14,
  objection: 10,
};

/**
 * Counts back from the notice date to the last day on which users can be told. Every date is moved to a business day
 * before the next is counted from it. `undefined`: the line states no notice, so no date is known.
 * Source: formula 12.12.
 */
export function planWorkBack(
  line: Pick<ContractLine, 'termEnd' | 'notice' | 'renewsAutomatically'>,
  lengths: WorkBackLengths = DEFAULT_LENGTHS,
  holidays: Holidays = new Set(),
): WorkBackPlan | undefined {
  if (line.notice === undefined) return undefined;
  const notice = noticeDate(line.termEnd, line.notice, holidays);
  const before = (day: typeof notice, days: number): typeof notice =>
    previousBusinessDay(addDays(day, -days), holidays);
  const sendNoticeBy = before(notice, lengths.deliveryBuffer);
  const verificationExportBy = before(sendNoticeBy, lengths.verificationExport);
  const freezeBy = before(verificationExportBy, lengths.grace);
  return {
    termEnd: line.termEnd,
    noticeDate: notice,
    sendNoticeBy,
    verificationExportBy,
    freezeBy,
    notifyUsersBy: before(freezeBy, lengths.objection),
    advisory: !line.renewsAutomatically,
  };
}

/** The plan that counts where several lines have one: the one with the earliest notice date. Source: formula 12.12. */
export function earliestWorkBack(plans: readonly (WorkBackPlan | undefined)[]): WorkBackPlan | undefined {
  const known = plans.filter((plan) => plan !== undefined);
  return known.toSorted((a, b) => a.noticeDate - b.noticeDate)[0];
}
