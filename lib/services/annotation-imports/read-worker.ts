import { parentPort, workerData } from "node:worker_threads";
import { type ReadRequest, readNow } from "./read.ts";

// `inWorker` hands over exactly what `read` gave it.
parentPort?.postMessage(readNow(workerData as ReadRequest));
