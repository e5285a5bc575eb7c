import { readHeaderKey } from '../headerKey.ts';
import type { SignalKind } from '../signalKind.ts';
import { IGNORED, type TablePlan } from './tablePlan.ts';

const SIGN_IN_HEADER =
  /\b(?:log ?ins?|log ?ons?|logged (?:in|on)|sign ?ins?|sign ?ons?|signed (?:in|on)|sessions?|anmeld\w*|connexions?|aanmeld\w*|inlog\w*)\b/;
/** In a title *log in* and *log on* may be a log of something else: `activity log in June`. */
const SIGN_IN_TITLE =
  /\b(?:logins?|logons?|sign ?ins?|sign ?ons?|anmeldung(?:en)?|connexions?|aanmelding(?:en)?)\b/;
const SINGLE_SIGN_ON = /\b(?:sso|saml|oidc|single sign ?ons?)\b/;
const NOT_BY_A_PERSON = /\b(?:non ?interactive|service principals?|managed identit(?:y|ies))\b/;
const FAILED = /\b(?:fail(?:ed|ures?)?|denied)\b/;
const WORK_HEADER =
  /\b(?:resolved|closed|opened|updated|assigned|approved|commented|edited|modified|(?:created|changed) by|tickets?|incidents?|tasks?|cases?)\b/;
/** `Last login` in a log of something else tells what the account did elsewhere. */
const LAST = /^last\b/;
/** Systems whose logs hold sign-ins and nothing else. */
const IDENTITY_SYSTEMS: readonly string[] = ['entra', 'okta', 'active-directory'];

/** Whether a column of the log says of every row what it is. */
export const namesEvents = (plan: Pick<TablePlan, 'columns'>): boolean =>
  plan.columns.some(({ meaning }) => meaning === 'eventType');

/** Whether a person must say what the rows of a log prove: no column, no name and no platform does. */
export const asksSignal = ({
  kind,
  columns,
  facts,
}: Pick<TablePlan, 'kind' | 'columns' | 'facts'>): boolean =>
  kind === 'activity' && facts.signalKind === undefined && !namesEvents({ columns });

/** Where a log may say what its rows are beside an event type. */
export interface LogNaming {
  readonly plan: Pick<TablePlan, 'kind' | 'columns' | 'system'>;
  readonly fileName: string;
  /** Lines above the header. */
  readonly linesAbove: readonly string[];
}

/**
 * What the rows of a log without an event type prove, as far as its columns, its title, its name or its platform say
 * so; `undefined` where they do not, and where event types tell. Source: a login-history file is an activity file whose
 * events are sign-ins; signal kinds.
 */
export function proposeLogSignal({ plan, fileName, linesAbove }: LogNaming): SignalKind | undefined {
  if (plan.kind !== 'activity' || namesEvents(plan)) return undefined;
  const wordsOf = (text: string): string => readHeaderKey(text).words;
  const used = plan.columns.filter(({ meaning }) => meaning !== IGNORED).map(({ header }) => wordsOf(header));
  const others = plan.columns
    .filter(({ meaning }) => meaning === IGNORED)
    .map(({ header }) => wordsOf(header))
    .filter((words) => !LAST.test(words));
  const titles = [fileName.replace(/\.[^.]*$/, ''), ...linesAbove].map(wordsOf);
  const isIdentity = IDENTITY_SYSTEMS.includes(plan.system);
  const saysSignIn =
    plan.columns.some(({ meaning }) => meaning === 'logOn') ||
    used.some((words) => SIGN_IN_HEADER.test(words)) ||
    titles.some((words) => SIGN_IN_TITLE.test(words));
  if (!saysSignIn && used.some((words) => WORK_HEADER.test(words))) return 'action';
  if (!saysSignIn && !isIdentity && !others.some((words) => SIGN_IN_HEADER.test(words))) return undefined;
  if (titles.some((words) => NOT_BY_A_PERSON.test(words))) return 'background';
  if (titles.some((words) => FAILED.test(words))) return 'attempt';
  const isSingle = isIdentity || [...titles, ...used].some((words) => SINGLE_SIGN_ON.test(words));
  return isSingle ? 'ssoSignIn' : 'applicationSignIn';
}
