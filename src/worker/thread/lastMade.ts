import type { Workspace } from './session.ts';

interface Made<Value> {
  readonly parts: readonly unknown[];
  readonly value: Value;
}

/** What was last made of each open client, for as long as the parts that it was made of are the same ones. */
export class LastMade<Value> {
  readonly #byWorkspace = new WeakMap<Workspace, Made<Value>>();

  find(workspace: Workspace, parts: readonly unknown[]): Value | undefined {
    const last = this.#byWorkspace.get(workspace);
    return last?.parts.every((part, index) => part === parts[index]) ? last.value : undefined;
  }

  keep(workspace: Workspace, parts: readonly unknown[], value: Value): Value {
    this.#byWorkspace.set(workspace, { parts, value });
    return value;
  }
}
