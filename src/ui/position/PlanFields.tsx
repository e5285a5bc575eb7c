import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { NO_CHANGE, type LinePlan } from '../../core/renewal/commitmentPlan.ts';
import type { WorkspaceView } from '../../worker/workspaceView.ts';
import { useApp } from '../shared/appContext.ts';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { NumberField } from '../shared/NumberField.tsx';

interface PlanFieldsProps {
  readonly view: WorkspaceView;
  /** `undefined`: several licence types are shown together, and only the buffer is common to them. */
  readonly licenceType: string | undefined;
}

const LARGEST_BUFFER = 100;

/** The user's own inputs to the commitment. Each change is recorded when its field is left. */
export function PlanFields({ view, licenceType }: PlanFieldsProps): ReactNode {
  const { stores } = useApp();
  const store = stores().position;
  const failure = useStore(store, (state) => state.planFailure);
  const { plan } = view;
  const all = Object.values(plan.lines);
  const line = licenceType === undefined ? undefined : (plan.lines[licenceType] ?? NO_CHANGE);
  const planned = (field: keyof LinePlan): number =>
    line ? line[field] : all.reduce((sum, one) => sum + one[field], 0);
  const save =
    (field: keyof LinePlan) =>
    (value: number | undefined): void => {
      if (licenceType === undefined || !line || value === undefined || value < 0 || !Number.isInteger(value))
        return;
      void store
        .getState()
        .savePlan({ ...plan, lines: { ...plan.lines, [licenceType]: { ...line, [field]: value } } });
    };
  const saveBuffer = (value: number | undefined): void => {
    if (value === undefined || value < 0 || value > LARGEST_BUFFER) return;
    void store.getState().savePlan({ ...plan, bufferBasisPoints: Math.round(value * 100) });
  };
  const fields: readonly (readonly [string, keyof LinePlan])[] = [
    ['Planned joiners', 'plannedJoiners'],
    ['Planned leavers', 'plannedLeavers'],
    ['Approved expansions', 'approvedExpansions'],
  ];
  return (
    <div className="stack-tight">
      <div className="field-row plan-fields">
        <NumberField
          label="Buffer (%)"
          value={plan.bufferBasisPoints / 100}
          min={0}
          max={LARGEST_BUFFER}
          step={0.5}
          commit="leave"
          onChange={saveBuffer}
        />
        {fields.map(([label, field]) => (
          <NumberField
            key={`${licenceType} ${field}`}
            label={label}
            value={planned(field)}
            min={0}
            commit="leave"
            disabled={licenceType === undefined}
            onChange={save(field)}
          />
        ))}
      </div>
      {licenceType === undefined ? (
        <p className="field-hint">
          Joiners, leavers and expansions are planned per licence type: choose one above.
        </p>
      ) : null}
      <FailureAlert failure={failure} />
    </div>
  );
}
