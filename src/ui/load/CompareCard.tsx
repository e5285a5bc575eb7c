import { useState, type ReactNode } from 'react';
import { formatDay } from '../../core/base/formatDay.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import type { Receipt } from '../../worker/loadView.ts';
import type { ComparedSet, ListComparison } from '../../worker/snapshotView.ts';
import { useApp } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { InlineNote } from '../shared/InlineNote.tsx';
import { NumberLink } from '../shared/NumberLink.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { usePendingAct } from '../shared/usePendingAct.ts';
import { ComparedRowsDialog } from './ComparedRowsDialog.tsx';
import { comparableWith, nameSnapshot, systemName, wordComparedSet } from './snapshotWords.ts';

interface ChangeLine {
  readonly name: string;
  readonly of: ComparedSet['of'];
  readonly licenceType: string | undefined;
  readonly counts: Readonly<Record<ComparedSet['part'], number>>;
}

function linesOf({ accounts, seats, byLicenceType }: ListComparison): readonly ChangeLine[] {
  return [
    { name: 'Accounts', of: 'accounts', licenceType: undefined, counts: accounts },
    { name: 'Seats', of: 'seats', licenceType: undefined, counts: seats },
    ...byLicenceType.map((type): ChangeLine => ({
      name: visibleText(type.name),
      of: 'seats',
      licenceType: type.name,
      counts: type,
    })),
  ];
}

/** What changed from one list of a system to another, down to the rows. */
export function CompareCard({ receipts }: { readonly receipts: readonly Receipt[] }): ReactNode {
  const { ask } = useApp();
  const act = usePendingAct();
  const [chosen, setChosen] = useState<{ readonly one?: string; readonly other?: string }>({});
  const [compared, setCompared] = useState<ListComparison | undefined>(undefined);
  const [opened, setOpened] = useState<ComparedSet | undefined>(undefined);
  const choices = receipts
    .filter((receipt) => comparableWith(receipt, receipts).length > 0)
    .toSorted((a, b) => b.asOf - a.asOf);
  const later =
    choices.find(({ snapshot }) => snapshot === chosen.other) ??
    choices.find(({ completeness }) => completeness === 'full') ??
    choices[0];
  if (!later) return null;
  const partners = comparableWith(later, choices);
  const earlier =
    partners.find(({ snapshot }) => snapshot === chosen.one) ??
    partners.find(({ asOf }) => asOf <= later.asOf) ??
    partners[0];
  if (!earlier) return null;
  const isOneSystem = new Set(choices.map(({ source }) => source.system)).size === 1;
  const optionOf = (receipt: Receipt): { readonly value: string; readonly name: string } => ({
    value: receipt.snapshot,
    name: `${nameSnapshot(receipt, choices)}${isOneSystem ? '' : ` · ${systemName(receipt)}`}`,
  });
  const ids = [earlier.snapshot, later.snapshot];
  const shown =
    compared && ids.includes(compared.earlier) && ids.includes(compared.later) ? compared : undefined;
  const dayOf = (snapshot: string): string => {
    const found = receipts.find((receipt) => receipt.snapshot === snapshot);
    return found ? formatDay(found.asOf) : '';
  };
  const countCell = (part: ComparedSet['part']) => (line: ChangeLine) => {
    const set: ComparedSet = { of: line.of, part, licenceType: line.licenceType };
    const count = line.counts[part];
    return count === 0 ? (
      '0'
    ) : (
      <NumberLink count={count} label={wordComparedSet(set)} onOpen={() => setOpened(set)} />
    );
  };
  return (
    <Card as="region" title="Compare snapshots">
      <div className="stack-tight">
        <div className="field-row load-compare">
          <SelectField
            label="From"
            value={earlier.snapshot}
            options={partners.map(optionOf)}
            onChange={(one) => setChosen({ one, other: later.snapshot })}
          />
          <SelectField
            label="To"
            value={later.snapshot}
            options={choices.map(optionOf)}
            onChange={(other) => setChosen({ one: earlier.snapshot, other })}
          />
          <Button
            disabled={act.pending}
            onClick={() =>
              void act.run(
                () => ask('compareSnapshots', { one: earlier.snapshot, other: later.snapshot }),
                setCompared,
              )
            }
          >
            Compare
          </Button>
        </div>
        <FailureAlert failure={act.failure} onDismiss={act.dismiss} />
        {shown ? (
          <>
            <DataTable
              caption="What changed"
              columns={[
                { header: 'What', rowHeader: true, cell: ({ name }) => name },
                { header: dayOf(shown.earlier), align: 'end', cell: countCell('before') },
                { header: 'Gone', align: 'end', cell: countCell('gone') },
                { header: 'New', align: 'end', cell: countCell('added') },
                {
                  header:
                    dayOf(shown.later) === dayOf(shown.earlier)
                      ? `${dayOf(shown.later)}, later`
                      : dayOf(shown.later),
                  align: 'end',
                  cell: countCell('after'),
                },
              ]}
              rows={linesOf(shown)}
              rowKey={({ of, licenceType }) => `${of} ${licenceType ?? ''}`}
            />
            <p className="soft">
              An account is the same by its key, a seat by account and licence type. Each number opens its
              rows.
            </p>
            {shown.isFiltered ? (
              <InlineNote tone="attention">
                One of the two is a filtered list: what it lacks may only have been left out.
              </InlineNote>
            ) : null}
          </>
        ) : null}
      </div>
      {opened && shown ? (
        <ComparedRowsDialog
          one={shown.earlier}
          other={shown.later}
          set={opened}
          onClose={() => setOpened(undefined)}
        />
      ) : null}
    </Card>
  );
}
