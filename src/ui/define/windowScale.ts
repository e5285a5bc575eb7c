import { WINDOW_LIMITS } from '../../core/policy/policy.ts';

const SPAN = Math.log(WINDOW_LIMITS.most / WINDOW_LIMITS.least);

/**
 * Place of a window on the slider's track, 0 to 1. The scale is logarithmic, so that a day near the usual 60 to 90
 * days is as easy to reach as half a week near a year.
 */
export const placeOfWindow = (days: number): number => Math.log(days / WINDOW_LIMITS.least) / SPAN;

/** Whole days at a place of the track. Inverse of {@link placeOfWindow}. */
export function windowAtPlace(place: number): number {
  const within = Math.min(1, Math.max(0, place));
  return Math.round(WINDOW_LIMITS.least * Math.exp(within * SPAN));
}
