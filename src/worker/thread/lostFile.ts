/** Said when the browser lost a file while it was read. */
export const LOST_FILE =
  'The file could not be read to its end. It may have been changed, moved or deleted meanwhile. Choose it again.';

/** Whether an error says that the browser lost the file. */
export const isLostFile = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'NotReadableError' || error.name === 'NotFoundError');
