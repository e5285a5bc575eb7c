import { formatCount, formatShare } from '../../core/base/formatNumber.ts';
import { CATEGORY_NAMES } from '../../core/policy/category.ts';
import type { CoreCounts } from '../../core/policy/undisputedCore.ts';
import { flaggedOf, sumCounts } from '../../core/reconcile/seatSets.ts';
import type { BriefBlock, BriefSection, Inline } from './briefContent.ts';
import type { BriefInput, SensitivityPoint } from './briefInput.ts';
import { buildTable, numbers, texts } from './buildTable.ts';
import { CATEGORY_FIGURES } from './categoryFigures.ts';
import { counted, countFigure, NOT_KNOWN, textFigure } from './printed.ts';

/** Section 7: how long seats have been idle, what other windows would give, and the part nobody can dispute. */
export function dormancySection(input: BriefInput): BriefSection {
  const counts = sumCounts(input.counts.map((entry) => entry.counts));
  const window = input.policyVersions.at(-1)?.policy.windows.dormancy;
  return {
    number: '7',
    title: 'Dormancy evidence',
    blocks: [
      ...histogram(input, window),
      buildTable(
        'Kinds of flagged seats that are told apart',
        [texts('Line', 3), numbers('Seats', 2), texts('What it is', 8)],
        [
          [
            CATEGORY_NAMES.neverUsed,
            countFigure(CATEGORY_FIGURES.neverUsed, counts.neverUsed),
            'no work and no sign-in on record, held for a full window or longer',
          ],
          [
            CATEGORY_NAMES.loginOnly,
            countFigure(CATEGORY_FIGURES.loginOnly, counts.loginOnly),
            'signed in inside the window, did no work in it',
          ],
          [
            CATEGORY_NAMES.borderline,
            countFigure(CATEGORY_FIGURES.borderline, counts.borderline),
            'idle for the window but below the borderline limit, with a pattern that the data could not test',
          ],
        ],
      ),
      ...sensitivity(input, window),
      buildTable(
        'Strength of the evidence',
        [texts('Measure', 5), numbers('Seats', 2), texts('What it is', 7)],
        [
          [
            'Undisputed core',
            countFigure('F-036', input.core?.core),
            coreShare(input.core, flaggedOf(counts)),
          ],
          [
            'Within the lag of the window’s edge',
            countFigure('F-044', input.boundarySeats),
            'flagged or not, a day or two of lag could move them',
          ],
          [
            'Confidence A',
            countFigure('F-043', input.confidence?.a, 'A'),
            'two files or snapshots agree, twice the window, no warning',
          ],
          [
            'Confidence B',
            countFigure('F-043', input.confidence?.b, 'B'),
            'no warning, but one source alone or less than twice the window',
          ],
          [
            'Confidence C',
            countFigure('F-043', input.confidence?.c, 'C'),
            'a check warns or blocks, the window’s edge, or single sign-on alone; a pattern that cannot be tested is a warning',
          ],
          [
            'Joint sample',
            textFigure('F-046', 'not drawn'),
            'a sample can be drawn that both sides check by hand',
          ],
        ],
      ),
    ],
  };
}

/** What the core asks for, its share, and why every other flagged seat is not in it. */
function coreShare(core: CoreCounts | undefined, flagged: number): string {
  const rule = 'no signal of any kind, and the seat held, for 180 days or the window, whichever is longer';
  if (core === undefined) return rule;
  const others = (
    [
      [core.signal, 'with a signal of some kind in these days'],
      [core.heldShorter, 'not known to be held for as long'],
      [core.provedShorter, 'whose loaded dates or history do not prove silence for as long'],
    ] as const
  )
    .filter(([seats]) => seats > 0)
    .map(([seats, why]) => `${formatCount(seats)} ${why}`);
  const rest = others.length === 0 ? '' : `. Not in it: ${others.join('; ')}`;
  return `${rule}; ${formatShare(core.core, flagged)} of flagged${rest}`;
}

function histogram(input: BriefInput, window: number | undefined): readonly BriefBlock[] {
  const bars = input.idleHistogram;
  if (bars === undefined) {
    return [{ kind: 'paragraph', text: ['Age histogram: ', textFigure('F-042', NOT_KNOWN), '.'] }];
  }
  return [
    {
      kind: 'histogram',
      caption: `Days since the last real work, flagged seats only${window === undefined ? '' : `; marked: ${formatCount(window)} days or longer`}`,
      bars: bars.map(({ label, seats, idle }) => ({ label, count: seats, marked: idle })),
    },
    buildTable(
      'Age histogram in numbers, flagged seats only',
      [texts('Days since the last real work', 4), numbers('Seats', 2)],
      bars.map(({ label, seats }) => [label, countFigure('F-042', seats, label)]),
    ),
  ];
}

function sensitivity(input: BriefInput, window: number | undefined): readonly BriefBlock[] {
  const points = input.sensitivity;
  if (points === undefined) {
    return [
      {
        kind: 'paragraph',
        text: [
          'Flagged seats at other windows: ',
          textFigure('F-040', NOT_KNOWN),
          '; with any sign-in as use: ',
          textFigure('F-041', NOT_KNOWN),
          '.',
        ],
      },
    ];
  }
  return [
    {
      kind: 'histogram',
      caption: 'Flagged seats by window in days; marked: the window of the definition',
      bars: points.map((point) => ({
        label: String(point.window),
        count: point.flagged,
        marked: point.window === window,
      })),
      curves: {
        labels: { upper: 'Flagged', band: 'of which Borderline', second: 'With any sign-in as use' },
        marked: window,
        points: points.map((point) => ({
          at: point.window,
          upper: point.flagged,
          bandFrom: point.flagged - point.borderline,
          second: point.anySignIn,
        })),
      },
    },
    buildTable(
      'Flagged seats at other windows',
      [
        texts('Window', 3),
        numbers('Flagged', 3),
        numbers('of which Borderline', 3),
        numbers('With any sign-in as use', 3),
      ],
      points.map((point) => [
        counted(point.window, 'day'),
        countFigure('F-040', point.flagged, String(point.window)),
        formatCount(point.borderline),
        countFigure('F-041', point.anySignIn, String(point.window)),
      ]),
    ),
    ...quotation(points, window),
  ];
}

/** "±30 days around 90 changes the count by +16.5 % / −7.0 %; 196 of 230 (85.2 %) remain at 180 days." */
function quotation(points: readonly SensitivityPoint[], window: number | undefined): readonly BriefBlock[] {
  const at = (days: number): number | undefined => points.find((point) => point.window === days)?.flagged;
  if (window === undefined) return [];
  const here = at(window);
  const [shorter, longer, half] = [at(window - 30), at(window + 30), at(180)];
  if (here === undefined || here === 0) return [];
  const change = (there: number): string => (there > here ? '+' : '') + formatShare(there - here, here);
  const text: Inline[] = [];
  if (shorter !== undefined && longer !== undefined) {
    text.push(`±30 days around ${window} changes the count by ${change(shorter)} / ${change(longer)}. `);
  }
  if (half !== undefined && window < 180) {
    text.push(
      `${formatCount(half)} of ${formatCount(here)} (${formatShare(half, here)}) remain at 180 days.`,
    );
  }
  return text.length === 0 ? [] : [{ kind: 'paragraph', text }];
}
