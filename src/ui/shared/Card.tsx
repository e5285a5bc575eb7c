import { useId, type ReactNode } from 'react';
import { shownText } from './shownText.ts';

export interface CardProps {
  readonly title?: ReactNode;
  /** Stands at the right of the title. */
  readonly aside?: ReactNode;
  readonly tone?: 'plain' | 'attention';
  /** `region` makes the card a landmark named by its title. */
  readonly as?: 'region' | 'plain';
  readonly className?: string;
  readonly children?: ReactNode;
}

export function Card({
  title,
  aside,
  tone = 'plain',
  as = 'plain',
  className,
  children,
}: CardProps): ReactNode {
  const titleId = useId();
  const classes = ['card', tone === 'attention' && 'card-attention', className].filter(Boolean).join(' ');
  const head =
    title === undefined && aside === undefined ? null : (
      <div className="card-head">
        {title === undefined ? null : <h2 id={titleId}>{shownText(title)}</h2>}
        {aside === undefined ? null : <div className="card-aside">{shownText(aside)}</div>}
      </div>
    );
  return as === 'region' ? (
    <section className={classes} aria-labelledby={titleId}>
      {head}
      {children}
    </section>
  ) : (
    <div className={classes}>
      {head}
      {children}
    </div>
  );
}
