import * as duckdb from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';

/** Seats, active seats and cost under one window, as DuckDB-WASM counts them. */
export interface DuckCounts {
  readonly seats: number;
  readonly active: number;
  readonly groups: number;
  readonly cost: number;
  readonly milliseconds: number;
}

/** A table of the seats in DuckDB-WASM and one prepared question, with the window as its parameter. */
export interface DuckTable {
  readonly rows: number;
  count(window: number): Promise<DuckCounts>;
  close(): Promise<void>;
}

/**
 * The question that a move of the slider asks: seats and cost by department and category. Of the seeded file a seat is
 * Active when its last sign-in lies inside the window, Borderline inside the limit, else Dormant; the kernel decides
 * twelve categories in the same time.
 */
export async function openDuckTable(file: File, asOf: string): Promise<DuckTable> {
  const worker = new Worker(workerUrl);
  const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  await db.instantiate(wasmUrl);
  const connection = await db.connect();
  await db.registerFileHandle('users.csv', file, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);
  await connection.query(`
    CREATE TABLE seats AS
    SELECT department, licence_type, CAST(date_diff('day', CAST(last_login_time AS DATE), DATE '${asOf}') AS SMALLINT) AS idle
    FROM read_csv('users.csv', header = true, all_varchar = true, quote = '"', escape = '"')`);
  const rows = Number((await connection.query('SELECT count(*) AS n FROM seats')).get(0)?.['n']);
  const statement = await connection.prepare(`
    SELECT department, licence_type,
           CASE WHEN idle < $1 THEN 'active' WHEN idle < $2 THEN 'borderline' ELSE 'dormant' END AS category,
           count(*)::INTEGER AS seats, sum(100.0) AS cost
    FROM seats GROUP BY ALL`);
  return {
    rows,
    async count(window) {
      const start = performance.now();
      const table = await statement.query(window, 2 * window);
      const categories = table.getChild('category')!;
      const counts = table.getChild('seats')!;
      const costs = table.getChild('cost')!;
      let seats = 0;
      let active = 0;
      let cost = 0;
      for (let row = 0; row < table.numRows; row++) {
        const held = Number(counts.get(row));
        seats += held;
        if (categories.get(row) === 'active') active += held;
        else cost += Number(costs.get(row));
      }
      return { seats, active, groups: table.numRows, cost, milliseconds: performance.now() - start };
    },
    async close() {
      await statement.close();
      await connection.close();
      await db.terminate();
    },
  };
}
