import type { ReactNode } from 'react';
import {
  addDays,
  addMonths,
  calendarFromDay,
  dayFromCalendar,
  type EpochDay,
} from '../../core/base/epochDay.ts';
import { formatDay } from '../../core/base/formatDay.ts';
import type { ContractLine } from '../../core/contract/contractLine.ts';
import type { Holidays } from '../../core/contract/noticeDate.ts';
import { DEFAULT_LENGTHS, planWorkBack } from '../../core/contract/planWorkBack.ts';
import { visibleLines } from '../../core/ingest/visibleText.ts';

export interface ContractTimelineProps {
  readonly lines: readonly ContractLine[];
  readonly today: EpochDay;
  /** What the line of `today` is called: the sample is shown as on the day of its data. */
  readonly todayName: string;
  readonly holidays: Holidays;
}

const WIDTH = 460;
const INSET = 8;
const HEAD = 34;
const ROW = 52;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MOST_TICKS = 7;
const LABEL_ROOM = 70;
const MOST_LETTERS = 48;
const TICK_ROOM = 32;

/** First days of months at a distance that leaves room for their labels. */
function ticksOf(from: EpochDay, to: EpochDay): readonly EpochDay[] {
  const months = Math.ceil((to - from) / 30.4);
  const step = [1, 3, 6, 12, 24, 60].find((size) => months / size <= MOST_TICKS) ?? 120;
  const { year } = calendarFromDay(from);
  const ticks: EpochDay[] = [];
  for (let tick = dayFromCalendar(year, 1, 1); tick <= to; tick = addMonths(tick, step)) {
    if (tick >= from) ticks.push(tick);
  }
  return ticks;
}

/** As much of a long name as fits above its bar; the words beside the picture have all of it. */
const shortName = (name: string): string =>
  name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1).trimEnd()}…` : name;

const tickLabel = (day: EpochDay): string => {
  const { year, month } = calendarFromDay(day);
  return month === 1 ? String(year) : (MONTHS[month - 1] ?? '');
};

/** Terms as bars on one axis, with their notice dates and today. */
export function ContractTimeline({ lines, today, todayName, holidays }: ContractTimelineProps): ReactNode {
  const from = addDays(Math.min(...lines.map(({ termStart }) => termStart)) as EpochDay, -10);
  const to = addDays(Math.max(...lines.map(({ termEnd }) => termEnd)) as EpochDay, 20);
  const x = (day: EpochDay): number => INSET + ((day - from) / (to - from)) * (WIDTH - 2 * INSET);
  const height = HEAD + lines.length * ROW + 6;
  const notices = lines.map((line) => planWorkBack(line, DEFAULT_LENGTHS, holidays)?.noticeDate);
  const words = lines
    .map((line, index) => {
      const notice = notices[index];
      return `${visibleLines(line.licenceType)}: ${formatDay(line.termStart)} to ${formatDay(line.termEnd)}${notice === undefined ? '' : `, notice by ${formatDay(notice)}`}`;
    })
    .join('. ');
  const anchorFor = (at: number): 'start' | 'middle' | 'end' =>
    at < LABEL_ROOM ? 'start' : at > WIDTH - LABEL_ROOM ? 'end' : 'middle';
  return (
    <>
      <svg
        className="contract-timeline"
        role="img"
        aria-label="Contract timeline"
        aria-describedby="contract-timeline-words"
        viewBox={`0 0 ${WIDTH} ${height}`}
      >
        {ticksOf(from, to).map((tick) => (
          <g key={tick}>
            <line className="timeline-grid" x1={x(tick)} x2={x(tick)} y1={16} y2={height} />
            {x(tick) > WIDTH - TICK_ROOM ? null : (
              <text x={x(tick) + 3} y={12}>
                {tickLabel(tick)}
              </text>
            )}
          </g>
        ))}
        {today >= from && today <= to ? (
          <line className="timeline-today" x1={x(today)} x2={x(today)} y1={16} y2={height} />
        ) : null}
        {lines.map((line, index) => {
          const top = HEAD + index * ROW;
          const notice = notices[index];
          return (
            <g key={line.id}>
              <text className="timeline-name" x={x(line.termStart)} y={top + 14}>
                {shortName(visibleLines(line.licenceType))}
              </text>
              <rect
                className="timeline-term"
                x={x(line.termStart)}
                y={top + 20}
                width={Math.max(2, x(addDays(line.termEnd, 1)) - x(line.termStart))}
                height={12}
                rx={3}
              />
              {notice === undefined ? null : (
                <>
                  <path className="timeline-notice" d={`M${x(notice)} ${top + 17}l9 9l-9 9l-9 -9z`} />
                  <text
                    className="timeline-notice-text"
                    x={x(notice)}
                    y={top + 48}
                    textAnchor={anchorFor(x(notice))}
                  >
                    notice by {formatDay(notice)}
                  </text>
                </>
              )}
            </g>
          );
        })}
        {today >= from && today <= to ? (
          <text
            className="timeline-today-text"
            x={x(today) + (x(today) > WIDTH - TICK_ROOM - 8 ? -4 : 4)}
            y={28}
            textAnchor={x(today) > WIDTH - TICK_ROOM - 8 ? 'end' : 'start'}
          >
            {todayName}
          </text>
        ) : null}
      </svg>
      <p id="contract-timeline-words" className="visually-hidden">
        {words}.
      </p>
    </>
  );
}
