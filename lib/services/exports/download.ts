import { z } from "zod";
import { fail, ok, type Result } from "#core/result.ts";
import { exportCreate } from "#lib/contracts/exports.ts";
import { systemClock } from "#lib/platform/clock.ts";
import { environment } from "#lib/platform/environment.ts";
import { files } from "#lib/platform/files.ts";
import { authSecret } from "#lib/platform/secrets.ts";
import { isSignedBy, keyFor, sign } from "#lib/platform/signature.ts";
import type { Caller } from "../caller.ts";
import { type Failure, notFound } from "../failure.ts";
import { query } from "../workspace.ts";
import { mediaTypeOf } from "./exports.ts";
import { visible } from "./kept.ts";
import { fileOf } from "./kept-file.ts";

/** A link is for the program that is started next, not for a letter. */
const MINUTES = 5;

type Outcome<T> = Promise<Result<T, Failure>>;
type Download = {
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly mediaType: string;
  readonly fileName: string;
};

const shape = z.tuple([z.uuid(), z.uuid(), z.uuid(), z.number()]);

/** An address anyone can download from for a few minutes, as long as its asker may. */
export function link(
  caller: Caller,
  workspace: string,
  id: string,
): Outcome<{ url: string; expiresAt: string }> {
  return query(caller, workspace, async (inside) => {
    const row = await visible(inside, id);
    if (!row.ok) return row;
    if (row.value.state !== "done") return fail(notFound("file"));
    const expiresAt = inside.at.getTime() + MINUTES * 60_000;
    const { workspaceId, userId } = inside.actor;
    const text = Buffer.from(JSON.stringify([workspaceId, id, userId, expiresAt])).toString("base64url");
    return ok({
      url: `${environment().publicUrl}/api/v1/downloads/${text}.${sign(key(), text)}`,
      expiresAt: new Date(expiresAt).toISOString(),
    });
  });
}

/** The file of a kept export. */
export async function download(caller: Caller, workspace: string, id: string): Outcome<Download> {
  const found = await query(caller, workspace, async (inside) => {
    const row = await visible(inside, id);
    return row.ok ? ok({ row: row.value, name: fileOf(inside.permit.workspaceId, id) }) : row;
  });
  if (!found.ok) return found;
  const { state, fileName, request } = found.value.row;
  const chunks = state === "done" ? await files().read(found.value.name) : null;
  const asked = exportCreate.safeParse(request);
  if (!chunks || !fileName || !asked.success) return fail(notFound("file"));
  return ok({ chunks, mediaType: mediaTypeOf(asked.data), fileName });
}

/** The file a link names, while the link holds and its asker may still have it. */
export async function follow(ticket: string, at: Date = systemClock()): Outcome<Download> {
  const [text = "", signature = ""] = ticket.split(".");
  if (!isSignedBy(key(), text, signature)) return fail(notFound("link that still holds"));
  const [workspaceId, id, userId, expiresAt] = shape.parse(
    JSON.parse(Buffer.from(text, "base64url").toString("utf8")),
  );
  if (at.getTime() > expiresAt) return fail(notFound("link that still holds"));
  return download({ principal: { userId, via: "system", scopes: null } }, workspaceId, id);
}

function key(): Uint8Array {
  const { NEXTAUTH_SECRET: given, dataDir } = environment();
  return keyFor(authSecret({ given, dataDir }), "sourceline download");
}
