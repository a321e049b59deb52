import { migrate } from "./migrations.ts";

const url = process.env.DIRECT_DATABASE_URL ?? process.env.DATABASE_URL;
if (url === undefined) throw new Error("Set DATABASE_URL, or run: npm run cli -- migrate");
const applied = await migrate(url);
console.log(applied.length === 0 ? "Nothing to apply" : applied.map((name) => `Applied ${name}`).join("\n"));
