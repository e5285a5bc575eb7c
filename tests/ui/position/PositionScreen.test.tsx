// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { dayFromCalendar } from '../../../src/core/base/epochDay.ts';
import { CATEGORIES } from '../../../src/core/policy/category.ts';
import {
  EXAMPLE_COMMITMENT,
  EXAMPLE_POSITION,
  EXAMPLE_POSITION_VIEW,
  EXAMPLE_PROVEN,
} from '../../support/examplePosition.ts';
import { EXAMPLE_LINE, EXAMPLE_WORKSPACE, frozen } from '../../support/exampleWorkspace.ts';
import type { MinorUnits } from '../../../src/core/base/minorUnits.ts';
import { fillJsdomGaps } from '../../support/jsdomGaps.ts';
import { drawPosition, type DrawPosition } from './examplePositionScreen.tsx';

// jsdom draws on no canvas: the charts are shown by the browser tests.
vi.mock('../../../src/ui/position/WaterfallCanvas.tsx', () => ({
  WaterfallCanvas: ({ describedBy }: { readonly describedBy: string }) => (
    <canvas role="img" aria-label="Waterfall" aria-describedby={describedBy} />
  ),
  UnitBarsCanvas: ({ describedBy }: { readonly describedBy: string }) => (
    <canvas role="img" aria-label="Seats by unit" aria-describedby={describedBy} />
  ),
}));

vi.setConfig({ testTimeout: 20_000 });
beforeAll(fillJsdomGaps);

afterEach(cleanup);

/** Texts with plain spaces, so that expectations can be read. */
const plain = (element: Element): string => (element.textContent ?? '').replaceAll('\u00a0', ' ');
const rowsOf = (table: HTMLElement): string[] =>
  within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(plain).join(' | '));

async function openTab(name: 'Position' | 'Units' | 'Brief', options?: DrawPosition) {
  const user = userEvent.setup({ delay: null });
  const drawn = drawPosition(options);
  await user.click(await screen.findByRole('tab', { name }));
  return { user, ...drawn };
}

describe('the position', () => {
  test('leads with the recommended commitment, today’s and the change', async () => {
    await openTab('Position');
    expect(plain(screen.getByRole('status', { name: 'Recommended commitment' }))).toContain(
      '780 seats from 1 Jan 2027 · today 1 000 · −22.0 %',
    );
  });

  test('says under the number how much of it is proven', async () => {
    await openTab('Position');
    expect(plain(screen.getByRole('status', { name: 'Recommended commitment' }))).toContain(
      '0 of the 218 candidates are freed so far; without them the commitment would be 1 000: 940 assigned + 12 net growth = 952; with a buffer of 5 % = 1 000.',
    );
  });

  test('says do not reduce when need and buffer are above today’s seats [RENEWAL-04]', async () => {
    const commitment = { ...EXAMPLE_COMMITMENT, recommended: 1050, reduction: -50, doNotReduce: true };
    const [line] = EXAMPLE_POSITION_VIEW.lines;
    if (!line) throw new Error('the example has a line');
    await openTab('Position', {
      position: {
        lines: [{ ...line, commitment }],
        total: { position: EXAMPLE_POSITION, commitment, proven: EXAMPLE_PROVEN },
      },
    });
    expect(plain(screen.getByRole('status', { name: 'Recommended commitment' }))).toContain(
      'Need and buffer are above the current 1 000 seats. The honest answer is: do not reduce.',
    );
  });

  test('the waterfall stands as a picture, as words and as a table', async () => {
    await openTab('Position');
    const picture = await screen.findByRole('img', { name: 'Waterfall' });
    expect((picture.getAttribute('aria-describedby') ?? '').length).toBeGreaterThan(0);
    expect(picture).toHaveAccessibleDescription(/Candidates −218, Net growth \+12, Buffer 5.% \+37/);
    expect(rowsOf(screen.getByRole('table', { name: 'Waterfall data' }))).toEqual([
      'Current | 1 000',
      'Unassigned | −60',
      'Candidates | −218',
      'Net growth | +12',
      'Buffer 5 % | +37',
      'Lots of 10 | +9',
      'Proposed | 780',
    ]);
  });

  test('the candidates open their seats', async () => {
    const { user, filters, went } = await openTab('Position');
    await user.click(screen.getByRole('button', { name: 'Show as a table' }));
    await user.click(screen.getByRole('button', { name: '−218 candidates' }));
    expect(filters).toEqual([{ candidatesOnly: true, licenceType: 'Fulfiller' }]);
    expect(went).toEqual(['review']);
  });

  test('numbers of the rates and of what is assigned open their seats, what is entitled opens its line', async () => {
    const { user, filters, went, opened } = await openTab('Position');
    await user.click(screen.getByRole('button', { name: '655 in use, Effective utilisation' }));
    await user.click(screen.getByRole('button', { name: '940 assigned, Fulfiller' }));
    expect(filters).toEqual([
      { licenceType: 'Fulfiller', categories: ['active', 'periodic'] },
      { licenceType: 'Fulfiller', categories: CATEGORIES.filter((name) => name !== 'notASeat') },
    ]);
    await user.click(screen.getByRole('button', { name: /^1.000 entitled, Fulfiller$/ }));
    expect(went).toEqual(['review', 'review', 'contract']);
    expect(opened).toEqual([EXAMPLE_LINE.id]);
  });

  test('money names the next commitment, keeps what is apart apart, and saves nothing in the term [RENEWAL-01, RENEWAL-05]', async () => {
    await openTab('Position');
    expect(
      screen.getByRole('heading', { name: 'Money, GBP a year, next commitment from 1 Jan 2027' }),
    ).toBeVisible();
    const rows = rowsOf(screen.getByRole('table', { name: 'Money' }));
    expect(rows).toContain('of which hard saving, below today’s spend |  |  |  | 198 480.00');
    expect(rows).toContain('of which cost avoidance |  |  |  | 84 000.00');
    expect(rows).toContain('Exposure: all flagged seats at today’s price |  |  |  | 276 000.00');
    expect(rows).toContain('Cash saving inside this term |  |  |  | 0.00');
    expect(rows.some((row) => /Exposure.*\+/.test(row))).toBe(false);
  });

  test('the sentence about the next commitment stands beside the money on every tab that shows it [RENEWAL-02]', async () => {
    const { user } = await openTab('Position');
    const sentence =
      "Freeing a seat does not lower this term's bill. It lowers the next commitment, from 1 Jan 2027.";
    expect(screen.getByText(sentence)).toBeVisible();
    await user.click(screen.getByRole('tab', { name: 'Brief' }));
    expect(screen.getByText(sentence)).toBeVisible();
  });

  test('a shortfall is shown as plainly as a surplus', async () => {
    const [line] = EXAMPLE_POSITION_VIEW.lines;
    if (!line) throw new Error('the example has a line');
    const short = {
      ...EXAMPLE_POSITION,
      entitled: 100,
      assigned: 108,
      contractPosition: -8,
      usagePosition: 4,
    };
    await openTab('Position', {
      position: { lines: [{ ...line, licenceType: 'Approver', position: short }, line] },
    });
    const rows = rowsOf(screen.getByRole('table', { name: 'Entitled, assigned, used' }));
    expect(rows[0]).toBe('Approver | 100 | 108 | 655 | −8 short | +4 to spare');
    expect(rows[1]).toContain('+60 to spare');
    expect(
      screen.getByText(/Approver: 8 more assigned than entitled\. Removing idle seats solves it/),
    ).toBeVisible();
  });

  test('licence types outside every figure are named', async () => {
    await openTab('Position', {
      position: {
        withoutLine: [{ licenceType: 'Analytics', assigned: 12 }],
        heldBack: [{ licenceType: 'Approver', reason: 'overlap' }],
      },
    });
    expect(screen.getByText(/seats without a contract line/)).toHaveTextContent(
      'Analytics: 12 seats without a contract line; in no figure.',
    );
    expect(screen.getByText(/Approver: two contract lines overlap/)).toBeVisible();
  });

  test('names that do not meet stand in place of the number, the money and the preview', async () => {
    const sentence =
      'The contract names ITSM Fulfiller, but no seat of the list has this licence type; 367 seats of User have no contract line. Make the names equal.';
    const { user, went } = await openTab('Position', {
      position: { readiness: [{ item: 'licenceTypes', state: 'blocks', sentence }] },
    });
    expect(screen.getByRole('alert')).toHaveTextContent(sentence);
    expect(screen.getByRole('status', { name: 'Recommended commitment' })).toHaveTextContent(/not known$/);
    expect(screen.queryByRole('img', { name: 'Waterfall' })).toBeNull();
    expect(screen.queryByText(/hard saving/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Go to Contract' }));
    expect(went).toEqual(['contract']);
    await user.click(screen.getByRole('tab', { name: 'Brief' }));
    const preview = screen.getByRole('region', { name: 'Preview' });
    expect(within(preview).getByRole('alert')).toHaveTextContent(sentence);
    expect(within(preview).queryByText(/We will commit to/)).toBeNull();
    expect(screen.getByRole('button', { name: 'Export brief' })).toBeDisabled();
  });

  test('several lines of one licence type are named with the rule of their figures [CONTRACT-04]', async () => {
    const second = {
      ...EXAMPLE_LINE,
      id: 'line-2',
      committedQuantity: 100,
      unitPriceAYear: 90_000 as MinorUnits,
      overlap: 'additional' as const,
    };
    await openTab('Position', { view: { contractLines: [EXAMPLE_LINE, second] } });
    expect(
      screen.getByText(/^Fulfiller: 2 lines are in force together, 1 000 \+ 100 = 1 100 seats\./),
    ).toBeVisible();
    expect(screen.getByText(/, the lowest price, uplift/)).toBeVisible();
  });

  test('a changed plan is recorded once, when its field is left', async () => {
    const { user, worker } = await openTab('Position');
    const joiners = screen.getByRole('spinbutton', { name: 'Planned joiners' });
    await user.clear(joiners);
    await user.type(joiners, '20');
    expect(worker.acts()).toEqual([]);
    await user.tab();
    expect(worker.acts()).toEqual([
      {
        act: 'savePlan',
        plan: {
          bufferBasisPoints: 500,
          lines: { Fulfiller: { plannedJoiners: 20, plannedLeavers: 0, approvedExpansions: 0 } },
        },
      },
    ]);
  });

  test('the buffer is typed in percent, and nonsense is not recorded', async () => {
    const { user, worker } = await openTab('Position');
    const buffer = screen.getByRole('spinbutton', { name: 'Buffer (%)' });
    await user.clear(buffer);
    await user.type(buffer, '-3{Enter}');
    expect(worker.acts()).toEqual([]);
    await user.clear(buffer);
    await user.type(buffer, '7.5{Enter}');
    expect(worker.acts()).toEqual([{ act: 'savePlan', plan: { bufferBasisPoints: 750, lines: {} } }]);
  });

  test('several licence types share the buffer only; the plan asks for one of them', async () => {
    const [line] = EXAMPLE_POSITION_VIEW.lines;
    if (!line) throw new Error('the example has a line');
    const { user } = await openTab('Position', {
      position: { lines: [{ ...line, licenceType: 'Approver' }, line] },
    });
    expect(screen.getByRole('spinbutton', { name: 'Planned joiners' })).toBeDisabled();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Licence type' }), 'Fulfiller');
    expect(screen.getByRole('spinbutton', { name: 'Planned joiners' })).toBeEnabled();
  });

  test('a notice window that has passed is said plainly, with all figures still shown', async () => {
    const past = dayFromCalendar(2026, 9, 1);
    const { workBack } = EXAMPLE_POSITION_VIEW;
    if (!workBack) throw new Error('the example has dates');
    await openTab('Position', {
      position: { workBack: { ...workBack, noticeDate: past } },
      view: { client: { ...EXAMPLE_WORKSPACE.client, sample: false } },
    });
    expect(
      screen.getByText(
        'Notice window missed; plan for the following term or negotiate. All figures are still shown.',
      ),
    ).toBeVisible();
    expect(screen.getByText('Fri 18 Sep 2026')).toBeVisible();
    expect(screen.getByRole('table', { name: 'Money' })).toBeVisible();
  });

  test('reclaimed seats stand as verified and attested', async () => {
    await openTab('Position');
    expect(screen.getByText(/reclaimed: 41 verified, 5 attested/)).toBeVisible();
  });

  test('the figures of the brief leave as a table', async () => {
    const { user, files } = await openTab('Position');
    await user.click(screen.getByRole('button', { name: 'Export figures' }));
    expect(files[0]?.fileName).toBe('figures-2026-06-30.csv');
    const lines = String(files[0]?.content).split('\r\n');
    expect(lines[0]).toBe('Data as of,Section,Table,Row,Column,Figure id,Value,To,Unit,As printed');
    expect(lines).toContain(
      '2026-06-30,6 Where every seat stands,Seats by category,Active,Seats,F-016,610,,,610',
    );
    expect(lines.some((line) => line.includes(',F-032,65.5,,%,'))).toBe(true);
  });

  test('without a contract line or definition it says what is needed', async () => {
    const { went } = drawPosition({ view: { contractLines: [] } });
    expect(
      screen.getByText('Nothing to bring yet: you need a contract line and a frozen definition.'),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Type a contract line' }));
    expect(went).toEqual(['contract']);
  });
});

describe('the units', () => {
  test('every column of the units adds up to the total row, the five flagged lines among them', async () => {
    await openTab('Units');
    const table = screen.getByRole('table', { name: 'Units' });
    const headers = within(table)
      .getAllByRole('columnheader')
      .map((header) => header.textContent);
    for (const name of ['Leaver', 'Never used', 'Borderline', 'Login only', 'Dormant', 'Flagged']) {
      expect(headers).toContain(name);
    }
    const rows = within(table)
      .getAllByRole('row')
      .slice(1)
      .map((row) => [...row.children].slice(1).map((cell) => Number(plain(cell).replaceAll(/\s/g, ''))));
    const total = rows.pop() ?? [];
    expect(total.length).toBe(headers.length - 1);
    total.forEach((sum, column) => {
      expect(rows.reduce((added, row) => added + (row[column] ?? 0), 0)).toBe(sum);
    });
    expect(total.at(-1)).toBe(940);
  });

  test('a number opens its seats', async () => {
    const { user, filters } = await openTab('Units');
    await user.click(screen.getByRole('button', { name: '90 Dormant, Finance' }));
    expect(filters).toEqual([{ unit: 'Finance', categories: ['dormant'] }]);
  });

  test('the table leaves with its total', async () => {
    const { user, files } = await openTab('Units');
    await user.click(screen.getByRole('button', { name: 'Export table' }));
    expect(files[0]?.content).toMatch(/Total,610,45,30,25,0,0,0,40,0,0,190,230,940\r\n$/);
  });
});

describe('the brief', () => {
  test('blocking items stop the export and say why', async () => {
    await openTab('Brief', {
      position: {
        readiness: [
          { item: 'noticeDate', state: 'blocks', sentence: 'Notice date not known.' },
          { item: 'verified', state: 'warns', sentence: 'No seat is verified yet; the brief will say so.' },
        ],
      },
    });
    const items = within(screen.getByRole('list', { name: 'Readiness' })).getAllByRole('listitem');
    expect(items[0]).toHaveTextContent('Notice date not known. blocks the brief');
    expect(items[1]).toHaveTextContent('No seat is verified yet; the brief will say so. warning');
    expect(screen.getByRole('button', { name: 'Export brief' })).toBeDisabled();
  });

  test('the preview shows the sections in their order and turns by button and arrow', async () => {
    const { user } = await openTab('Brief');
    const preview = screen.getByRole('region', { name: 'Preview' });
    expect(await within(preview).findByRole('heading', { name: '1 Position on one page' })).toBeVisible();
    expect(preview).toHaveTextContent('internal, not for the vendor');
    await user.click(within(preview).getByRole('button', { name: 'Next page' }));
    expect(within(preview).getByRole('heading', { name: '6 Where every seat stands' })).toBeVisible();
    expect(within(preview).getByRole('button', { name: 'Next page' })).toBeDisabled();
    expect(within(preview).getByRole('table', { name: 'Seats by category' })).toBeVisible();
    await user.keyboard('{ArrowLeft}');
    expect(within(preview).getByRole('heading', { name: '1 Position on one page' })).toBeVisible();
  });

  test('a figure of the preview opens its rows by keys, one that counts none is no button', async () => {
    const { user, went, filters } = await openTab('Brief');
    expect(screen.queryByRole('button', { name: /F-032/ })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Next page' }));
    const active = screen.getByRole('button', { name: '610, figure F-016' });
    active.focus();
    await user.keyboard('{Enter}');
    expect(went).toEqual(['review']);
    expect(filters).toEqual([{ categories: ['active'] }]);
  });

  test('states what leaves, counted from the printed text', async () => {
    await openTab('Brief');
    const region = screen.getByRole('region', { name: 'What leaves if you send this' });
    expect(await within(region).findByText('0 names, 0 e-mail addresses.')).toBeVisible();
    expect(region).toHaveTextContent('Larkfield Group');
  });

  test('saves the file and tells its hash and the head of the record', async () => {
    const { user, files } = await openTab('Brief');
    await screen.findByRole('heading', { name: '1 Position on one page' });
    await user.click(screen.getByRole('button', { name: 'Export brief' }));
    await waitFor(() =>
      expect(screen.getByRole('status', { name: 'Brief result' })).toHaveTextContent(
        'Saved renewal-brief-internal-2026-06-30-3f9a.pdf. Hash 3f9a…; ledger head 81c2… (entry 412).',
      ),
    );
    expect(files.map(({ fileName }) => fileName)).toEqual(['renewal-brief-internal-2026-06-30-3f9a.pdf']);
  });

  test('asks before a file with names leaves', async () => {
    const { user, files } = await openTab('Brief', {
      view: { policies: [{ ...frozen(1, {}), frozenBy: 'Larkfield' }] },
    });
    await screen.findByRole('heading', { name: '1 Position on one page' });
    expect(screen.getByRole('region', { name: 'What leaves if you send this' })).toHaveTextContent('0 names');
    cleanup();
    files.length = 0;
    const named = await openTab('Brief', {
      view: { policies: [{ ...frozen(1, {}), frozenBy: 'We will commit' }] },
    });
    await screen.findByRole('heading', { name: '1 Position on one page' });
    await user.click(screen.getByRole('button', { name: 'Export brief' }));
    const dialog = await screen.findByRole('dialog', { name: 'This file contains names' });
    expect(dialog).toHaveTextContent('1 name (We will commit), 0 e-mail addresses.');
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(named.files).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Export brief' }));
    await user.click(await screen.findByRole('button', { name: 'Export with names' }));
    await waitFor(() => expect(named.files).toHaveLength(1));
  });
});
