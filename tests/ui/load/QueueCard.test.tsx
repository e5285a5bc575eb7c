// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Ask, Failure } from '../../../src/worker/protocol.ts';
import { LoadScreen } from '../../../src/ui/load/LoadScreen.tsx';
import { drawScreen } from '../../support/drawScreen.tsx';
import { EXAMPLE_WORKSPACE } from '../../support/exampleWorkspace.ts';
import { fillJsdomGaps } from '../../support/jsdomGaps.ts';
import { RECEIPT, SURVEY } from './exampleSurvey.ts';

beforeAll(fillJsdomGaps);
afterEach(cleanup);

const nameOf = ({ source }: Pick<Ask<'surveyFile'>, 'source'>): string =>
  'file' in source ? source.file.name : '';
const file = (name: string): File => new File([name], name, { type: 'text/csv' });

function draw(): ReturnType<typeof drawScreen> {
  const failure: Failure = {
    kind: 'unreadableFile',
    fileName: 'chart.csv',
    why: { kind: 'image', format: 'PNG' },
  };
  return drawScreen(<LoadScreen />, {
    answers: {
      surveyFile: (ask: Ask<'surveyFile'>) => {
        const name = nameOf(ask);
        if (name === 'chart.csv') return { failure };
        const isPart = 'file' in ask.source && (ask.source.appended ?? []).length > 0;
        const columns = SURVEY.plan.columns.map((column, at) =>
          at === 0 && !name.startsWith('page') ? { ...column, header: name } : column,
        );
        const plan = { ...SURVEY.plan, columns, fixedLicenceType: 'Fulfiller' };
        const parts = ['page_1.csv', 'page_2.csv'].map((part) => ({
          name: part,
          wholeFile: true,
          estimatedRows: 2,
        }));
        return {
          ...SURVEY,
          fileName: name,
          plan: isPart
            ? { ...plan, appended: [{ dialect: plan.dialect, fixedLicenceType: undefined }] }
            : plan,
          questions: [],
          xray: [],
          isRemembered: true as const,
          ...(isPart ? { parts } : {}),
        };
      },
      importUsers: () => ({
        import: { outcome: 'imported' as const, receipt: RECEIPT },
        view: { ...EXAMPLE_WORKSPACE, receipts: [RECEIPT] },
      }),
    },
  });
}

const choose = (...names: readonly string[]): Promise<void> =>
  userEvent.upload(screen.getByLabelText('Choose files'), names.map(file));
const queue = (): HTMLElement => screen.getByRole('region', { name: 'Files in the queue' });
const lines = (): readonly string[] =>
  within(queue())
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent ?? '');

test('files chosen together are listed with what each waits for, and imported with one press [LOAD-04]', async () => {
  const { worker } = draw();
  await choose('a.csv', 'chart.csv', 'b.csv');
  await within(queue()).findByText('0 of 3 done, 1 refused');
  expect(lines()[1]).toBe(
    'chart.csvNot imported. chart.csv is an image (PNG), not a list. Export the list as CSV and load that file.',
  );
  expect(lines()[0]).toMatch(/^a\.csvUsers: ready, nothing to answer\./);
  expect(worker.calls.some(({ call }) => call === 'importUsers')).toBe(false);
  expect(queue()).toHaveTextContent('The browser keeps these files only while this page is open.');
  await userEvent.click(within(queue()).getByRole('button', { name: 'Import 2 ready files' }));
  await within(queue()).findByText('2 of 3 done, 1 refused');
  expect(within(queue()).getByRole('progressbar', { name: 'Queue progress' })).toHaveAttribute(
    'aria-valuetext',
    '3 of 3',
  );
  await userEvent.click(within(queue()).getByRole('button', { name: 'Take finished files off the list' }));
  expect(screen.queryByRole('region', { name: 'Files in the queue' })).not.toBeInTheDocument();
});

test('files with the same columns are offered as one list; nothing of them is imported before the answer [LOAD-04]', async () => {
  const { worker } = draw();
  await choose('page_2.csv', 'page_1.csv');
  const offer = await within(queue()).findByRole('group', { name: 'Files with the same columns' });
  expect(offer).toHaveTextContent('These 2 files have the same columns. Put them together as one list?');
  expect(within(queue()).queryByRole('button', { name: /^Import/ })).not.toBeInTheDocument();
  await userEvent.click(within(offer).getByRole('button', { name: 'Put them together' }));
  await userEvent.click(await within(queue()).findByRole('button', { name: 'Import 1 ready file' }));
  await within(queue()).findByText('1 of 1 done');
  const asked = worker.calls.findLast(({ call }) => call === 'importUsers')?.ask as Ask<'importUsers'>;
  const { source } = asked;
  expect('file' in source && [source.file, ...(source.appended ?? [])].map(({ name }) => name)).toEqual([
    'page_1.csv',
    'page_2.csv',
  ]);
});

test('a file that is taken off the list is not imported [LOAD-04]', async () => {
  draw();
  await choose('a.csv', 'b.csv');
  await userEvent.click(await within(queue()).findByRole('button', { name: 'Remove a.csv from the list' }));
  await waitFor(() => expect(lines()).toHaveLength(1));
  expect(within(queue()).getByRole('button', { name: 'Import 1 ready file' })).toBeEnabled();
});
