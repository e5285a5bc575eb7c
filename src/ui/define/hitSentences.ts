import { formatCount } from '../../core/base/formatNumber.ts';
import type { NonHumanHits } from '../../core/policy/countNonHumanHits.ts';
import type { WideRule } from '../../core/policy/findWideRules.ts';
import type { NonHumanSign } from '../../core/policy/markNonHuman.ts';

/** Words of one list that are counted by name; the rest is summed up. */
const WORDS_NAMED = 8;

const seats = (count: number): string =>
  count === 0 ? 'no seat' : `${formatCount(count)} ${count === 1 ? 'seat' : 'seats'}`;

/** `Hits 5 seats.`; `Would hit 5 seats.` for a rule that is not in use; '' while nothing is counted. */
export const hitSentence = (count: number | undefined, inUse: boolean): string =>
  count === undefined ? '' : `${inUse ? 'Hits' : 'Would hit'} ${seats(count)}.`;

/** `Hits 5 seats: svc 3, sync 2.` Words that were typed after the last count are left out. */
export function wordHits(
  total: number | undefined,
  words: readonly string[],
  counts: NonHumanHits['words'] | undefined,
): string {
  if (total === undefined || counts === undefined) return '';
  const hitting = words
    .map((word) => ({ word, count: counts.get(word) ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
  const named = hitting.slice(0, WORDS_NAMED).map(({ word, count }) => `${word} ${formatCount(count)}`);
  const more = hitting.length - named.length;
  const list = [...named, ...(more > 0 ? [`${formatCount(more)} more words`] : [])].join(', ');
  return list === '' ? hitSentence(total, true) : `Hits ${seats(total)}: ${list}.`;
}

/** `Seats hit: web service only 2, integration user 0, user type 5.` */
export function flagHits(hits: NonHumanHits | undefined, inUse: boolean): string {
  if (!hits) return '';
  const { webServiceOnly, integrationUser, userType } = hits.signs;
  const parts = [
    `web service only ${formatCount(webServiceOnly)}`,
    `integration user ${formatCount(integrationUser)}`,
    `user type ${formatCount(userType)}`,
  ];
  return `${inUse ? 'Seats hit' : 'Seats it would hit'}: ${parts.join(', ')}.`;
}

/** What marks by hand change; '' when there are none. */
export function markSentence({ people, notPeople }: NonHumanHits['marked']): string {
  if (people + notPeople === 0) return '';
  const parts = [
    ...(people > 0 ? [`${seats(people)} as ${people === 1 ? 'a person' : 'people'}`] : []),
    ...(notPeople > 0 ? [`${seats(notPeople)} as not ${notPeople === 1 ? 'a person' : 'people'}`] : []),
  ];
  return `Marked by hand in Review: ${parts.join(', ')}.`;
}

const SIGN_NAMES: Readonly<Partial<Record<NonHumanSign, string>>> = {
  webServiceOnly: 'The mark “web service only” of the list',
  integrationUser: 'The mark “integration user” of the list',
  userType: 'The user type of the list',
  delegates: 'The rule “Delegates mark a shared account”',
  sharedAddress: 'The rule “One e-mail address for several user names”',
};

/** Beginning of the sentence about a rule that hits a large share of the seats. */
export const wideRuleName = (wide: WideRule): string =>
  wide.rule === 'word' ? `The word “${wide.word}”` : (SIGN_NAMES[wide.sign] ?? 'A rule');
