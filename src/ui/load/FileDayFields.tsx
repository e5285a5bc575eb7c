import type { ReactNode } from 'react';
import type { EpochDay } from '../../core/base/epochDay.ts';
import type { DateReading } from '../../core/ingest/dateReading.ts';
import { DayField } from '../shared/DayField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { timeZones } from '../shared/timeZones.ts';

interface DatedColumn {
  readonly dates?: DateReading | undefined;
}

interface DatedPlan<ColumnPlan extends DatedColumn> {
  readonly asOf: EpochDay;
  readonly columns: readonly ColumnPlan[];
}

const AS_OF_FROM = {
  file: 'Stated in the file.',
  fileTime: 'Taken from the time of the file. Correct it if the export is older.',
  typed: undefined,
} as const;

/** The day of a file, and the zone of its time stamps where it has columns of dates. */
export function FileDayFields<ColumnPlan extends DatedColumn>({
  plan: { asOf, columns },
  asOfFrom,
  onPlan,
}: {
  readonly plan: DatedPlan<ColumnPlan>;
  readonly asOfFrom: keyof typeof AS_OF_FROM;
  readonly onPlan: (change: Partial<Pick<DatedPlan<ColumnPlan>, 'asOf' | 'columns'>>) => void;
}): ReactNode {
  const dates = columns.find((column) => column.dates !== undefined)?.dates;
  const changeZone = (zone: string): void =>
    onPlan({
      columns: columns.map((column) =>
        column.dates === undefined ? column : { ...column, dates: { ...column.dates, zone } },
      ),
    });
  return (
    <>
      <DayField
        label="Data as of"
        value={asOf}
        hint={AS_OF_FROM[asOfFrom]}
        onChange={(day) => {
          if (day !== undefined) onPlan({ asOf: day });
        }}
      />
      {dates === undefined ? null : (
        <SelectField
          label="Time zone of the file"
          hint="For time stamps that name no zone."
          value={dates.zone}
          options={timeZones().map((value) => ({ value, name: value.replaceAll('_', ' ') }))}
          onChange={changeZone}
        />
      )}
    </>
  );
}
