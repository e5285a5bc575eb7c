/** Zone of the device, as a proposal only. */
export const deviceZone = (): string => new Intl.DateTimeFormat('en-US').resolvedOptions().timeZone;

let known: readonly string[] | undefined;

/** Every zone this browser knows, UTC first. */
export function timeZones(): readonly string[] {
  known ??= ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
  const own = deviceZone();
  return known.includes(own) ? known : [...known, own];
}
