import { useState, type ReactNode } from 'react';
import { visibleText } from '../../core/ingest/visibleText.ts';
import type { MatchedRow, PeopleView } from '../../worker/peopleView.ts';
import { useApp } from '../shared/appContext.ts';
import { Card } from '../shared/Card.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { useAsked } from '../shared/useAsked.ts';
import { usePendingAct } from '../shared/usePendingAct.ts';
import { ApartButton } from './AccountButtons.tsx';
import { counted } from './loadWords.ts';
import { PageButtons } from '../shared/PageButtons.tsx';
import { STEP_WORDS } from './peopleWords.ts';
import { AccountCell, PersonCell } from './PersonCells.tsx';

const ROWS_A_PAGE = 20;

/** Every person with several accounts, one row an account, so that no merge goes unseen. */
export function MergesCard({
  merges,
  answersTo,
  onSaid,
}: {
  readonly merges: PeopleView['merges'];
  /** What the rows depend on. */
  readonly answersTo: string;
  readonly onSaid: (words: string) => void;
}): ReactNode {
  const { workspace } = useApp();
  const act = usePendingAct();
  const [asked, setFrom] = useState(0);
  const total = merges.accounts;
  const from = Math.min(asked, Math.max(0, Math.ceil(total / ROWS_A_PAGE) - 1) * ROWS_A_PAGE);
  const page = useAsked('mergePage', { from, count: ROWS_A_PAGE }, total === 0 ? undefined : answersTo);
  if (total === 0) return null;
  const keepApart = ({ of, is }: MatchedRow): void => {
    if (!is) return;
    void act.run(
      () => workspace.getState().act({ act: 'keepApart', account: of.account, people: [is.person] }),
      () => onSaid(`${visibleText(of.accountId)} is kept apart from ${visibleText(is.person.name)}.`),
    );
  };
  return (
    <Card as="region" title="People with several accounts">
      <div className="stack-tight">
        <p className="soft">
          {counted(merges.people, 'person has', 'people have')} {counted(total, 'account', 'accounts')} of
          this list. Each is one person; keep an account apart that is somebody else’s.
        </p>
        <FailureAlert failure={act.failure ?? page.failure} onDismiss={act.dismiss} />
        {page.value ? (
          <DataTable
            caption="People with several accounts"
            columns={[
              { header: 'Person', cell: ({ is }) => (is ? <PersonCell is={is} /> : null) },
              { header: 'Account', rowHeader: true, cell: ({ of }) => <AccountCell of={of} /> },
              { header: 'Why', cell: ({ step }) => (step ? STEP_WORDS[step] : null) },
              {
                header: 'Decide',
                headerHidden: true,
                align: 'end',
                cell: (row) => (
                  <ApartButton
                    accountId={row.of.accountId}
                    disabled={act.pending}
                    onPress={() => keepApart(row)}
                  />
                ),
              },
            ]}
            rows={page.value.rows}
            rowKey={({ of }) => of.account.account}
            rowCount={page.value.total}
            firstRow={from}
          />
        ) : null}
        <PageButtons
          what="accounts with others"
          from={from}
          count={ROWS_A_PAGE}
          total={total}
          onFrom={setFrom}
        />
      </div>
    </Card>
  );
}
