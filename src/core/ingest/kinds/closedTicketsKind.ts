import type { KindSchema } from './kindSchema.ts';

/** Tickets that came back closed. Tags are kept as written: an unknown one is never guessed. */
export const CLOSED_TICKETS_KIND: KindSchema = {
  kind: 'closedTickets',
  columns: [
    {
      name: 'ticketId',
      type: 'text',
      words:
        'ticket_id|ticket|ticket number|number|key|issue key|request id|id|Ticketnummer|Ticket-ID|Ticket-Nr|numéro de ticket|' +
        'número de ticket|numero ticket|ticketnummer|Vorgangsnummer',
      telling: 2,
    },
    {
      name: 'caseReference',
      type: 'text',
      words:
        'case_reference|case number|case|correlation_id|correlation id|reference|external id|Fallnummer|Fall|Referenz|' +
        'numéro de dossier|référence|número de caso|referencia|numero caso|dossiernummer|zaaknummer',
      within:
        'summary|subject|short_description|title|description|Betreff|Zusammenfassung|Kurzbeschreibung|résumé|objet|asunto|oggetto|onderwerp',
      telling: 3,
    },
    {
      name: 'closedOn',
      type: 'day',
      words:
        'closed_on|closed|closed at|solved|solved at|solved on|resolved|resolved at|resolution date|date closed|closed date|Geschlossen am|Geschlossen|Gelöst am|clôturé le|fermé le|résolu le|cerrado el|chiuso il|gesloten op',
      telling: 2,
    },
    {
      name: 'tag',
      type: 'words',
      words:
        'tag|tags|label|labels|sys_tags|ticket tags|resolution tag|close code|Schlagwort|Schlagwörter|étiquette|étiquettes|etiqueta|etiquetas|etichetta|trefwoord',
      telling: 2,
    },
    {
      name: 'closedBy',
      type: 'words',
      words:
        'closed_by|resolved by|assignee|assigned to|Geschlossen von|clôturé par|cerrado por|chiuso da|gesloten door',
    },
    { name: 'comment', type: 'text', words: 'comment|comments|close notes|resolution notes|work notes|note' },
  ],
  forms: [
    {
      groups: [
        { anyOf: ['ticketId'] },
        { anyOf: ['caseReference'] },
        { anyOf: ['closedOn'] },
        { anyOf: ['tag'] },
      ],
    },
  ],
  spans: [],
  range: ['closedOn'],
};
