import { Fragment, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { hotkeySwitch } from './hotkeySwitch.ts';

export interface KeyboardHint {
  readonly keys: readonly string[];
  readonly does: string;
}

/** The keys of a screen in one line: "J K move · I inactive". Hidden while single-letter keys are off. */
export function KeyboardHints({ hints }: { readonly hints: readonly KeyboardHint[] }): ReactNode {
  const on = useStore(hotkeySwitch, (state) => state.on);
  if (!on) return null;
  return (
    <p className="keyboard-hints">
      {hints.map((hint, index) => (
        <Fragment key={hint.does}>
          {index === 0 ? null : ' · '}
          {hint.keys.map((key) => (
            <Fragment key={key}>
              <kbd>{key}</kbd>{' '}
            </Fragment>
          ))}
          {hint.does}
        </Fragment>
      ))}
    </p>
  );
}
