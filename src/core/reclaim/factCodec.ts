import { isOneOf } from '../base/exhaustive.ts';
import { readIsoDay, type EpochDay } from '../base/epochDay.ts';
import { formatIsoDay } from '../base/formatDay.ts';
import type { LedgerValue } from './ledgerEntry.ts';

/** The parts of an entry that a fact is spread over while it is written or read. */
export interface FactParts {
  from: string | null;
  to: string | null;
  dueOn: string | null;
  appliedOn: string | null;
  reason: string | undefined;
  /** Personal texts by the path of their field: `seat.name`. */
  texts: Record<string, LedgerValue>;
}

/** Writes one field of a fact into an entry and reads it back. `undefined` stands for "not there". */
export interface Codec<Value> {
  write(value: Value, parts: FactParts, path: string): LedgerValue | undefined;
  /** Throws {@link Misfit} when what is stored has another form. */
  read(stored: LedgerValue | undefined, parts: Readonly<FactParts>, path: string): Value;
}

/** A stored field that has not the form its kind asks for. Caught by `readFact`, never seen outside. */
export class Misfit extends Error {
  readonly path: string;
  constructor(path: string) {
    super(`The field ${path} of a ledger entry has an unexpected form.`);
    this.path = path;
  }
}

function plainCodec<Value extends LedgerValue>(
  fits: (stored: LedgerValue | undefined) => stored is Value,
): Codec<Value> {
  return {
    write: (value) => value,
    read: (stored, _parts, path) => {
      if (!fits(stored)) throw new Misfit(path);
      return stored;
    },
  };
}

/** Texts, and yes or no. */
export const text: Codec<string> = plainCodec((stored) => typeof stored === 'string');
export const flag: Codec<boolean> = plainCodec((stored) => typeof stored === 'boolean');

/** Safe integers, and numbers branded on them (money in minor units). */
export function integer<Value extends number = number>(): Codec<Value> {
  return plainCodec((stored): stored is Value => Number.isSafeInteger(stored));
}

/** Calendar days, stored as ISO text. */
export const day: Codec<EpochDay> = {
  write: (value) => formatIsoDay(value),
  read: (stored, _parts, path) => dayFrom(stored, path),
};

function dayFrom(stored: LedgerValue | undefined, path: string): EpochDay {
  const read = typeof stored === 'string' ? readIsoDay(stored) : undefined;
  if (read === undefined) throw new Misfit(path);
  return read;
}

/** One of a fixed list of words or numbers. */
export function oneOf<const Value extends string | number>(values: readonly Value[]): Codec<Value> {
  return plainCodec((stored): stored is Value => isOneOf(values, stored));
}

/** A text branded as something narrower that every text may be (currency codes). */
export const textAs = <Value extends string>(): Codec<Value> =>
  plainCodec((stored): stored is Value => typeof stored === 'string');

/** A field that may be missing. */
export function optional<Value>(codec: Codec<Value>): Codec<Value | undefined> {
  return {
    write: (value, parts, path) => (value === undefined ? undefined : codec.write(value, parts, path)),
    read: (stored, parts, path) =>
      isThere(stored, parts, path) ? codec.read(stored, parts, path) : undefined,
  };
}

/** A field that entries written before it existed do not have: they read as `value`. */
export function since<Value>(codec: Codec<Value>, value: Value): Codec<Value> {
  return {
    write: codec.write,
    read: (stored, parts, path) => (isThere(stored, parts, path) ? codec.read(stored, parts, path) : value),
  };
}

/** A name, an address or a free text: stored in the personal part under its path, never in the body. */
export function personal<Value>(codec: Codec<Value>): Codec<Value> {
  return {
    write: (value, parts, path) => {
      const written = codec.write(value, parts, path);
      if (written !== undefined) parts.texts[path] = written;
      return undefined;
    },
    read: (_stored, parts, path) => codec.read(parts.texts[path], parts, path),
  };
}

/** Lists; what is personal in an element is kept under its place. */
export function list<Value>(codec: Codec<Value>): Codec<readonly Value[]> {
  return {
    write: (values, parts, path) =>
      values.map((value, index) => codec.write(value, parts, `${path}.${index}`) ?? null),
    read: (stored, parts, path) => {
      if (!Array.isArray(stored)) throw new Misfit(path);
      return (stored as readonly LedgerValue[]).map((value, index) =>
        codec.read(value, parts, `${path}.${index}`),
      );
    },
  };
}

/** Values by free key, for example by licence type. */
export function mapOf<Value>(codec: Codec<Value>): Codec<Readonly<Record<string, Value>>> {
  return {
    write: (values, parts, path) =>
      Object.fromEntries(
        Object.entries(values).map(([key, value]) => [
          key,
          codec.write(value, parts, `${path}.${key}`) ?? null,
        ]),
      ),
    read: (stored, parts, path) =>
      Object.fromEntries(
        Object.entries(recordFrom(stored, path)).map(([key, value]) => [
          key,
          codec.read(value, parts, `${path}.${key}`),
        ]),
      ),
  };
}

/** How each field of a value is written and read, in the order in which they are written. */
export type FieldCodecs<Value> = { readonly [Field in keyof Value]-?: Codec<Value[Field]> };

/** An object with exactly these fields. */
export function shape<Value extends object>(fields: FieldCodecs<Value>): Codec<Value> {
  return {
    write: (value, parts, path) => writeFields(fields, value, parts, path),
    read: (stored, parts, path) => {
      const record = recordFrom(stored, path);
      return Object.fromEntries(
        fieldNames(fields).map((field) => [
          field,
          fields[field].read(ownField(record, field), parts, below(path, field)),
        ]),
      ) as Value;
    },
  };
}

/** An object in which every field may be missing; missing fields stay missing. */
export function partialShape<Value extends object>(fields: FieldCodecs<Required<Value>>): Codec<Value> {
  return {
    write: (value, parts, path) => writeFields(fields as unknown as FieldCodecs<Value>, value, parts, path),
    read: (stored, parts, path) => {
      const record = recordFrom(stored, path);
      const there = fieldNames(fields).filter((field) =>
        isThere(ownField(record, field), parts, below(path, field)),
      );
      return Object.fromEntries(
        there.map((field) => [field, fields[field].read(ownField(record, field), parts, below(path, field))]),
      ) as Value;
    },
  };
}

/** The reason of the entry. */
export const reason: Codec<string> = {
  write: (value, parts) => {
    parts.reason = value;
    return undefined;
  },
  read: (_stored, parts, path) => {
    if (parts.reason === undefined) throw new Misfit(path);
    return parts.reason;
  },
};

/** The reason of the entry, where one need not be given. */
export const reasonIfGiven: Codec<string | undefined> = {
  write: (value, parts) => {
    parts.reason = value;
    return undefined;
  },
  read: (_stored, parts) => parts.reason,
};

/** A field that has its own place in every entry: the states and the due and applied days. */
export function placed<Value extends string>(place: 'from' | 'to', values: readonly Value[]): Codec<Value> {
  const inner = oneOf(values);
  return {
    write: (value, parts) => {
      parts[place] = value;
      return undefined;
    },
    read: (_stored, parts, path) => inner.read(parts[place], parts, path),
  };
}

/** A day that stands in a field of the entry itself rather than in its body. */
export function placedDay(place: 'dueOn' | 'appliedOn'): Codec<EpochDay | undefined> {
  return {
    write: (value, parts) => {
      parts[place] = value === undefined ? null : formatIsoDay(value);
      return undefined;
    },
    read: (_stored, parts, path) => {
      const stored = parts[place];
      return stored === null ? undefined : dayFrom(stored, path);
    },
  };
}

const below = (path: string, field: string): string => (path === '' ? field : `${path}.${field}`);

const isThere = (stored: LedgerValue | undefined, parts: Readonly<FactParts>, path: string): boolean =>
  stored !== undefined || Object.hasOwn(parts.texts, path);

const fieldNames = <Fields extends object>(fields: Fields): (keyof Fields & string)[] =>
  Object.keys(fields) as (keyof Fields & string)[];

function writeFields<Value extends object>(
  fields: FieldCodecs<Value>,
  value: Value,
  parts: FactParts,
  path: string,
): LedgerValue {
  const written: [string, LedgerValue][] = [];
  for (const field of fieldNames(fields)) {
    const held = value[field];
    if (held === undefined && !Object.hasOwn(value, field)) continue;
    const stored = fields[field].write(held, parts, below(path, field));
    if (stored !== undefined) written.push([field, stored]);
  }
  return Object.fromEntries(written);
}

type LedgerRecordValue = { readonly [key: string]: LedgerValue };

function recordFrom(stored: LedgerValue | undefined, path: string): LedgerRecordValue {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) throw new Misfit(path);
  return stored as LedgerRecordValue;
}

const ownField = (record: LedgerRecordValue, field: string): LedgerValue | undefined =>
  Object.hasOwn(record, field) ? record[field] : undefined;
