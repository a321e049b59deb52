import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { lockHolder, takeLock } from "./lock.mjs";

const newFile = () => join(mkdtempSync(join(tmpdir(), "lock-")), "lock.json");

it("refuses a second taker, names the first and where it serves, and is free once released", () => {
  const file = newFile();
  const taken = takeLock(file);
  if (!("lock" in taken)) throw new Error("not taken");
  taken.lock.update({ address: "http://127.0.0.1:1" });
  expect(takeLock(file)).toMatchObject({ holder: { pid: process.pid, address: "http://127.0.0.1:1" } });
  taken.lock.release();
  expect(lockHolder(file)).toBeNull();
  expect(takeLock(file)).toHaveProperty("lock");
});

it("takes the lock of a killed process", async () => {
  const file = newFile();
  const module = JSON.stringify(new URL("./lock.mjs", import.meta.url).href);
  const script = `import(${module}).then(({ takeLock }) => { takeLock(${JSON.stringify(file)}); console.log("taken"); setInterval(() => {}, 1e6); })`;
  const child = spawn(process.execPath, ["-e", script]);
  await new Promise((resume) => child.stdout.once("data", resume));
  expect(takeLock(file)).toMatchObject({ holder: { pid: child.pid } });
  const gone = new Promise((resume) => child.once("close", resume));
  child.kill("SIGKILL");
  await gone;
  expect(takeLock(file)).toHaveProperty("lock");
});

it("is not fooled by a process number that now belongs to another program", () => {
  const file = newFile();
  takeLock(file);
  const written = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify({ ...written, born: "another boot:1" }));
  expect(takeLock(file)).toHaveProperty("lock");
});

it("is not kept by a file that was never written whole", () => {
  const file = newFile();
  writeFileSync(file, "");
  expect(takeLock(file)).toHaveProperty("lock");
});
