import { proposedClassOf } from '../ingest/signalDefaults.ts';
import { proposeSignal } from '../ingest/kinds/proposeSignal.ts';
import type { EvidenceClass, SignalKind } from '../ingest/signalKind.ts';
import type { ActivityEvent } from './activityLog.ts';

/** Event types that are listed one by one; rarer ones are listed together by what they prove. */
const MOST_GROUPS = 24;

/** Event types of a log that make one source of evidence on Define. */
export interface EventGroup {
  /** Name under which a policy classes it. */
  readonly header: string;
  readonly signalKind: SignalKind;
  readonly proposedClass: EvidenceClass;
  /** Account keys with such an event; of several types together the most of one. */
  readonly keys: number;
  readonly events: readonly string[];
}

const OTHERS: Readonly<Record<SignalKind, string>> = {
  action: 'actions',
  applicationSignIn: 'sign-ins',
  ssoSignIn: 'single sign-ons',
  attempt: 'attempts',
  background: 'background events',
  passive: 'passive events',
};

/** Names of what a log holds that names no event types: a log of sign-ins is classed apart from one of work. */
const UNNAMED: Readonly<Record<SignalKind, string>> = {
  action: 'Activity log',
  applicationSignIn: 'Log of sign-ins',
  ssoSignIn: 'Log of single sign-ons',
  attempt: 'Log of attempts',
  background: 'Log of background events',
  passive: 'Log of passive events',
};

/** Name of the source that one event type makes; a log may name none. */
const eventHeader = (event: string, signal: SignalKind): string =>
  event === '' ? UNNAMED[signal] : `Event: ${event}`;

/**
 * Sources of evidence that the event types of a log make, most frequent first. Same events, same sources: several
 * files of one log are classed together by their names.
 */
export function groupEvents(
  events: readonly ActivityEvent[],
  system: string,
  stated: SignalKind | undefined,
): readonly EventGroup[] {
  const signalOf = (event: ActivityEvent): SignalKind => proposeSignal(event.name, system, stated);
  const groupOf = (header: string, signalKind: SignalKind, own: readonly ActivityEvent[]): EventGroup => ({
    header,
    signalKind,
    proposedClass: proposedClassOf(signalKind),
    keys: own.reduce((most, { keys }) => Math.max(most, keys), 0),
    events: own.map(({ name }) => name),
  });
  const single = events.length <= MOST_GROUPS ? events : events.slice(0, MOST_GROUPS);
  const rest = new Map<SignalKind, ActivityEvent[]>();
  for (const event of events.slice(single.length)) {
    const signal = signalOf(event);
    const known = rest.get(signal);
    if (known) known.push(event);
    else rest.set(signal, [event]);
  }
  return [
    ...single.map((event) => groupOf(eventHeader(event.name, signalOf(event)), signalOf(event), [event])),
    ...[...rest].map(([signal, own]) => groupOf(`Event: other ${OTHERS[signal]}`, signal, own)),
  ];
}
