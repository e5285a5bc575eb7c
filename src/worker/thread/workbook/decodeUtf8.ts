import type { DecodeUtf8 } from '../../../core/ingest/workbook/textBytes.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The browser's strict UTF-8. */
export const decodeUtf8: DecodeUtf8 = (bytes) => {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
};
