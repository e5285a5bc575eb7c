import { useEffect, useRef, type KeyboardEvent, type PointerEvent, type ReactNode, type Ref } from 'react';
import { WINDOW_LIMITS } from '../../core/policy/policy.ts';
import { placeOfWindow, windowAtPlace } from './windowScale.ts';

const DAYS_A_PAGE = 15;
const THUMB = 18;

/** Distance from the left edge of the track at which a window stands; the thumb never leaves the track. */
const atPlace = (days: number): string =>
  `calc(${THUMB / 2}px + (100% - ${THUMB}px) * ${placeOfWindow(days).toFixed(4)})`;

interface WindowSliderProps {
  readonly label: string;
  readonly days: number;
  readonly onChange: (days: number) => void;
  readonly control?: Ref<HTMLInputElement>;
}

/**
 * Slider for the dormancy window. The native input keeps the value in days for keyboard and assistive technology;
 * the pointer moves it along a logarithmic track drawn over it.
 */
export function WindowSlider({ label, days, onChange, control }: WindowSliderProps): ReactNode {
  const track = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = track.current;
    // The native drag is linear; touch must not start it beside ours.
    const stop = (event: Event): void => event.preventDefault();
    element?.addEventListener('touchstart', stop, { passive: false });
    return () => element?.removeEventListener('touchstart', stop);
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: days - 1,
      ArrowDown: days - 1,
      ArrowRight: days + 1,
      ArrowUp: days + 1,
      PageDown: days - DAYS_A_PAGE,
      PageUp: days + DAYS_A_PAGE,
      Home: WINDOW_LIMITS.least,
      End: WINDOW_LIMITS.most,
    };
    const target = targets[event.key];
    if (target === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onChange(Math.min(WINDOW_LIMITS.most, Math.max(WINDOW_LIMITS.least, target)));
  };

  const follow = (event: PointerEvent<HTMLInputElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    if (box.width <= THUMB) return;
    onChange(windowAtPlace((event.clientX - box.left - THUMB / 2) / (box.width - THUMB)));
  };

  return (
    <div className="window-slider" ref={track}>
      <input
        ref={control}
        type="range"
        aria-label={label}
        aria-valuetext={`${days} days`}
        min={WINDOW_LIMITS.least}
        max={WINDOW_LIMITS.most}
        step={1}
        value={days}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
        onKeyDown={onKeyDown}
        onMouseDown={(event) => {
          event.preventDefault();
          event.currentTarget.focus();
        }}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          follow(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) follow(event);
        }}
      />
      <div className="window-track" aria-hidden="true">
        <span className="window-usual" style={{ left: atPlace(60), right: `calc(100% - ${atPlace(90)})` }} />
        <span className="window-before" style={{ width: atPlace(days) }} />
        <span className="window-thumb" style={{ left: atPlace(days) }} />
      </div>
      <div className="window-scale" aria-hidden="true">
        <span>{WINDOW_LIMITS.least}</span>
        <span className="window-scale-usual" style={{ left: atPlace(Math.sqrt(60 * 90)) }}>
          usual 60–90
        </span>
        <span>{WINDOW_LIMITS.most}</span>
      </div>
    </div>
  );
}
