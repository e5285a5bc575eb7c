import type { KindSchema } from './kindSchema.ts';

/** Tickets that came back closed. Tags are kept as written: an unknown one is never guessed. */
export const CLOSED_TICKETS_KIND: KindSchema = {
  kind: 'closedTickets',
  columns: [
    {
      name: 'ticketId',
      type: 'text',
      words: 'ticket_id|ticket|ticket number|number|key|issue key|request id|id',
      telling: 2,
    },
    {
      name: 'caseReference',
      type: 'text',
      words: 'case_reference|case number|case|correlation_id|correlation id|reference|external id',
      telling: 3,
    },
    {
      name: 'closedOn',
      type: 'day',
      words: 'closed_on|closed|closed at|resolved|resolved at|resolution date|date closed|closed date',
      telling: 2,
    },
    { name: 'tag', type: 'words', words: 'tag|tags|label|labels|resolution tag|close code', telling: 2 },
    { name: 'closedBy', type: 'words', words: 'closed_by|resolved by|assignee|assigned to' },
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
