import { z } from "zod";
import { fail, ok, type Result } from "#core/result.ts";
import { type Failure, invalid } from "../failure.ts";

const shape = z.tuple([z.literal("export"), z.uuid(), z.string().regex(/^\d{1,18}$/)]);

/** Says up to which event of its project an export goes; the next one goes on from there. */
export function writeExportCursor(projectId: string, eventNumber: string): string {
  return Buffer.from(JSON.stringify(["export", projectId, eventNumber])).toString("base64url");
}

/** The event's number. A cursor of another project, or of an event that has not been, is refused. */
export function readExportCursor(
  name: string,
  cursor: string,
  { projectId, eventNumber }: { readonly projectId: string; readonly eventNumber: string },
): Result<string, Failure> {
  const parsed = shape.safeParse(parseJson(Buffer.from(cursor, "base64url").toString("utf8")));
  const elsewhere = `is no cursor of this project's exports; take it from the file's head, its end or its manifest`;
  if (!parsed.success || parsed.data[1] !== projectId) return fail(invalid(`/${name}`, elsewhere));
  const [, , number] = parsed.data;
  if (BigInt(number) <= BigInt(eventNumber)) return ok(number);
  return fail(
    invalid(
      `/${name}`,
      "names a moment that has not been here: was the database set back since it was given?",
    ),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
