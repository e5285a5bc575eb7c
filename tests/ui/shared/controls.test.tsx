// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { dayFromCalendar } from '../../../src/core/base/epochDay.ts';
import { CategoryBar } from '../../../src/ui/shared/CategoryBar.tsx';
import { ConfirmDialog } from '../../../src/ui/shared/ConfirmDialog.tsx';
import { DataTable } from '../../../src/ui/shared/DataTable.tsx';
import { DayField } from '../../../src/ui/shared/DayField.tsx';
import { Dialog } from '../../../src/ui/shared/Dialog.tsx';
import { hotkeySwitch } from '../../../src/ui/shared/hotkeySwitch.ts';
import { NumberField } from '../../../src/ui/shared/NumberField.tsx';
import { Progress } from '../../../src/ui/shared/Progress.tsx';
import { SwitchField } from '../../../src/ui/shared/SwitchField.tsx';
import { Tabs } from '../../../src/ui/shared/Tabs.tsx';
import { TextField } from '../../../src/ui/shared/TextField.tsx';
import { useHotkeys } from '../../../src/ui/shared/useHotkeys.ts';
import { supportDialogs } from '../../support/dialogSupport.ts';
import { countsOf } from '../../support/exampleWorkspace.ts';

beforeAll(supportDialogs);
afterEach(() => {
  cleanup();
  hotkeySwitch.getState().set(true);
});

describe('fields', () => {
  test('the name is the label alone; hint and error are descriptions', () => {
    render(
      <TextField label="Term end" hint="Last day." error="Not a day." value="x" onChange={() => undefined} />,
    );
    const field = screen.getByRole('textbox', { name: 'Term end' });
    expect(field).toHaveAccessibleDescription('Last day. Not a day.');
    expect(field).toBeInvalid();
  });

  test('a number is handed over at every key, or only when the field is left', async () => {
    const atKey = vi.fn();
    const atLeave = vi.fn();
    render(
      <>
        <NumberField label="Buffer (%)" value={5} onChange={atKey} />
        <NumberField label="Exact window" value={90} commit="leave" onChange={atLeave} />
      </>,
    );
    await userEvent.clear(screen.getByRole('spinbutton', { name: 'Buffer (%)' }));
    await userEvent.type(screen.getByRole('spinbutton', { name: 'Buffer (%)' }), '12');
    expect(atKey.mock.calls).toEqual([[undefined], [1], [12]]);
    const exact = screen.getByRole('spinbutton', { name: 'Exact window' });
    await userEvent.clear(exact);
    await userEvent.type(exact, '120');
    expect(atLeave).not.toHaveBeenCalled();
    await userEvent.tab();
    expect(atLeave.mock.calls).toEqual([[120]]);
  });

  test('a day is read in both forms, and what cannot be read is kept with a sentence', async () => {
    const onChange = vi.fn();
    render(<DayField label="Data as of" value={dayFromCalendar(2026, 6, 30)} onChange={onChange} />);
    const field = screen.getByRole('textbox', { name: 'Data as of' });
    expect(field).toHaveValue('2026-06-30');
    fireEvent.change(field, { target: { value: '12 Sep 2026' } });
    expect(onChange).toHaveBeenLastCalledWith(dayFromCalendar(2026, 9, 12));
    fireEvent.change(field, { target: { value: '30/02/2026' } });
    expect(onChange).toHaveBeenCalledTimes(1);
    fireEvent.blur(field);
    expect(field).toHaveValue('30/02/2026');
    expect(field).toHaveAccessibleDescription(/Type the day like/);
  });

  test('a switch says whether it is on and acts at once', async () => {
    const onChange = vi.fn();
    render(<SwitchField label="Dry run" value onChange={onChange} />);
    expect(screen.getByRole('switch', { name: 'Dry run' })).toBeChecked();
    await userEvent.click(screen.getByText('Dry run'));
    expect(onChange).toHaveBeenCalledWith(false);
  });
});

function Tabbed(): ReactNode {
  const [current, setCurrent] = useState('all');
  return (
    <Tabs
      label="Review"
      tabs={[
        { id: 'all', name: 'All', count: 2028 },
        { id: 'borderline', name: 'Borderline', count: 27 },
        { id: 'gaps', name: 'Gaps and overlaps' },
      ]}
      current={current}
      onChange={setCurrent}
    >
      <p>{current}</p>
    </Tabs>
  );
}

test('tabs keep exact names beside their counts and move by arrow keys [APP-13]', async () => {
  render(<Tabbed />);
  const all = screen.getByRole('tab', { name: 'All' });
  expect(all).toHaveAccessibleDescription('2\u00a0028');
  expect(within(screen.getByRole('tablist', { name: 'Review' })).getAllByRole('tab')).toHaveLength(3);
  act(() => all.focus());
  await userEvent.keyboard('{ArrowRight}');
  expect(screen.getByRole('tab', { name: 'Borderline' })).toHaveFocus();
  expect(screen.getByRole('tabpanel', { name: 'Borderline' })).toHaveTextContent('borderline');
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(screen.getByRole('tab', { name: 'Gaps and overlaps' })).toHaveFocus();
  await userEvent.keyboard('{Home}');
  expect(all).toHaveFocus();
});

function Opener({ onKey }: { readonly onKey?: () => void }): ReactNode {
  const [open, setOpen] = useState(false);
  useHotkeys({ j: () => onKey?.() });
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open it
      </button>
      <input aria-label="Somewhere to type" />
      {open ? (
        <Dialog title="Ledger" onClose={() => setOpen(false)}>
          <p>Entries</p>
        </Dialog>
      ) : null}
    </>
  );
}

describe('dialogs and keys', () => {
  test('Esc closes a dialog and gives the focus back [APP-13]', async () => {
    render(<Opener />);
    const opener = screen.getByRole('button', { name: 'Open it' });
    await userEvent.click(opener);
    const dialog = screen.getByRole('dialog', { name: 'Ledger' });
    fireEvent.keyDown(dialog, { key: 'Escape' });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(opener).toHaveFocus();
  });

  test('single letters rest while one types, while a dialog is open, and while they are switched off', async () => {
    const onKey = vi.fn();
    render(<Opener onKey={onKey} />);
    await userEvent.keyboard('j');
    expect(onKey).toHaveBeenCalledTimes(1);
    await userEvent.type(screen.getByRole('textbox'), 'j');
    expect(onKey).toHaveBeenCalledTimes(1);
    act(() => screen.getByRole('textbox').blur());
    act(() => hotkeySwitch.getState().set(false));
    await userEvent.keyboard('j');
    act(() => hotkeySwitch.getState().set(true));
    await userEvent.click(screen.getByRole('button', { name: 'Open it' }));
    await userEvent.keyboard('j');
    expect(onKey).toHaveBeenCalledTimes(1);
  });

  test('a confirming button can be held back', async () => {
    const onConfirm = vi.fn();
    render(
      <ConfirmDialog
        title="Wipe it"
        confirmName="Wipe this client"
        held
        onConfirm={onConfirm}
        onCancel={() => undefined}
      >
        <p>Everything is lost.</p>
      </ConfirmDialog>,
    );
    expect(screen.getByRole('button', { name: 'Wipe this client' })).toBeDisabled();
    expect(within(screen.getByRole('dialog')).getAllByRole('button')).toHaveLength(2);
  });
});

describe('tables', () => {
  const rows = [
    { id: 1, name: 'Aisha' },
    { id: 2, name: 'Ben' },
    { id: 3, name: 'Chloé' },
  ];
  const columns = [{ header: 'Seat', rowHeader: true, cell: (row: { name: string }) => row.name }];

  test('arrow keys move over the rows and Enter opens one [APP-13]', async () => {
    const onOpen = vi.fn();
    render(
      <DataTable caption="Seats" columns={columns} rows={rows} rowKey={(row) => row.id} onOpen={onOpen} />,
    );
    const table = screen.getByRole('table', { name: 'Seats' });
    expect(within(table).getByRole('columnheader', { name: 'Seat' })).toBeInTheDocument();
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{Enter}');
    expect(within(table).getAllByRole('row')[2]).toHaveFocus();
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(rows[1]);
  });

  test('a page of a longer table announces how many rows there are', () => {
    render(
      <DataTable
        caption="Entries"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowCount={412}
        firstRow={50}
      />,
    );
    expect(screen.getByRole('table', { name: 'Entries' })).toHaveAttribute('aria-rowcount', '413');
    expect(screen.getByRole('row', { name: 'Aisha' })).toHaveAttribute('aria-rowindex', '52');
  });
});

test('the category bar has its numbers as a table one key away', async () => {
  const opened: string[] = [];
  render(
    <CategoryBar
      counts={countsOf({ active: 610, periodic: 45, neverUsed: 40, dormant: 190 })}
      onOpen={(category) => opened.push(category)}
    />,
  );
  expect(screen.getByRole('img', { name: 'Categories' })).toHaveAccessibleDescription(
    'Active 610, Periodic 45, Never used 40, Dormant 190.',
  );
  await userEvent.click(screen.getByRole('button', { name: '190 Dormant seats' }));
  expect(opened).toEqual(['dormant']);
  await userEvent.click(screen.getByRole('button', { name: 'Show as a table' }));
  const table = screen.getByRole('table', { name: 'Categories data' });
  expect(within(table).getByRole('row', { name: /^All/ })).toHaveTextContent('885');
  expect(within(table).getAllByRole('row')).toHaveLength(14);
});

test('a wait shows its count and its share', () => {
  render(<Progress label="Import progress" done={41_200} total={100_000} />);
  const bar = screen.getByRole('progressbar', { name: 'Import progress' });
  expect(bar).toHaveAttribute('aria-valuenow', '41');
  expect(screen.getByText('41 200 of 100 000')).toBeInTheDocument();
});
