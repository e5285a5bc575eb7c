import { ACCOUNT_WORDS, EMAIL_WORDS, EMPLOYEE_WORDS, FROM_WORDS, UNTIL_WORDS } from './commonHeaderWords.ts';
import type { KindSchema } from './kindSchema.ts';

/** Duties of an on-call list. */
export const ON_CALL_KIND: KindSchema = {
  kind: 'onCall',
  columns: [
    { name: 'employeeNumber', type: 'text', words: EMPLOYEE_WORDS },
    { name: 'email', type: 'text', words: EMAIL_WORDS },
    { name: 'accountId', type: 'text', words: ACCOUNT_WORDS },
    {
      name: 'schedule',
      type: 'words',
      words:
        'schedule|rota|roster name|shift|schedule name|escalation policy|on-call schedule|Bereitschaft|Bereitschaftsplan|Rufbereitschaft|Dienstplan|astreinte|planning d’astreinte|guardia|reperibilità|piket|on-call rotation|rotation',
      telling: 3,
    },
    {
      name: 'startsOn',
      type: 'day',
      words: `${FROM_WORDS}|duty start|shift start|on call from`,
      ahead: true,
    },
    { name: 'endsOn', type: 'day', words: `${UNTIL_WORDS}|duty end|shift end|on call until`, ahead: true },
  ],
  forms: [
    {
      groups: [
        { anyOf: ['employeeNumber', 'email', 'accountId'] },
        { anyOf: ['startsOn'] },
        { anyOf: ['endsOn'] },
      ],
    },
  ],
  spans: [['startsOn', 'endsOn']],
  range: ['startsOn', 'endsOn'],
};
