import {
  ACCOUNT_WORDS,
  COUNT_WORDS,
  EMAIL_WORDS,
  LICENCE_WORDS,
  USER_NAME_WORDS,
} from './commonHeaderWords.ts';
import type { KindSchema } from './kindSchema.ts';

/** A log of events or of daily or monthly counts. Its rows are counted per account, kind and day, never kept. */
export const ACTIVITY_KIND: KindSchema = {
  kind: 'activity',
  columns: [
    {
      name: 'accountId',
      type: 'words',
      // Who acted comes before whom or what it was done to, which such logs call the user.
      words: `actor|actor id|actor login|actor.alternateId|performed by|done by|${ACCOUNT_WORDS}|UserIds`,
    },
    {
      name: 'userName',
      type: 'words',
      words:
        `${USER_NAME_WORDS}|resolved_by|closed_by|sys_updated_by|opened_by|Gelöst von|Geschlossen von|Résolu par|` +
        'Clôturé par|Opgelost door|Resuelto por|Risolto da',
    },
    { name: 'email', type: 'words', words: EMAIL_WORDS },
    {
      name: 'date',
      type: 'day',
      words:
        'date|event date|day|date_create|creation date time|CreationDate|timestamp|time stamp|event time|date and time|occurred at|resolved_at|resolved|closed_at|closed|created|created at|' +
        'login time|sys_updated_on|opened_at|opened|Datum|Zeitstempel|date heure|fecha|data|time|date time|activity date|action date|performed at|event timestamp|Zeitpunkt|Uhrzeit|horodatage|Gelöst|Gelöst am|' +
        'Geschlossen|Geschlossen am|Résolu|Résolu le|Opgelost|Opgelost op|Resuelto|Risolto',
    },
    { name: 'month', type: 'month', words: 'month|year month|Monat|mois|maand|mes|mese', telling: 2 },
    {
      name: 'eventType',
      type: 'words',
      words:
        'event_type|event|event name|action|activity|activity type|operation|operations|type of event|Ereignis|évènement|Ereignistyp|audit event|summary|category',
      telling: 3,
    },
    { name: 'count', type: 'number', words: COUNT_WORDS, telling: 1 },
    { name: 'licenceType', type: 'words', words: `${LICENCE_WORDS}|product|application` },
    { name: 'module', type: 'words', words: 'module|feature' },
    { name: 'capability', type: 'words', words: 'capability' },
    {
      name: 'logOn',
      type: 'moment',
      words: 'log_on|logon|log on time|session start|login at|login date time|login date',
      telling: 3,
    },
    {
      name: 'logOff',
      type: 'moment',
      words:
        'log_off|logoff|log off time|logout time|log out time|session end|logout at|logout date time|logout date',
      telling: 3,
    },
    {
      name: 'outcome',
      type: 'words',
      words:
        'successful login|successful logon|successful sign in|login successful|login success|login status|logon status|sign in status|' +
        'login result|sign in result|outcome|outcome.result|result status|result|success|successful|status',
    },
  ],
  forms: [{ groups: [{ anyOf: ['accountId', 'userName', 'email'] }, { anyOf: ['date', 'month', 'logOn'] }] }],
  spans: [['logOn', 'logOff']],
  range: ['date', 'month', 'logOn'],
};
