/** A name of which first and last name stand in two columns; one of them alone where the other is empty. */
export const joinNameParts = (first: string, last: string): string =>
  first === '' ? last : last === '' ? first : `${first} ${last}`;
