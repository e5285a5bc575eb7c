/** Why a log is refused after its rows were read, as sentences. */
export const TOO_MANY_NAMES =
  'The columns mapped to event type and licence type have more than 65 536 different values, so one of them is probably something else. Map another column, or none.';
export const NO_EVENT =
  'Every count in this file is 0: it shows no activity. Check the column that is mapped to count.';
