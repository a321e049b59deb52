import { describe, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { desk, join, outcome, value } from "../../../tests/support/people.ts";
import { filesOf, importFiles } from "./import-files.ts";
import { getArticle } from "./read.ts";

await testDatabase();

const text = (name: string, content: string | Uint8Array<ArrayBuffer>) => new File([content], name);

describe("importFiles", () => {
  it("stores what can be stored and gives every other file its reason", async () => {
    const { w, p, owner } = await desk();
    const { rows } = value(
      await importFiles(owner, w, p, [
        text("rain.txt", "It rained.\r\n"),
        text("same.txt", "It rained.\n"),
        text("page.html", "<title>Snow</title><p>It snowed."),
        text("notes.md", "# Hail\n\nIt hailed."),
        text("empty.txt", ""),
        text("image.txt", Uint8Array.of(0x89, 0x50, 0x4e, 0x47)),
        text(
          "old.txt",
          new Uint8Array(Buffer.from("L'été était fini, à Orléans déjà. ".repeat(9), "latin1")),
        ),
        text("nul.txt", "a\0b"),
      ]),
    );
    expect(rows.map(({ name, status, title }) => [name, status, title])).toEqual([
      ["rain.txt", "stored", "It rained."],
      ["same.txt", "duplicate", "It rained."],
      ["page.html", "stored", "Snow"],
      ["notes.md", "stored", "Hail"],
      ["empty.txt", "failed", null],
      ["image.txt", "failed", null],
      ["old.txt", "stored", expect.any(String)],
      ["nul.txt", "failed", null],
    ]);
    expect(rows[1]?.articleId).toBe(rows[0]?.articleId);
    expect(rows[6]?.note).toMatch(/encoding/u);
    for (const row of rows) expect(row.problem === null).toBe(row.status === "stored");
    expect(await database().article.count({ where: { workspaceId: w } })).toBe(4);
    const article = value(await getArticle(owner, w, rows[3]?.articleId ?? ""));
    expect(article.version.blocks.map(({ kind }) => kind)).toEqual(["heading", "paragraph"]);
    const again = value(await importFiles(owner, w, p, [text("again.html", "<p>It snowed.</p>")]));
    expect(again.rows[0]).toMatchObject({ status: "duplicate", articleId: rows[2]?.articleId });
  });

  it("takes the files of a form, whatever its fields are called, and nothing else", async () => {
    const form = new FormData();
    form.append("files", text("a.txt", "a"));
    form.append("note", "not a file");
    form.append("more", text("b.txt", "b"));
    expect(filesOf(form).map(({ name }) => name)).toEqual(["a.txt", "b.txt"]);
  });

  it("stores a name without what no text may hold", async () => {
    const { w, p, owner } = await desk();
    const { rows } = value(await importFiles(owner, w, p, [text("a\0\ud83d.txt", "a")]));
    expect(rows).toMatchObject([{ name: "a\ufffd.txt", status: "stored" }]);
  });

  it("answers the same rows to a repeated key and stores nothing more", async () => {
    const { w, p, owner } = await desk();
    const keyed = { ...owner, idempotency: { route: "POST /imports", key: "k", requestHash: "h" } };
    const first = value(await importFiles(keyed, w, p, [text("a.txt", "a")]));
    expect(value(await importFiles(keyed, w, p, [text("a.txt", "a")]))).toEqual(first);
    expect(await database().article.count({ where: { workspaceId: w } })).toBe(1);
  });

  it("refuses no files, too many, and whoever may not import", async () => {
    const { w, p, owner } = await desk();
    const viewer = await join(w, "viewer");
    const foreign = await desk();
    const one = [text("a.txt", "a")];
    expect(outcome(await importFiles(owner, w, p, []))).toBe("invalid /files");
    expect(outcome(await importFiles(owner, w, p, Array(201).fill(one[0])))).toBe("invalid /files");
    expect(outcome(await importFiles(viewer, w, p, one))).toBe("not-found");
    expect(outcome(await importFiles(foreign.owner, w, p, one))).toBe("not-found");
    expect(await database().article.count({ where: { workspaceId: w } })).toBe(0);
  });
});
