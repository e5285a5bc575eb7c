import { EMAIL_WORDS, EMPLOYEE_WORDS, FROM_WORDS, UNTIL_WORDS } from './commonHeaderWords.ts';
import type { KindSchema } from './kindSchema.ts';

/** Who is absent from when to when. Why is left out on purpose: only "absent" and the dates are kept. */
export const ABSENCES_KIND: KindSchema = {
  kind: 'absences',
  columns: [
    { name: 'employeeNumber', type: 'text', words: EMPLOYEE_WORDS },
    { name: 'email', type: 'text', words: EMAIL_WORDS },
    {
      name: 'startsOn',
      type: 'day',
      words: `${FROM_WORDS}|absent from|leave start|first day of absence`,
      ahead: true,
      telling: 1,
    },
    {
      name: 'endsOn',
      type: 'day',
      words: `${UNTIL_WORDS}|absent until|leave end|last day of absence`,
      ahead: true,
      telling: 1,
    },
    {
      name: 'partTimePattern',
      type: 'words',
      words: 'part_time_pattern|part time|working pattern|Teilzeit',
      telling: 3,
    },
  ],
  forms: [{ groups: [{ anyOf: ['employeeNumber', 'email'] }, { anyOf: ['startsOn'] }] }],
  spans: [['startsOn', 'endsOn']],
  range: ['startsOn', 'endsOn'],
  leftOut:
    'reason|absence reason|absence type|leave type|leave reason|type of leave|type of absence|absence code|' +
    'Abwesenheitsart|Abwesenheitsgrund|Grund|motif|motif absence|reden|verzuimreden|motivo|diagnosis|illness',
};
