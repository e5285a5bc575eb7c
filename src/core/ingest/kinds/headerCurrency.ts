import type { CurrencyCode } from '../../base/minorUnits.ts';
import type { TableColumnPlan } from './tablePlan.ts';

const BY_SIGN: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'],
  ['£', 'GBP'],
]);

/** The currency at the end of a header: `Unit price EUR`, `Preis (€)`. A dollar sign names none beyond doubt. */
const AT_END =
  /[\s_([/-]+(EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|TRY|CAD|AUD|NZD|INR|JPY|SGD|HKD|ZAR|BRL|MXN|€|£)[)\]]?$/i;

/** A header without the currency at its end; the header itself where it names none. */
export const withoutCurrency = (header: string): string => header.trim().replace(AT_END, '');

/** The currency that the headers of the prices name, where no column does and all that name one agree. */
export function currencyOfHeaders(columns: readonly TableColumnPlan[]): CurrencyCode | undefined {
  if (columns.some(({ meaning }) => meaning === 'currency')) return undefined;
  const named = new Set(
    columns
      .filter(({ meaning }) => meaning === 'unitPrice')
      .flatMap(({ header }) => AT_END.exec(header.trim())?.[1]?.toUpperCase() ?? [])
      .map((word) => BY_SIGN.get(word) ?? word),
  );
  return named.size === 1 ? ([...named][0] as CurrencyCode) : undefined;
}
