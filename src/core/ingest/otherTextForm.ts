/**
 * Text that is no list of rows: data in another form, or a message. `screenTable`: columns lined up by spaces;
 * `labelledLines`: one value a line, its name before it.
 */
export type TextForm = 'JSON' | 'YAML' | 'LDIF' | 'SQL' | 'RTF' | 'anEmail' | 'screenTable' | 'labelledLines';

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

/** `Mail : ada@x.example`, `mail=ada@x.example`, `- mail: ada@x.example`. */
const LABELLED = /^\s*(?:- )?([\p{L}_][^:=,;|\t]{0,60}?) *[:=](?= |$|(?<==))/u;
const SECTION = /^\s*\[[^\][]*\]\s*$/;
const FEWEST_LABELS = 2;

/**
 * Whether the lines of a text without any delimiter hold one value each behind its name, as a console or a file of settings
 * lists objects: nearly every line does, and several names come again. Source of the rule: LOAD-07.
 */
export function hasLabelledLines(text: string): boolean {
  const lines = text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '' && !SECTION.test(line))
    .slice(0, MOST_LINES);
  const labels = lines.map((line) => LABELLED.exec(line)?.[1]);
  const found = labels.filter((label) => label !== undefined);
  const repeated = new Set(found.filter((label, at) => found.indexOf(label) !== at));
  return found.length * 5 >= lines.length * 4 && repeated.size >= FEWEST_LABELS;
}
