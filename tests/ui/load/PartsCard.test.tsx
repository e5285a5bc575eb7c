// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { ImportPlan } from '../../../src/core/ingest/importPlan.ts';
import { PartsCard } from '../../../src/ui/load/PartsCard.tsx';
import { ReceiptParts } from '../../../src/ui/load/ReceiptParts.tsx';
import { RECEIPT, SURVEY } from './exampleSurvey.ts';

afterEach(cleanup);

const PARTS = ['fulfillers.csv', 'approvers.csv'].map((name, at) => ({
  name,
  wholeFile: at === 0,
  estimatedRows: 12,
}));
const plan: ImportPlan = {
  ...SURVEY.plan,
  columns: SURVEY.plan.columns.filter(({ meaning }) => meaning !== 'licenceType'),
  appended: [{ dialect: SURVEY.plan.dialect, fixedLicenceType: undefined }],
};

test('each further file may name its own licence type where no column does [LOAD-04]', () => {
  const onPlan = vi.fn<(change: Partial<ImportPlan>) => void>();
  render(<PartsCard survey={{ ...SURVEY, plan }} parts={PARTS} licenceTypes={[]} onPlan={onPlan} />);
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'fulfillers.csv: 12 rows',
    'approvers.csv: about 12 rows',
  ]);
  const field = screen.getByRole('combobox', { name: 'Licence type of every row of approvers.csv' });
  fireEvent.change(field, { target: { value: 'Approver' } });
  expect(onPlan.mock.lastCall?.[0]).toEqual({
    appended: [{ dialect: SURVEY.plan.dialect, fixedLicenceType: 'Approver' }],
  });
});

test('the receipt accounts for the rows of every file [LOAD-04, LOAD-33]', () => {
  const rows = { read: 2, accepted: 1, rejected: 1, repeats: 1, blankLines: 0 };
  const parts = PARTS.map(({ name }) => ({
    name,
    bytes: 9,
    sha256: 'abcd'.repeat(16),
    firstRow: 2,
    ownFirstRow: 2,
    rows,
  }));
  const { container } = render(<ReceiptParts source={{ ...RECEIPT.source, parts }} />);
  expect(screen.getAllByRole('listitem')[1]).toHaveTextContent(
    'approvers.csv: 2 rows read, 1 accepted, 1 rejected, 1 repeat counted once. Fingerprint abcd…',
  );
  cleanup();
  render(<ReceiptParts source={RECEIPT.source} />, { container });
  expect(screen.queryByRole('list')).not.toBeInTheDocument();
});
