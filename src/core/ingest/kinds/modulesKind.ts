import { ACCOUNT_WORDS, COUNT_WORDS, FROM_WORDS, UNIT_ID_WORDS, UNTIL_WORDS } from './commonHeaderWords.ts';
import type { KindSchema } from './kindSchema.ts';

/** Which modules an account or unit used, or which capabilities of a tier an account used. One file may hold both. */
export const MODULES_KIND: KindSchema = {
  kind: 'modules',
  columns: [
    { name: 'accountId', type: 'words', words: `${ACCOUNT_WORDS}|email|e-mail|user email` },
    { name: 'unitId', type: 'words', words: `${UNIT_ID_WORDS}|department|cost centre|cost_center` },
    { name: 'module', type: 'words', words: 'module|module name|feature|Modul|fonction', telling: 3 },
    { name: 'tier', type: 'words', words: 'tier|tier name|edition|plan tier|Stufe|niveau', telling: 3 },
    {
      name: 'capability',
      type: 'words',
      words: 'capability|capability name|Fähigkeit|Funktion|capacité|fonctionnalité|function',
      telling: 3,
    },
    { name: 'date', type: 'day', words: 'date|day|event date|used on|Datum' },
    { name: 'periodStart', type: 'day', words: `period_start|period from|${FROM_WORDS}`, telling: 1 },
    { name: 'periodEnd', type: 'day', words: `period_end|period to|${UNTIL_WORDS}`, ahead: true, telling: 1 },
    {
      name: 'lastUsed',
      type: 'day',
      words:
        'last_used|last use|last used on|last event|last used date|zuletzt verwendet|zuletzt genutzt|dernière utilisation|' +
        'laatst gebruikt|último uso|ultimo utilizzo',
      telling: 1,
    },
    {
      name: 'count',
      type: 'number',
      words: `${COUNT_WORDS}|active users|users|active accounts|sessions|usage count`,
    },
  ],
  forms: [
    {
      groups: [
        { anyOf: ['accountId', 'unitId'] },
        { anyOf: ['module'] },
        { anyOf: ['date', 'periodStart', 'periodEnd'] },
      ],
    },
    {
      groups: [
        { anyOf: ['accountId', 'unitId'] },
        { anyOf: ['module'] },
        { anyOf: ['lastUsed'], mayBeEmpty: true },
      ],
    },
    { groups: [{ anyOf: ['accountId'] }, { anyOf: ['tier'] }, { anyOf: ['capability'] }] },
  ],
  spans: [['periodStart', 'periodEnd']],
  range: ['date', 'periodStart', 'periodEnd', 'lastUsed'],
};
