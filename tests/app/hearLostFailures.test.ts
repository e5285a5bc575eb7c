import { expect, test } from 'vitest';
import { hearLostFailures } from '../../src/app/hearLostFailures.ts';

test('a failure that nobody waited for is told in its own words', () => {
  const page = new EventTarget();
  const told: string[] = [];
  hearLostFailures((message) => told.push(message), page as Window);
  for (const reason of [new Error('the fonts are gone'), 'plain text'])
    page.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason }));
  expect(told).toEqual(['the fonts are gone', 'plain text']);
});
