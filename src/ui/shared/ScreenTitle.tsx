import type { ReactNode } from 'react';

export interface ScreenTitleProps {
  /** The level-1 heading: the name of the screen, exactly. */
  readonly title: string;
  readonly question: ReactNode;
}

export function ScreenTitle({ title, question }: ScreenTitleProps): ReactNode {
  return (
    <header className="screen-title">
      <h1 tabIndex={-1}>{title}</h1>
      <p>{question}</p>
    </header>
  );
}
