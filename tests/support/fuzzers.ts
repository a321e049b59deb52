import type { Scope } from "#core/review/state.ts";
import * as tokens from "#lib/services/identity/tokens.ts";
import { Known } from "../../bench/fuzz/known.ts";
import { claim, newsroom, source } from "./factories.ts";
import { join, type Person, value } from "./people.ts";

type Headers = Readonly<Record<string, string>>;

/** Who asks in a fuzz, and what they may name: their own things, and those of another workspace. */
export async function fuzzers(): Promise<{ known: Known; callers: readonly Headers[] }> {
  const room = await newsroom();
  const foreign = await newsroom();
  const known = new Known();
  // Most of the time here, sometimes elsewhere.
  known.add("w", room.w, room.w, room.w, room.w, room.w, room.w, foreign.w);
  known.add("p", room.projectId, room.projectId, room.projectId, foreign.projectId);
  known.add("a", room.articleId, room.articleId, room.articleId, foreign.articleId);
  known.add("version", room.versionId, room.versionId, room.versionId, foreign.versionId);
  for (let at = 0; at < 8; at += 1) {
    const made = await claim(room, {}, at % 2 === 0 ? room.editor : room.colleague);
    known.add("c", made.id);
    known.add("layer", made.layerId);
    known.add("s", await source(room, `Source ${at}`));
  }
  known.add("c", (await claim(foreign)).id);
  known.add("s", await source(foreign));
  known.add("u", (await join(room.w, "viewer")).id, (await join(room.w, "editor")).id, foreign.editor.id);
  const people = [
    room.editor,
    room.editor,
    room.reviewer,
    room.reviewer,
    room.admin,
    room.owner,
    room.viewer,
  ];
  const many = await Promise.all(people.map((by) => withToken(by)));
  const narrow = await withToken(room.owner, ["read"]);
  const strangers: Headers[] = [
    {},
    { authorization: "Bearer %" },
    { authorization: `Bearer sl_${"x".repeat(43)}` },
  ];
  const times = (count: number, list: readonly Headers[]) => Array.from({ length: count }, () => list).flat();
  const callers = [...times(6, many), await withToken(foreign.owner), narrow, ...strangers];
  return { known, callers };
}

const ALL: readonly Scope[] = ["read", "write", "review", "export", "admin"];

async function withToken(by: Person, scopes = ALL): Promise<Headers> {
  const { token } = value(await tokens.create(by, { name: "Fuzz", scopes, expiresInDays: 1 }));
  return { authorization: `Bearer ${token}` };
}
