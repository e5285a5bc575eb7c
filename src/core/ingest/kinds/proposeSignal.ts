import { isSignIn } from '../signalDefaults.ts';
import type { SignalKind } from '../signalKind.ts';

/** Signs by which an event is recognised, first match. Lower case, the words of an event joined by single blanks. */
const SIGNS: readonly (readonly [SignalKind, RegExp])[] = [
  ['attempt', /\b(?:fail(?:ed|ure)?|attempt(?:ed)?|denied|locked out)\b/],
  ['ssoSignIn', /\b(?:sso|saml|oidc|app access|authenticat\w*)\b/],
  [
    'applicationSignIn',
    /\b(?:log ?[io]n|log ?out|log ?off|logged (?:in|on|out)|sign ?(?:in|out|on)|signed (?:in|out)|session)\b/,
  ],
  [
    'background',
    /\b(?:api|integration|non interactive|web ?hook|web service|scheduled?|job|cron|import|export job)\b/,
  ],
  [
    'passive',
    /\b(?:view\w*|visit\w*|read|seen|opened page|page load|mention\w*|notif\w*|received?|star(?:red)?|watch\w*|subscri\w*|follow\w*|sync\w*|synchroni[sz]\w*|(?:was |been )?added to|add(?:ed)? (?:member|to (?:group|repo\w*))|member added|invit\w*|provision\w*)\b/,
  ],
];

/** Products for which something that is passive elsewhere is work. Source: what counts as work, per product. */
const WORK_ELSEWHERE_PASSIVE: readonly (readonly [system: RegExp, event: RegExp])[] = [
  [/google|workspace/, /\b(?:drive|gmail|docs?|view\w*)\b/],
  [/miro/, /\b(?:open\w*|view\w*)\b.*\bboard|\bboard\b.*\b(?:open\w*|view\w*)\b/],
  [/microsoft|365|adobe/, /\b(?:view\w*|read|visit\w*|sync\w*|receive\w*)\b/],
];

/**
 * What an event type of an activity log proves, as a proposal: a person classes it on Define. An event without a sign of
 * anything else is an action, since what is taken for work never flags a seat. `stated`: what a person said of the
 * whole file; among stated sign-ins one that failed is
 * still an attempt. Source of the rule: what counts as work, per product; signal kinds.
 */
export function proposeSignal(event: string, system: string, stated: SignalKind | undefined): SignalKind {
  const words = event
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const found = SIGNS.find(([, sign]) => sign.test(words))?.[0] ?? 'action';
  if (stated !== undefined) return isSignIn(stated) && found === 'attempt' ? found : stated;
  const isWorkHere = WORK_ELSEWHERE_PASSIVE.some(
    ([product, sign]) => product.test(system.toLowerCase()) && sign.test(words),
  );
  return found === 'passive' && isWorkHere ? 'action' : found;
}
