import { formatDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import { systemCardOf } from '../../core/ingest/systems.ts';
import type { LogReport } from '../../worker/evidenceView.ts';
import { counted } from './loadWords.ts';

export const WHY_GAP = {
  noAccount: 'no account of the list has this key',
  severalAccounts: 'several accounts of the list share this key',
  noSeat: 'the account holds no seat',
} as const;

/** First and last day that a log can show. */
export const wordSpan = ({ historyStart, asOf }: LogReport): string =>
  `${formatDay(historyStart)} to ${formatDay(asOf)}`;

/** What a log is evidence of, or why of nothing. */
export function wordUse({ notUsed, endsEarly, asOf, system, listSystem }: LogReport): string {
  switch (notUsed) {
    case 'otherSystem':
      return `Not used: it is a log of ${systemCardOf(system).name}, the list is one of ${systemCardOf(listSystem ?? 'other').name}.`;
    case 'laterThanSnapshot':
      return 'Not used: its day lies after that of the list. It is used as soon as a list of that day is loaded.';
    case 'noKeyMatched':
      return 'Not used: none of its keys is an account of the list. Check which column names the account, and the domains that stand for each other.';
    case undefined:
      return endsEarly
        ? `Its days count as use. It ends on ${formatDay(asOf)}, before the list, so a missing entry proves nothing.`
        : 'Evidence for the seats. A seat without an entry was not used for as long as the log shows.';
  }
}

/** Keys that are one account together, in numbers. */
export const wordShared = ({ shared }: LogReport): string =>
  `${counted(shared.keys, 'account key', 'account keys')} ${shared.keys === 1 ? 'is' : 'are'} ${counted(shared.accounts, 'account', 'accounts')} of the list, each known by more than one key; their activity counts together`;

/** Every key that is not plainly one account, in numbers. */
export function wordUnmatched({ keys, matched, ambiguous }: LogReport): string {
  const without = keys - matched - ambiguous;
  const parts = [
    without > 0
      ? `${formatCount(without)} of ${counted(keys, 'key', 'keys')} are no account of the list`
      : '',
    ambiguous > 0
      ? `${counted(ambiguous, 'key', 'keys')} could be several accounts and are given to none`
      : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${parts.join('; ')}.`;
}
