import { describe, expect, it } from "vitest";
import { hardDocuments } from "../../../tests/support/laws/documents.ts";
import { writtenFile, writtenFolder } from "../../../tests/support/laws/written.ts";
import { brat } from "./brat.ts";
import { cas } from "./cas.ts";
import { conll } from "./conll.ts";
import { doccano } from "./doccano.ts";
import { ferryBrat, ferryColumns } from "./ferry.cases.ts";
import { hebrewBrat, hebrewLine, hebrewStructures, hebrewTasks } from "./hebrew.cases.ts";
import { labelStudio } from "./label-studio.ts";

const documents = hardDocuments.slice(1);

function fileOf(writer: Parameters<typeof writtenFolder>[0], ending: string, of = documents): string {
  const file = writtenFolder(writer, of).find(({ name }) => name.endsWith(ending));
  if (!file) throw new Error(`no file ${ending}`);
  return file.text;
}

/** A change here is a change for everyone who reads these files. */
describe("an article to the letter", () => {
  it("in brat", () => {
    expect(fileOf(brat, ".ann")).toBe(`${hebrewBrat.join("\n")}\n`);
  });

  it("in brat, with emoji", () => {
    expect(fileOf(brat, ".ann", hardDocuments.slice(0, 1))).toBe(`${ferryBrat.join("\n")}\n`);
  });

  it("in columns, with emoji", () => {
    expect(writtenFile(conll, hardDocuments.slice(0, 1))).toBe(`${ferryColumns.join("\n")}\n\n`);
  });

  it("in Label Studio", () => {
    expect(JSON.parse(fileOf(labelStudio, "tasks.json"))).toEqual(hebrewTasks);
  });

  it("in doccano", () => {
    expect(JSON.parse(writtenFile(doccano, documents))).toEqual(hebrewLine);
  });

  it("in CAS JSON", () => {
    const structures: readonly Record<string, string>[] = JSON.parse(fileOf(cas, ".json"))[
      "%FEATURE_STRUCTURES"
    ];
    const marks = structures.filter((structure) => !/Token|Sentence/u.test(structure["%TYPE"] ?? ""));
    expect(marks).toEqual(hebrewStructures);
  });
});
