import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { BriefContent, Figure, Inline } from '../../../src/brief/content/briefContent.ts';
import type { BriefInput } from '../../../src/brief/content/briefInput.ts';
import { drawnSteps, leftOutSteps } from '../../../src/brief/content/drawnSteps.ts';
import { buildBriefContent } from '../../../src/brief/content/buildBriefContent.ts';
import type { MinorUnits } from '../../../src/core/base/minorUnits.ts';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.ts';
import { contractLine, day } from '../../core/contract/contractLineBuilder.ts';
import { anyCounts, countsOf, RUNNING_EXAMPLE } from '../../core/reconcile/categoryCounts.ts';
import { ANALYTICS, EXAMPLE_INPUT, FULFILLER, lineOf, linesOf, sha256, withLines } from './exampleInput.ts';

const STATEMENT_1 =
  "Freeing a seat does not lower this term's bill. This brief concerns the next commitment, from 1 Jan 2027; no refund or rebate for the current term is requested.";

const build = (changes: Partial<BriefInput> = {}): BriefContent =>
  buildBriefContent({ ...EXAMPLE_INPUT, ...changes }, sha256);
const alone = (counts = RUNNING_EXAMPLE): Partial<BriefInput> =>
  withLines([counts === RUNNING_EXAMPLE ? FULFILLER : lineOf(contractLine(), counts, 0)]);

/** Every text of a section, no-break spaces as spaces. */
function words(content: BriefContent, section?: string): string {
  const parts = section === undefined ? content : content.sections.find(({ number }) => number === section);
  const found: string[] = [];
  JSON.stringify(parts, (_, value: unknown) => {
    if (typeof value === 'string') found.push(value);
    return value;
  });
  return found.join('\n').replaceAll('\u00a0', ' ');
}

function figures(content: BriefContent): readonly Figure[] {
  const found: Figure[] = [];
  JSON.stringify(content, (_, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'id' in value && 'text' in value)
      found.push(value as Figure);
    return value;
  });
  return found;
}

const figure = (content: BriefContent, id: string): string | undefined =>
  figures(content)
    .find((candidate) => candidate.id === id)
    ?.text.replaceAll('\u00a0', ' ');

const statements = (content: BriefContent): readonly string[] =>
  content.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'statement' ? [block.text.map(textOf).join('')] : [])),
  );

const textOf = (inline: Inline): string =>
  typeof inline === 'string' ? inline : 'id' in inline ? inline.text : inline.strong;

describe('the internal brief', () => {
  test('has its sections in order, with the client, dates and ids of every page', () => {
    const content = build();
    expect(content.sections.map(({ number }) => number)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '12',
    ]);
    expect(content).toMatchObject({
      customer: 'Larkfield Group',
      asOf: '30 Jun 2026',
      asOfIso: '2026-06-30',
      edition: 'internal',
      policyVersion: '2',
      applicationVersion: '0.1.0',
      ledgerHead: `${sha256('head').slice(0, 16)} (entry 412)`,
    });
    expect(content.briefId).toMatch(/^[0-9a-f]{8}$/);
  });

  test('asks for 780 seats in the worked example, by a waterfall that closes [RENEWAL-04]', () => {
    const content = build(alone());
    expect(words(content, '1')).toContain('seats from 1 Jan 2027 (today 1 000, ');
    expect(figure(content, 'F-080')).toBe('780');
    expect(figure(content, 'F-081')).toBe('−22.0 %');
    expect([figure(content, 'F-021/Fulfiller'), figure(content, 'F-022/Fulfiller')]).toEqual(['218', '722']);
    const waterfall = content.sections[0]?.blocks.find((block) => block.kind === 'waterfall');
    expect(
      waterfall?.kind === 'waterfall' && waterfall.steps.map(({ label, shown }) => `${label} ${shown}`),
    ).toEqual([
      'Current 1\u00a0000',
      'Unassigned −60',
      'Candidates −218',
      'Net growth +12',
      'Buffer 5\u00a0% +37',
      'Lots of 10 +9',
      'Proposed 780',
    ]);
  });

  test('names steps of no change in the caption; the drawing leaves them out and the table keeps their figures', () => {
    const content = build(alone());
    const waterfall = content.sections[0]?.blocks.find((block) => block.kind === 'waterfall');
    if (waterfall?.kind !== 'waterfall') throw new Error('section 1 has a waterfall');
    const still = waterfall.steps.map((step) => (step.label === 'Net growth' ? { ...step, seats: 0 } : step));
    expect(drawnSteps(still).map(({ label }) => label)).not.toContain('Net growth');
    expect(leftOutSteps(still)).toEqual(['Net growth']);
    expect(drawnSteps(still)).toHaveLength(still.length - 1);
    expect(waterfall.caption).toBe('From the current commitment to the proposed one, seats');
  });

  test('says do not reduce where the honest answer is that [RENEWAL-04]', () => {
    const content = build(alone(countsOf({ active: 990 })));
    expect(words(content, '1')).toContain(
      'Need and buffer are above the current 1 000 seats. The honest answer is: do not reduce.',
    );
  });

  test('prints the definition, its version and dates, what earlier versions found, checks and observation [BRIEF-03]', () => {
    const definition = words(build(), '3');
    expect(definition).toContain(
      'A seat is inactive when its account has done none of: Last work, for 90 days',
    );
    expect(definition).toContain(
      'Definition revised on 1 Jul 2026; the result under the earlier definition was 303.',
    );
    expect(definition).toContain('All ten safety checks were on.');
    expect(definition).toContain(`Definition 2, SHA-256 ${sha256('policy 2')}`);
    const versions = build()
      .sections[2]?.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
      .find(({ caption }) => caption.startsWith('Versions'));
    expect(
      versions?.rows.map(({ cells }) => cells.map((cell) => cell.map(textOf).join('')).join(' | ')),
    ).toEqual([
      '2 | 1 Jul 2026 | 90\u00a0days | 1 Jul 2026 | 30 Jun 2026 | 262',
      '1 | 28 Jun 2026 | 60\u00a0days | 30 Jun 2026 | 30 Jun 2026 | 303',
    ]);
    expect(words(build(), '2')).toContain('Observation span');
    expect(words(build(), '2')).toContain('1 snapshot');
  });

  test('says that the definition was fixed first where nothing was revised, and names checks switched off [BRIEF-03]', () => {
    const [, version] = EXAMPLE_INPUT.policyVersions;
    if (version === undefined) throw new Error('the example has two versions');
    const checksOff = [{ check: 'tenure' as const, reason: 'Hire dates are not in the file' }];
    const content = build({ policyVersions: [{ ...version, policy: { ...DEFAULT_POLICY, checksOff } }] });
    expect(statements(content)).toContain(
      'The definition was fixed on 1 Jul 2026, before the measurement of 1 Jul 2026.',
    );
    expect(words(content, '3')).toContain(
      '1 safety check of 10 was switched off: Tenure (Hire dates are not in the file).',
    );
    expect(words(content, '3')).not.toContain('revised');
  });

  test('counts the observation from the earliest history or snapshot [BRIEF-03]', () => {
    const [source] = EXAMPLE_INPUT.sources;
    if (source === undefined) throw new Error('the example has a source');
    const earlier = { ...source, asOf: day('2026-05-31') };
    const logged = { ...source, source: { ...source.source, historyStart: day('2025-05-27') } };
    expect(figure(build({ sources: [source, earlier] }), 'F-045')).toBe('30 days');
    expect(figure(build({ sources: [logged, earlier] }), 'F-045')).toBe('399 days');
    expect(words(build({ sources: [logged, earlier] }), '2')).toContain('2 snapshots');
  });

  test('counts a log as observation, and no filtered, later or other system’s list; each is named for what it is [BRIEF-03]', () => {
    const [source] = EXAMPLE_INPUT.sources;
    if (source === undefined) throw new Error('the example has a source');
    const old = day('2024-01-31');
    const sources = [
      source,
      { ...source, asOf: old, completeness: 'filtered' as const },
      { ...source, asOf: old, source: { ...source.source, system: 'another' } },
      { ...source, asOf: day('2026-07-31') },
      { ...source, asOf: day('2026-05-31') },
    ];
    const content = build({ sources });
    expect(figure(content, 'F-045')).toBe('30 days');
    expect(words(content, '2')).toContain('2 snapshots');
    for (const caption of [
      'Filtered list of 31 Jan 2024: in no figure',
      'List of another system of 31 Jan 2024: kept beside, in no figure',
      'Later list of 31 Jul 2026: in no figure',
      'Earlier snapshot of 31 May 2026',
    ])
      expect(JSON.stringify(content.sections)).toContain(caption);
    const { name, sha256: hash, system, lagDays, zone } = source.source;
    const log = {
      name,
      sha256: hash,
      system,
      lagDays,
      zone,
      asOf: source.asOf,
      importedAt: source.importedAt,
      rows: source.rows,
      keys: 4,
      historyStart: day('2026-03-01'),
      covers: undefined,
    };
    const logged = build({ sources, logs: [log] });
    expect(figure(logged, 'F-045')).toBe('121 days');
    expect(words(logged, '2')).toContain('2 snapshots, 1 activity log');
  });

  test('prints Dormant and Periodic side by side, Login only and Borderline on their own lines [BRIEF-04]', () => {
    const [first] = build().sections.find(({ number }) => number === '6')?.blocks ?? [];
    expect(
      first?.kind === 'bigFigures' && first.figures.map(({ label, figure: shown }) => [label, shown.text]),
    ).toEqual([
      ['Dormant', '206'],
      ['Periodic', '48'],
    ]);
    const content = build();
    expect(['F-010', 'F-011', 'F-012', 'F-013', 'F-014', 'F-015'].map((id) => figure(content, id))).toEqual([
      '2',
      '40',
      '6',
      '8',
      '206',
      '262',
    ]);
    const lines = words(content, '7').split('\n');
    expect(lines).toContain('Login only');
    expect(lines).toContain('Borderline');
  });

  test('prints not known for what is not known, never 0 [BRIEF-04]', () => {
    const unpriced = lineOf(
      contractLine({ unitPriceAYear: undefined, notice: undefined }),
      RUNNING_EXAMPLE,
      12,
    );
    const content = build({
      ...withLines([unpriced]),
      workBack: undefined,
      core: undefined,
      sensitivity: undefined,
      idleHistogram: undefined,
      exceptedInUse: undefined,
    });
    const ids = [
      'F-036',
      'F-040',
      'F-041',
      'F-042',
      'F-043/A',
      'F-083/Fulfiller',
      'F-087/Fulfiller',
      'F-087/GBP',
      'F-090',
    ];
    expect(ids.map((id) => figure(content, id))).toEqual(ids.map(() => 'not known'));
    expect(figure(content, 'F-092/Fulfiller')).toBe('GBP 0.00');
    expect(words(content, '2')).toContain('Notice date\nnot known');
    expect(words(content, '8')).toContain('of which in use: not known');
  });

  test('prints rates over 100 per cent and the ranges of unknown seats as they are', () => {
    const content = build();
    expect(figure(content, 'F-030/Analytics')).toBe('108.0 %');
    expect(figure(content, 'F-031/Analytics')).toBe('58.3 % – 66.7 %');
    expect(figure(content, 'F-100/Analytics')).toBe('−8');
    expect(figure(content, 'F-101/Analytics')).toBe('+24');
  });

  test('carries every statement that must appear', () => {
    expect(statements(build())).toEqual(
      expect.arrayContaining([
        STATEMENT_1,
        'Service, integration and shared accounts and periodic users are not in the request.',
        'Seats whose use is unknown are counted as needed, and so are borderline seats that nobody has looked at.',
        'For Analytics only sign-ins are known. A sign-in is counted as use; seats that sign in without working cannot be seen.',
        'The figures can be reproduced from the files named in section 4.',
        'The ledger head shows that the record was not altered after the head left the customer. It does not prove the time of an entry.',
        '41 of 46 recovered seats are verified by a later export; the others are recorded by a person.',
        'Prepared by the buyer; not affiliated with the vendor; not legal advice.',
        'All ten safety checks were on.',
      ]),
    );
  });

  test('names every activity log with its history, and what a missing entry in it proves [LOAD-25]', () => {
    const log = {
      name: 'log.csv',
      sha256: 'ab'.repeat(32),
      system: 'other',
      asOf: EXAMPLE_INPUT.asOf,
      importedAt: '2026-06-30T14:02:11+01:00',
      rows: { read: 5, accepted: 4, rejected: 1, repeats: 0, blankLines: 0 },
      keys: 3,
      historyStart: (EXAMPLE_INPUT.asOf - 60) as typeof EXAMPLE_INPUT.asOf,
      lagDays: 2,
      zone: 'Europe/London',
      covers: undefined,
    };
    const plain = build();
    const content = build({ logs: [log] });
    expect(words(content, '4')).toContain('Activity log log.csv');
    expect(words(content, '4')).toContain(
      '61 days: a seat without an entry is idle for at least as long, not more',
    );
    expect(content.briefId).not.toBe(plain.briefId);
    const early = build({ logs: [{ ...log, asOf: (EXAMPLE_INPUT.asOf - 3) as typeof EXAMPLE_INPUT.asOf }] });
    expect(words(early, '4')).toContain('its days prove use and what it lacks proves nothing');
  });

  test('says beside the request and beside the money that this term stays as it is [RENEWAL-02]', () => {
    const content = build();
    for (const section of ['1', '2', '12']) expect(words(content, section)).toContain(STATEMENT_1);
    const free = lineOf(contractLine({ reductionRight: 'anyTime' }), RUNNING_EXAMPLE, 12);
    const mixed = build(withLines([ANALYTICS, free]));
    expect(statements(mixed)).toContain(`Analytics: ${STATEMENT_1}`);
    expect(words(build(withLines([free])))).not.toContain('Freeing a seat');
  });

  test('names each day where terms end on different days [RENEWAL-01]', () => {
    const later = lineOf(
      contractLine({ id: 'b', licenceType: 'Portal', termEnd: '2027-06-30' }),
      RUNNING_EXAMPLE,
      0,
    );
    const content = build(withLines([FULFILLER, later]));
    expect(
      statements(content).filter((text) => text.includes('next commitment, from 1 Jul 2027')),
    ).not.toEqual([]);
    expect(words(content, '12')).toContain('next commitment, from 1 Jan 2027 and 1 Jul 2027');
  });

  test('labels its money as that of the next commitment and keeps the kinds apart [RENEWAL-01] [RENEWAL-05]', () => {
    const money = words(build(alone()), '12');
    expect(money).toContain('All amounts are a year at the next commitment, from 1 Jan 2027.');
    const amounts = {
      'F-083': '1 200 000.00',
      'F-084': '1 284 000.00',
      'F-085': '1 001 520.00',
      'F-086': '282 480.00',
      'F-087': '198 480.00',
      'F-088': '84 000.00',
      'F-089': '264 000.00',
      'F-091': '276 000.00',
      'F-092': '0.00',
    };
    for (const [id, amount] of Object.entries(amounts)) {
      expect(figure(build(alone()), `${id}/Fulfiller`)).toBe(`GBP ${amount}`);
    }
    expect(figure(build(alone()), 'F-086/3y/Fulfiller')).toBe('GBP 908 144.95');
  });

  test('uses the three forbidden words nowhere but in the statement on the next commitment [RENEWAL-03]', () => {
    const everything = words(build()).replaceAll(STATEMENT_1, '');
    expect(everything).not.toMatch(/refund|rebate|saved this quarter/i);
    expect(words(build())).toMatch(/refund or rebate/);
  });

  test('says that no recovery took place when every case is a dry run', () => {
    const none = Object.fromEntries(Object.keys(EXAMPLE_INPUT.cases).map((state) => [state, 0]));
    const content = build({
      cases: none as BriefInput['cases'],
      dryRunCases: 218,
      reclaimed: { attested: 0, verified: 0 },
    });
    expect(words(content, '9')).toContain('No recovery has taken place: all 218 cases are a dry run.');
  });

  test('names licence types without a line and lines held back, in no figure of the position', () => {
    const content = build({
      withoutLine: [{ licenceType: 'Approver', assigned: 31 }],
      heldBack: [{ licenceType: 'Portal', reason: 'overlap' }],
      counts: [...EXAMPLE_INPUT.counts, { licenceType: 'Approver', counts: countsOf({ active: 31 }) }],
    });
    expect(words(content, '5')).toContain('Approver\nF-002/Approver\n31');
    expect(words(content, '2')).toContain('Held back: Portal.');
    expect(figure(content, 'F-002')).toBe('1 048');
    expect(figure(content, 'F-002/whole snapshot')).toBe('1 079');
  });

  test('lists every line in force, prints the rule and values changes at the lowest price [CONTRACT-04]', () => {
    const second = contractLine({
      id: 'b',
      committedQuantity: 100,
      unitPriceAYear: 90_000 as MinorUnits,
      termStart: '2026-01-01',
      termEnd: '2027-06-30',
      overlap: 'additional',
    });
    const content = build(withLines([linesOf([contractLine(), second], RUNNING_EXAMPLE, 12)]));
    const framing = words(content, '2');
    expect(framing).toContain('1 Jan 2024 to 31 Dec 2026');
    expect(framing).toContain('1 Jan 2026 to 30 Jun 2027');
    expect(framing).toContain('2 lines together');
    expect(figure(content, 'F-001/Fulfiller')).toBe('1 100');
    for (const section of ['2', '12']) {
      expect(words(content, section)).toContain(
        'Fulfiller: 2 lines are in force together, 1 000 + 100 = 1 100 seats.',
      );
    }
    expect(figure(content, 'F-083/Fulfiller')).toBe('GBP 1 290 000.00');
    expect(words(content, '12')).toContain(
      'GBP 1 200.00 a seat and year for Fulfiller and GBP 900.00 a seat and year for Fulfiller',
    );
    expect(words(content, '12')).toContain('next commitment, from 1 Jan 2027.');
  });

  test('says which line a replacement ended, and names lines in different currencies as held back', () => {
    const second = contractLine({ id: 'b', termStart: '2026-07-01', overlap: 'replacement' });
    const content = build({
      ...withLines([FULFILLER]),
      contractLines: [contractLine(), second],
      heldBack: [{ licenceType: 'Portal', reason: 'currencies' }],
    });
    expect(words(content, '2')).toContain(
      'Fulfiller: the line from 1 Jul 2026 replaces what ran before it; that is counted to 30 Jun 2026.',
    );
    expect(words(content, '2')).toContain(
      'Held back: Portal. Lines of one licence type that are in force together are in different currencies, which are never added; none is in a figure.',
    );
  });

  test('says in section 1 how many candidates are freed and how the commitment comes about without them', () => {
    expect(figure(build(alone()), 'F-080/freed')).toBe('1 000');
    const text = build(alone()).sections[0]?.blocks[1];
    expect(text?.kind === 'paragraph' && text.text.map(textOf).join('')).toBe(
      '0 of the 218 candidates are freed so far; without them the commitment would be 1\u00a0000: 940 assigned + 12 net growth =\u00a0952; with a buffer of 5\u00a0% =\u00a01\u00a0000.',
    );
  });

  test('tells amounts of one id apart where a column holds several', () => {
    const rowIds = figures(build(alone())).flatMap(({ rowId }) => (rowId === undefined ? [] : [rowId]));
    expect(rowIds).toEqual(['F-057/rate', 'F-086/3y']);
  });

  test('states what the figures are reproduced from where it can be read as another section', () => {
    const statement = 'The figures can be reproduced from the files named in section 4.';
    expect(words(build(), '2')).toContain(statement);
    expect(words(build(), '4')).not.toContain(statement);
    expect(words(build(), '2')).toContain('Section 9 is followed by section 12');
  });

  test('words the recipe by the dates that count, one, several or only the sign-in', () => {
    const [work, signIn] = EXAMPLE_INPUT.evidenceColumns;
    if (work === undefined || signIn === undefined) throw new Error('the example has two columns');
    expect(words(build(), '4')).toContain(
      'keep those whose Last work is empty, says never, or is on or before 1 Apr 2026',
    );
    expect(words(build({ evidenceColumns: [signIn] }), '4')).toContain(
      'keep those whose last sign-in is empty, says never,',
    );
    expect(words(build({ evidenceColumns: [work, { ...work, header: 'Last reply' }] }), '4')).toContain(
      'keep those for which each of Last work and Last reply is empty, says never,',
    );
    expect(words(build(), '4')).toContain('Sections 6 and 8 count every seat');
  });

  test('never says a bare no of sign-ins where nothing else is known [DEFINE-04]', () => {
    const setting = (changes: Partial<BriefInput>): string =>
      words(build(changes), '3').split('Signing in counts as work\n')[1]?.split('\n')[0] ?? '';
    const signIns = EXAMPLE_INPUT.evidenceColumns.filter(
      ({ evidenceClass }) => evidenceClass === 'loginOnly',
    );
    expect(setting({ evidenceColumns: signIns })).toBe('only sign-ins are known, so they count');
    expect(setting({})).toBe('no; for Analytics only sign-ins are known, so they count');
    expect(setting({ signInAsAction: [] })).toBe('no');
  });

  test('counts nothing where nothing has been recovered yet', () => {
    const content = build({ reclaimed: { attested: 0, verified: 0 } });
    expect(statements(content)).toContain('No seat has been recovered yet.');
    expect(words(content, '9')).not.toContain('0 of 0');
  });

  test('lists each measurement once and says which list was deleted since', () => {
    const [, version] = EXAMPLE_INPUT.policyVersions;
    const [measured] = version?.measurements ?? [];
    if (version === undefined || measured === undefined) throw new Error('the example is measured');
    const deleted = { ...measured, snapshot: 'gone', flagged: 240 };
    const content = build({
      policyVersions: [{ ...version, measurements: [deleted, deleted, measured, measured] }],
    });
    const versions = words(content, '3').split('Versions of the definition')[1] ?? '';
    expect(versions.match(/30 Jun 2026 \(list deleted since\)\n240/g)).toHaveLength(1);
    expect(versions.match(/30 Jun 2026\n262/g)).toHaveLength(1);
  });

  test('marks dates as passed by the typed brief date alone, and the histogram as flagged seats', () => {
    const on = (briefDate: string): string =>
      words(build({ options: { ...EXAMPLE_INPUT.options, briefDate } }), '2');
    expect(on('2026-07-03')).not.toContain('passed');
    expect(on('2026-10-10').match(/passed by the brief date/g)?.length).toBeGreaterThan(0);
    expect(words(build(), '7')).toContain('Days since the last real work, flagged seats only');
  });

  test('calls the notice missed after it, but of the sample says that it is dated', () => {
    const options = { ...EXAMPLE_INPUT.options, briefDate: '2026-12-01' };
    const own = words(build({ options }), '2');
    expect(own).toContain('Notice window missed; plan for the following term or negotiate.');
    const sample = words(build({ options, client: { ...EXAMPLE_INPUT.client, sample: true } }), '2');
    expect(sample).not.toMatch(/missed|passed/);
    expect(sample).toContain('The sample is dated 30 Jun 2026; its dates are not judged by the brief date.');
  });

  test('says that printed amounts may miss each other by one unit only where they do', () => {
    const note = 'may therefore miss the printed one by the smallest unit';
    const off = {
      ...FULFILLER.money,
      difference: (FULFILLER.money.difference! + 1) as MinorUnits,
    };
    expect(words(build(alone()), '12')).not.toContain(note);
    expect(words(build({ ...alone(), lines: [{ ...FULFILLER, money: off }] }), '12')).toContain(note);
  });

  test('warns of data that are more than thirty days older than the brief', () => {
    const note = 'Data are 31 days older than the brief date.';
    expect(words(build({ options: { ...EXAMPLE_INPUT.options, briefDate: '2026-07-31' } }))).toContain(note);
    expect(words(build({ options: { ...EXAMPLE_INPUT.options, briefDate: '2026-07-30' } }))).not.toContain(
      'older',
    );
  });
});

describe('reproducibility', () => {
  test('depends on stored facts alone, not on the day it is made [BRIEF-13]', () => {
    const before = build();
    vi.useFakeTimers({ now: Date.UTC(2031, 1, 1) });
    try {
      expect(build()).toEqual(before);
    } finally {
      vi.useRealTimers();
    }
  });

  test('has another id whenever anything that decides it is another', () => {
    const [policy] = EXAMPLE_INPUT.policyVersions;
    const changes: readonly Partial<BriefInput>[] = [
      {},
      { client: { ...EXAMPLE_INPUT.client, id: 'client-2' } },
      { policyVersions: policy ? [policy] : [] },
      { sources: [] },
      { contractLines: [contractLine({ committedQuantity: 1001 })] },
      { ledgerHead: { sequence: 413, hash: sha256('next') } },
      { options: { ...EXAMPLE_INPUT.options, paper: 'Letter' } },
      { options: { ...EXAMPLE_INPUT.options, briefDate: '2026-07-04' } },
      { applicationVersion: '0.1.1' },
    ];
    const ids = changes.map((change) => build(change).briefId);
    expect(new Set(ids).size).toBe(changes.length);
    expect(build({ client: { ...EXAMPLE_INPUT.client, name: 'Renamed' } }).briefId).toBe(ids[0]);
  });

  test('gives one figure id one value, whatever the counts', () => {
    fc.assert(
      fc.property(anyCounts(), anyCounts(), fc.boolean(), (first, second, outside) => {
        const lines = [
          linesOf(ANALYTICS.entitlement.lines, first, 0),
          linesOf(FULFILLER.entitlement.lines, second, 0),
        ];
        const content = build({
          ...withLines(lines),
          withoutLine: outside ? [{ licenceType: 'Z', assigned: 1 }] : [],
        });
        const textById = new Map<string, string>();
        for (const { id, text } of figures(content)) {
          expect([id, textById.get(id) ?? text]).toEqual([id, text]);
          textById.set(id, text);
        }
      }),
      { numRuns: 40 },
    );
  });
});
