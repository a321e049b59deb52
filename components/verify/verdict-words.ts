import { count, narrowingWords, titleOf } from "#components/exports/request-words.ts";
import { categoryOf } from "#core/provenance/codebook.ts";
import { sourceline1 } from "#core/provenance/sourceline1.ts";
import type { Manifest, Verification } from "#lib/contracts/exports.ts";

type Words = {
  readonly tone: "success" | "danger" | "warning";
  readonly title: string;
  readonly detail: string;
};

/** The verdict, what it means and what it does not. */
export function verdictWords({ verdict, manifest }: Verification, isFound: boolean): Words {
  switch (verdict) {
    case "genuine":
      return {
        tone: "success",
        title: "Genuine",
        detail: isFound
          ? "These bytes are those of an export that is kept here."
          : "This installation signed the manifest, and these bytes are those it speaks of.",
      };
    case "altered":
      return {
        tone: "danger",
        title: "Altered",
        detail: `The manifest is genuine, but this is not the file it speaks of: it was changed after ${timeWords(manifest.createdAt)}, or it is another one.`,
      };
    case "forged":
      return {
        tone: "danger",
        title: "Forged",
        detail:
          "The manifest was changed after it was signed, or was never signed here. Believe nothing it says.",
      };
    case "unknown-key":
      return {
        tone: "warning",
        title: "Signed by another installation",
        detail: `None of this installation’s keys signed the manifest. It names ${manifest.installation}: verify it there.`,
      };
  }
}

const inUtc = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });

function timeWords(at: string): string {
  const time = Date.parse(at);
  return Number.isNaN(time) ? at : `${inUtc.format(time)} UTC`;
}

/** What a manifest says, by name, in reading order. */
export function manifestFacts(manifest: Manifest): [name: string, value: string][] {
  const { workspace, project, moment, codebook, requestedBy, counts } = manifest;
  return [
    ["Project", `${project.name}, of ${workspace.name}`],
    ["Made", `${timeWords(manifest.createdAt)} by ${requestedBy.name}`],
    ["Shows", `the project at event ${moment.eventNumber}, audit row ${moment.auditNumber}`],
    ["Asked for", requestWords(manifest.request)],
    ["Holds", countWords(counts)],
    ["Review", reviewWords(manifest)],
    ["Codebook", `${codebook.id}, version ${codebook.version}`],
    ["Installation", manifest.installation],
  ];
}

/** Whoever verifies knows neither people nor sources of the workspace by their ids. */
const names = {
  person: (id: string) => `somebody (${id})`,
  category: (id: string) => categoryOf(sourceline1, id)?.label ?? id,
};

const requestWords = (request: Manifest["request"]) =>
  [titleOf(request), ...narrowingWords(request, names)].join("; ");

function countWords({ articles, claims, links, sources, deleted }: Manifest["counts"]): string {
  const all = [
    [claims, "claim"],
    [links, "link"],
    [articles, "article"],
    [sources, "source"],
  ] as const;
  const words = all.map(([many, noun]) => count(many, noun));
  return [...words, ...(deleted > 0 ? [`${deleted.toLocaleString("en")} no more`] : [])].join(", ");
}

function reviewWords({ project, counts }: Manifest): string {
  if (project.approvalsNeeded === 0) return `none in this project: ${counts.notReviewed} not reviewed`;
  return project.approvalsNeeded === 1
    ? "one approval a claim"
    : `${project.approvalsNeeded} approvals a claim`;
}
