import { once } from "node:events";
import { Socket } from "node:net";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { Permit } from "#lib/authz/authorize.ts";
import { environment } from "#lib/platform/environment.ts";

export type ExportPermit = Permit<"export:approved"> | Permit<"export:drafts">;

/** A statement with its values, `$1` the first. */
export type Statement = { readonly sql: string; readonly values: readonly unknown[] };

/** What several statements of one export read: one moment of the database, on a connection of its own (rules.md 6). */
export type Snapshot = {
  /** The single column `row` of every row, in batches. */
  rows(statement: Statement): AsyncGenerator<unknown>;
  /** The single text column of every row, each on a line of its own, as bytes. No text may hold a line end. */
  lines(statement: Statement): AsyncGenerator<Buffer>;
  close(): Promise<void>;
};

const BATCH = 500;

export async function openSnapshot(permit: ExportPermit): Promise<Snapshot> {
  const socket = new Socket();
  const client = new pg.Client({
    stream: () => socket,
    connectionString: environment().DATABASE_URL,
    statement_timeout: 15 * 60_000,
    application_name: "sourceline export",
  });
  // The connection may end while nobody waits for it; whoever asks next is told.
  client.on("error", () => undefined);
  await client.connect();
  await client.query("begin isolation level repeatable read read only");
  await client.query(
    "select set_config('role', 'sourceline_app', true), set_config('app.workspace', $1, true), set_config('jit', 'off', true)",
    [permit.workspaceId],
  );
  let cursors = 0;
  let isCopying = false;
  return {
    async *rows({ sql, values }) {
      cursors += 1;
      const name = `export_${cursors}`;
      await client.query(`declare ${name} no scroll cursor for ${sql}`, [...values]);
      for (;;) {
        const { rows } = await client.query<{ row: unknown }>(`fetch ${BATCH} from ${name}`);
        for (const { row } of rows) yield row;
        if (rows.length < BATCH) break;
      }
      await client.query(`close ${name}`);
    },
    async *lines(statement) {
      const copied: AsyncIterable<Buffer> = client.query(copyTo(copyStatement(statement)));
      isCopying = true;
      const idle = once(client, "drain");
      for await (const bytes of copied) yield bytes;
      // The last byte comes before the server says that it is ready for what is asked next.
      await idle;
      isCopying = false;
    },
    async close() {
      // A copy that nobody reads any more would be written to the end first: the connection goes with it instead.
      if (isCopying) socket.destroy();
      await client.end().catch(() => undefined);
    },
  };
}

/**
 * COPY without its escapes: what JSON writes holds neither of the two control characters, so no field is ever quoted.
 * COPY takes no parameters; values are written into it as literals.
 */
export function copyStatement({ sql, values }: Statement): string {
  const filled = sql.replaceAll(/\$(\d+)/gu, (_, place: string) => literal(values[Number(place) - 1]));
  return `copy (${filled}) to stdout (format csv, delimiter E'\\x02', quote E'\\x01', encoding 'UTF8')`;
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return `array[${value.map(literal).join(",")}]`;
  if (typeof value === "string") return pg.escapeLiteral(value);
  throw new TypeError("a value that no export has");
}
