/** Words that open or close a line of totals, in the languages of exports. */
const TOTAL_WORD =
  '(?:(?:grand|overall|report|sub|running)[- ]?)?totals?|subtotals?|(?:gesamt|teil)?ergebnis|gesamt(?:summen?|anzahl)?|insgesamt|' +
  'zwischensumme|summe|(?:sub|eind)?totaal|sous[- ]total|total g[eé]n[eé]ral|(?:sub)?totales?|sub ?totale|' +
  'somma|suma|razem|yhteensä|summa|toplam|итого|всего|合計|小計|总计|合计|합계';

const OPENS_TOTAL = new RegExp(`^(?:${TOTAL_WORD})(?=$|[\\s:(=#.-])`, 'iu');
const CLOSES_TOTAL = new RegExp(`\\s(?:${TOTAL_WORD}|count)\\s*:?$`, 'iu');

/** Counts of the rows themselves: `3 records`, `Number of users: 12`, `Showing 1 to 20 of 940`. */
const COUNTS_ROWS =
  /^(?:\(?\d[\d.,\u00a0 ]{0,14}(?:of \d[\d.,\u00a0 ]{0,14})?(?:records?|rows?|users?|results?|entries|items?|lines?|members?|agents?|datensätze|zeilen|einträge|benutzer|lignes|utilisateurs|rijen|gebruikers|registros|usuarios)\b|(?:number of|no\. of|anzahl|nombre (?:de|d')|aantal|showing|count|records?|rows?)\b[^@\d]{0,60}\d[^@]{0,40}$)/iu;

/** Labels of a count that stands in a cell of its own. */
const LABELS_COUNT =
  /^(?:(?:number|no\.?|count) of\b.*|(?:record|row|user|account|licen[cs]e|seat)s? ?(?:count|total)|count|records|rows|anzahl(?: der)?\b.*|nombre\b.*|aantal\b.*|número\b.*|numero\b.*)\s*:?$/iu;

/** Sentences that a report prints below or between its rows. */
const OPENS_FOOTER =
  /^(?:copyright\s*(?:\(c\)|©|\d|by\b)|©|\(c\)\s|confidential|strictly confidential|internal use|generated\b|created (?:by|on|at)\b|exported\b|printed\b|produced (?:by|on)\b|downloaded\b|prepared (?:by|for|on)\b|report\s?(?:generated|run|date|time|id|name|title|filter|parameters|criteria|by|end|complete)|run (?:date|time|by|on|at)\b|executed\b|page \d|seite \d|página \d|pagina \d|end of (?:report|file|list|export|data)|ende (?:des berichts|der liste)|fin du rapport|einde (?:rapport|lijst)|applied filters?\b|filter(?:s|ed)?\b\s*(?:by|applied|:)|notes?:|hinweis:|remarque\s?:|source:|quelle:|legend:|disclaimer|powered by|data as of|as of\b|stand:|stand vom|erstellt\b|gedruckt\b|exportiert\b|vertraulich|généré\b|édité le|confidentiel|gegenereerd|afgedrukt|vertrouwelijk|generado\b|impreso\b|confidencial|generato\b|stampato\b|riservato|time ?zone\b|\*{2,}|-{3,}|={3,}|_{3,})/iu;
const HOLDS_FOOTER =
  /all rights reserved|do not distribute|confidential information|proprietary (?:and|information)|alle rechte vorbehalten|tous droits réservés|alle rechten voorbehouden|tod[oa]s (?:los|os) (?:derechos|direitos)|tutti i diritti|(?:informations? confidentielles?|vertrauliche informationen|información confidencial|informações confidenciais|informazioni riservate|vertrouwelijke informatie)(?=$|[^\p{L}])/iu;

const LABELLED = /^[^:@\\/]{1,60}?\s?:\s+\S|^[^:@\\/]{2,60}:$/u;
const COUNTED = /\s\(\s*\d[\d.,]*(?:\s+\p{L}+)?\s*\)$/u;

/** Letters of a cell that are looked at. */
const LOOK_AT = 300;

/** Whether a text names a total: `Total`, `Grand Totals (3 records)`, `Zwischensumme IT`, `Finance Total`. */
export function isTotalText(text: string): boolean {
  const head = text.slice(0, LOOK_AT);
  return OPENS_TOTAL.test(head) || CLOSES_TOTAL.test(head) || COUNTS_ROWS.test(head);
}

const TOTAL_ALONE =
  /^(?:(?:sub|grand )?totale?s?|(?:sub|eind)?totaal|gesamt(?:summe|ergebnis)?|summe)\s*:?$/i;

/** Whether a text is a word for a total and nothing else, so that a label of a count may stand beside it: `Total, Count, 2`. */
export const isTotalWord = (text: string): boolean => TOTAL_ALONE.test(text.slice(0, LOOK_AT));

/** Whether a text names a count, given that only counts stand beside it: `Number of users`, `Record count`. */
export const isCountLabel = (text: string): boolean => LABELS_COUNT.test(text.slice(0, LOOK_AT));

/** Whether a text is what reports print around their rows: copyright, confidentiality, who made it and when, pages. */
export function isFooterText(text: string): boolean {
  const head = text.slice(0, LOOK_AT);
  return OPENS_FOOTER.test(head) || HOLDS_FOOTER.test(head);
}

const PAGE =
  /^(?:page|seite|página|pagina|sivu|sida|side|strona|strana|oldal|стр\.?|страница|ページ|頁)\s?\d{1,5}(?:\s?(?:\/|of|von|de|di|van|av|af|z|из)\s?\d{1,5})?\.?$/iu;

/** Whether a text is the number of a page and nothing else: `Page 3 of 12`, `Seite 3/12`. */
export const isPageNumber = (text: string): boolean => PAGE.test(text.slice(0, LOOK_AT));

const TITLE =
  /(?<!\p{L})(?:reports?|bericht|auswertung|rapport|rapportage|overzicht|informe|relatório|rapporto|raport)(?!\p{L})/iu;

/** Whether a line by itself reads as the title of a report: several words, one of which says so. */
export const isReportTitle = (text: string): boolean => /\s/.test(text) && TITLE.test(text.slice(0, LOOK_AT));

/** Whether a text heads a group of rows: `Department: IT`, `Finance (12)`. */
export function isGroupText(text: string): boolean {
  const head = text.slice(0, LOOK_AT);
  return LABELLED.test(head) || COUNTED.test(head);
}
