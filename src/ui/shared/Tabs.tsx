import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';

export interface Tab<Id extends string> {
  readonly id: Id;
  /** The accessible name, exactly; a count stands beside it as a description. */
  readonly name: string;
  readonly count?: number | undefined;
}

export interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly current: Id;
  readonly onChange: (id: Id) => void;
  /** Content of the open tab. */
  readonly children?: ReactNode;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Tab list with arrow keys, Home and End; the open tab's content stands below as its tab panel. */
export function Tabs<Id extends string>({
  label,
  tabs,
  current,
  onChange,
  children,
}: TabsProps<Id>): ReactNode {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const open = list.current?.querySelector<HTMLElement>(`[id="${base}-${current}"]`);
    if (!list.current || !open) return;
    const tab = open.getBoundingClientRect();
    const box = list.current.getBoundingClientRect();
    if (tab.right > box.right) list.current.scrollLeft += tab.right - box.right;
    else if (tab.left < box.left) list.current.scrollLeft += tab.left - box.left;
  }, [base, current]);
  const move = (event: KeyboardEvent): void => {
    const at = tabs.findIndex((tab) => tab.id === current);
    const step = STEPS[event.key];
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? tabs.length - 1
          : step === undefined
            ? undefined
            : (at + step + tabs.length) % tabs.length;
    const next = to === undefined ? undefined : tabs[to];
    if (!next) return;
    event.preventDefault();
    onChange(next.id);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[tabs.indexOf(next)]?.focus();
  };
  return (
    <>
      <div ref={list} className="tabs" role="tablist" aria-label={label}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={`${base}-${tab.id}`}
            type="button"
            role="tab"
            className="tab"
            aria-selected={tab.id === current}
            aria-controls={tab.id === current ? `${base}-panel` : undefined}
            aria-describedby={tab.count === undefined ? undefined : `${base}-${tab.id}-count`}
            tabIndex={tab.id === current ? 0 : -1}
            data-count={tab.count === undefined ? undefined : formatCount(tab.count)}
            onClick={() => onChange(tab.id)}
            onKeyDown={move}
          >
            {tab.name}
          </button>
        ))}
      </div>
      {tabs.map((tab) =>
        tab.count === undefined ? null : (
          <span key={tab.id} id={`${base}-${tab.id}-count`} hidden>
            {formatCount(tab.count)}
          </span>
        ),
      )}
      <div id={`${base}-panel`} role="tabpanel" aria-labelledby={`${base}-${current}`}>
        {children}
      </div>
    </>
  );
}
