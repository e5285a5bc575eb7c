import { joinNameParts } from '../joinNameParts.ts';
import { proposeMeanings } from '../proposeMeanings.ts';

/** Places of the columns of first and last name, in a file where no column has the whole name. */
export interface HalfNames {
  readonly first: number;
  readonly last: number;
}

/** The two columns that hold a name in halves, known as those of a users list are; `undefined` unless both are there. */
export function findHalfNames(header: readonly string[]): HalfNames | undefined {
  const meanings = proposeMeanings(header).map(({ meaning }) => meaning);
  const first = meanings.indexOf('firstName');
  const last = meanings.indexOf('lastName');
  return first === -1 || last === -1 ? undefined : { first, last };
}

/** The name so far with one half more, which may come before or after the other. */
export const withHalfName = (name: string, half: string, isFirst: boolean): string =>
  isFirst ? joinNameParts(half, name) : joinNameParts(name, half);
