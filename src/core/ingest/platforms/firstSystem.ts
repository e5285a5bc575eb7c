/** Id of the first system of the list: the one that is chosen before anyone has chosen. */
export const FIRST_SYSTEM = 'servicenow';
