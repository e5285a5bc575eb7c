export const DATABASE_PREFIX = 'fallow:';

/** Name of the database of a client. */
export const databaseName = (clientId: string): string => DATABASE_PREFIX + clientId;
