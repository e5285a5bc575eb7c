import type { DecisionRecord, LinkedPerson, NoticeRecord, RestoreCard, SeatIdentity } from './caseRecord.ts';
import { day, flag, oneOf, optional, partialShape, personal, shape, text } from './factCodec.ts';
import type { CaseEffects } from './recordedFact.ts';

/** Sub-steps as entries name them. */
export const SUB_STEPS = [
  'toFreeze',
  'frozen',
  'grace',
  'toDeactivate',
  'deactivated',
  'toDowngrade',
  'downgraded',
] as const;
const ANSWER_CHANNELS = ['decision file', 'e-mail', 'ticket', 'meeting', 'phone', 'other'] as const;
const NOTICE_CHANNELS = ['e-mail', 'letter', 'chat', 'phone', 'ticket', 'other'] as const;
const CLOSINGS = [
  'reclaimed',
  'kept',
  'restoredInGrace',
  'withdrawn',
  'goneOutsideWorkflow',
  'activityDetected',
  'convertedToLive',
] as const;

/** Who holds a seat. */
export const seat = shape<SeatIdentity>({
  seat: personal(text),
  pseudonym: text,
  account: personal(text),
  accountId: personal(text),
  licenceType: text,
  name: personal(text),
  email: personal(text),
  manager: personal(text),
  unit: personal(text),
  role: personal(text),
  inheritedFrom: personal(text),
});

/** A person linked by hand. */
export const person = shape<LinkedPerson>({ name: personal(text), email: personal(text) });

/** A notice as it was sent. */
export const notice = shape<NoticeRecord>({
  recipient: personal(text),
  channel: oneOf(NOTICE_CHANNELS),
  on: day,
  text: personal(text),
});

const decision = shape<DecisionRecord>({
  decision: oneOf(['keep', 'revoke', 'downgrade']),
  by: oneOf(['user', 'manager']),
  channel: oneOf(ANSWER_CHANNELS),
  reference: personal(text),
  reason: personal(text),
  lighterLicenceType: optional(text),
});

const restoreCard = shape<RestoreCard>({
  licenceType: text,
  role: personal(text),
  group: personal(text),
  owner: personal(text),
  manager: personal(text),
  unit: personal(text),
  on: day,
});

/** What a step changes in a case beside its state. */
export const effects = partialShape<CaseEffects>({
  notify: flag,
  notice,
  waiver: personal(text),
  decision,
  appealed: flag,
  attention: oneOf(['userMissing', 'failed', 'deciderMissing']),
  errorText: personal(text),
  owner: person,
  decider: person,
  graceEnds: day,
  restoreCard,
  downgradeTo: text,
  justification: text,
  closing: oneOf(CLOSINGS),
  proof: oneOf(['attested', 'verified']),
  reclaimedOn: day,
  doneOn: day,
  overrideReason: personal(text),
  evidence: shape({ snapshot: text, text: personal(text) }),
  remark: text,
});
