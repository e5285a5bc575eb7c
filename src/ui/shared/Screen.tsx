import type { ReactNode } from 'react';
import { ScreenTitle, type ScreenTitleProps } from './ScreenTitle.tsx';

export interface ScreenProps extends ScreenTitleProps {
  readonly children?: ReactNode;
  /** The `ActionBar` with the one primary button. */
  readonly bar?: ReactNode;
}

/** Frame of a screen: heading and question, content, and the bar at the foot. */
export function Screen({ title, question, bar, children }: ScreenProps): ReactNode {
  return (
    <>
      <div className="screen">
        <ScreenTitle title={title} question={question} />
        {children}
      </div>
      {bar}
    </>
  );
}
