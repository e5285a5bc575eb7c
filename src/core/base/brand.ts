/** A number or string that may not be mixed with others of the same carrier type. */
export type Brand<Carrier, Name extends string> = Carrier & { readonly __brand: Name };

/** Index of a row in a column of a frozen table, counted from 0. Never a line number of a file. */
export type RowIndex = Brand<number, 'RowIndex'>;
