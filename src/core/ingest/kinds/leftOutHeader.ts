import { readHeaderKey } from '../headerKey.ts';
import { isSecretHeader } from '../secretHeader.ts';
import type { KindSchema } from './kindSchema.ts';

/**
 * Why a column is never imported, whatever it is mapped to: it looks like a password or key, or the kind leaves it out
 * on purpose (the reason of an absence). `undefined` for every other column.
 */
export function whyLeftOut(schema: KindSchema, header: string): 'secret' | 'purpose' | undefined {
  if (isSecretHeader(header)) return 'secret';
  if (schema.leftOut === undefined) return undefined;
  const { key } = readHeaderKey(header);
  return schema.leftOut.split('|').some((word) => readHeaderKey(word).key === key) ? 'purpose' : undefined;
}
