import { describe, expect, it } from "vitest";
import { firstPile, pilesFor, queryOf, reviewView, searchOf } from "./review-view.ts";

const ada = "01890000-0000-7000-8000-00000000000a";
const plain = { author: null, provenance: null, article: null, claim: null };

describe("what the queue shows", () => {
  it("is what awaits a reviewer, what came back to an editor, what waits for a viewer", () => {
    expect((["viewer", "editor", "reviewer", "admin", "owner"] as const).map(firstPile)).toEqual([
      "waiting",
      "returned",
      "awaiting",
      "awaiting",
      "awaiting",
    ]);
  });

  it("never offers a pile that must be empty for the role", () => {
    expect(pilesFor("editor")).not.toContain("awaiting");
    expect(pilesFor("viewer")).not.toContain("returned");
    expect(reviewView({ show: "awaiting" }, "editor").pile).toBe("returned");
  });

  it("takes no unknown pile and no author that is no id from an address", () => {
    expect(reviewView({ show: "everything", author: "ada'; drop", claim: "7" }, "reviewer")).toEqual({
      pile: "awaiting",
      ...plain,
    });
  });

  it("comes back from its own address", () => {
    const view = { pile: "rejected", author: ada, provenance: "hearsay", article: null, claim: ada } as const;
    const search = Object.entries(searchOf(view, "reviewer")).filter(([, value]) => value !== null);
    expect(reviewView(Object.fromEntries(search) as Record<string, string>, "reviewer")).toEqual(view);
    expect(searchOf({ pile: "awaiting", ...plain }, "reviewer").show).toBeNull();
  });
});

describe("what the server is asked for", () => {
  const reader = { userId: ada, role: "editor" } as const;

  it("is the reader's own claims in the pile of those sent back, whatever author the address names", () => {
    const view = { pile: "returned", ...plain, author: "01890000-0000-7000-8000-00000000000b" } as const;
    expect(queryOf(view, "p", reader)).toEqual({ project: "p", state: "changes_requested", author: ada });
  });

  it("asks for what is decidable only in the reviewer's own pile", () => {
    expect(queryOf({ pile: "awaiting", ...plain }, "p", reader)).toEqual({ project: "p", decidable: true });
    expect(queryOf({ pile: "waiting", ...plain, provenance: "hearsay" }, "p", reader)).toEqual({
      project: "p",
      state: "submitted",
      provenance: "hearsay",
    });
  });
});
