/** Options of a select from a table of names, in its order. */
export const optionsOf = <Value extends string>(
  names: Readonly<Record<Value, string>>,
): readonly { readonly value: Value; readonly name: string }[] =>
  (Object.keys(names) as Value[]).map((value) => ({ value, name: names[value] }));
