import type { ReactNode } from 'react';
import { CURRENCIES } from '../../core/contract/currencies.ts';
import type { ContractFieldError, ContractLineTexts } from '../../core/contract/contractLineTexts.ts';
import type { ContractState } from '../../state/contractStore.ts';
import type { Receipt } from '../../worker/loadView.ts';
import { Card } from '../shared/Card.tsx';
import { CheckField } from '../shared/CheckField.tsx';
import { NumberField } from '../shared/NumberField.tsx';
import { optionsOf } from '../shared/optionsOf.ts';
import { SelectField } from '../shared/SelectField.tsx';
import { ComboField, TextField } from '../shared/TextField.tsx';
import { DEACTIVATED_NAMES, dayHint, priceSentence, REDUCTION_NAMES } from './contractWords.ts';
import { SeatlessType } from './SeatlessType.tsx';

export interface LineEditorProps {
  readonly draft: ContractLineTexts;
  readonly errors: readonly ContractFieldError[];
  /** Whether the line is stored already. */
  readonly isStored: boolean;
  readonly licenceTypes: readonly string[];
  /** Licence types of the list in use with their seats; `undefined` while no list is loaded. */
  readonly loaded: Receipt['licenceTypes'] | undefined;
  readonly onChange: ContractState['change'];
  readonly onLeave: ContractState['leave'];
  /** Stands at the right of the title. */
  readonly aside?: ReactNode;
}

type TextName = 'vendor' | 'product' | 'unitPrice' | 'termStart' | 'termEnd';
type NumberName = 'committedQuantity' | 'notice' | 'uplift' | 'minimumQuantity' | 'lotSize';

const CURRENCY_OPTIONS = CURRENCIES.map((code) => ({ value: code as string, name: code as string }));

/** One line of the order form, in the words of the order form. */
export function LineEditor(props: LineEditorProps): ReactNode {
  const { draft, errors, isStored, licenceTypes, loaded, onChange, onLeave, aside } = props;
  const errorOf = (field: keyof ContractLineTexts): string | undefined =>
    errors.find((error) => error.field === field)?.sentence;
  const text = (field: TextName) => ({
    value: draft[field],
    error: errorOf(field),
    onChange: (value: string) => onChange(field, value),
  });
  /** A field whose text is checked once it is left. */
  const checked = (field: TextName | NumberName, control: ReactNode): ReactNode => (
    <div className="contract-field" onBlur={() => onLeave(field)}>
      {control}
    </div>
  );
  const checkedText = (
    field: TextName,
    looks: { label: string; hint?: string | undefined; placeholder?: string; amount?: boolean },
  ) => checked(field, <TextField {...looks} {...text(field)} />);
  const checkedNumber = (
    field: NumberName,
    looks: { label: string; hint?: string; min?: number; step?: number },
  ) =>
    checked(
      field,
      <NumberField
        {...looks}
        value={draft[field] === '' ? undefined : Number(draft[field])}
        error={errorOf(field)}
        onChange={(value) => onChange(field, value === undefined ? '' : String(value))}
      />,
    );
  const offered = [...new Set([...(loaded ?? []).map(({ name }) => name), ...licenceTypes])];
  const lighter = licenceTypes.filter((name) => name !== draft.licenceType);
  const lighterNames =
    draft.lighterLicenceType === '' ? lighter : [...new Set([...lighter, draft.lighterLicenceType])];
  const price = priceSentence(draft.unitPrice, draft.pricePeriod, draft.currency);
  return (
    <Card
      title={
        isStored ? `${draft.licenceType || 'Line'}: what we committed to` : 'A new line from your order form'
      }
      aside={aside}
    >
      <div className="stack">
        <div className="contract-group">
          <div className="field-row">
            <TextField label="Vendor" {...text('vendor')} />
            <TextField label="Product" {...text('product')} />
          </div>
          <div className="field-row">
            <div>
              <ComboField
                label="Licence type"
                hint="As it stands in the user list, so that seats and line meet."
                value={draft.licenceType}
                error={errorOf('licenceType')}
                suggestions={offered}
                onChange={(value) => onChange('licenceType', value)}
              />
              <SeatlessType
                typed={draft.licenceType}
                loaded={loaded}
                onTake={(name) => onChange('licenceType', name)}
              />
            </div>
            <SelectField
              label="Metric"
              value={draft.metric}
              options={[{ value: 'namedUser', name: 'Named user' }]}
              onChange={(value) => onChange('metric', value)}
            />
            {checkedNumber('committedQuantity', { label: 'Committed quantity', min: 1 })}
          </div>
        </div>
        <div className="contract-group">
          <div className="field-row">
            {checkedText('unitPrice', {
              label: 'Unit price',
              amount: true,
              hint: price ?? 'Of one seat. Leave it empty if not known.',
            })}
            <SelectField
              label="Price period"
              value={draft.pricePeriod}
              options={[
                { value: 'month', name: 'A month' },
                { value: 'year', name: 'A year' },
              ]}
              onChange={(value) => onChange('pricePeriod', value)}
            />
            <SelectField
              label="Currency"
              value={draft.currency}
              error={errorOf('currency')}
              options={CURRENCY_OPTIONS}
              onChange={(value) => onChange('currency', value)}
            />
          </div>
        </div>
        <div className="contract-group">
          <div className="field-row">
            {checkedText('termStart', {
              label: 'Term start',
              placeholder: '2026-01-01',
              hint: dayHint(draft.termStart),
            })}
            {checkedText('termEnd', {
              label: 'Term end',
              placeholder: '2026-12-31',
              hint: dayHint(draft.termEnd) ?? 'Last day of the term.',
            })}
            {checkedNumber('notice', { label: 'Notice', min: 0 })}
            <SelectField
              label="Notice unit"
              value={draft.noticeUnit}
              options={[
                { value: 'days', name: 'Days' },
                { value: 'months', name: 'Calendar months' },
              ]}
              onChange={(value) => onChange('noticeUnit', value)}
            />
          </div>
          <div className="contract-checks">
            <CheckField
              label="Renews automatically"
              hint="Most contracts do. Untick only if your contract says that it ends by itself."
              value={draft.renewsAutomatically}
              onChange={(value) => onChange('renewsAutomatically', value)}
            />
          </div>
        </div>
        <div className="contract-group">
          <h3>What can be changed at the renewal</h3>
          <div className="field-row">
            <SelectField
              label="Reduction right"
              hint="Whether the quantity may be lowered inside the term."
              value={draft.reductionRight}
              options={optionsOf(REDUCTION_NAMES)}
              onChange={(value) => onChange('reductionRight', value)}
            />
            {checkedNumber('uplift', {
              label: 'Uplift (%)',
              step: 0.01,
              hint: 'On the price, at the renewal.',
            })}
            {checkedNumber('minimumQuantity', {
              label: 'Minimum quantity',
              min: 0,
              hint: 'Empty when there is none.',
            })}
            {checkedNumber('lotSize', { label: 'Lot size', min: 1, hint: 'Seats are sold in lots of.' })}
          </div>
        </div>
        <div className="contract-group">
          <h3>About this licence type</h3>
          <div className="field-row">
            <SelectField
              label="Deactivated accounts still count"
              value={draft.deactivatedCounts}
              options={optionsOf(DEACTIVATED_NAMES)}
              hint="As your contract says it."
              onChange={(value) => onChange('deactivatedCounts', value)}
            />
            <SelectField
              label="Lighter licence type"
              value={draft.lighterLicenceType}
              error={errorOf('lighterLicenceType')}
              options={[{ value: '', name: 'None' }, ...lighterNames.map((name) => ({ value: name, name }))]}
              hint="For a downgrade instead of a loss."
              onChange={(value) => onChange('lighterLicenceType', value)}
            />
          </div>
          <div className="contract-checks">
            <CheckField
              label="Paid seat"
              hint="Off: counted in no figure."
              value={draft.paidSeat}
              onChange={(value) => onChange('paidSeat', value)}
            />
            <CheckField
              label="Restricted software"
              hint="Its cases skip the questions to the user."
              value={draft.restricted}
              onChange={(value) => onChange('restricted', value)}
            />
          </div>
        </div>
      </div>
    </Card>
  );
}
