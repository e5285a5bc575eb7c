import type { KindSchema } from './kindSchema.ts';

/** Rows of an answer file of a packet. It is no table of cells but a saved answer, read by `readAnswerFile`. */
export const ANSWERS_KIND: KindSchema = {
  kind: 'answers',
  columns: [
    { name: 'caseNumber', type: 'text', words: '' },
    {
      name: 'decision',
      type: 'code',
      words: '',
      codes: [
        ['keep', 'keep'],
        ['revoke', 'revoke'],
        ['downgrade', 'downgrade'],
      ],
    },
    { name: 'targetLicenceType', type: 'words', words: '' },
    { name: 'reason', type: 'text', words: '' },
  ],
  forms: [{ groups: [{ anyOf: ['caseNumber'] }, { anyOf: ['decision'] }] }],
  spans: [],
  range: [],
};
