import { vi } from 'vitest';

/** Counts the numbers that are looked at in arrays made while it is there. */
export interface WorkMeter {
  /** Numbers since it was asked last. What the machine does in one go, such as copying or filling, counts as one. */
  take(): number;
  stop(): void;
}

const NAMES = ['Int32Array', 'Uint32Array', 'Uint16Array', 'Uint8Array', 'Float64Array'] as const;
const IN_ONE_GO = new Set(['fill', 'set', 'slice', 'subarray']);

type Numbers = Int32Array | Uint32Array | Uint16Array | Uint8Array | Float64Array;
const isNumbers = (value: unknown): value is Numbers =>
  ArrayBuffer.isView(value) && !(value instanceof DataView);

/** Puts arrays in the place of the machine's own that count how often a number in them is read or written. */
export function meterWork(): WorkMeter {
  let work = 0;
  /** The arrays themselves, for what the machine does in one go. */
  const own = new WeakMap<object, Numbers>();
  const bare = (value: unknown): unknown => (isNumbers(value) ? (own.get(value) ?? value) : value);
  const metered = (numbers: Numbers): Numbers => {
    const made = new Proxy(numbers, {
      get(target, name) {
        if (typeof name === 'string' && name.charCodeAt(0) <= 0x39) {
          work += 1;
          return target[Number(name)];
        }
        const found: unknown = Reflect.get(target, name, target);
        if (typeof found !== 'function') return found;
        return (...given: readonly unknown[]): unknown => {
          work += IN_ONE_GO.has(String(name)) ? 1 : target.length;
          const answer: unknown = Reflect.apply(found, target, given.map(bare));
          return isNumbers(answer) ? metered(answer) : answer;
        };
      },
      set(target, name, value) {
        work += 1;
        target[Number(name)] = value as number;
        return true;
      },
    });
    own.set(made, numbers);
    return made;
  };
  for (const name of NAMES) {
    vi.stubGlobal(
      name,
      new Proxy(globalThis[name], {
        construct: (target, given) => metered(Reflect.construct(target, given.map(bare)) as Numbers),
        get(target, property) {
          const found: unknown = Reflect.get(target, property, target);
          if (property !== 'from') return found;
          return (...given: Parameters<typeof Array.from>): Numbers => {
            const made = metered(Reflect.apply(target.from as (...all: unknown[]) => Numbers, target, given));
            work += made.length;
            return made;
          };
        },
      }),
    );
  }
  return {
    take() {
      const taken = work;
      work = 0;
      return taken;
    },
    stop: () => vi.unstubAllGlobals(),
  };
}
