// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import { NO_FACTS, type FileFacts } from '../../../src/core/ingest/kinds/tablePlan.ts';
import { LogFields } from '../../../src/ui/load/LogFields.tsx';

afterEach(cleanup);

test('lag and history start of a log are typed before it is imported, 2 days unless somebody says so [LOAD-24] [LOAD-25]', async () => {
  const seen: FileFacts[] = [];
  function Fields(): ReactNode {
    const [facts, setFacts] = useState(NO_FACTS);
    const take = (change: Partial<FileFacts>): void => {
      seen.push({ ...facts, ...change });
      setFacts({ ...facts, ...change });
    };
    return <LogFields facts={facts} namesEvents onFacts={take} />;
  }
  render(<Fields />);
  const lag = screen.getByRole('spinbutton', { name: 'Lag (days)' });
  expect(lag).toHaveValue(2);
  await userEvent.clear(lag);
  await userEvent.type(lag, '14');
  expect(seen.at(-1)?.lagDays).toBe(14);
  await userEvent.clear(lag);
  await userEvent.type(lag, '-3');
  expect(seen.every(({ lagDays }) => lagDays === undefined || lagDays >= 0)).toBe(true);
  await userEvent.type(screen.getByRole('textbox', { name: 'History starts on' }), '2025-05-27');
  await userEvent.tab();
  expect(seen.at(-1)?.historyStart).toBe(readIsoDay('2025-05-27'));
});
