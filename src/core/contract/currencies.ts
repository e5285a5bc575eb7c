import { isOneOf } from '../base/exhaustive.ts';
import type { CurrencyCode } from '../base/minorUnits.ts';

const CODES =
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY ' +
  'COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS ' +
  'INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP ' +
  'MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR ' +
  'SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV ' +
  'WST XAF XCD XOF XPF YER ZAR ZMW ZWG';

/** Currencies a contract line can be typed in: ISO 4217 codes of circulating money, in alphabetical order. */
export const CURRENCIES: readonly CurrencyCode[] = CODES.split(' ') as CurrencyCode[];

/** Whether a text is the code of a currency that is offered. Capital letters only. */
export const isCurrency = (text: string): text is CurrencyCode => isOneOf(CURRENCIES, text);
