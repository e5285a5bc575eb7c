import type { ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import { Button } from './Button.tsx';

export interface ProgressProps {
  /** The accessible name, exactly: "Import progress". */
  readonly label: string;
  readonly done: number;
  /** `undefined` while it is not known. */
  readonly total: number | undefined;
  /** "Reading users.csv: 41 200 of about 100 000 rows." Default: the two numbers. */
  readonly sentence?: ReactNode;
  readonly onCancel?: () => void;
  readonly cancelName?: string;
}

/** A wait with its count. */
export function Progress({
  label,
  done,
  total,
  sentence,
  onCancel,
  cancelName = 'Cancel',
}: ProgressProps): ReactNode {
  const share =
    total === undefined || total === 0 ? undefined : Math.min(100, Math.floor((100 * done) / total));
  const numbers = total === undefined ? formatCount(done) : `${formatCount(done)} of ${formatCount(total)}`;
  return (
    <div className="progress">
      <span>{sentence ?? numbers}</span>
      {onCancel ? <Button onClick={onCancel}>{cancelName}</Button> : null}
      <div
        className="progress-track"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share}
        aria-valuetext={numbers}
      >
        <div className="progress-done" style={{ width: `${share ?? 0}%` }} />
      </div>
    </div>
  );
}
