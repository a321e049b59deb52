import { sha256Hex } from "#lib/platform/hash.ts";

/** What one process keeps prepared on each connection, at most: statements built by hand from parts have no end. */
const MOST = 500;

/**
 * A name for each statement text, so that the server parses and plans it once a connection and not once a request:
 * for a claim with its chain, planning takes several times as long as reading. The texts after the first `most` stay
 * without one and are planned every time. The name is the text's own hash: behind a pooler that mixes connections up,
 * the worst is an error, and never another process's statement of the same name.
 */
export function statementNames(most = MOST): (sql: string) => string | undefined {
  const names = new Map<string, string>();
  return (sql) => {
    const known = names.get(sql);
    if (known !== undefined || names.size >= most) return known;
    const name = `s${sha256Hex(sql).slice(0, 32)}`;
    names.set(sql, name);
    return name;
  };
}
