// Refuses a room of the domain or of the policy that is tested too little (docs/architecture, Tests): test lines and
// tables of cases against source lines, blank ones left out. What the lines are worth, coverage and reviewers say.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "./prepare.mjs";
import { repositoryFiles } from "./sources.mjs";

/** Test lines a source line. Less was where a branch or a law went untested; far more would only repeat the code. */
export const LEAST = 1.5;

const COUNTED = /^lib\/(core|authz)\/.*\.ts$/u;
const TEST = /\.(test|cases)\.ts$/u;
const linesOf = (text) => text.split("\n").filter((line) => line.trim() !== "").length;

/** `lib/core/text/span.ts` is in the room `lib/core/text`, `lib/core/result.ts` in `lib/core`. */
export const roomOf = (file) => file.split("/").slice(0, -1).slice(0, 3).join("/");

/** Source and test lines by room, of `[path, text]` pairs. Data files of the codebook are no code: JSON is not counted. */
export function countRooms(files) {
  const rooms = new Map();
  for (const [file, text] of files.filter(([file]) => COUNTED.test(file))) {
    const room = rooms.get(roomOf(file)) ?? { source: 0, test: 0 };
    room[TEST.test(file) ? "test" : "source"] += linesOf(text);
    rooms.set(roomOf(file), room);
  }
  return rooms;
}

/** The rooms with fewer test lines than `LEAST` a source line. */
export const tooFew = (rooms) =>
  [...rooms].filter(([, { source, test }]) => test < LEAST * source).map(([room]) => room);

function main() {
  const files = repositoryFiles().filter((file) => COUNTED.test(file));
  const rooms = countRooms(files.map((file) => [file, readFileSync(join(ROOT, file), "utf8")]));
  for (const [room, { source, test }] of rooms) {
    const ratio = (test / source).toFixed(2);
    console.log(`${room.padEnd(24)} ${String(test).padStart(5)} : ${String(source).padStart(4)} = ${ratio}`);
  }
  const refused = tooFew(rooms);
  for (const room of refused) console.error(`${room} has fewer than ${LEAST} test lines a source line`);
  process.exitCode = refused.length > 0 || rooms.size === 0 ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) main();
