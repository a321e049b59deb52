import { describe, expect, it } from "vitest";
import { testDatabase } from "../../../tests/support/database.ts";
import { desk, value } from "../../../tests/support/people.ts";
import { importArticle } from "./import-article.ts";
import { getArticle, listArticles } from "./read.ts";

await testDatabase();

describe("importArticle", () => {
  it("stores a text, lists it and reads it back as it was", async () => {
    const { w, p, owner } = await desk();
    const text = "  A heading\r\n\r\nIt rained 🌧 today. ";
    const article = value(await importArticle(owner, w, p, { text }));
    expect(article.version.text).toBe("  A heading\n\nIt rained 🌧 today. ");
    expect(article.title).toBe("A heading");
    expect(article.layers).toHaveLength(1);
    const page = value(await listArticles(owner, w, p, { limit: 10, show: "active", sort: "activity" }));
    expect(page.items.map((row) => [row.id, row.length, row.claimCount])).toEqual([
      [article.id, [...article.version.text].length, 0],
    ]);
    expect(value(await getArticle(owner, w, article.id))).toEqual(article);
  });
});
