import { useState, type ReactNode } from 'react';
import { isSamePerson, type DirectoryPerson } from '../../core/reclaim/directoryPerson.ts';
import { accountKeyOf } from '../../core/reclaim/linkedAccount.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import type { SuggestionRow } from '../../worker/peopleView.ts';
import { useApp } from '../shared/appContext.ts';
import { Card } from '../shared/Card.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { useAsked } from '../shared/useAsked.ts';
import { usePendingAct } from '../shared/usePendingAct.ts';
import { ApartButton, MergeButton } from './AccountButtons.tsx';
import { PageButtons } from '../shared/PageButtons.tsx';
import { wordReasons } from './peopleWords.ts';
import { AccountCell, PersonCell } from './PersonCells.tsx';

const ROWS_A_PAGE = 20;

/** Accounts that no key matched, with the people they may be. Nothing here is merged until somebody says so. */
export function SuggestionsCard({
  total,
  answersTo,
  onSaid,
}: {
  readonly total: number;
  /** What the rows depend on. */
  readonly answersTo: string;
  readonly onSaid: (words: string) => void;
}): ReactNode {
  const { workspace } = useApp();
  const act = usePendingAct();
  const [asked, setFrom] = useState(0);
  const [chosen, setChosen] = useState<ReadonlyMap<string, DirectoryPerson>>(new Map());
  const from = Math.min(asked, Math.max(0, Math.ceil(total / ROWS_A_PAGE) - 1) * ROWS_A_PAGE);
  const page = useAsked('suggestionPage', { from, count: ROWS_A_PAGE }, total === 0 ? undefined : answersTo);
  const { act: record } = workspace.getState();
  // By account and person, not by place: what is left of the list and of the people changes with each decision.
  const choiceOf = ({ of, candidates }: SuggestionRow): SuggestionRow['candidates'][number] | undefined => {
    const person = chosen.get(accountKeyOf(of.account));
    return (person && candidates.find(({ is }) => isSamePerson(is.person, person))) ?? candidates[0];
  };
  const choose = ({ of, candidates }: SuggestionRow, place: number): void => {
    const picked = candidates[place];
    if (picked) setChosen(new Map(chosen).set(accountKeyOf(of.account), picked.is.person));
  };

  const merge = (row: SuggestionRow): void => {
    const choice = choiceOf(row);
    if (!choice) return;
    const { account } = row.of;
    void act.run(
      () => record({ act: 'linkAccount', account, person: choice.is.person }),
      () =>
        onSaid(
          `${visibleText(row.of.accountId)} is now an account of ${visibleText(choice.is.person.name)}.`,
        ),
    );
  };
  const keepApart = ({ of, candidates }: SuggestionRow): void =>
    void act.run(
      () => record({ act: 'keepApart', account: of.account, people: candidates.map(({ is }) => is.person) }),
      () => onSaid(`${visibleText(of.accountId)} is kept apart and will not be suggested again.`),
    );

  return (
    <Card as="region" title="Match suggestions">
      <div className="stack-tight">
        <p className="soft">
          {total === 0
            ? 'No suggestion is open. Whoever no key matched and no suggestion names can be linked below.'
            : 'No key matches these accounts with one person. They stay without a person until you decide; each decision is one entry of the ledger, and Undo takes the last one back.'}
        </p>
        <FailureAlert failure={act.failure ?? page.failure} onDismiss={act.dismiss} />
        {total > 0 && page.value ? (
          <DataTable
            caption="Match suggestions"
            columns={[
              { header: 'Account', rowHeader: true, cell: ({ of }) => <AccountCell of={of} /> },
              {
                header: 'May be',
                cell: (row) => {
                  const choice = choiceOf(row);
                  return (
                    <>
                      {row.candidates.length > 1 ? (
                        <SelectField
                          label={`Person for ${visibleText(row.of.accountId)}`}
                          labelHidden
                          value={String(choice ? row.candidates.indexOf(choice) : 0)}
                          options={row.candidates.map(({ is }, index) => ({
                            value: String(index),
                            name: visibleText(`${is.person.name} ${is.person.employeeNumber}`.trim()),
                          }))}
                          onChange={(place) => choose(row, Number(place))}
                        />
                      ) : null}
                      {choice ? <PersonCell is={choice.is} /> : null}
                    </>
                  );
                },
              },
              {
                header: 'Why',
                cell: (row) => {
                  const choice = choiceOf(row);
                  return choice ? wordReasons(choice.reasons) : null;
                },
              },
              {
                header: 'Decide',
                headerHidden: true,
                align: 'end',
                cell: (row) => (
                  <div className="button-row">
                    <MergeButton
                      accountId={row.of.accountId}
                      disabled={act.pending}
                      onPress={() => merge(row)}
                    />
                    <ApartButton
                      accountId={row.of.accountId}
                      disabled={act.pending}
                      onPress={() => keepApart(row)}
                    />
                  </div>
                ),
              },
            ]}
            rows={page.value.rows}
            rowKey={({ of }) => accountKeyOf(of.account)}
            rowCount={page.value.total}
            firstRow={from}
          />
        ) : null}
        <PageButtons what="suggestions" from={from} count={ROWS_A_PAGE} total={total} onFrom={setFrom} />
      </div>
    </Card>
  );
}
