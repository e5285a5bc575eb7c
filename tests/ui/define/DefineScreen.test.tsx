// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { describePolicy } from '../../../src/core/policy/describePolicy.ts';
import { EXAMPLE_WORKSPACE, frozen } from '../../support/exampleWorkspace.ts';
import { fillJsdomGaps } from '../../support/jsdomGaps.ts';
import {
  AS_OF,
  drawDefine,
  MEASURED,
  NO_POLICY,
  NON_HUMAN_HITS,
  policiesAsked,
  previewOf,
  DEFAULT_POLICY,
} from './exampleDefine.tsx';

beforeAll(fillJsdomGaps);
afterEach(cleanup);

const rowTexts = (table: HTMLElement): string[][] =>
  within(table)
    .getAllByRole('row')
    .map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => (cell.textContent ?? '').replaceAll('\u00a0', ' ')),
    );

const spaced = (text: string | null): string => (text ?? '').replaceAll('\u00a0', ' ');

describe('the headline of Define', () => {
  test('shows the flagged seats as five lines beside the total, with their money [DEFINE-10]', async () => {
    drawDefine();
    await screen.findByRole('button', { name: '230 flagged seats' });
    expect(rowTexts(screen.getByRole('table', { name: 'Flagged' }))).toEqual([
      ['Category', 'Seats', 'GBP a year'],
      ['Leaver', '0', '0'],
      ['Never used', '40', '51 360'],
      ['Borderline', '0', '0'],
      ['Login only', '0', '0'],
      ['Dormant', '190', '243 960'],
      ['Flagged', '230', '295 320'],
    ]);
    expect(screen.getByRole('status', { name: 'Flagged seats' })).toHaveTextContent(
      '230 flagged: 0 leavers, 40 never used, 0 borderline, 0 login only, 190 dormant. At 60 days it would be 268.',
    );
    expect(spaced(screen.getByRole('status', { name: 'Money at next commitment' }).textContent)).toBe(
      'GBP 295 320 a year at the next commitment, from 1 Jan 2027',
    );
    expect(screen.getByText(/Freeing a seat does not lower this term.s bill/)).toHaveTextContent(
      'It lowers the next commitment, from 1 Jan 2027.',
    );
  });

  test('money without a price is not known, and never 0', async () => {
    drawDefine(
      { ...NO_POLICY, contractLines: [] },
      {
        preview: ({ policy, licenceType }) => ({ ...previewOf(policy, licenceType), money: [] }),
      },
    );
    await screen.findByRole('button', { name: '230 flagged seats' });
    expect(screen.getByRole('status', { name: 'Money at next commitment' })).toHaveTextContent(
      'Money is not known',
    );
  });

  test('a number opens its rows in Review', async () => {
    const { app, opened } = drawDefine();
    await userEvent.click(await screen.findByRole('button', { name: '190 Dormant seats, flagged' }));
    expect(opened).toEqual(['review']);
    expect(app.stores().review.getState().query.categories).toEqual(['dormant']);
  });

  test('counts one licence type when asked', async () => {
    const { worker } = drawDefine();
    await screen.findByRole('button', { name: '230 flagged seats' });
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Licence type' }), 'Approver');
    await waitFor(() => expect(screen.queryByRole('button', { name: '230 flagged seats' })).toBeNull());
    expect(screen.getByRole('status', { name: 'Flagged seats' })).toHaveTextContent(/^0\b/);
    expect(worker.calls.filter(({ call }) => call === 'changes').at(-1)?.ask).toMatchObject({
      licenceType: 'Approver',
    });
  });

  test('a failed count says so and keeps the controls', async () => {
    drawDefine(NO_POLICY, { preview: () => ({ failure: { kind: 'noSnapshot' } }) });
    expect(await screen.findByRole('alert')).toHaveTextContent('No user list is loaded yet.');
    expect(screen.getByRole('slider', { name: 'Dormancy window (days)' })).toBeInTheDocument();
  });
});

describe('the window', () => {
  test('moves by one day, by fifteen and to its ends with the keyboard, and the count follows [DEFINE-01]', async () => {
    drawDefine();
    await screen.findByRole('button', { name: '230 flagged seats' });
    const slider = screen.getByRole('slider', { name: 'Dormancy window (days)' });
    slider.focus();
    const press = async (keys: string): Promise<string> => {
      await userEvent.keyboard(keys);
      return (slider as HTMLInputElement).value;
    };
    expect(await press('{ArrowRight}')).toBe('91');
    await screen.findByRole('button', { name: '228 flagged seats' });
    expect(await press('{ArrowLeft}{ArrowLeft}')).toBe('89');
    expect(await press('{PageUp}')).toBe('104');
    expect(await press('{PageDown}{PageDown}')).toBe('74');
    expect(await press('{Home}')).toBe('14');
    expect(await press('{End}')).toBe('730');
    expect(screen.getByRole('spinbutton', { name: 'Exact window' })).toHaveValue(730);
  });

  test('asks for a preview at every step of a drag', async () => {
    const { worker } = drawDefine();
    const slider = await screen.findByRole('slider', { name: 'Dormancy window (days)' });
    for (const days of ['91', '92', '93']) fireEvent.change(slider, { target: { value: days } });
    await screen.findByRole('button', { name: '224 flagged seats' });
    expect(policiesAsked(worker, 'preview').map((policy) => policy.windows.dormancy)).toEqual([
      90, 91, 92, 93,
    ]);
  });

  test('takes an exact number and the presets [DEFINE-01]', async () => {
    const { worker } = drawDefine();
    const exact = await screen.findByRole('spinbutton', { name: 'Exact window' });
    await userEvent.clear(exact);
    await userEvent.type(exact, '120');
    await userEvent.tab();
    expect(screen.getByRole('slider', { name: 'Dormancy window (days)' })).toHaveValue('120');
    expect(screen.getByRole('spinbutton', { name: 'Borderline limit (days)' })).toHaveValue(240);
    await userEvent.click(screen.getByRole('button', { name: '60 days' }));
    expect(screen.getByRole('button', { name: '60 days' })).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByRole('spinbutton', { name: 'Exact window' })).toHaveValue(60);
    expect(policiesAsked(worker, 'preview').at(-1)?.windows).toEqual({ dormancy: 60, borderline: 120 });
  });

  test('names the limits when a number lies outside them', async () => {
    drawDefine();
    const exact = await screen.findByRole('spinbutton', { name: 'Exact window' });
    await userEvent.clear(exact);
    await userEvent.type(exact, '9');
    expect(exact).toBeInvalid();
    expect(exact).toHaveAccessibleDescription('From 14 to 730 days');
    await userEvent.tab();
    expect(exact).toHaveValue(90);
    expect(exact).toBeValid();
  });

  test('says why a window outside 60 to 90 days is hard to defend [DEFINE-02]', async () => {
    drawDefine();
    await screen.findByRole('button', { name: '230 flagged seats' });
    expect(screen.queryByText(/expect to be asked why/)).toBeNull();
    const slider = screen.getByRole('slider', { name: 'Dormancy window (days)' });
    fireEvent.change(slider, { target: { value: '91' } });
    expect(
      screen.getByText('Most definitions use 60 to 90 days. With 91 days expect to be asked why.'),
    ).toBeVisible();
    expect(screen.queryByText(/A 30-day window/)).toBeNull();
    fireEvent.change(slider, { target: { value: '30' } });
    expect(
      screen.getByText(
        'A 30-day window makes busy teams look good and unfairly condemns teams with quarterly work.',
      ),
    ).toBeVisible();
    await screen.findByRole('button', { name: '350 flagged seats' });
  });

  test('a licence type can have windows of its own [DEFINE-01]', async () => {
    const { worker } = drawDefine();
    await userEvent.click(await screen.findByRole('button', { name: 'Own windows for Approver' }));
    const own = screen.getByRole('spinbutton', { name: 'Window of Approver (days)' });
    await userEvent.clear(own);
    await userEvent.type(own, '120');
    await waitFor(() =>
      expect(policiesAsked(worker, 'preview').at(-1)?.windowsByLicenceType).toEqual({
        Approver: { dormancy: 120, borderline: 240 },
      }),
    );
  });
});

describe('what counts as work', () => {
  test('each column has a proposed class that can be changed, and the preview follows [DEFINE-03]', async () => {
    const { worker } = drawDefine();
    const before = await screen.findByRole('combobox', { name: 'Class of Last login' });
    expect(screen.getByRole('table', { name: 'Actions' })).toBeInTheDocument();
    expect(before).toHaveDisplayValue('Login only');
    await userEvent.selectOptions(before, 'Meaningful');
    expect(policiesAsked(worker, 'preview').at(-1)?.evidenceRules).toEqual([
      { source: 'Last login', evidenceClass: 'meaningful' },
    ]);
  });

  test('says where a sign-in is counted as use [DEFINE-04]', async () => {
    drawDefine(NO_POLICY, {
      preview: ({ policy, licenceType }) => ({
        ...previewOf(policy, licenceType),
        signInAsAction: ['ITSM Fulfiller'],
      }),
    });
    await screen.findByRole('button', { name: '230 flagged seats' });
    const said = screen.getAllByText(/only sign-ins are known/).map((element) => element.textContent);
    expect(said).toContain(
      'For ITSM Fulfiller only sign-ins are known. A sign-in is counted as use; seats that sign in without working cannot be seen.',
    );
  });

  test('a rule that no loaded date answers is an error with two ways on [DEFINE-08]', async () => {
    const draftPolicy = {
      ...NO_POLICY.draftPolicy,
      evidenceRules: [{ source: 'resolve ticket', evidenceClass: 'meaningful' as const }],
    };
    drawDefine({
      ...NO_POLICY,
      draftPolicy,
      evidenceColumns: NO_POLICY.evidenceColumns.filter(({ header }) => header === 'Last login'),
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(
      'No date in your data can answer this rule: you chose resolve ticket, but only Last login was loaded. Load an activity export or let sign-ins count (weaker).',
    );
    expect(screen.getByRole('button', { name: 'Use this definition' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Let sign-ins count' }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('switch', { name: 'Signing in counts as work' })).toBeChecked();
    expect(screen.getByRole('button', { name: 'Use this definition' })).toBeEnabled();
  });
});

describe('the definition', () => {
  test('stands in words, and its parts lead to their controls [DEFINE-13]', async () => {
    drawDefine();
    const region = screen.getByRole('region', { name: 'Definition in words' });
    await within(region).findByText(/A seat is inactive/);
    const described = describePolicy(NO_POLICY.draftPolicy, {
      asOf: AS_OF,
      columns: NO_POLICY.evidenceColumns,
      signInAsAction: [],
    });
    const fold = within(region).getByRole('button', { name: /^… and \d+ more$/ });
    const [before, after] = described.split(fold.textContent ?? '');
    expect(after).toBeUndefined();
    expect(region.querySelector('p')?.textContent?.replace(fold.textContent ?? '', '')).toBe(before);
    expect(within(region).getByText(/^, .*monitor \(service\)/)).toHaveClass('visually-hidden');
    await userEvent.click(fold);
    expect(within(region).getByText(/^, .*monitor \(service\)/)).not.toHaveClass('visually-hidden');
    expect(within(region).getByRole('button', { name: 'show less' })).toHaveAttribute(
      'aria-expanded',
      'true',
    );
    const focusAfter = async (name: string): Promise<Element | null> => {
      await userEvent.click(within(region).getAllByRole('button', { name })[0] as HTMLElement);
      return document.activeElement;
    };
    expect(await focusAfter('90, change the dormancy window')).toBe(
      screen.getByRole('slider', { name: 'Dormancy window (days)' }),
    );
    expect(await focusAfter('does not count, change whether signing in counts')).toBe(
      screen.getByRole('switch', { name: 'Signing in counts as work' }),
    );
    expect(await focusAfter('400, change the pattern look-back')).toBe(
      screen.getByRole('spinbutton', { name: 'Pattern look-back (days)' }),
    );
    expect(await focusAfter('179, change the borderline limit')).toBe(
      screen.getByRole('spinbutton', { name: 'Borderline limit (days)' }),
    );
    expect(await focusAfter('Last work, change what counts as work')).toBe(
      screen.getByRole('combobox', { name: 'Class of Last work' }),
    );
    expect(await focusAfter('Leaver, Never used, Login only and Dormant, change what may become cases')).toBe(
      screen.getByRole('checkbox', { name: 'Leaver' }),
    );
  });

  test('marks accounts that are not people by words that can be changed', async () => {
    const { worker } = drawDefine();
    const words = await screen.findByRole('textbox', { name: 'Shared account words' });
    expect(words).toHaveValue('room, shared, team, info, helpdesk');
    await userEvent.clear(words);
    await userEvent.type(words, 'Room, front desk');
    await userEvent.tab();
    expect(words).toHaveValue('room, front, desk');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Delegates mark a shared account' }));
    expect(policiesAsked(worker, 'preview').at(-1)?.nonHuman).toMatchObject({
      sharedWords: ['room', 'front', 'desk'],
      useDelegates: false,
    });
  });

  test('shows how many seats each rule hits, and what a rule that is off would hit [REVIEW-07]', async () => {
    const { worker } = drawDefine();
    const service = await screen.findByRole('textbox', { name: 'Service account words' });
    await waitFor(() => expect(service).toHaveAccessibleDescription('Hits 9 seats: svc 6, backup 3.'));
    const described = (role: string, name: string): string | null =>
      document.getElementById(screen.getByRole(role, { name }).getAttribute('aria-describedby') ?? '')
        ?.textContent ?? null;
    expect(described('textbox', 'Integration words')).toBe('Hits 1 seat: api 1.');
    expect(described('textbox', 'Shared account words')).toBe('Hits no seat.');
    expect(described('checkbox', 'Use the marks in the list')).toBe(
      'Seats hit: web service only 4, integration user 0, user type 11.',
    );
    expect(described('checkbox', 'Delegates mark a shared account')).toBe('Hits 2 seats.');
    const shared = screen.getByRole('checkbox', { name: 'One e-mail address for several user names' });
    expect(shared).toBeChecked();
    await userEvent.click(shared);
    expect(policiesAsked(worker, 'preview').at(-1)?.nonHuman.useSharedAddresses).toBe(false);
    expect(described('checkbox', 'One e-mail address for several user names')).toMatch(
      /^Would hit 3 seats\./,
    );
    expect(
      screen.getByText('Marked by hand in Review: 1 seat as a person, 2 seats as not people.'),
    ).toBeVisible();
  });

  test('warns of a rule that takes a fifth of all seats as not people, and leads to the rows and to the rule', async () => {
    const wide = {
      ...NON_HUMAN_HITS,
      words: new Map([['ext', 376]]),
      classes: { service: 376, integration: 0, shared: 0 },
    };
    const { app, opened } = drawDefine(NO_POLICY, {
      preview: ({ policy, licenceType }) => ({ ...previewOf(policy, licenceType), nonHumanHits: wide }),
    });
    const warning = await screen.findByText(/^The word “ext” takes/);
    expect(spaced(warning.textContent)).toBe(
      'The word “ext” takes 376 of 940 seats (40.0 %) as not a person.',
    );
    expect(screen.getByText(/^That is probably too wide: seats of people among them/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Change the rules' }));
    expect(screen.getByRole('textbox', { name: 'Service account words' })).toHaveFocus();
    await userEvent.click(screen.getByRole('button', { name: 'See the accounts taken as not people' }));
    expect(opened).toEqual(['review']);
    expect(app.stores().review.getState().tab).toBe('notPeople');
  });

  test('its short part of the definition leads to the words', async () => {
    const nonHuman = {
      serviceWords: [],
      integrationWords: [],
      sharedWords: [],
      useFlags: false,
      useDelegates: false,
      useSharedAddresses: false,
    };
    drawDefine({ ...NO_POLICY, draftPolicy: { ...DEFAULT_POLICY, nonHuman } });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'a reviewer marked it so, change what marks accounts that are not people',
      }),
    );
    expect(screen.getByRole('textbox', { name: 'Service account words' })).toHaveFocus();
  });

  test('asks about admin and guest where they occur, and opens what is not a person [REVIEW-07]', async () => {
    const { worker, app, opened } = drawDefine();
    expect(await screen.findByText(/12 seats have “admin” in a name/)).toBeVisible();
    expect(screen.queryByText(/“guest” in a name/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Add “admin” to the service words' }));
    expect(policiesAsked(worker, 'preview').at(-1)?.nonHuman.serviceWords).toContain('admin');
    expect(screen.queryByText(/“admin” in a name/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '25 seats of accounts that are not people' }));
    expect(opened).toEqual(['review']);
    expect(app.stores().review.getState()).toMatchObject({ tab: 'notPeople', filter: { categories: [] } });
  });

  test('starts with safe settings [DEFINE-17]', async () => {
    drawDefine();
    await screen.findByRole('button', { name: '230 flagged seats' });
    expect(screen.getByRole('switch', { name: 'Dry run' })).toBeChecked();
    expect(screen.getByRole('switch', { name: 'Notify' })).toBeChecked();
    expect(screen.getByRole('switch', { name: 'Platform can freeze' })).toBeChecked();
    const onTimeout = screen.getByRole('combobox', { name: 'On timeout' });
    expect(onTimeout).toHaveDisplayValue('Freeze');
    expect(onTimeout).toHaveAccessibleDescription(
      /Protected roles and people not identified are held in any case\.$/,
    );
    expect(screen.getByRole('spinbutton', { name: 'Objection window (days)' })).toHaveValue(10);
    expect(screen.getByRole('spinbutton', { name: 'Grace (days)' })).toHaveValue(14);
    expect(screen.getByRole('combobox', { name: 'Notice goes to' })).toHaveDisplayValue('Owner of the seat');
  });

  test('says which flagged categories may become cases [DEFINE-11]', async () => {
    const { worker } = drawDefine();
    const group = await screen.findByRole('group', { name: 'May become cases' });
    const ticked = within(group)
      .getAllByRole('checkbox', { checked: true })
      .map((box) => (box as HTMLInputElement).labels?.[0]?.textContent);
    expect(ticked).toEqual(['Leaver', 'Never used', 'Login only', 'Dormant']);
    await userEvent.click(within(group).getByRole('checkbox', { name: 'Login only' }));
    expect(policiesAsked(worker, 'preview').at(-1)?.mayBecomeCases).toEqual([
      'leaver',
      'neverUsed',
      'dormant',
    ]);
  });

  test('is frozen with a number and measured, after the draft was stored [DEFINE-12]', async () => {
    const { worker, view } = drawDefine();
    await screen.findByRole('button', { name: '230 flagged seats' });
    expect(screen.getByText('Freezes version 1 and measures the data of 30 Jun 2026')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: '60 days' }));
    await userEvent.click(screen.getByRole('button', { name: 'Use this definition' }));
    await screen.findByText(/Definition 1 is frozen/);
    expect(screen.getByRole('status', { name: 'Definition' })).toHaveTextContent(
      'Definition 1 is frozen. Measured on data as of 30 June 2026: 230 flagged. (Leaver 0, Never used 40, Borderline 0, Login only 0, Dormant 190)',
    );
    const order = worker.calls
      .map(({ call }) => call)
      .filter((call) => call === 'saveDraftPolicy' || call === 'act');
    expect(order).toEqual(['saveDraftPolicy', 'act']);
    expect(view().policies.at(-1)?.policy.windows.dormancy).toBe(60);
    expect(screen.getByRole('button', { name: 'Use this definition' })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Go on to Review' })).toBeEnabled();
  });

  test('warns that the brief will say when a measured definition was revised', async () => {
    drawDefine(MEASURED);
    await screen.findByText(/Definition 1 is frozen/);
    await userEvent.click(screen.getByRole('button', { name: '60 days' }));
    expect(screen.getByRole('status', { name: 'Definition' })).toHaveTextContent(
      'A measurement under definition 1 exists (230 flagged). The brief will say that the definition was revised.',
    );
    expect(screen.getByText('Freezes version 2 and measures the data of 30 Jun 2026')).toBeVisible();
  });

  test('a changed draft can be put back to the last frozen definition, after a question', async () => {
    const view = { ...MEASURED, draftPolicy: { ...MEASURED.draftPolicy, objectionDays: 21 } };
    const { worker } = drawDefine(view);
    await userEvent.click(await screen.findByRole('button', { name: 'Discard draft' }));
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await userEvent.click(screen.getByRole('button', { name: 'Discard draft' }));
    await userEvent.click(screen.getByRole('button', { name: 'Discard' }));
    expect(screen.queryByRole('button', { name: 'Discard draft' })).toBeNull();
    expect(screen.getByText('Definition 1 is in use; the draft is the same')).toBeVisible();
    await waitFor(() =>
      expect(worker.calls.filter(({ call }) => call === 'saveDraftPolicy').map(({ ask }) => ask)).toEqual([
        { policy: MEASURED.policies[0]?.policy },
      ]),
    );
  });

  test('a refused freeze says why and changes nothing', async () => {
    drawDefine(NO_POLICY, { act: () => ({ failure: { kind: 'otherTabNewer' } }) });
    await screen.findByRole('button', { name: '230 flagged seats' });
    await userEvent.click(screen.getByRole('button', { name: 'Use this definition' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('belong to a newer Fallow');
  });
});

describe('the list of changes', () => {
  test('names newly and no longer flagged seats against the last version [DEFINE-09]', async () => {
    drawDefine(
      { ...NO_POLICY, policies: [frozen(1, {})] },
      {
        preview: ({ policy, licenceType }) => ({
          ...previewOf(policy, licenceType),
          changes: { added: 12, removed: 3, againstVersion: 1 },
        }),
        changes: () => ({
          total: 2,
          rows: [
            {
              seat: 1,
              change: 'added',
              name: 'Priya Raman',
              licenceType: 'Fulfiller',
              before: 'active',
              after: 'dormant',
              idle: '70',
            },
            {
              seat: 2,
              change: 'removed',
              name: 'Ben Whitlock',
              licenceType: 'Fulfiller',
              before: 'dormant',
              after: 'active',
              idle: '95',
            },
          ],
        }),
      },
    );
    const table = await screen.findByRole('table', { name: 'Changes since the last version' });
    await within(table).findByText('Priya Raman');
    expect(rowTexts(table).slice(1)).toEqual([
      ['+newly flagged', 'Priya Raman', 'Fulfiller', 'Active', 'Dormant', '70'],
      ['−no longer flagged', 'Ben Whitlock', 'Fulfiller', 'Dormant', 'Active', '95'],
    ]);
    expect(screen.getByText(/\+12 newly flagged, −3 no longer/)).toBeVisible();
  });
});

test('without a list Define says what to load first', async () => {
  const { opened } = drawDefine({ ...EXAMPLE_WORKSPACE, current: undefined });
  expect(screen.getByRole('heading', { level: 1, name: 'Define' })).toBeVisible();
  expect(
    screen.getByText('Load a user list first; then move the slider and watch who is affected.'),
  ).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Load a user list' }));
  expect(opened).toEqual(['load']);
});
