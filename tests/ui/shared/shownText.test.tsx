// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { DataTable } from '../../../src/ui/shared/DataTable.tsx';
import { InlineNote } from '../../../src/ui/shared/InlineNote.tsx';
import { SelectField } from '../../../src/ui/shared/SelectField.tsx';
import { shownText } from '../../../src/ui/shared/shownText.ts';

afterEach(cleanup);

const NAME = 'Fin\u202eecna';
const SHOWN = 'Fin⟨U+202E⟩ecna';

test('words are shown with what would turn them, and what is no text stays the same [APP-12]', () => {
  const element = <b>{NAME}</b>;
  expect(shownText(element)).toBe(element);
  expect([shownText(NAME), shownText(7), shownText(undefined)]).toEqual([SHOWN, 7, undefined]);
});

test('a note, a cell and a choice show it too, and the choice keeps the name as it is [APP-12]', () => {
  const names: string[] = [];
  render(
    <>
      <InlineNote>
        Of {NAME} <em>nothing</em> is known.
      </InlineNote>
      <DataTable
        caption={`Units of ${NAME}`}
        columns={[{ header: 'Unit', cell: (unit: string) => unit }]}
        rows={[NAME]}
        rowKey={(unit) => unit}
      />
      <SelectField
        label={`Choice of ${NAME}`}
        value={NAME}
        options={[{ value: NAME, name: NAME }]}
        onChange={(name) => names.push(name)}
      />
    </>,
  );
  expect(screen.getByText(/is known/)).toHaveTextContent(`Of ${SHOWN} nothing is known.`);
  expect(screen.getByRole('table', { name: `Units of ${SHOWN}` })).toHaveTextContent(SHOWN);
  expect(screen.getByRole('combobox', { name: `Choice of ${SHOWN}` })).toHaveValue(NAME);
  expect(document.body.textContent).not.toContain('\u202e');
});
