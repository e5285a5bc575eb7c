import { UNIT_ID_WORDS, UNIT_NAME_WORDS } from './commonHeaderWords.ts';
import type { KindSchema } from './kindSchema.ts';

/** Which unit a text of a list means, from the template; or, without source values, the list of valid units. */
export const UNIT_MAPPING_KIND: KindSchema = {
  kind: 'unitMapping',
  columns: [
    {
      name: 'sourceValue',
      type: 'text',
      words:
        'source_value|source|value in list|text in list|found value|old value|Quellwert|valeur source|valor de origen|' +
        'valore di origine|bronwaarde',
      telling: 3,
    },
    { name: 'unitId', type: 'text', words: UNIT_ID_WORDS, telling: 1 },
    { name: 'unitName', type: 'text', words: UNIT_NAME_WORDS, telling: 1 },
    {
      name: 'unitOwner',
      type: 'words',
      words:
        'unit_owner|unit head|head of unit|owner|Verantwortlich|Verantwortliche|Verantwortliche Person|responsable',
      telling: 1,
    },
    {
      name: 'unitOwnerContact',
      type: 'words',
      words:
        'unit_owner_contact|owner contact|owner email|unit owner email|Kontakt|contact|E-Mail der verantwortlichen Person',
      telling: 1,
    },
    {
      name: 'seasonalNote',
      type: 'text',
      words: 'seasonal_note|season|seasonal|note|Saisonhinweis|Hinweis',
      telling: 2,
    },
  ],
  forms: [
    { groups: [{ anyOf: ['sourceValue'] }, { anyOf: ['unitId'] }] },
    { groups: [{ anyOf: ['unitId'] }, { anyOf: ['unitName'] }] },
  ],
  spans: [],
  range: [],
};
