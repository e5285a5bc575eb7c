import { calendarFromDay, readIsoDay, weekday, type EpochDay } from '../../core/base/epochDay.ts';
import { formatDay, formatLongDay } from '../../core/base/formatDay.ts';
import { formatAmount, formatCount } from '../../core/base/formatNumber.ts';
import type { MinorUnits } from '../../core/base/minorUnits.ts';
import type { DeactivatedCounts, ReductionRight } from '../../core/contract/contractLine.ts';
import { isCurrency } from '../../core/contract/currencies.ts';
import { readPrice } from '../../core/contract/readPrice.ts';
import { readTypedDay } from '../../core/contract/readTypedDay.ts';
import type { FittingWorkBack } from '../../core/contract/fitWorkBack.ts';
import type { WorkBackPlan } from '../../core/contract/workBackPlan.ts';
import { datedSampleSentence } from '../shared/datedSample.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** "Fri 30 Oct 2026". */
export const weekdayAndDay = (day: EpochDay): string => `${WEEKDAYS[weekday(day) - 1]} ${formatDay(day)}`;

/** "12 September", with the year only where it differs from that of `beside`. */
export function dayBeside(day: EpochDay, beside: EpochDay): string {
  const { year } = calendarFromDay(day);
  const long = formatLongDay(day);
  return year === calendarFromDay(beside).year ? long.replace(` ${year}`, '') : long;
}

/** "100.00 a month is 1 200.00 a year.", or nothing while no price can be read. */
export function priceSentence(text: string, period: 'month' | 'year', currency: string): string | undefined {
  if (!isCurrency(currency)) return undefined;
  const price = readPrice(text, currency);
  if (price === undefined) return undefined;
  return period === 'month'
    ? `${formatAmount(price, currency)} a month is ${formatAmount((price * 12) as MinorUnits, currency)} a year.`
    : `${formatAmount(price, currency)} a year for one seat.`;
}

/** The day as it was read, where it was typed in another form; `undefined` where there is nothing to add. */
export function dayHint(text: string): string | undefined {
  const day = readTypedDay(text);
  return day === undefined || readIsoDay(text.trim()) !== undefined ? undefined : formatLongDay(day);
}

/** "60 days' notice", "1 month's notice". */
function noticeWords(length: number, unit: 'days' | 'months'): string {
  if (length === 1) return unit === 'days' ? "1 day's notice" : "1 month's notice";
  return `${formatCount(length)} ${unit}' notice`;
}

/** What the notice typed means, and what still fits from today; of the sample, which is dated, only what it means. */
export function noticeSentence(
  plan: WorkBackPlan,
  notice: { readonly length: number; readonly unit: 'days' | 'months' },
  today: EpochDay,
  sampleDatedOn?: EpochDay,
): string {
  const entered = `You entered ${noticeWords(notice.length, notice.unit)}. That makes ${formatLongDay(plan.noticeDate)} the last working day.`;
  if (sampleDatedOn !== undefined) return `${entered} ${datedSampleSentence(sampleDatedOn)}`;
  if (plan.noticeDate < today) {
    return 'Notice window missed; plan for the following term or negotiate. All figures are still shown.';
  }
  const now = `Today is ${dayBeside(today, plan.noticeDate)}`;
  const tell = dayBeside(plan.notifyUsersBy, plan.noticeDate);
  const fits =
    plan.notifyUsersBy >= today
      ? `${now}: users must be told by ${tell} to finish in time.`
      : `${now}: the day to tell users, ${tell}, has passed.`;
  const advisory = plan.advisory ? ' The contract does not renew by itself, so the date is advisory.' : '';
  return `${entered} ${fits}${advisory}`;
}

const daysOf = (days: number, what: string): string =>
  `${formatCount(days)} ${days === 1 ? 'day' : 'days'} of ${what}`;

/** What can still be done once the day to tell users has passed: which objection and grace fit, or that none do. */
export function fittingSentence(plan: WorkBackPlan, fitting: FittingWorkBack | undefined): string {
  const { noticeDate: notice, verificationExportBy: verify } = plan;
  if (fitting === undefined) {
    return `Nothing fits before the notice any more, even without objection and grace: the verification export was due by ${dayBeside(verify, notice)}. The notice itself is due by ${formatLongDay(notice)}: rest it on what is proven until then; what is freed later counts for the following term.`;
  }
  const { objection, grace } = fitting;
  const dates = `tell users by ${dayBeside(fitting.plan.notifyUsersBy, notice)}, freeze by ${dayBeside(fitting.plan.freezeBy, notice)}`;
  if (objection + grace === 0) {
    return `Only without objection and without grace does it still fit: ${dates}. Set both to 0 under Define, Recovery, or plan these seats for the following term.`;
  }
  return `What still fits is at most ${daysOf(objection, 'objection')} and ${daysOf(grace, 'grace')}: ${dates}. Set them under Define, Recovery.`;
}

/** "in 48 days", "today", "48 days ago". */
export function daysFrom(today: EpochDay, day: EpochDay): string {
  const days = day - today;
  if (days === 0) return 'today';
  const words = `${formatCount(Math.abs(days))} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
  return days > 0 ? `in ${words}` : `${words} ago`;
}

export const REDUCTION_NAMES: Readonly<Record<ReductionRight, string>> = {
  none: 'None',
  atAnniversary: 'At anniversary',
  anyTime: 'Any time',
};

export const DEACTIVATED_NAMES: Readonly<Record<DeactivatedCounts, string>> = {
  notStated: 'Not stated',
  no: 'No',
  yes: 'Yes',
};
