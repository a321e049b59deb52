/** What a reading in a thread of its own calls: `inWorker` knows it by this name. */
export { readNow as answer } from "./read.ts";
