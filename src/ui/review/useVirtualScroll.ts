import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import {
  clampOffset,
  isScaled,
  offsetOfScroll,
  offsetShowing,
  ROW_HEIGHT,
  rowsInView,
  scrollMapOf,
  scrollOfOffset,
} from './scrollMap.ts';

/** Rows assumed to fit before the element has been measured. */
const FIRST_GUESS = 20 * ROW_HEIGHT;

export interface VirtualScroll {
  readonly scroller: RefObject<HTMLElement | null>;
  /** Height of the element that carries the scroll bar, without the header. */
  readonly height: number;
  readonly first: number;
  readonly last: number;
  /** Pixels by which the first row stands above the edge. */
  readonly shift: number;
  readonly viewport: number;
  readonly rowsAPage: number;
  readonly onScroll: () => void;
  readonly showRow: (row: number) => void;
}

/**
 * Place of a table of any length. Wheel and keys move by true pixels; only dragging the scroll bar of a table that is
 * taller than browsers allow moves in proportion.
 */
export function useVirtualScroll(rows: number, headerHeight: number): VirtualScroll {
  const scroller = useRef<HTMLElement>(null);
  const [viewport, setViewport] = useState(FIRST_GUESS);
  const [wanted, setWanted] = useState(0);
  const ownScroll = useRef<number | undefined>(undefined);
  const map = scrollMapOf(rows, viewport);
  const offset = clampOffset(map, wanted);
  const latest = useRef({ map, offset });
  useLayoutEffect(() => {
    latest.current = { map, offset };
  });

  const moveTo = useCallback((target: number): void => {
    const next = clampOffset(latest.current.map, target);
    latest.current = { ...latest.current, offset: next };
    setWanted(next);
    if (!scroller.current) return;
    ownScroll.current = scrollOfOffset(latest.current.map, next);
    scroller.current.scrollTop = ownScroll.current;
  }, []);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const measure = (): void => {
      if (element.clientHeight > headerHeight) setViewport(element.clientHeight - headerHeight);
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [headerHeight]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const onWheel = (event: WheelEvent): void => {
      if (!isScaled(latest.current.map) || event.deltaY === 0 || event.ctrlKey) return;
      event.preventDefault();
      const unit =
        event.deltaMode === 1 ? ROW_HEIGHT : event.deltaMode === 2 ? latest.current.map.viewport : 1;
      moveTo(latest.current.offset + event.deltaY * unit);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [moveTo]);

  const { first, last } = rowsInView(map, offset);
  return {
    scroller,
    height: map.height,
    first,
    last,
    shift: offset - first * ROW_HEIGHT,
    viewport,
    rowsAPage: Math.max(1, Math.floor(viewport / ROW_HEIGHT) - 1),
    onScroll: () => {
      const top = scroller.current?.scrollTop ?? 0;
      const own = ownScroll.current;
      ownScroll.current = undefined;
      if (own !== undefined && Math.abs(top - own) < 2) return;
      setWanted(offsetOfScroll(map, top));
    },
    showRow: useCallback(
      (row) => {
        const target = offsetShowing(latest.current.map, latest.current.offset, row);
        if (target !== latest.current.offset) moveTo(target);
      },
      [moveTo],
    ),
  };
}
