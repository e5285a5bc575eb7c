import { describe, expect, test } from 'vitest';
import { describeSubject } from '../../../src/core/reclaim/describeSubject.ts';

describe('what an entry is about', () => {
  test.each([
    ['workspace', 'This client'],
    ['case:458', 'Case 458'],
    ['policy:2', 'Definition 2'],
    ['act:34', 'Entry 34'],
    ['brief:f4ea1087', 'Brief f4ea1087'],
    ['account:3F9K2M8Q', 'Account 3F9K2M8Q'],
    ['system:servicenow', 'ServiceNow'],
    ['snapshot:3aa4fb7de81f74c4', 'Snapshot 3aa4fb7d…'],
    ['file:3aa4fb7de81f74c4', 'File 3aa4fb7d…'],
    ['contractLine:line-00ff00ff00ff00ff', 'Contract line 00ff00ff…'],
    ['contractLine:sample-fulfiller', 'Contract line sample-fulfiller'],
  ])('%s reads “%s”', (subject, words) => expect(describeSubject(subject)).toBe(words));

  test('a seat keeps a licence type with slashes and colons whole', () => {
    expect(describeSubject('seat:3F9K2M8Q/ITSM: Fulfiller/Agent')).toBe(
      'Seat 3F9K2M8Q, ITSM: Fulfiller/Agent',
    );
  });

  test('an unknown form is printed as it is stored', () => {
    expect(describeSubject('gadget:7')).toBe('gadget:7');
    expect(describeSubject('')).toBe('');
  });
});
