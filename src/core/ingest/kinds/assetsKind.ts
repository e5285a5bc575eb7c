import { SUBJECT_WORDS } from '../subjectWords.ts';
import { JURISDICTION_WORDS, LICENCE_WORDS, STATUS_WORDS, UNIT_ID_WORDS } from './commonHeaderWords.ts';
import type { KindSchema } from './kindSchema.ts';

/** Devices, virtual environments and installations that hold licences. */
export const ASSETS_KIND: KindSchema = {
  kind: 'assets',
  columns: [
    {
      name: 'assetId',
      type: 'text',
      words:
        'asset_id|asset tag|asset|asset number|serial number|configuration item|ci|Inventarnummer|numéro de série|' +
        "N° d'inventaire|numéro d'inventaire|número de serie|número de inventario|numero di serie|inventarisnummer|" +
        'Seriennummer|device id|host id',
      telling: 3,
    },
    {
      name: 'subjectType',
      type: 'code',
      words:
        'subject_type|asset type|device type|class|type|category|model category|asset class|ci class|Gerätetyp|Typ|Art|' +
        "type d'appareil|tipo|soort",
      codes: SUBJECT_WORDS.map(
        ([subject, words]) => [subject, words.toLowerCase().replaceAll(', ', '|')] as const,
      ),
      telling: 2,
    },
    {
      name: 'name',
      type: 'text',
      words:
        'name|asset name|host name|hostname|computer name|device name|display name|nom|Gerätename|nombre|nome|naam',
    },
    {
      name: 'assignedTo',
      type: 'words',
      words:
        'assigned_to|assigned_to.user_name|assigned_to.email|owner|user|primary user|primary user UPN|primary user email|used by|zugewiesen an|affecté à|attribué à|' +
        'asignado a|assegnato a|toegewezen aan|Benutzer|Utilisateur',
      telling: 1,
    },
    { name: 'licenceType', type: 'words', words: `${LICENCE_WORDS}|software|product` },
    {
      name: 'installedOn',
      type: 'day',
      words:
        "installed_on|install date|installation date|installed|Installationsdatum|installiert am|date d'installation|" +
        'fecha de instalación|data di installazione|installatiedatum',
      telling: 2,
    },
    // A scan that finds a device shows no use by anybody: columns of discovery are not proposed here.
    {
      name: 'lastUsed',
      type: 'day',
      words:
        'last_used|last used on|last use|last used date|last logon|last login|last logged in|last sign in|last seen|last check-in|zuletzt verwendet|zuletzt gesehen|' +
        'dernière utilisation|último uso|ultimo utilizzo|laatst gebruikt',
    },
    {
      name: 'retiredOn',
      type: 'day',
      words: 'retired_on|retirement date|disposed on|decommissioned on',
      ahead: true,
    },
    { name: 'unitId', type: 'words', words: `${UNIT_ID_WORDS}|department|cost centre|cost_center` },
    {
      name: 'status',
      type: 'words',
      words: `${STATUS_WORDS}|install status|lifecycle|device state|asset state`,
    },
    { name: 'jurisdiction', type: 'words', words: JURISDICTION_WORDS },
  ],
  forms: [{ groups: [{ anyOf: ['assetId'] }, { anyOf: ['subjectType'], mayBeEmpty: true }] }],
  spans: [['installedOn', 'retiredOn']],
  range: ['installedOn', 'lastUsed'],
};
