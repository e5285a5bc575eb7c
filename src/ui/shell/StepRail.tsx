import { useEffect, useId, useRef, type ReactNode } from 'react';
import type { WorkspaceView } from '../../worker/workspaceView.ts';
import { hashOfStep, STEPS, type Step, type StepId } from '../shared/steps.ts';
import { stepNote } from './stepNote.ts';

const GROUPS = ['Find', 'Recover', 'Convert'] as const satisfies readonly Step['group'][];

export interface StepRailProps {
  readonly current: StepId;
  readonly view: WorkspaceView | undefined;
}

/** The seven steps. Ticks, counts and warnings are descriptions, so that the names of the links stay exact. */
export function StepRail({ current, view }: StepRailProps): ReactNode {
  const base = useId();
  const rail = useRef<HTMLElement>(null);
  // In a narrow window the rail is a row that scrolls: the open step must not be cut.
  useEffect(() => {
    const link = rail.current?.querySelector<HTMLElement>(`[href="${hashOfStep(current)}"]`);
    if (!rail.current || !link) return;
    const { left, width } = link.getBoundingClientRect();
    const box = rail.current.getBoundingClientRect();
    rail.current.scrollLeft += left - box.left - (box.width - width) / 2;
  }, [current]);
  return (
    <nav ref={rail} className="rail" aria-label="Steps">
      {GROUPS.map((group) => (
        <div key={group} className="rail-group">
          <div id={`${base}-${group}`} className="rail-group-name">
            {group}
          </div>
          <ul aria-labelledby={`${base}-${group}`}>
            {STEPS.filter((step) => step.group === group).map((step) => {
              const note = stepNote(step.id, view);
              const id = `${base}-${step.id}`;
              return (
                <li key={step.id} className="rail-step">
                  <a
                    className="rail-link"
                    href={hashOfStep(step.id)}
                    aria-current={step.id === current ? 'step' : undefined}
                    aria-describedby={note ? `${id}-note` : undefined}
                  >
                    {step.name}
                  </a>
                  {note ? (
                    <span className={note.attention ? 'rail-note rail-note-attention' : 'rail-note'}>
                      <span aria-hidden="true">{note.shown}</span>
                      <span id={`${id}-note`} className="visually-hidden">
                        {note.said}
                      </span>
                    </span>
                  ) : null}
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </nav>
  );
}
