import { afterEach, expect, test, vi } from "vitest";
import { call } from "./api.ts";

afterEach(() => vi.unstubAllGlobals());

const problem = { type: "about:blank", status: 422, title: "Not right", detail: "Link 1 needs a source." };
const json = { "content-type": "application/json" };

/** A body whose head has arrived and whose rest never does: the page was left, or the network went. */
function brokenOff(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"actions":[')),
    pull: (controller) => controller.error(new DOMException("The user aborted a request.", "AbortError")),
  });
}

const answers: readonly [string, () => Response | Promise<Response>, unknown][] = [
  ["an answer", () => Response.json({ id: "c" }), { ok: true, value: { id: "c" } }],
  ["an answer that is null", () => Response.json(null), { ok: true, value: null }],
  ["no content", () => new Response(null, { status: 204 }), { ok: true, value: null }],
  [
    "an answer that breaks off",
    () => new Response(brokenOff(), { headers: json }),
    { ok: false, failure: expect.objectContaining({ status: 0 }) },
  ],
  [
    "no answer",
    () => Promise.reject(new TypeError("Failed to fetch")),
    { ok: false, failure: expect.objectContaining({ status: 0 }) },
  ],
  ["a problem", () => Response.json(problem, { status: 422 }), { ok: false, failure: problem }],
  [
    "a proxy's page of an error",
    () => new Response("<h1>Bad gateway</h1>", { status: 502 }),
    { ok: false, failure: expect.objectContaining({ status: 502, title: "The server could not answer" }) },
  ],
  [
    "a refusal that breaks off",
    () => new Response(brokenOff(), { status: 409, headers: json }),
    { ok: false, failure: expect.objectContaining({ status: 409 }) },
  ],
];

test.each(answers)("%s is a result, never an exception", async (_, answer, expected) => {
  vi.stubGlobal("fetch", async () => answer());
  expect(await call("GET", "/me")).toEqual(expected);
});
