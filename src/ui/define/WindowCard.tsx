import type { ReactNode, Ref } from 'react';
import { useStore } from 'zustand';
import { WINDOW_LIMITS } from '../../core/policy/policy.ts';
import { MOST_BORDERLINE } from '../../core/policy/readPolicy.ts';
import { windowAdvice } from '../../core/policy/windowAdvice.ts';
import type { DefineStore } from '../../state/defineStore.ts';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { InlineNote } from '../shared/InlineNote.tsx';
import { DaysField } from './DaysField.tsx';
import { WindowSlider } from './WindowSlider.tsx';

const PRESETS = [60, 90];
const LOOK_BACK = { least: 90, most: 1460 };

export interface WindowCardProps {
  readonly store: DefineStore;
  readonly slider: Ref<HTMLInputElement>;
  readonly borderline: Ref<HTMLDivElement>;
  readonly lookBack: Ref<HTMLDivElement>;
}

/** The dormancy window with its two companions, the borderline limit and the pattern look-back. */
export function WindowCard({ store, slider, borderline, lookBack }: WindowCardProps): ReactNode {
  const draft = useStore(store, (state) => state.draft);
  const { setWindow, setBorderline, followWindow, edit } = store.getState();
  const { dormancy } = draft.windows;
  const follows = draft.windows.borderline === 2 * dormancy;
  return (
    <Card>
      <div className="stack-tight">
        <div className="window-head">
          <h2 className="soft">Dormancy window (days)</h2>
          <span className="number-middle" aria-hidden="true">
            {dormancy}
          </span>
        </div>
        <WindowSlider label="Dormancy window (days)" days={dormancy} onChange={setWindow} control={slider} />
        <div className="window-presets">
          {PRESETS.map((days) => (
            <Button key={days} aria-pressed={dormancy === days} onClick={() => setWindow(days)}>
              {days} days
            </Button>
          ))}
          <div className="window-exact">
            <DaysField
              label="Exact window"
              days={dormancy}
              least={WINDOW_LIMITS.least}
              most={WINDOW_LIMITS.most}
              onDays={setWindow}
            />
          </div>
        </div>
        {windowAdvice(dormancy).map((sentence) => (
          <InlineNote key={sentence} tone="attention">
            {sentence}
          </InlineNote>
        ))}
        <div className="window-limits">
          <div ref={borderline}>
            <DaysField
              label="Borderline limit (days)"
              hint={
                follows ? (
                  'twice the window'
                ) : (
                  <Button kind="quiet" onClick={followWindow}>
                    Use twice the window
                  </Button>
                )
              }
              days={draft.windows.borderline}
              least={dormancy}
              most={MOST_BORDERLINE}
              onDays={setBorderline}
            />
          </div>
          <div ref={lookBack}>
            <DaysField
              label="Pattern look-back (days)"
              days={draft.lookBack}
              least={LOOK_BACK.least}
              most={LOOK_BACK.most}
              onDays={(days) => edit({ lookBack: days })}
            />
          </div>
        </div>
      </div>
    </Card>
  );
}
