import { describe, expect, test } from 'vitest';
import { sourceFiles } from '../support/sourceFiles.ts';

const FORBIDDEN = /refund|rebate|saved this quarter/i;
/** The one place of the statement on the next commitment, the only text that may say them. */
const STATEMENTS = 'brief/content/statements.ts';

const FOR_THE_TERM = 'no refund or rebate for the current term is requested.';

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');

describe('every text that a screen or a PDF is made from', () => {
  test('is looked at: screens, brief, rules and everything that words something', () => {
    const rooms = new Set(sourceFiles().map(({ room }) => room));
    for (const room of [
      'ui',
      'state',
      'worker',
      'worker/thread',
      'brief/content',
      'brief/pdf',
      'core/renewal',
    ]) {
      expect(rooms).toContain(room);
    }
  });

  test('says refund, rebate or saved this quarter nowhere but in the statement [RENEWAL-03]', () => {
    const found = sourceFiles()
      .filter(({ text }) => FORBIDDEN.test(withoutComments(text)))
      .map(({ path }) => path);
    expect(found).toEqual([STATEMENTS]);
    const { text } = sourceFiles().find(({ path }) => path === STATEMENTS)!;
    expect(text.split(FOR_THE_TERM)).toHaveLength(2);
    expect(withoutComments(text).replace(FOR_THE_TERM, '')).not.toMatch(FORBIDDEN);
  });
});
