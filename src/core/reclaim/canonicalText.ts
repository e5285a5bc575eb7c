import type { LedgerValue } from './ledgerEntry.ts';

/** Texts that stand as they are in every form: printable ASCII without quote and backslash. Most texts of a ledger. */
const PLAIN = /^[ !#-[\]-~]*$/;
const ANY_SURROGATE = /[\uD800-\uDFFF]/;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/**
 * The one text of a ledger value: JSON without spaces, keys in code-unit order, safe integers only, texts and keys
 * in NFC. Throws on a fraction, a negative zero, a lone surrogate or a value outside the type: writers pass their
 * texts through {@link toCanonicalValue} first, so that meeting one is a bug. Source: ledger, canonical form.
 */
export function canonicalText(value: LedgerValue): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) {
      throw new RangeError(`A ledger holds safe integers only, not ${value}.`);
    }
    return String(value);
  }
  if (isList(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object')
    throw new RangeError(`A ledger cannot hold a value of type ${typeof value}.`);
  const fields = Object.keys(value)
    .toSorted(byCodeUnit)
    .map((key) => `${canonicalString(key)}:${canonicalText(fieldOf(value, key))}`);
  return `{${fields.join(',')}}`;
}

/**
 * The same value as it is stored: texts in NFC, lone surrogates replaced by U+FFFD. What is stored is then exactly
 * what was hashed.
 */
export function toCanonicalValue<Value extends LedgerValue>(value: Value): Value;
export function toCanonicalValue(value: LedgerValue): LedgerValue {
  if (typeof value === 'string') return toCanonicalString(value);
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map((item) => toCanonicalValue(item));
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [toCanonicalString(key), toCanonicalValue(field)]),
  );
}

/** Whether every text of the value already stands as {@link toCanonicalValue} would leave it. */
export function isCanonicalValue(value: LedgerValue): boolean {
  if (typeof value === 'string') return toCanonicalString(value) === value;
  if (value === null || typeof value !== 'object') return true;
  if (isList(value)) return value.every(isCanonicalValue);
  return Object.entries(value).every(([key, field]) => isCanonicalValue(key) && isCanonicalValue(field));
}

function canonicalString(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  if (hasLoneSurrogate(text)) throw new RangeError('A ledger cannot hold half of a surrogate pair.');
  return JSON.stringify(text.normalize('NFC'));
}

function toCanonicalString(text: string): string {
  if (PLAIN.test(text)) return text;
  const wellFormed = hasLoneSurrogate(text) ? text.replace(new RegExp(LONE_SURROGATE, 'g'), '\uFFFD') : text;
  return wellFormed.normalize('NFC');
}

const hasLoneSurrogate = (text: string): boolean => ANY_SURROGATE.test(text) && LONE_SURROGATE.test(text);

const isList = (value: LedgerValue): value is readonly LedgerValue[] => Array.isArray(value);

const byCodeUnit = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

function fieldOf(fields: { readonly [key: string]: LedgerValue }, key: string): LedgerValue {
  const field: LedgerValue | undefined = fields[key];
  if (field === undefined) throw new RangeError(`The field "${key}" of a ledger value is undefined.`);
  return field;
}
