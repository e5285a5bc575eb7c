import { FROM_WORDS, LICENCE_WORDS, UNTIL_WORDS } from './commonHeaderWords.ts';
import type { KindSchema } from './kindSchema.ts';

/** What was bought, changed or ran out. A negative quantity takes back, as an amendment may. */
export const PURCHASES_KIND: KindSchema = {
  kind: 'purchases',
  columns: [
    {
      name: 'orderReference',
      type: 'text',
      words:
        'order_reference|order number|order no|order|order id|PO number|purchase order|invoice number|invoice no|invoice|' +
        'N° de commande|N° commande|numéro de facture|N° de facture|Rechnungsnummer|Auftragsnummer|' +
        'Bestellnummer|numéro de commande|bestelnummer|número de pedido|numero ordine',
      telling: 3,
    },
    {
      name: 'vendor',
      type: 'words',
      words: 'vendor|supplier|publisher|reseller|Lieferant|fournisseur|leverancier',
      telling: 1,
    },
    {
      name: 'product',
      type: 'words',
      words: 'product|product name|Produkt|produit|producto|prodotto|item|item name|Artikel|article',
    },
    {
      name: 'licenceType',
      type: 'words',
      words: `${LICENCE_WORDS}|item|part number|item description|description`,
    },
    {
      name: 'quantity',
      type: 'number',
      words: 'quantity|qty|seats|licences|licenses|units|Menge|quantité|aantal|cantidad|quantità',
      telling: 2,
    },
    {
      name: 'unitPrice',
      type: 'money',
      words:
        'unit_price|price|price per unit|price per seat|price per licence|price per license|price per seat per year|annual unit price|unit cost|list price|Einzelpreis|prix unitaire|stukprijs|precio unitario|prezzo unitario',
      telling: 3,
    },
    {
      name: 'pricePeriod',
      type: 'code',
      words:
        'price_period|billing period|per|price per|billing frequency|Abrechnung|Abrechnungszeitraum|Preis je|période de facturation',
      codes: [
        ['month', 'month|monthly|per month|m|monat|monatlich|mois|mensuel|maand|mes|mese'],
        ['year', 'year|yearly|annual|annually|per year|y|jahr|jährlich|an|année|annuel|jaar|año|anno'],
      ],
      telling: 1,
    },
    {
      name: 'currency',
      type: 'words',
      words: 'currency|currency code|Währung|devise|valuta|moneda',
      telling: 1,
    },
    {
      name: 'startsOn',
      type: 'day',
      words: `${FROM_WORDS}|term start|order date|effective date`,
      ahead: true,
    },
    { name: 'endsOn', type: 'day', words: `${UNTIL_WORDS}|term end`, ahead: true },
    {
      name: 'kind',
      type: 'code',
      words: 'kind|order type|transaction type|change type|change|type',
      codes: [
        [
          'purchase',
          'purchase|buy|new|new purchase|order|initial|renewal|kauf|achat|aankoop|compra|acquisto',
        ],
        [
          'amendment',
          'amendment|change|reduction|add-on|upsell|expansion|addon|increase|decrease|true-up|true up|nachtrag|avenant',
        ],
        ['expiry', 'expiry|expiration|expired|end|cancellation|ablauf|expiration de licence'],
      ],
    },
    { name: 'contractLine', type: 'words', words: 'contract_line|contract line id|line|line item|contract' },
    { name: 'note', type: 'text', words: 'note|notes|comment|remark|Bemerkung|remarque' },
  ],
  forms: [
    {
      groups: [
        { anyOf: ['orderReference'] },
        { anyOf: ['licenceType'] },
        { anyOf: ['quantity'] },
        { anyOf: ['startsOn'] },
      ],
    },
  ],
  spans: [['startsOn', 'endsOn']],
  range: ['startsOn', 'endsOn'],
};
