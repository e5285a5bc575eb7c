/**
 * Number of the rules that `markNonHuman` applies. Raised with every change of what they mark, so that marks that were
 * kept with a snapshot are made anew. A test holds the code to it.
 */
export const NON_HUMAN_RULES_NUMBER = 4;
