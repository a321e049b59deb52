import { describe, expect, it } from "vitest";
import type { Manifest, Verification } from "#lib/contracts/exports.ts";
import { manifestFacts, verdictWords } from "./verdict-words.ts";

const manifest: Manifest = {
  format: "sourceline-manifest/1",
  exportId: "e",
  installation: "https://desk.example.org",
  workspace: { id: "w", name: "Harbour desk" },
  project: { id: "p", name: "Ferries", approvalsNeeded: 1 },
  codebook: { id: "sourceline", version: 1 },
  requestedBy: { id: "u", name: "Ada" },
  createdAt: "2026-11-01T08:30:00.000Z",
  request: { format: "csv", state: "approved", author: "u", provenance: "hearsay" },
  moment: { at: "2026-11-01T08:30:00.000Z", eventNumber: "12", auditNumber: "9", auditHash: "h" },
  cursor: "c",
  counts: { articles: 1, claims: 2, links: 3, sources: 0, deleted: 4, notReviewed: 0 },
  files: [{ name: "ferries.csv", bytes: 10, sha256: "f" }],
};
const said = (verdict: Verification["verdict"]) => ({ verdict, detail: "", manifest, keyId: "k" });

describe("verdictWords", () => {
  it.each([
    ["genuine", "success", "Genuine"],
    ["altered", "danger", "Altered"],
    ["forged", "danger", "Forged"],
    ["unknown-key", "warning", "Signed by another installation"],
  ] as const)("says in plain words what it is: %s", (verdict, tone, title) => {
    expect(verdictWords(said(verdict), false)).toMatchObject({ tone, title });
  });

  it("names the installation that could know, and the moment since which a file may have been changed", () => {
    expect(verdictWords(said("unknown-key"), false).detail).toContain("https://desk.example.org");
    expect(verdictWords(said("altered"), false).detail).toContain("1 November 2026 at 08:30 UTC");
  });
});

describe("manifestFacts", () => {
  const facts = (change: Partial<Manifest> = {}) =>
    Object.fromEntries(manifestFacts({ ...manifest, ...change }));

  it("says what was exported, when, by whom, and of which moment", () => {
    expect(facts()).toMatchObject({
      Project: "Ferries, of Harbour desk",
      Made: "1 November 2026 at 08:30 UTC by Ada",
      Shows: "the project at event 12, audit row 9",
      Holds: "2 claims, 3 links, 1 article, 0 sources, 4 no more",
      Review: "one approval a claim",
    });
    expect(facts()["Asked for"]).toMatch(
      /^Approved claims as CSV; provenance Rumour or hearsay; by somebody \(u\)$/u,
    );
  });

  it("says that nothing was reviewed where nothing is, and how many approvals there are", () => {
    const project = { ...manifest.project, approvalsNeeded: 0 };
    const counts = { ...manifest.counts, notReviewed: 2 };
    expect(facts({ project, counts }).Review).toBe("none in this project: 2 not reviewed");
    expect(facts({ project: { ...project, approvalsNeeded: 2 } }).Review).toBe("2 approvals a claim");
  });

  it("shows a moment that is none as it stands", () => {
    expect(facts({ createdAt: "then" }).Made).toBe("then by Ada");
  });
});
