import { defineConfig } from "vitest/config";

/** Tests that need more than Node: they belong to projects of their own. */
const needsMore = ["**/node_modules/**", "**/*.db.test.ts", "**/*.browser.test.ts"];

export default defineConfig({
  test: {
    projects: [
      {
        // The domain and everything else that runs without a database or a browser.
        test: {
          name: "core",
          environment: "node",
          include: ["lib/**/*.test.ts", "scripts/**/*.test.ts"],
          exclude: needsMore,
        },
      },
      // "db": lib/**/*.db.test.ts, against a real PostgreSQL.
      // "browser": **/*.browser.test.ts, in Chromium.
    ],
  },
});
