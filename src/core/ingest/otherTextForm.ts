/** Text that is no list of rows: data in another form, or a message. `screenTable`: columns lined up by spaces. */
export type TextForm = 'JSON' | 'YAML' | 'LDIF' | 'SQL' | 'RTF' | 'anEmail' | 'screenTable';

const FORMS: readonly (readonly [TextForm, RegExp])[] = [
  ['RTF', /^\{\\rtf/],
  ['JSON', /^\s*(\{|\[\s*[{[])/],
  ['LDIF', /^(?:#[^\n]*\n|\s)*(?:version: ?\d+(?:#[^\n]*\n|\s)*)?dn::? \S/i],
  ['YAML', /^(?:%YAML|---\s*\n\s*(?:- |[\w-]+:)|\s*- [\w-]+:\s[^\n]*\n\s+[\w-]+:)/],
  ['SQL', /^(?:\s|--[^\n]*\n|\/\*[^]*?\*\/;?)*(?:insert into|create table|drop table|replace into)\s/i],
  ['anEmail', /^(?:[A-Z][\w-]*: [^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}\r?\n/],
];
/** Headers that every message has. */
const OF_AN_EMAIL = /^from: .*@/im;

/**
 * The form of a text whose first lines show that it is no delimited list, whatever separates its words. Source of the
 * rule: LOAD-07.
 */
export function findTextForm(text: string): TextForm | undefined {
  const [form] = FORMS.find(([, pattern]) => pattern.test(text)) ?? [];
  return form === 'anEmail' && !OF_AN_EMAIL.test(text) ? undefined : form;
}

/** Lines that must agree before spaces count as columns. */
const FEWEST_LINES = 3;
const MOST_LINES = 100;

/**
 * Whether the lines of a text without any delimiter are columns lined up by spaces, as a console prints them: behind
 * two or more spaces the header starts further words, and every row has a space before and a letter at one such place
 * at least. Source of the rule: LOAD-07.
 */
export function isScreenTable(text: string): boolean {
  const lines = text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, MOST_LINES);
  const [header] = lines;
  if (header === undefined || lines.length < FEWEST_LINES || header.includes('\t')) return false;
  const places = [...header.matchAll(/(?<=\S {2,})\S/g)].map(({ index }) => index);
  return places.some(
    (place) =>
      lines.every((line) => line.charAt(place - 1).trim() === '') &&
      lines.some((line) => line !== header && line.charAt(place).trim() !== ''),
  );
}
