import { expect, it } from "vitest";
import { isUnavailable } from "./unavailable.ts";

/** As the driver's adapter throws where no transaction has begun. */
const driver = (cause: object) => new Error("DriverAdapterError", { cause });

it.each([
  ["no connection of the pool came free", new Error("timeout exceeded when trying to connect"), true],
  ["a new connection did not come about", new Error("Connection terminated due to connection timeout"), true],
  ["the server is starting", driver({ kind: "postgres", code: "57P03", originalCode: "57P03" }), true],
  ["the server is stopping", driver({ kind: "postgres", code: "57P01" }), true],
  [
    "nobody listens at any of a host's addresses",
    Object.assign(new AggregateError([]), { code: "ECONNREFUSED" }),
    true,
  ],
  ["a wrong statement", driver({ kind: "postgres", code: "42601", originalCode: "42601" }), false],
  ["a mistake of ours", new TypeError("undefined is not a function"), false],
  ["no error at all", "timeout exceeded when trying to connect", false],
])("%s", (_, error, isSo) => {
  expect(isUnavailable(error)).toBe(isSo);
});
