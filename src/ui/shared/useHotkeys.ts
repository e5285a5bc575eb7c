import { useEffect, useRef } from 'react';
import { hotkeySwitch } from './hotkeySwitch.ts';

/** What each key does, by `KeyboardEvent.key` in lower case: `j`, `?`, `/`, `arrowleft`. */
export type Hotkeys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const TEXT_FIELDS =
  'textarea, select, [contenteditable=true], input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=range])';

/**
 * Keys of a screen. They rest while a text field has focus, while a dialog is open (unless `inDialog`), with Ctrl, Alt
 * or Meta, and, for single letters and signs, while they are switched off in Help.
 */
export function useHotkeys(hotkeys: Hotkeys, { enabled = true, inDialog = false } = {}): void {
  const latest = useRef(hotkeys);
  useEffect(() => {
    latest.current = hotkeys;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      const act = latest.current[event.key.toLowerCase()];
      if (!act) return;
      if (event.key.length === 1 && !hotkeySwitch.getState().on) return;
      if (event.target instanceof Element && event.target.closest(TEXT_FIELDS)) return;
      if (!inDialog && document.querySelector('dialog[open]')) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [enabled, inDialog]);
}
