import type { ReactNode, Ref } from 'react';
import { useStore } from 'zustand';
import { CATEGORIES, CATEGORY_NAMES, FLAGGED_CATEGORIES, type Category } from '../../core/policy/category.ts';
import { isAllFlagged } from '../../state/reviewQuery.ts';
import type { ReviewStore } from '../../state/reviewStore.ts';
import { CheckField } from '../shared/CheckField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';

/** A value of a select is text: names are told from the two special values by a mark in front. */
const ANY = 'any';
const FLAGGED = 'flagged';
const SEVERAL = 'several';
const marked = (name: string): string => `=${name}`;
const unmarked = (value: string): string | undefined => (value.startsWith('=') ? value.slice(1) : undefined);

function categoryChoice(categories: readonly Category[]): string {
  const [only] = categories;
  if (only === undefined) return ANY;
  if (categories.length === 1) return marked(only);
  return isAllFlagged(categories) ? FLAGGED : SEVERAL;
}

const CATEGORY_OPTIONS = [
  { value: ANY, name: 'All categories' },
  { value: FLAGGED, name: 'Flagged (five lines)' },
  ...CATEGORIES.map((category) => ({ value: marked(category), name: CATEGORY_NAMES[category] })),
];

interface SeatFiltersProps {
  readonly store: ReviewStore;
  readonly licenceTypes: readonly string[];
  readonly search: Ref<HTMLInputElement>;
}

export function SeatFilters({ store, licenceTypes, search }: SeatFiltersProps): ReactNode {
  const { tab, filter, units } = useStore(store);
  const { narrow } = store.getState();
  const chosen = categoryChoice(filter.categories);
  return (
    <div className="review-filters">
      <TextField
        label="Find a seat"
        kind="search"
        placeholder="Name, account or e-mail"
        ref={search}
        value={filter.search}
        onChange={(text) => narrow({ search: text })}
      />
      {tab === 'all' ? (
        <SelectField
          label="Category"
          value={chosen}
          options={
            chosen === SEVERAL ? [...CATEGORY_OPTIONS, { value: SEVERAL, name: 'Several' }] : CATEGORY_OPTIONS
          }
          onChange={(value) => {
            const category = unmarked(value) as Category | undefined;
            narrow({ categories: category ? [category] : value === FLAGGED ? FLAGGED_CATEGORIES : [] });
          }}
        />
      ) : null}
      <SelectField
        label="Licence type"
        value={
          filter.licenceType !== undefined ? marked(filter.licenceType) : filter.licenceTypes ? SEVERAL : ANY
        }
        options={[
          { value: ANY, name: 'All licence types' },
          ...licenceTypes.map((name) => ({ value: marked(name), name })),
          ...(filter.licenceTypes ? [{ value: SEVERAL, name: filter.licenceTypes.join(', ') }] : []),
        ]}
        onChange={(value) => narrow({ licenceType: unmarked(value), licenceTypes: undefined })}
      />
      <SelectField
        label="Unit"
        value={filter.unit === undefined ? ANY : marked(filter.unit)}
        options={[
          { value: ANY, name: 'All units' },
          ...units.map((name) => ({ value: marked(name), name: name === '' ? 'No unit' : name })),
        ]}
        onChange={(value) => narrow({ unit: unmarked(value) })}
      />
      {tab === 'all' ? (
        <CheckField
          label="Candidates only"
          value={filter.candidatesOnly}
          onChange={(candidatesOnly) => narrow({ candidatesOnly })}
        />
      ) : null}
    </div>
  );
}
