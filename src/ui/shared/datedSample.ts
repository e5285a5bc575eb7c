import type { EpochDay } from '../../core/base/epochDay.ts';
import { formatDay } from '../../core/base/formatDay.ts';

/** What is said of the sample in place of what its dates mean today. */
export const datedSampleSentence = (datedOn: EpochDay): string =>
  `The sample is dated ${formatDay(datedOn)}; its dates are not judged by today.`;
