/** A text of this app with its first letter as a capital, as a sentence or a title starts. Not for texts of files. */
export const capitalise = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
