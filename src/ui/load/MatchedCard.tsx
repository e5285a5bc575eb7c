import { useState, type ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import type { AccountRow, MatchedQuery, MatchedRow } from '../../worker/peopleView.ts';
import { useApp } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useAsked } from '../shared/useAsked.ts';
import { usePendingAct } from '../shared/usePendingAct.ts';
import { LinkDialog } from './LinkDialog.tsx';
import { PageButtons } from '../shared/PageButtons.tsx';
import { STEP_WORDS } from './peopleWords.ts';
import { AccountCell, PersonCell } from './PersonCells.tsx';

const ROWS_A_PAGE = 10;

const SHOWN: readonly { readonly value: MatchedQuery['show']; readonly name: string }[] = [
  { value: 'unmatched', name: 'Accounts without a person' },
  { value: 'matched', name: 'Accounts with a person' },
  { value: 'byHand', name: 'Decided by hand' },
  { value: 'all', name: 'All accounts' },
];

/** Every account and its person, to link and unlink by hand. */
export function MatchedCard({
  answersTo,
  onSaid,
}: {
  /** What the rows depend on. */
  readonly answersTo: string;
  readonly onSaid: (words: string) => void;
}): ReactNode {
  const { workspace } = useApp();
  const act = usePendingAct();
  const [query, setQuery] = useState<MatchedQuery>({ show: 'unmatched', search: '' });
  const [from, setFrom] = useState(0);
  const [linking, setLinking] = useState<AccountRow | undefined>(undefined);
  const page = useAsked('matchedPage', { query, from, count: ROWS_A_PAGE }, answersTo);
  const total = page.value?.total ?? 0;
  const change = (changed: Partial<MatchedQuery>): void => {
    setQuery({ ...query, ...changed });
    setFrom(0);
  };
  const unlink = ({ of, is }: MatchedRow): void => {
    if (!is) return;
    void act.run(
      () => workspace.getState().act({ act: 'keepApart', account: of.account, people: [is.person] }),
      () => onSaid(`${visibleText(of.accountId)} is no longer linked to ${visibleText(is.person.name)}.`),
    );
  };
  return (
    <Card as="region" title="Who has which account">
      <div className="stack-tight">
        <div className="field-row">
          <SelectField
            label="Accounts shown"
            value={query.show}
            options={SHOWN}
            onChange={(show) => change({ show })}
          />
          <TextField
            label="Find an account"
            kind="search"
            value={query.search}
            onChange={(search) => change({ search })}
          />
        </div>
        <FailureAlert failure={act.failure ?? page.failure} onDismiss={act.dismiss} />
        {page.value ? (
          <>
            <p className="soft">{formatCount(total)} found.</p>
            <DataTable
              caption="Who has which account"
              columns={[
                { header: 'Account', rowHeader: true, cell: ({ of }) => <AccountCell of={of} /> },
                {
                  header: 'Person',
                  cell: ({ is }) => (is ? <PersonCell is={is} /> : <span className="soft">nobody</span>),
                },
                {
                  header: 'Why',
                  cell: ({ step, is, apart }) => {
                    const kept = apart > 0 ? `kept apart from ${formatCount(apart)}` : '';
                    const way =
                      step && is ? STEP_WORDS[step] : step ? 'linked to somebody the roster lacks' : '';
                    return [way, kept].filter((part) => part !== '').join(', ') || 'no key decides';
                  },
                },
                {
                  header: 'Decide',
                  headerHidden: true,
                  align: 'end',
                  cell: (row) => (
                    <div className="button-row">
                      <Button
                        kind="quiet"
                        aria-label={`Link ${visibleText(row.of.accountId)}`}
                        disabled={act.pending}
                        onClick={() => setLinking(row.of)}
                      >
                        Link
                      </Button>
                      {row.is ? (
                        <Button
                          kind="quiet"
                          aria-label={`Unlink ${visibleText(row.of.accountId)}`}
                          disabled={act.pending}
                          onClick={() => unlink(row)}
                        >
                          Unlink
                        </Button>
                      ) : null}
                    </div>
                  ),
                },
              ]}
              rows={page.value.rows}
              rowKey={({ of }) => of.account.account}
              rowCount={total}
              firstRow={from}
              empty="No account is here. Show other accounts above, or search for another text."
            />
          </>
        ) : page.failure ? null : (
          <p className="soft">Reading the accounts.</p>
        )}
        <PageButtons what="accounts" from={from} count={ROWS_A_PAGE} total={total} onFrom={setFrom} />
      </div>
      {linking ? (
        <LinkDialog
          of={linking}
          onClose={() => setLinking(undefined)}
          onLinked={(name) => {
            setLinking(undefined);
            onSaid(`${visibleText(linking.accountId)} is now an account of ${visibleText(name)}.`);
          }}
        />
      ) : null}
    </Card>
  );
}
