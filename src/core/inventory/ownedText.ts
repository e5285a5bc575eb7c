/**
 * A copy that shares no memory with the text it was cut from. Cells are slices of the piece of file they were read
 * in; a slice that is kept would keep the whole piece alive.
 */
export const ownedText = (text: string): string => ` ${text}`.slice(1);
