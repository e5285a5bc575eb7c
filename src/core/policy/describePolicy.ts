import type { EpochDay } from '../base/epochDay.ts';
import { formatLongDay } from '../base/formatDay.ts';
import { formatCount } from '../base/formatNumber.ts';
import type { EvidenceClass } from '../ingest/signalKind.ts';
import type { EvidenceColumn } from '../inventory/snapshot.ts';
import { CATEGORY_NAMES, FLAGGED_CATEGORIES } from './category.ts';
import { CHECK_NAMES } from './checkNames.ts';
import { classOfColumn } from './evidenceClass.ts';
import type { Policy } from './policy.ts';
import { signInLimitation } from './windowAdvice.ts';

/** Setting that a part of the paragraph stands for. */
export type PolicyPart =
  | 'actions'
  | 'window'
  | 'signIn'
  | 'lookBack'
  | 'borderline'
  | 'windowsByLicenceType'
  | 'classes'
  | 'nonHuman'
  | 'mayBecomeCases'
  | 'checks';

/** A piece of the paragraph; `editable` names the setting that it shows. The texts joined are the paragraph. */
export interface PolicySegment {
  readonly text: string;
  readonly editable: PolicyPart | undefined;
}

/** What the paragraph says beside the policy: the data that it is applied to. */
export interface DescribedData {
  readonly asOf: EpochDay | undefined;
  readonly columns: readonly Pick<EvidenceColumn, 'header' | 'proposedClass'>[];
  /** Licence types for which a sign-in is taken as the action. */
  readonly signInAsAction: readonly string[];
}

const plain = (text: string): PolicySegment => ({ text, editable: undefined });
const setting = (editable: PolicyPart, text: string): PolicySegment => ({ text, editable });

/**
 * The definition in plain words, in pieces. Holds every setting that can change a count: a reader who has this
 * paragraph and the data reaches the same seats. Source: DEFINE-13; example in *Policy, preview, linter*.
 */
export function describePolicyParts(policy: Policy, data: DescribedData): readonly PolicySegment[] {
  const limitation = signInLimitation(data.signInAsAction);
  return [
    ...describeWork(policy, data),
    ...describeWindows(policy),
    ...describeOwnWindows(policy),
    ...describeClasses(policy, data),
    ...describeNonHuman(policy),
    ...describeCases(policy),
    ...(limitation === undefined ? [] : [plain(` ${limitation}`)]),
  ];
}

/** The definition as one paragraph, see {@link describePolicyParts}. Screen and brief print this same text. */
export const describePolicy = (policy: Policy, data: DescribedData): string =>
  describePolicyParts(policy, data)
    .map(({ text }) => text)
    .join('');

function headersOf(policy: Policy, { columns }: DescribedData, wanted: EvidenceClass): readonly string[] {
  const headers = columns
    .filter((column) => classOfColumn(policy, column) === wanted)
    .map(({ header }) => header);
  return [...new Set(headers)];
}

/**
 * What a seat has not done. Where no date of work is loaded and sign-ins stand for work, not signing in is all that is
 * said; where that holds for some licence types only, each way is said with the types that it holds for.
 */
function describeWork(policy: Policy, data: DescribedData): readonly PolicySegment[] {
  const actions = headersOf(policy, data, 'meaningful');
  const until = data.asOf === undefined ? 'the date of the data' : formatLongDay(data.asOf);
  const window = setting('window', formatCount(policy.windows.dormancy));
  const opening = 'A seat is inactive when its account has ';
  const { signInAsAction } = data;
  const byLicenceType = signInAsAction.length > 0;
  if (actions.length === 0) {
    return [
      plain(opening),
      setting('actions', byLicenceType ? 'not signed in' : 'done no real work (no date of work is loaded)'),
      plain(' for '),
      window,
      plain(` days up to ${until}.`),
      ...(byLicenceType ? describeOnlySignIn(policy) : describeSignIn(policy, '')),
    ];
  }
  const types = joinWith(signInAsAction, 'or');
  return [
    plain(`${opening}done none of: `),
    setting('actions', actions.join(', ')),
    plain(', for '),
    window,
    plain(` days up to ${until}`),
    plain(byLicenceType ? `; a seat of ${types}, when its account has not signed in for its window.` : '.'),
    ...describeSignIn(policy, byLicenceType ? ' for the other licence types' : ''),
  ];
}

const describeSignIn = ({ signInCountsAsWork }: Policy, scope: string): readonly PolicySegment[] => [
  plain(' Signing in '),
  setting('signIn', signInCountsAsWork ? 'counts' : 'does not count'),
  plain(` as work${scope}.`),
];

const describeOnlySignIn = ({ signInCountsAsWork }: Policy): readonly PolicySegment[] => [
  plain(' Signing in '),
  setting('signIn', 'counts as use'),
  plain(
    signInCountsAsWork
      ? '.'
      : ', because nothing else is known; once a date of work is loaded it no longer does.',
  ),
];

function describeWindows({ windows, lookBack }: Policy): readonly PolicySegment[] {
  const { dormancy, borderline } = windows;
  return [
    plain(' Seats held for less than '),
    setting('window', formatCount(dormancy)),
    plain(' days that have not been used yet are left alone. We look back '),
    setting('lookBack', formatCount(lookBack)),
    plain(' days for quarterly, seasonal and on-call patterns; '),
    ...(borderline <= dormancy
      ? [plain('no seat waits '), setting('borderline', 'because its pattern cannot be tested'), plain('.')]
      : [
          plain(`a seat idle ${formatCount(dormancy)} to `),
          setting('borderline', formatCount(borderline - 1)),
          plain(' days whose pattern cannot be tested waits for a person.'),
        ]),
  ];
}

function describeOwnWindows({ windowsByLicenceType }: Policy): readonly PolicySegment[] {
  const names = Object.keys(windowsByLicenceType).toSorted((a, b) => (a < b ? -1 : 1));
  return names.map((name) => {
    const { dormancy, borderline } = windowsByLicenceType[name]!;
    const limit =
      borderline <= dormancy
        ? 'without a borderline limit'
        : `and the borderline limit ${formatCount(borderline)} days`;
    return setting(
      'windowsByLicenceType',
      ` For ${name} the window is ${formatCount(dormancy)} days ${limit}.`,
    );
  });
}

function describeClasses(policy: Policy, data: DescribedData): readonly PolicySegment[] {
  const sentences: readonly [EvidenceClass, string, string][] = [
    ['loginOnly', ' Sign-ins are told by ', '.'],
    ['passive', ' Not counted as use: ', '.'],
    ['ignored', ' Ignored altogether: ', '.'],
  ];
  return sentences.flatMap(([evidenceClass, before, after]) => {
    const headers = headersOf(policy, data, evidenceClass);
    return headers.length === 0 ? [] : [plain(before), setting('classes', headers.join(', ')), plain(after)];
  });
}

function describeNonHuman({ nonHuman }: Policy): readonly PolicySegment[] {
  const lists = [
    { kind: 'service', words: nonHuman.serviceWords },
    { kind: 'integration', words: nonHuman.integrationWords },
    { kind: 'shared', words: nonHuman.sharedWords },
  ].filter(({ words }) => words.length > 0);
  const signs = [
    ...lists.map(
      ({ kind, words }) => `its name or address has one of the words ${words.join(', ')} (${kind})`,
    ),
    ...(nonHuman.useFlags
      ? ['the list marks it as web service, integration, machine, bot, shared or room']
      : []),
    ...(nonHuman.useDelegates ? ['delegates use it'] : []),
    ...(nonHuman.useSharedAddresses
      ? ['other user names have its e-mail address too (open accounts without another of these signs)']
      : []),
    'a reviewer marked it so',
  ];
  return [
    plain(' An account is not a person, and never inactive, when '),
    setting('nonHuman', joinWith(signs, 'or')),
    plain('.'),
  ];
}

function describeCases({ mayBecomeCases, checksOff }: Policy): readonly PolicySegment[] {
  const direct = FLAGGED_CATEGORIES.filter(
    (category) => category !== 'borderline' && mayBecomeCases.includes(category),
  ).map((category) => CATEGORY_NAMES[category]);
  const cases = direct.length === 0 ? 'No seats' : joinWith(direct, 'and');
  const borderline = mayBecomeCases.includes('borderline')
    ? '; the policy allows Borderline too, once the queue is waived with a reason'
    : '; Borderline only once the queue is waived with a reason';
  return [
    plain(' '),
    setting('mayBecomeCases', cases),
    plain(' may become cases'),
    setting('mayBecomeCases', borderline),
    plain('.'),
    ...checksOff.map(({ check, reason }) =>
      setting('checks', ` The check ${CHECK_NAMES[check]} is switched off: ${reason}.`),
    ),
  ];
}

function joinWith(words: readonly string[], word: 'and' | 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${word} ${words.at(-1)}`;
}
