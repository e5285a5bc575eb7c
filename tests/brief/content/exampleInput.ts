import { createHash } from 'node:crypto';
import type { BriefInput, BriefLine } from '../../../src/brief/content/briefInput.ts';
import type { CurrencyCode, MinorUnits } from '../../../src/core/base/minorUnits.ts';
import type { ContractLine } from '../../../src/core/contract/contractLine.ts';
import {
  entitlementOf,
  type Entitlement,
  type LinesInForce,
} from '../../../src/core/contract/entitlementOf.ts';
import { planWorkBack } from '../../../src/core/contract/planWorkBack.ts';
import { DEFAULT_POLICY, type Policy } from '../../../src/core/policy/policy.ts';
import { buildPosition, totalPosition } from '../../../src/core/reconcile/buildPosition.ts';
import { flaggedOf, type CategoryCounts } from '../../../src/core/reconcile/seatSets.ts';
import type { LineCommitment } from '../../../src/core/renewal/lineCommitment.ts';
import { NO_CHANGE, type CommitmentPlan } from '../../../src/core/renewal/commitmentPlan.ts';
import { recommendCommitment } from '../../../src/core/renewal/recommendCommitment.ts';
import { totalCommitment } from '../../../src/core/renewal/totalCommitment.ts';
import { totalMoney } from '../../../src/core/renewal/totalMoney.ts';
import { valueLine } from '../../../src/core/renewal/valueLine.ts';
import { contractLine, day } from '../../core/contract/contractLineBuilder.ts';
import { countsOf, RUNNING_EXAMPLE } from '../../core/reconcile/categoryCounts.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const AS_OF = day('2026-06-30');
const PLAN: CommitmentPlan = {
  bufferBasisPoints: 500,
  lines: { Fulfiller: { plannedJoiners: 20, plannedLeavers: 8, approvedExpansions: 0 } },
};

/** A licence type of the brief with everything computed from its counts and its line. */
export const lineOf = (line: ContractLine, counts: CategoryCounts, kept: number): BriefLine =>
  linesOf([line], counts, kept);

const commitmentOf = (
  { licenceType, committedQuantity, lotSize, minimumQuantity }: Entitlement,
  assigned: number,
  candidates: number,
): LineCommitment =>
  recommendCommitment({
    current: committedQuantity,
    assigned,
    candidates,
    plan: PLAN.lines[licenceType] ?? NO_CHANGE,
    bufferBasisPoints: PLAN.bufferBasisPoints,
    lotSize,
    minimumQuantity,
  });

/** The same for several lines in force together. */
export function linesOf(lines: LinesInForce, counts: CategoryCounts, kept: number): BriefLine {
  const entitlement = entitlementOf(lines);
  const { licenceType, committedQuantity } = entitlement;
  const position = buildPosition(committedQuantity, counts);
  const commitment = commitmentOf(entitlement, position.assigned, flaggedOf(counts) - kept);
  const money = valueLine(entitlement, commitment, flaggedOf(counts), AS_OF);
  return { licenceType, entitlement, counts, position, commitment, money };
}

export const FULFILLER = lineOf(contractLine(), RUNNING_EXAMPLE, 12);

export const ANALYTICS = lineOf(
  contractLine({
    id: 'line-2',
    product: 'Tern Insight',
    licenceType: 'Analytics',
    committedQuantity: 100,
    unitPriceAYear: 48_000 as MinorUnits,
    currency: 'EUR' as CurrencyCode,
    upliftBasisPoints: 350,
    minimumQuantity: 0,
    lotSize: 1,
    notice: { length: 3, unit: 'months' },
  }),
  countsOf({
    active: 60,
    periodic: 3,
    unknown: 9,
    excepted: 4,
    borderline: 6,
    loginOnly: 8,
    leaver: 2,
    dormant: 16,
  }),
  6,
);

const policy: Policy = { ...DEFAULT_POLICY, ownerTeam: 'Licence desk' };

/** Figures that depend on the lines, computed from them. */
export function withLines(
  lines: readonly BriefLine[],
): Pick<BriefInput, 'lines' | 'total' | 'money' | 'counts' | 'contractLines'> {
  const unfreed = totalCommitment(
    lines.map(({ entitlement, position }) => commitmentOf(entitlement, position.assigned, 0)),
  );
  return {
    lines,
    contractLines: lines.flatMap(({ entitlement }) => entitlement.lines),
    total:
      lines.length === 0
        ? undefined
        : {
            position: totalPosition(lines.map(({ position }) => position)),
            commitment: totalCommitment(lines.map(({ commitment }) => commitment)),
            proven: { freed: 0, recommended: unfreed.recommended, commitment: unfreed },
          },
    money: totalMoney(lines.map(({ money }) => money)),
    counts: lines.map(({ licenceType, counts }) => ({ licenceType, counts })),
  };
}

/** The running example of the formulae with a second licence type in another currency beside it. */
export const EXAMPLE_INPUT: BriefInput = {
  client: { id: 'client-1', name: 'Larkfield Group', timeZone: 'Europe/London' },
  options: { edition: 'internal', paper: 'A4', briefDate: '2026-07-03' },
  applicationVersion: '0.1.0',
  asOf: AS_OF,
  ledgerHead: { sequence: 412, hash: sha256('head') },
  ...withLines([ANALYTICS, FULFILLER]),
  plan: PLAN,
  withoutLine: [],
  heldBack: [],
  workBack: planWorkBack(contractLine()),
  policyVersions: [
    {
      version: 1,
      policy: { ...policy, windows: { dormancy: 60, borderline: 120 } },
      hash: sha256('policy 1'),
      frozenAt: '2026-06-28T10:00:00+01:00',
      measurements: [{ snapshot: 'snapshot-1', asOf: AS_OF, at: '2026-06-30T09:00:00+01:00', flagged: 303 }],
    },
    {
      version: 2,
      policy,
      hash: sha256('policy 2'),
      frozenAt: '2026-07-01T10:00:00+01:00',
      measurements: [{ snapshot: 'snapshot-1', asOf: AS_OF, at: '2026-07-01T10:00:01+01:00', flagged: 262 }],
    },
  ],
  definition:
    'A seat is inactive when its account has done none of: Last work, for 90 days up to 30 June 2026. Signing in does not count as work. ' +
    'Seats held for less than 90 days that have not been used yet are left alone. We look back 400 days for quarterly, seasonal and on-call patterns; ' +
    'a seat idle 90 to 179 days whose pattern cannot be tested waits for a person.',
  evidenceColumns: [
    { header: 'Last work', signalKind: 'action', evidenceClass: 'meaningful' },
    { header: 'Last login', signalKind: 'applicationSignIn', evidenceClass: 'loginOnly' },
  ],
  signInAsAction: ['Analytics'],
  sources: [
    {
      snapshot: 'snapshot-1',
      asOf: AS_OF,
      importedAt: '2026-06-30T08:58:12+01:00',
      source: {
        name: 'tern-desk-users-2026-06-30.csv',
        bytes: 180_411,
        sha256: sha256('users'),
        system: 'ServiceNow',
        encoding: 'utf-8',
        delimiter: ',',
        lagDays: 2,
        historyStart: undefined,
        zone: 'Europe/London',
      },
      rows: { read: 1055, accepted: 1052, rejected: 3, repeats: 4, blankLines: 1 },
      accounts: 1012,
      seats: 1048,
      completeness: 'full',
      findings: [{ kind: 'signInBeforeCreated', rows: 2 }],
    },
  ],
  idleHistogram: [
    { label: '0–29', seats: 480, idle: false },
    { label: '30–59', seats: 132, idle: false },
    { label: '60–89', seats: 58, idle: false },
    { label: '90–119', seats: 41, idle: true },
    { label: '120–179', seats: 63, idle: true },
    { label: '180–364', seats: 72, idle: true },
    { label: '365 or more', seats: 38, idle: true },
    { label: 'never', seats: 64, idle: true },
  ],
  sensitivity: [
    { window: 30, flagged: 344, borderline: 12, anySignIn: 318 },
    { window: 60, flagged: 300, borderline: 9, anySignIn: 281 },
    { window: 90, flagged: 262, borderline: 6, anySignIn: 254 },
    { window: 120, flagged: 246, borderline: 4, anySignIn: 240 },
    { window: 180, flagged: 228, borderline: 0, anySignIn: 226 },
    { window: 365, flagged: 183, borderline: 0, anySignIn: 183 },
  ],
  core: { core: 174, signal: 61, heldShorter: 18, provedShorter: 9 },
  boundarySeats: 9,
  confidence: undefined,
  nonHumanByClass: { service: 17, integration: 9, shared: 4 },
  periodicByType: [
    { type: 'quarterly, declared', seats: 31 },
    { type: 'on call, declared', seats: 17 },
  ],
  exceptedInUse: 1,
  unknownByReason: [
    { reason: 'nothingReadable', seats: 6 },
    { reason: 'cannotTellNewFromNeverUsed', seats: 3 },
  ],
  queueWaived: undefined,
  cases: {
    'Attention Required': 2,
    Ready: 90,
    'Awaiting User': 48,
    'Awaiting Approval': 21,
    'Awaiting Revocation': 30,
    'Closed Complete': 46,
    'Closed Skipped': 5,
    'Closed Canceled': 1,
  },
  endings: {
    skipped: [
      { closing: 'kept', cases: 4 },
      { closing: 'restoredInGrace', cases: 1 },
    ],
    canceled: 1,
    reactivated: 2,
    reactivatedSoon: 1,
  },
  dryRunCases: 0,
  reclaimed: { attested: 5, verified: 41 },
  runRate: undefined,
  fiscalYearStart: day('2026-01-01'),
};
