import { describe, expect, it } from "vitest";
import { InvalidEnvironment, readEnvironment } from "./environment.ts";

describe("readEnvironment", () => {
  it("serves the loopback from the embedded database, with the sample, when nothing is set", () => {
    const settings = readEnvironment({ PORT: "", DATABASE_URL: "  " });
    expect(settings).toMatchObject({ publicUrl: "http://127.0.0.1:3000", isEmbedded: true, hasSample: true });
    expect(settings.warnings).toEqual([]);
    expect(() => settings.databaseUrl).toThrow(InvalidEnvironment);
  });

  it("leaves the sample out of a database that is not its own", () => {
    const settings = readEnvironment({ DATABASE_URL: "postgres://db/x" });
    expect(settings).toMatchObject({ isEmbedded: false, hasSample: false, databaseUrl: "postgres://db/x" });
  });

  it("is secure under an https address only, and warns of plain http on another host", () => {
    expect(readEnvironment({ SOURCELINE_URL: "https://desk.example.org/" })).toMatchObject({
      publicUrl: "https://desk.example.org",
      isSecure: true,
      warnings: [],
    });
    expect(readEnvironment({ SOURCELINE_URL: "http://desk.example.org" }).warnings).toHaveLength(1);
  });

  it("names every setting that cannot be used", () => {
    const read = () =>
      readEnvironment({ PORT: "http", SOURCELINE_SAMPLE: "maybe", DATABASE_URL: "mysql://x" });
    expect(read).toThrow(/PORT.*SOURCELINE_SAMPLE.*DATABASE_URL/su);
  });

  it("refuses half of a group", () => {
    expect(() => readEnvironment({ OIDC_ISSUER: "https://id.example.org" })).toThrow(/OIDC_CLIENT_ID/u);
  });
});
