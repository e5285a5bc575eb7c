import type { Evaluation } from '../../core/policy/evaluation.ts';
import { borderlineRuleOf } from '../../core/policy/borderlineRule.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { PreparedSeats } from '../../core/policy/preparedSeats.ts';
import { WindowCube } from '../../core/policy/windowCube.ts';

/** Seats taken in between two requests: a few milliseconds of work. */
const SEATS_A_SLICE = 32_768;

/** Below this, one pass over the seats is as fast as anything. */
const WORTH_BUILDING = 20_000;

/**
 * The cube that answers a dragged slider. It is begun after the second question about the same seats, grows between
 * the requests, and gives way as soon as something but the window changes.
 */
export class DraftCube {
  #cube: WindowCube | undefined;
  #asked: { readonly prepared: PreparedSeats; readonly frozen: Evaluation | undefined } | undefined;

  /** `later` runs a slice when the requests that wait have been answered. */
  constructor(private readonly later: (slice: () => void) => void = (slice) => void setTimeout(slice)) {}

  /** The cube for a draft, or `undefined` while there is none that is ready. */
  find(prepared: PreparedSeats, policy: Policy, frozen: Evaluation | undefined): WindowCube | undefined {
    if (prepared.count < WORTH_BUILDING || !WindowCube.canAnswer(prepared, policy)) return undefined;
    if (this.#cube?.isFor(prepared, policy.windows, frozen))
      return this.#cube.isFull ? this.#cube : undefined;
    this.#cube = undefined;
    const asked = this.#asked;
    this.#asked = { prepared, frozen };
    if (asked?.prepared !== prepared || asked.frozen !== frozen) return undefined;
    const cube = new WindowCube(prepared, borderlineRuleOf(policy.windows), frozen);
    this.#cube = cube;
    this.later(() => this.#grow(cube));
    return undefined;
  }

  #grow(cube: WindowCube): void {
    if (this.#cube !== cube) return;
    cube.take(SEATS_A_SLICE);
    if (!cube.isFull) this.later(() => this.#grow(cube));
  }
}
