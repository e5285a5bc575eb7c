import { capitalise } from '../../core/base/capitalise.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import { formatDay } from '../../core/base/formatDay.ts';
import type { DomainAliasError } from '../../core/ingest/readDomainAliases.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import { MATCH_STEPS, type MatchStep } from '../../core/inventory/accountMatcher.ts';
import type { MatchReason } from '../../core/inventory/suggestMatches.ts';
import type { PeopleView } from '../../worker/peopleView.ts';
import { counted } from './loadWords.ts';

/** How an account found its person. */
export const STEP_WORDS: Readonly<Record<MatchStep, string>> = {
  link: 'linked by hand',
  employeeNumber: 'same employee number',
  email: 'same e-mail',
  userPrincipalName: 'same user principal name',
  userName: 'same user name with domain',
};

const REASON_WORDS: Readonly<Record<MatchReason, string>> = {
  sameName: 'same name',
  sameUnit: 'same unit',
  sameUserName: 'same user name, without a domain',
  sharedKey: 'an identifier that several people have',
};

/** "Same name and same unit". */
export const wordReasons = (reasons: readonly MatchReason[]): string =>
  capitalise(reasons.map((reason) => REASON_WORDS[reason]).join(' and '));

/** "918 people and 905 units matched.": accounts that have their person, and accounts whose unit is known. */
export const wordMatchedCounts = ({ matched, units }: Pick<PeopleView, 'matched' | 'units'>): string =>
  `${formatCount(matched.accounts)} people and ${formatCount(units.matched)} units matched.`;

/** What the two counts are counted of, and how the people were found. */
export function wordMatched({
  roster,
  accounts,
  matched,
  units,
  unitMapping,
}: PeopleView): readonly string[] {
  const ways = MATCH_STEPS.filter((step) => matched.bySteps[step] > 0).map(
    (step) => `${STEP_WORDS[step]} ${formatCount(matched.bySteps[step])}`,
  );
  const known = unitMapping === undefined ? 'the roster' : `the roster or ${visibleText(unitMapping)}`;
  return [
    `${formatCount(matched.accounts)} of ${counted(accounts, 'account', 'accounts')} ${matched.accounts === 1 ? 'has its' : 'have their'} person among the ${formatCount(roster.people)} of ${visibleText(roster.name)}, as of ${formatDay(roster.asOf)}${matched.people === matched.accounts ? '' : `: ${counted(matched.people, 'person', 'people')}`}.`,
    ...(ways.length === 0 ? [] : [`How: ${ways.join(', ')}.`]),
    units.named === 0
      ? 'No account names a unit.'
      : `${formatCount(units.matched)} of ${counted(units.named, 'account', 'accounts')} with a unit name one that ${known} has.`,
  ];
}

const ALIAS_ERRORS: Readonly<Record<DomainAliasError['why'], string>> = {
  form: 'is not of the form “domain = domain it stands for”',
  itself: 'makes a domain stand for itself',
  twice: 'names a domain that stands for another already',
  chain: 'ends at a domain that stands for another itself; name the last one',
};

/** What is wrong with the table of domains; `undefined` when nothing is. */
export const wordAliasErrors = (errors: readonly DomainAliasError[]): string | undefined =>
  errors.length === 0
    ? undefined
    : errors
        .map(({ line, text, why }) => `Line ${line}, “${visibleText(text.trim())}”, ${ALIAS_ERRORS[why]}.`)
        .join(' ');
