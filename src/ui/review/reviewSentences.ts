import { formatCount } from '../../core/base/formatNumber.ts';
import type { ExpectedPattern } from '../../core/inventory/enumerations.ts';
import type { ReviewOutcome } from '../../state/reviewStore.ts';
import type { Progress } from '../../worker/protocol.ts';
import type { SeatPage } from '../../worker/reviewView.ts';

type Totals = SeatPage['byCategory'];

export const seats = (count: number): string => `${formatCount(count)} ${count === 1 ? 'seat' : 'seats'}`;

export const borderlineWaits = (count: number): string =>
  count === 1
    ? '1 borderline seat is neither reviewed nor waived. It stays out of the cases.'
    : `${formatCount(count)} borderline seats are neither reviewed nor waived. They stay out of the cases.`;

export const noBorderlineLeft = (totals: Totals): string =>
  `No borderline seats left. ${formatCount(totals.dormant)} dormant, ${formatCount(totals.neverUsed)} never used; ` +
  `${formatCount(totals.periodic + totals.excepted)} protected with reasons ` +
  `(${formatCount(totals.periodic)} periodic, ${formatCount(totals.excepted)} excepted).`;

const dryRunSentence = (cases: number): string =>
  cases === 1
    ? '1 case will be marked DRY RUN. Nobody is asked and nothing is counted.'
    : `${formatCount(cases)} cases will be marked DRY RUN. Nobody is asked and nothing is counted.`;

/** What Create cases will do, after the number of candidates: it takes those without an open case. */
export function candidatesSentence(candidates: number, withoutCase: number, dryRun: boolean): string {
  const noun = candidates === 1 ? 'candidate' : 'candidates';
  const taken = candidates - withoutCase;
  if (candidates > 0 && withoutCase === 0) return `${noun}, ${taken === 1 ? '' : 'all '}with an open case.`;
  const open = taken === 0 ? '' : `, ${formatCount(taken)} of them with an open case`;
  return dryRun && withoutCase > 0 ? `${noun}${open}. ${dryRunSentence(withoutCase)}` : `${noun}${open}.`;
}

export const creatingCases = (progress: Progress): string =>
  progress.total === undefined
    ? `Creating cases: ${formatCount(progress.done)}.`
    : `Creating cases: ${formatCount(progress.done)} of ${formatCount(progress.total)}.`;

export const PATTERN_NAMES: Readonly<Record<Exclude<ExpectedPattern, 'unknown'>, string>> = {
  daily: 'Daily',
  weekly: 'Weekly',
  monthly: 'Monthly',
  quarterly: 'Quarterly',
  halfYearly: 'Half-yearly',
  yearly: 'Yearly',
  seasonal: 'Seasonal',
  onCall: 'On-call',
};

/** What was done, in words. What was refused is listed under it. */
export function outcomeSentence({ act, done, refused }: ReviewOutcome, dryRun: boolean): string {
  const all = done + refused.length;
  const share = refused.length === 0 ? seats(done) : `${formatCount(done)} of ${seats(all)}`;
  switch (act) {
    case 'createCases': {
      const of = refused.length === 0 ? formatCount(done) : `${formatCount(done)} of ${formatCount(all)}`;
      const cases = `${of} ${all === 1 ? 'case' : 'cases'} created`;
      return dryRun && done > 0 ? `${cases}, marked DRY RUN.` : `${cases}.`;
    }
    case 'markInactive':
      return `${share} marked inactive.`;
    case 'declarePattern':
      return `Pattern declared for ${share}.`;
    case 'addException':
      return `Exception recorded for ${share}.`;
    case 'markHuman':
      return `Account mark recorded for ${share}.`;
    case 'waiveQueue':
      return 'The borderline queue is waived.';
    default:
      return 'Recorded.';
  }
}

/** Refusals gathered by reason, most frequent first. */
export function refusalsByReason(
  refused: ReviewOutcome['refused'],
): readonly { readonly reason: string; readonly subjects: readonly string[] }[] {
  const subjectsByReason = new Map<string, string[]>();
  for (const { subject, reason } of refused) {
    const subjects = subjectsByReason.get(reason);
    if (subjects) subjects.push(subject);
    else subjectsByReason.set(reason, [subject]);
  }
  return [...subjectsByReason]
    .map(([reason, subjects]) => ({ reason, subjects }))
    .toSorted((a, b) => b.subjects.length - a.subjects.length);
}
