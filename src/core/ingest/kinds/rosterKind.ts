import {
  EMAIL_WORDS,
  EMPLOYEE_WORDS,
  JURISDICTION_WORDS,
  STATUS_WORDS,
  UNIT_ID_WORDS,
  UNIT_NAME_WORDS,
  UPN_WORDS,
  USER_NAME_WORDS,
} from './commonHeaderWords.ts';
import type { KindSchema } from './kindSchema.ts';

/** People with unit, manager, status and dates, from HR or identity. A unit cell may be empty, its column may not be missing. */
export const ROSTER_KIND: KindSchema = {
  kind: 'roster',
  columns: [
    { name: 'employeeNumber', type: 'text', words: EMPLOYEE_WORDS, telling: 1 },
    { name: 'email', type: 'text', words: EMAIL_WORDS },
    {
      name: 'fullName',
      type: 'text',
      words:
        'full_name|name|display name|employee name|worker|legal name|Vollständiger Name|nom complet|naam|nombre|nome|' +
        'Nombre completo|Nome completo|Volledige naam|Name der Person|Last name First name|employee',
      halves: true,
    },
    { name: 'userName', type: 'text', words: USER_NAME_WORDS },
    { name: 'userPrincipalName', type: 'text', words: UPN_WORDS },
    {
      name: 'otherEmails',
      type: 'text',
      words: 'other_emails|other e-mails|alias|aliases|proxyAddresses|secondary email|private email',
      joins: true,
    },
    {
      name: 'status',
      type: 'code',
      words: `${STATUS_WORDS}|active status`,
      codes: [
        [
          'active',
          'active|a|employed|full-time|full time|part-time|part time|permanent|probation|current|working|yes|true|1|aktiv|actif|présent|présente|en poste|in dienst|actief|activo|attivo',
        ],
        [
          'left',
          'left|leaver|terminated|inactive|inaktiv|inactif|inactief|inactivo|inattivo|withdrawn|former|resigned|retired|dismissed|ended|no|false|0|ausgeschieden|parti|partie|sorti|sortie|uit dienst|baja|cessato',
        ],
        [
          'onLeave',
          'on leave|leave|loa|leave of absence|parental leave|maternity leave|sabbatical|beurlaubt|elternzeit|' +
            'mutterschutz|sabbatjahr|en congé|congé parental|congé maternité|met verlof|ouderschapsverlof|excedencia|aspettativa',
        ],
        [
          'futureJoiner',
          'future joiner|future starter|new starter|starter|future|future hire|pre-hire|prehire|joiner|not started|new hire pending',
        ],
      ],
    },
    {
      name: 'joinedOn',
      type: 'day',
      words:
        'joined_on|hire date|employeeHireDate|start date|date of hire|date joined|original hire date|entry date|Eintrittsdatum|' +
        "date d'entrée|date d'embauche|datum in dienst|fecha de alta|data di assunzione|Einstellungsdatum|entry|Eintritt",
      ahead: true,
      telling: 2,
    },
    {
      name: 'leftOn',
      type: 'day',
      words:
        'left_on|termination date|leaving date|date left|exit date|last working day|end date|Austrittsdatum|Letzter Arbeitstag|employeeLeaveDateTime|employee leave date|' +
        'date de sortie|date de départ|datum uit dienst|fecha de baja|data di cessazione|leaving|Austritt',
      ahead: true,
      telling: 2,
    },
    {
      name: 'contractEndsOn',
      type: 'day',
      words: 'contract_ends_on|contract end|contract end date|fixed term end|Vertragsende|fin de contrat',
      ahead: true,
      telling: 2,
    },
    {
      name: 'employmentType',
      type: 'code',
      words:
        'employment_type|worker type|employee type|contract type|Beschäftigungsart|Vertragsart|' +
        'Beschäftigungsverhältnis|type de contrat|contractsoort|tipo de contrato|tipo di contratto',
      codes: [
        [
          'employee',
          'employee|regular|permanent|fixed term|fixed-term|permanent employee|fixed term employee|staff|full time|part time|full-time|part-time|internal|angestellt|' +
            'festangestellt|unbefristet|befristet|vollzeit|teilzeit|intern|cdi|cdd|indefinido|tempo indeterminato',
        ],
        [
          'contractor',
          'contractor|contingent|contingent worker|external|freelancer|agency|temp|temporary|consultant|' +
            'extern|werkvertrag|freier mitarbeiter|leiharbeit|zeitarbeit|prestataire|intérimaire|autónomo',
        ],
        ['other', 'other|intern|trainee|apprentice|student|volunteer|board'],
      ],
      telling: 2,
    },
    { name: 'unitId', type: 'words', words: `${UNIT_ID_WORDS}|cost centre|cost_center|department` },
    { name: 'unitName', type: 'words', words: UNIT_NAME_WORDS },
    {
      name: 'department',
      type: 'words',
      words: 'department|department name|Abteilung|département|afdeling|dept|service|reparto|departamento',
    },
    { name: 'division', type: 'words', words: 'division|business area|Bereich|Geschäftsbereich' },
    {
      name: 'costCentre',
      type: 'words',
      words:
        'cost_centre|cost_center|cost center|Kostenstelle|kostenplaats|Centre de coûts|Cost Ctr|centro de coste|centro di costo|' +
        'cost center id|cost centre id',
    },
    {
      name: 'managerEmployeeNumber',
      type: 'words',
      words:
        'manager_employee_number|manager id|manager employee id|supervisor id|reports to id|Vorgesetztennummer|' +
        'Vorgesetzter Personalnummer|Personalnummer Vorgesetzter|Personalnummer des Vorgesetzten',
      telling: 3,
      about: 'manager',
    },
    {
      name: 'managerEmail',
      type: 'words',
      words: 'manager_email|manager e-mail|supervisor email|manager.email|line manager email',
      telling: 1,
      about: 'manager',
    },
    {
      name: 'managerName',
      type: 'words',
      words:
        'manager_name|manager|reporting manager|line manager|supervisor|supervisor name|reports to|Vorgesetzter|' +
        'Leidinggevende|Responsable|Supérieur hiérarchique|reporting to|Führungskraft',
      telling: 1,
      about: 'manager',
      withEmails: 'managerEmail',
    },
    { name: 'unitOwner', type: 'words', words: 'unit_owner|unit head|head of unit|department head' },
    {
      name: 'unitOwnerContact',
      type: 'words',
      words: 'unit_owner_contact|unit owner email|department head email',
    },
    { name: 'role', type: 'words', words: 'role|function|Funktion|rôle' },
    {
      name: 'jobTitle',
      type: 'words',
      words: 'job_title|title|business title|position|job|Stellenbezeichnung|intitulé',
      telling: 1,
    },
    { name: 'directoryStatus', type: 'words', words: 'directory_status|accountEnabled|account enabled' },
    { name: 'project', type: 'words', words: 'project|Projekt|projet' },
    { name: 'criticality', type: 'words', words: 'criticality|critical' },
    { name: 'jurisdiction', type: 'words', words: JURISDICTION_WORDS },
    { name: 'expectedPattern', type: 'words', words: 'expected_pattern|expected use|usage pattern' },
  ],
  forms: [{ groups: [{ anyOf: ['employeeNumber', 'email'] }, { anyOf: ['unitId'], mayBeEmpty: true }] }],
  spans: [['joinedOn', 'leftOn']],
  range: ['joinedOn', 'leftOn'],
};
