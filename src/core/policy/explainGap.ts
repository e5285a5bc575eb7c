import { formatDay } from '../base/formatDay.ts';
import type { EpochDay } from '../base/epochDay.ts';
import type { GapStanding } from './gapList.ts';

/** What a gap is told from. */
export interface ExplainedGap {
  /** An account of the list has the key. */
  readonly hasAccount: boolean;
  readonly standing: GapStanding;
  readonly lastDay: EpochDay;
  /** Dormancy window in days. */
  readonly window: number;
}

/** Why an activity is listed as a gap and what is to be done, in plain words. Source: REVIEW-23. */
export function explainGap({ hasAccount, standing, lastDay, window }: ExplainedGap): string {
  const day = formatDay(lastDay);
  switch (standing) {
    case 'severalAccounts':
      return `Somebody worked until ${day}, but several accounts of the list have this key, so it is not known whose seat it was.`;
    case 'notAPerson':
      return `The account is not a person. It was used until ${day} and holds no seat; it needs none unless the contract says so.`;
    case 'accountClosed':
      return `The account was used until ${day}, holds no seat, and is deactivated or of somebody who left. Find out who used it.`;
    case 'notRecent':
      return `${lastWork(hasAccount, day)} That is ${window} days ago or more, so no seat is needed for it now.`;
    case 'needsSeat':
      return `${lastWork(hasAccount, day)} ${hasAccount ? 'It needs a seat, or the work goes over another one.' : 'Either the list lacks the account, or its key is written differently there.'}`;
  }
}

const lastWork = (hasAccount: boolean, day: string): string =>
  hasAccount
    ? `The account is in the list and was used until ${day}, but holds no seat.`
    : `Somebody worked until ${day}, but no account of the list has this key.`;

/** Where a seat is offered from, against where it is needed. */
export interface ExplainedOffer {
  readonly licenceType: string;
  /** Licence type that the source names; `undefined` where it names none. */
  readonly wanted: string | undefined;
  readonly unit: string;
  /** '' where the unit of the gap is not known. */
  readonly unitOfGap: string;
  /** Category of the idle seat, as shown. */
  readonly category: string;
}

/** Why an idle seat is offered for a gap, in plain words. */
export function explainOffer({ licenceType, wanted, unit, unitOfGap, category }: ExplainedOffer): string {
  const type =
    wanted === undefined
      ? `${licenceType}; which licence type is needed is not known`
      : `${licenceType}, the licence type needed`;
  return `${category}. ${type}. ${wordPlace(unit, unitOfGap)}`;
}

function wordPlace(unit: string, unitOfGap: string): string {
  if (unitOfGap !== '' && unit === unitOfGap) return `Same unit, ${unit}.`;
  const from = unit === '' ? 'The seat has no unit' : `From unit ${unit}`;
  return unitOfGap === ''
    ? `${from}; the unit of the gap is not known.`
    : `${from}; ${unitOfGap} has no such seat left.`;
}
