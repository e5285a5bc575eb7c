/**
 * Words that name people's accounts as well: they mark nobody until a person adds them to a list of the rules.
 * Source: imports, *Non-human markers* (`admin` and `guest` ask).
 */
export const ASKED_WORDS = ['admin', 'guest'] as const;
