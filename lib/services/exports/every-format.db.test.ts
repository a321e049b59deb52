import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { formatIds, formats } from "#core/export/formats.ts";
import { reviewCreate } from "#lib/contracts/claims.ts";
import { exportQuery } from "#lib/contracts/exports.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { claim, type Newsroom, newsroom, source } from "../../../tests/support/factories.ts";
import { outcome, value } from "../../../tests/support/people.ts";
import { submit } from "../claims/transitions.ts";
import { decide } from "../reviews/reviews.ts";
import { stream } from "./exports.ts";

await testDatabase();

/** What the options of formats make of one. */
const variants = [
  ...formatIds.map((format) => ({ format })),
  ...(["links", "articles"] as const).map((rows) => ({ format: "csv" as const, rows })),
  ...(["pages", "lines"] as const).map((shape) => ({ format: "webannotation" as const, shape })),
  { format: "conll" as const, columns: "cofenet" as const },
];

async function bytesOf(room: Newsroom, asked: Record<string, unknown>): Promise<Buffer> {
  const request = exportQuery.parse({});
  const answer = value(await stream(room.viewer, room.w, room.projectId, { ...request, ...asked }));
  const parts: Buffer[] = [];
  for await (const chunk of answer.chunks) parts.push(Buffer.from(chunk));
  expect(answer.tally).toMatchObject({ articles: 1, claims: 2, links: 1, sources: 1 });
  return Buffer.concat(parts);
}

/** All that can be read in a file, also of what is packed in it. */
function readable(bytes: Buffer): string {
  if (bytes.subarray(0, 2).toString("latin1") !== "PK") return bytes.toString("utf8");
  return Object.entries(unzipSync(bytes))
    .map(([name, held]) => `${name}\n${Buffer.from(held).toString("utf8")}`)
    .join("\n");
}

async function filledRoom(): Promise<Newsroom> {
  const room = await newsroom({
    text: "🌊👩‍👧 [The Courier] [said] [the dam] would, he added, [hold]. נאט״ו [concurred]. Nobody was hurt.",
  });
  const [mention, cue, one, two, hebrew] = room.text.spans;
  const s = await source(room, "The Alder Courier");
  const chain = [{ category: "media_report", sources: [s], mention: [mention], cue: [cue] }];
  for (const fields of [
    { spans: [one, two], statement: "It would hold.", chain },
    { spans: [hebrew], statement: "הסכימו" },
  ]) {
    const { id } = await claim(room, fields);
    value(await submit(room.editor, room.w, id, 1));
    value(await decide(room.reviewer, room.w, id, 1, reviewCreate.parse({ decision: "approve" })));
  }
  await claim(room, { spans: [cue], statement: "A draft of mine." });
  return room;
}

describe("every format", () => {
  it.each(variants)("holds what was approved and no draft: %o", async (asked) => {
    const room = await filledRoom();
    const bytes = await bytesOf(room, asked);
    const text = readable(bytes);
    expect(text.length).toBeGreaterThan(20);
    expect(text).not.toContain("A draft of mine");
    expect(text).toMatch(/It would hold|the dam|An article|media_report|Courier/u);
  });

  it.each(variants)("is the same file from the same moment: %o", async (asked) => {
    const room = await filledRoom();
    const [one, two] = [await bytesOf(room, asked), await bytesOf(room, asked)];
    // Only when it was made, and what its being asked for left on record, tells them apart.
    const same = (bytes: Buffer) => readable(bytes).replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/gu, "").length;
    expect(same(one)).toBe(same(two));
  });

  it.each(variants.filter(({ format }) => !formats[format].needsText))(
    "can leave the article's words out: %o",
    async (asked) => {
      const room = await filledRoom();
      const text = readable(await bytesOf(room, { ...asked, text: "positions" }));
      for (const words of ["the dam", "would, he added", "Nobody was hurt", "concurred"])
        expect(text).not.toContain(words);
    },
  );

  it.each(variants)("is refused to whoever may not see the project: %o", async (asked) => {
    const room = await newsroom();
    const other = await newsroom();
    const request = { ...exportQuery.parse({}), ...asked };
    expect(outcome(await stream(other.owner, room.w, room.projectId, request))).toBe("not-found");
  });
});
