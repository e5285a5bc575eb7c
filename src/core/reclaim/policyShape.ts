import { FLAGGED_CATEGORIES } from '../policy/category.ts';
import { SAFETY_CHECKS, type Policy, type Windows } from '../policy/policy.ts';
import { flag, integer, list, mapOf, oneOf, personal, shape, since, text } from './factCodec.ts';

const windows = shape<Windows>({ dormancy: integer(), borderline: integer() });

/** The definition as it is stored: its name, owner and reasons are personal, its rules are not. */
export const policyShape = shape<Policy>({
  name: personal(text),
  ownerTeam: personal(text),
  windows,
  windowsByLicenceType: mapOf(windows),
  lookBack: integer(),
  evidenceRules: list(
    shape<Policy['evidenceRules'][number]>({
      source: text,
      evidenceClass: oneOf(['meaningful', 'loginOnly', 'passive', 'ignored']),
    }),
  ),
  signInCountsAsWork: flag,
  nonHuman: shape<Policy['nonHuman']>({
    serviceWords: list(text),
    integrationWords: list(text),
    sharedWords: list(text),
    useFlags: flag,
    useDelegates: flag,
    // A version frozen before this rule existed goes on marking the accounts that it marked.
    useSharedAddresses: since(flag, false),
  }),
  mayBecomeCases: list(oneOf(FLAGGED_CATEGORIES)),
  checksOff: list(
    shape<Policy['checksOff'][number]>({ check: oneOf(SAFETY_CHECKS), reason: personal(text) }),
  ),
  notify: flag,
  noticeTo: oneOf(['owner', 'manager', 'both']),
  objectionDays: integer(),
  graceDays: integer(),
  coolDownDays: integer(),
  onTimeout: oneOf(['freeze', 'hold']),
  platformCanFreeze: flag,
  route: oneOf(['packet', 'ticket', 'both']),
  fallbackDeciders: list(oneOf(['owner', 'manager', 'unitHead'])),
  dryRun: flag,
});
