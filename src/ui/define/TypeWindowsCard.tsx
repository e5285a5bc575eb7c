import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { visibleText } from '../../core/ingest/visibleText.ts';
import { WINDOW_LIMITS } from '../../core/policy/policy.ts';
import { MOST_BORDERLINE } from '../../core/policy/readPolicy.ts';
import type { DefineStore } from '../../state/defineStore.ts';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { FileText } from '../shared/FileText.tsx';
import { DaysField } from './DaysField.tsx';

/** Licence types that need another window than the rest of the policy. */
export function TypeWindowsCard({
  store,
  licenceTypes,
}: {
  readonly store: DefineStore;
  readonly licenceTypes: readonly string[];
}): ReactNode {
  const { windows, windowsByLicenceType } = useStore(store, (state) => state.draft);
  const { setTypeWindows } = store.getState();
  const ownOf = (licenceType: string) =>
    Object.hasOwn(windowsByLicenceType, licenceType) ? windowsByLicenceType[licenceType] : undefined;
  return (
    <Card>
      <div className="define-narrow">
        <DataTable
          caption="Windows by licence type"
          captionHidden={false}
          columns={[
            {
              header: 'Licence type',
              rowHeader: true,
              cell: (licenceType) => <FileText>{licenceType}</FileText>,
            },
            {
              header: 'Window',
              align: 'end',
              width: '3.75rem',
              cell: (licenceType) => {
                const own = ownOf(licenceType);
                if (!own) return <span className="soft">{windows.dormancy}</span>;
                return (
                  <DaysField
                    label={`Window of ${licenceType} (days)`}
                    labelHidden
                    days={own.dormancy}
                    least={WINDOW_LIMITS.least}
                    most={WINDOW_LIMITS.most}
                    onDays={(dormancy) =>
                      setTypeWindows(licenceType, {
                        dormancy,
                        borderline: own.borderline === 2 * own.dormancy ? 2 * dormancy : own.borderline,
                      })
                    }
                  />
                );
              },
            },
            {
              header: 'Borderline',
              align: 'end',
              width: '3.75rem',
              cell: (licenceType) => {
                const own = ownOf(licenceType);
                if (!own) return <span className="soft">{windows.borderline}</span>;
                return (
                  <DaysField
                    label={`Borderline limit of ${licenceType} (days)`}
                    labelHidden
                    days={own.borderline}
                    least={own.dormancy}
                    most={MOST_BORDERLINE}
                    onDays={(borderline) => setTypeWindows(licenceType, { ...own, borderline })}
                  />
                );
              },
            },
            {
              header: 'Own windows',
              headerHidden: true,
              cell: (licenceType) => (
                <Button
                  kind="quiet"
                  aria-label={`${ownOf(licenceType) ? 'Same windows' : 'Own windows'} for ${visibleText(licenceType)}`}
                  onClick={() => setTypeWindows(licenceType, ownOf(licenceType) ? undefined : windows)}
                >
                  {ownOf(licenceType) ? 'Same' : 'Own'}
                </Button>
              ),
            },
          ]}
          rows={licenceTypes}
          rowKey={(licenceType) => licenceType}
          empty="The loaded list names no licence type."
        />
      </div>
    </Card>
  );
}
