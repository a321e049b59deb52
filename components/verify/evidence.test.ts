import { describe, expect, it } from "vitest";
import { noEvidence, readManifest, withFiles } from "./evidence.ts";

const named = (name: string, text = "") => new File([text], name);

describe("what was dropped", () => {
  it.each(["claims.csv.manifest.json", "claims.csv.manifest (1).json", "CLAIMS.MANIFEST.JSON"])(
    "is a manifest by its name: %s",
    (name) => {
      expect(withFiles(noEvidence, [named("claims.json"), named(name)])).toMatchObject({
        file: { name: "claims.json" },
        manifest: { name },
      });
    },
  );

  it("joins what was there before, and takes its place", () => {
    const first = withFiles(noEvidence, [named("old.csv"), named("a.manifest.json")]);
    const second = withFiles(first, [named("new.csv")]);
    expect([second.file?.name, second.manifest?.name]).toEqual(["new.csv", "a.manifest.json"]);
  });
});

describe("readManifest", () => {
  it("reads what has both parts", async () => {
    expect(await readManifest(named("m", '{"manifest":{},"signature":{}}'))).toEqual({
      manifest: {},
      signature: {},
    });
  });

  it.each(["", "nonsense", "null", "[]", '{"manifest":{}}'])(
    "takes nothing else for one: %j",
    async (text) => {
      expect(await readManifest(named("m", text))).toBeNull();
    },
  );
});
