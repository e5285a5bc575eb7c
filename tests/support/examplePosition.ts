import type { BriefContent } from '../../src/brief/content/briefContent.ts';
import { addDays, dayFromCalendar } from '../../src/core/base/epochDay.ts';
import type { CurrencyCode, MinorUnits } from '../../src/core/base/minorUnits.ts';
import type { LinePosition } from '../../src/core/reconcile/linePosition.ts';
import type { LineCommitment } from '../../src/core/renewal/lineCommitment.ts';
import type { LineMoney } from '../../src/core/renewal/lineMoney.ts';
import type { PositionView, ProvenCommitment } from '../../src/worker/positionView.ts';
import { countsOf } from './exampleWorkspace.ts';

const rate = (part: number, whole: number) => ({ part, whole, least: part, most: part, rangeWhole: whole });
const pounds = (amount: number): MinorUnits => (amount * 100) as MinorUnits;

/** The running example of the formulae: 1 000 entitled, 940 assigned, 655 in use, 218 candidates. */
export const EXAMPLE_POSITION: LinePosition = {
  entitled: 1000,
  assigned: 940,
  unassigned: 60,
  inUse: 655,
  humanAssigned: 910,
  flagged: 230,
  unknown: 0,
  contractPosition: 60,
  usagePosition: 290,
  allocationRate: rate(940, 1000),
  activityRate: rate(655, 910),
  effectiveUtilisation: rate(655, 1000),
};

export const EXAMPLE_COMMITMENT: LineCommitment = {
  current: 1000,
  assigned: 940,
  candidates: 218,
  need: 722,
  demand: 734,
  buffered: 771,
  inLots: 780,
  recommended: 780,
  reduction: 220,
  doNotReduce: false,
  waterfall: [
    { step: 'current', seats: 1000 },
    { step: 'unassigned', seats: -60 },
    { step: 'candidates', seats: -218 },
    { step: 'netGrowth', seats: 12 },
    { step: 'buffer', seats: 37 },
    { step: 'lotRounding', seats: 9 },
    { step: 'proposed', seats: 780 },
  ],
};

/** None of the 218 candidates is freed: ceil(952 × 1.05) in lots of 10. */
export const EXAMPLE_PROVEN: ProvenCommitment = {
  freed: 0,
  recommended: 1000,
  commitment: {
    ...EXAMPLE_COMMITMENT,
    candidates: 0,
    need: 940,
    demand: 952,
    buffered: 1000,
    inLots: 1000,
    recommended: 1000,
    reduction: 0,
    doNotReduce: true,
    waterfall: [],
  },
};

export const EXAMPLE_MONEY: LineMoney = {
  currency: 'GBP' as CurrencyCode,
  unitPriceAYear: pounds(1200),
  upliftBasisPoints: 700,
  inTermCashSaving: pounds(0),
  currentAnnual: pounds(1_200_000),
  doNothingNextYear: pounds(1_284_000),
  proposedNextYear: pounds(1_001_520),
  difference: pounds(282_480),
  hardSaving: pounds(198_480),
  costAvoidance: pounds(84_000),
  threeYears: 90_814_495 as MinorUnits,
  quantityEffect: pounds(264_000),
  exposure: pounds(276_000),
};

const { unitPriceAYear: _price, upliftBasisPoints: _uplift, ...totals } = EXAMPLE_MONEY;

const NOTICE = dayFromCalendar(2026, 10, 30);

export const EXAMPLE_POSITION_VIEW: PositionView = {
  asOf: dayFromCalendar(2026, 6, 30),
  policyVersion: 1,
  lines: [
    {
      licenceType: 'Fulfiller',
      position: EXAMPLE_POSITION,
      commitment: EXAMPLE_COMMITMENT,
      proven: EXAMPLE_PROVEN,
      money: EXAMPLE_MONEY,
      nextCommitmentFrom: dayFromCalendar(2027, 1, 1),
      reductionRight: 'none',
    },
  ],
  total: { position: EXAMPLE_POSITION, commitment: EXAMPLE_COMMITMENT, proven: EXAMPLE_PROVEN },
  money: [{ ...totals, lines: 1 }],
  withoutLine: [],
  heldBack: [],
  units: [
    {
      unit: 'Finance',
      counts: countsOf({ active: 210, periodic: 20, dormant: 90, neverUsed: 20, nonHuman: 10 }),
      assigned: 350,
      flagged: 110,
    },
    {
      unit: '',
      counts: countsOf({ active: 400, periodic: 25, tooNew: 25, dormant: 100, neverUsed: 20, nonHuman: 20 }),
      assigned: 590,
      flagged: 120,
    },
  ],
  reclaimed: { attested: 5, verified: 41 },
  nextCommitmentFrom: dayFromCalendar(2027, 1, 1),
  workBack: {
    termEnd: dayFromCalendar(2026, 12, 31),
    noticeDate: NOTICE,
    sendNoticeBy: addDays(NOTICE, -10),
    verificationExportBy: addDays(NOTICE, -17),
    freezeBy: addDays(NOTICE, -31),
    notifyUsersBy: addDays(NOTICE, -42),
    advisory: false,
  },
  readiness: [
    { item: 'contractLine', state: 'ready', sentence: 'Contract line typed.' },
    { item: 'definitionFrozen', state: 'ready', sentence: 'Definition 1 is frozen.' },
    { item: 'verified', state: 'warns', sentence: 'No seat is verified yet; the brief will say so.' },
  ],
};

export const EXAMPLE_BRIEF: BriefContent = {
  title: 'Renewal brief',
  customer: 'Larkfield Group',
  asOf: '30 Jun 2026',
  asOfIso: '2026-06-30',
  edition: 'internal',
  paper: 'A4',
  briefId: '0badcafe',
  policyVersion: '1',
  applicationVersion: '0.1.0',
  ledgerHead: '81c2000000000000 (entry 412)',
  sections: [
    {
      number: '1',
      title: 'Position on one page',
      blocks: [
        {
          kind: 'paragraph',
          text: [
            'We will commit to ',
            { id: 'F-080', text: '780' },
            ' seats from ',
            { strong: '1 Jan 2027' },
            '.',
          ],
        },
        {
          kind: 'bigFigures',
          figures: [
            {
              label: 'Effective utilisation',
              figure: { id: 'F-032', text: '65.5 %' },
              note: 'of 1 000 entitled',
            },
          ],
        },
        {
          kind: 'waterfall',
          caption: 'From today to the ask',
          steps: [
            { label: 'Current', seats: 1000, kind: 'total', shown: '1 000' },
            { label: 'Candidates', seats: -220, kind: 'change', shown: '−220' },
            { label: 'Proposed', seats: 780, kind: 'total', shown: '780' },
          ],
        },
      ],
    },
    {
      number: '6',
      title: 'Where every seat stands',
      blocks: [
        { kind: 'heading', text: 'All categories' },
        { kind: 'statement', text: ['Periodic users are not in the request.'] },
        {
          kind: 'stackedBar',
          caption: 'Seats by category',
          parts: [
            { label: 'Active', count: 610, category: 'active', shown: '610' },
            { label: 'Dormant', count: 190, category: 'dormant', shown: '190' },
          ],
        },
        {
          kind: 'table',
          table: {
            caption: 'Seats by category',
            columns: [
              { header: 'Category', align: 'left', weight: 2 },
              { header: 'Seats', align: 'right', weight: 1 },
            ],
            rows: [
              { cells: [['Active'], [{ id: 'F-016', text: '610' }]], total: false },
              { cells: [['All'], ['800']], total: true },
            ],
          },
        },
        {
          kind: 'histogram',
          caption: 'Idle age',
          bars: [
            { label: '90–179', count: 60, marked: true },
            { label: '180–269', count: 30, marked: false },
          ],
        },
        { kind: 'note', text: ['Days since the last real work.'] },
      ],
    },
  ],
};
