import type { PolicyFailure } from '../../core/policy/readPolicy.ts';

/** A setting that cannot stand, as a sentence. */
export const wordPolicyFailure = ({ setting, mustBe }: PolicyFailure): string =>
  `The setting ${setting} must be ${mustBe}.`;
