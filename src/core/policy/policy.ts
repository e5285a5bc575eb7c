import type { EvidenceClass } from '../ingest/signalKind.ts';
import type { FlaggedCategory } from './category.ts';

/** Windows of one licence type, or of the whole policy. Days. */
export interface Windows {
  /** Dormancy window W, 14 to 730. */
  readonly dormancy: number;
  /** Borderline limit B, at least W. */
  readonly borderline: number;
}

/** Class of one source column or event type under a policy. */
export interface EvidenceRule {
  /** Header of the evidence column. */
  readonly source: string;
  readonly evidenceClass: EvidenceClass;
}

/** The ten checks before a seat may become a case, in the order of their numbers. */
export const SAFETY_CHECKS = [
  'identityResolved',
  'humanSeat',
  'protectedRole',
  'tenure',
  'absenceOrException',
  'periodicPattern',
  'conflictingSignals',
  'dependencies',
  'evidenceQuality',
  'seatEffect',
] as const;
export type SafetyCheck = (typeof SAFETY_CHECKS)[number];

/** What marks an account as not human. Text rules are matched in lower case as whole words or prefixes. */
export interface NonHumanRules {
  /** Words proposed for service and integration accounts (`svc`, `bot`, `noreply`, …). */
  readonly serviceWords: readonly string[];
  readonly integrationWords: readonly string[];
  readonly sharedWords: readonly string[];
  /** Whether the columns web service only, integration user and user type decide. */
  readonly useFlags: boolean;
  /** Whether a delegate column that is not empty marks a shared account. */
  readonly useDelegates: boolean;
  /** Whether one e-mail address for several user names marks shared accounts. */
  readonly useSharedAddresses: boolean;
}

/**
 * Everything that can change the count, as data. A frozen version is stored in the ledger and never edited.
 * Every setting appears in the plain-language paragraph.
 */
export interface Policy {
  readonly name: string;
  readonly ownerTeam: string;
  readonly windows: Windows;
  /** Licence types with windows of their own. */
  readonly windowsByLicenceType: Readonly<Record<string, Windows>>;
  /** Pattern look-back L in days. */
  readonly lookBack: number;
  /** Class of every evidence column; a column that is missing here has its proposed class. */
  readonly evidenceRules: readonly EvidenceRule[];
  /** The switch *Signing in counts as work*: sign-in columns feed the action class as well. */
  readonly signInCountsAsWork: boolean;
  readonly nonHuman: NonHumanRules;
  /** Flagged categories that may become cases. */
  readonly mayBecomeCases: readonly FlaggedCategory[];
  /** Checks that are switched off, with the reason that is printed in the brief. */
  readonly checksOff: readonly { readonly check: SafetyCheck; readonly reason: string }[];
  readonly notify: boolean;
  readonly noticeTo: 'owner' | 'manager' | 'both';
  readonly objectionDays: number;
  readonly graceDays: number;
  readonly coolDownDays: number;
  readonly onTimeout: 'freeze' | 'hold';
  readonly platformCanFreeze: boolean;
  readonly route: 'packet' | 'ticket' | 'both';
  /** Who decides when there is no manager, in order. */
  readonly fallbackDeciders: readonly ('owner' | 'manager' | 'unitHead')[];
  readonly dryRun: boolean;
}

/** A frozen, numbered copy of a policy. */
export interface PolicyVersion {
  readonly version: number;
  readonly policy: Policy;
  /** SHA-256 of the canonical policy without name, owner team and reasons. */
  readonly hash: string;
}

/** Least and longest window, days. Source of the rule: DEFINE-01. */
export const WINDOW_LIMITS = { least: 14, most: 730 } as const;

/** Safe defaults for a new policy. */
export const DEFAULT_POLICY: Policy = {
  name: 'Definition',
  ownerTeam: '',
  windows: { dormancy: 90, borderline: 180 },
  windowsByLicenceType: {},
  lookBack: 400,
  evidenceRules: [],
  signInCountsAsWork: false,
  nonHuman: {
    serviceWords: [
      'svc',
      'service',
      'bot',
      'mid',
      'soap',
      'system',
      'test',
      'noreply',
      'sync',
      'backup',
      'monitor',
    ],
    integrationWords: ['int', 'integration', 'api', 'addon'],
    sharedWords: ['room', 'shared', 'team', 'info', 'helpdesk'],
    useFlags: true,
    useDelegates: true,
    useSharedAddresses: true,
  },
  mayBecomeCases: ['leaver', 'neverUsed', 'loginOnly', 'dormant'],
  checksOff: [],
  notify: true,
  noticeTo: 'owner',
  objectionDays: 10,
  graceDays: 14,
  coolDownDays: 30,
  // Protected roles and people not identified are held whatever the rule says.
  onTimeout: 'freeze',
  platformCanFreeze: true,
  route: 'packet',
  fallbackDeciders: ['owner', 'manager', 'unitHead'],
  dryRun: true,
};
