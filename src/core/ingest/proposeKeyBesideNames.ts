import type { Meaning } from './meaning.ts';
import { isEmptyWord } from './neverWords.ts';
import type { HeaderProposal } from './proposeMeanings.ts';

/** Rows that are looked at. */
const LOOK_AT = 2_000;

/** What can be the key where the column of accounts holds names of people, best first. */
const OTHER_KEYS: readonly Meaning[] = ['userPrincipalName', 'email', 'userName', 'employeeNumber'];

/** `Ada Quill`, `Quill, Ada`: two words at least, and nothing that only keys have. */
export const isPersonName = (text: string): boolean => /\p{L},? \p{L}/u.test(text) && !/[@\d\\_]/.test(text);

/**
 * Names of people are no keys, since two people may share one: where the column that is proposed as account holds
 * names and another column that holds a key is filled in every row, that one is the account and the first is the name.
 * Source of the rule: identity, header words by role.
 */
export function proposeKeyBesideNames(
  proposals: readonly HeaderProposal[],
  rows: readonly (readonly string[])[],
): readonly HeaderProposal[] {
  const named = proposals.findIndex(({ meaning }) => meaning === 'accountId');
  if (named === -1) return proposals;
  const cellOf = (cells: readonly string[], position: number): string => {
    const text = (cells[position] ?? '').trim();
    return isEmptyWord(text) ? '' : text;
  };
  const head = rows.slice(0, LOOK_AT).filter((cells) => cellOf(cells, named) !== '');
  const names = head.filter((cells) => isPersonName(cellOf(cells, named))).length;
  if (head.length === 0 || names * 2 <= head.length) return proposals;
  const key = OTHER_KEYS.map((meaning) => proposals.findIndex((one) => one.meaning === meaning)).find(
    (position) => position !== -1 && head.every((cells) => /^\S+$/.test(cellOf(cells, position))),
  );
  if (key === undefined) return proposals;
  const hasName = proposals.some(({ meaning }) => meaning === 'displayName');
  return proposals.map((proposal, position) =>
    position === key
      ? { ...proposal, meaning: 'accountId' }
      : position === named
        ? { ...proposal, meaning: hasName ? 'ignore' : 'displayName' }
        : proposal,
  );
}
