import { readHeaderKey } from '../headerKey.ts';
import { withoutCurrency } from './headerCurrency.ts';
import type { KindSchema } from './kindSchema.ts';
import { FILE_SCHEMAS } from './kindSchemas.ts';

/** Rank of a header among the words of each canonical column of a kind, 0 is best; columns that it fits only. */
export type HeaderRanks = ReadonlyMap<string, number>;

const RANKS_BY_KIND = new Map<KindSchema, ReadonlyMap<string, HeaderRanks>>();

function ranksOf(schema: KindSchema): ReadonlyMap<string, HeaderRanks> {
  const known = RANKS_BY_KIND.get(schema);
  if (known) return known;
  const byKey = new Map<string, Map<string, number>>();
  for (const { name, words } of schema.columns) {
    words.split('|').forEach((word, rank) => {
      const { key } = readHeaderKey(word);
      const ranks = byKey.get(key) ?? new Map<string, number>();
      if (!ranks.has(name)) ranks.set(name, rank);
      byKey.set(key, ranks);
    });
  }
  RANKS_BY_KIND.set(schema, byKey);
  return byKey;
}

const NO_RANKS: HeaderRanks = new Map();

/** Canonical columns of a kind that a header can name. */
export function findHeaderRanks(schema: KindSchema, header: string): HeaderRanks {
  const ranks = ranksOf(schema);
  const rankOf = (text: string): HeaderRanks | undefined => ranks.get(readHeaderKey(text).key);
  return rankOf(header) ?? rankOf(withoutCurrency(header)) ?? NO_RANKS;
}

/** Whether the text is a known header of any kind beside users. */
export function isKindHeader(text: string): boolean {
  allKeys ??= new Set(FILE_SCHEMAS.flatMap((schema) => [...ranksOf(schema).keys()]));
  return allKeys.has(readHeaderKey(text).key);
}

let allKeys: ReadonlySet<string> | undefined;
