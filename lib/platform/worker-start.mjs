// The beginning of a thread of `worker.ts`: plain JavaScript, for a thread does not inherit what reads TypeScript.
import { parentPort, workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
const { answer } = await import(workerData.address);
parentPort?.postMessage(answer(workerData.value));
