import { beforeAll, describe, expect, it } from "vitest";
import { eventHub } from "#lib/services/events/hub.ts";
import { GET } from "../../app/api/v1/workspaces/[w]/events/route.ts";
import { ORIGIN, withToken } from "../support/api-client.ts";
import { testDatabase } from "../support/database.ts";
import { claim, type Newsroom, newsroom } from "../support/factories.ts";

await testDatabase();
process.env.NEXTAUTH_SECRET = "a-secret-of-the-tests-and-of-nothing-else-0123456789";

let room: Newsroom;
let other: Newsroom;
beforeAll(async () => {
  room = await newsroom();
  other = await newsroom();
  await claim(room);
  await claim(other);
});

type Frame = Readonly<Record<string, string>>;

/** What a stream says until a frame of this name; then its reader goes. */
async function saidUntil(name: string, headers: Record<string, string>): Promise<Frame[]> {
  const sent = { ...(await withToken(room.viewer)), ...headers };
  const request = new Request(`${ORIGIN}/api/v1/workspaces/${room.w}/events`, { headers: sent });
  const { body } = await GET(request, { params: Promise.resolve({ w: room.w }) });
  const frames: Frame[] = [];
  if (!body) return frames;
  let rest = "";
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const parts = (rest + text).split("\n\n");
    rest = parts.pop() ?? "";
    frames.push(...parts.map(fieldsOf));
    if (frames.some(({ event }) => event === name)) break;
  }
  return frames;
}

const fieldsOf = (frame: string): Frame =>
  Object.fromEntries(frame.split("\n").map((line) => line.split(/: (.*)/su).slice(0, 2)));
const named = (frames: readonly Frame[]) => frames.flatMap(({ event }) => event ?? []);

describe("the id of the last event", () => {
  it("is gone on from: what came after it is told at once", async () => {
    const first = await saidUntil("hello", {});
    const at = first.at(-1)?.id ?? "";
    expect(at).toMatch(new RegExp(`^${room.w}:\\d+$`, "u"));
    const made = await claim(room);
    const frames = await saidUntil("change", { "last-event-id": at });
    expect(named(frames)).toEqual(["hello", "change"]);
    expect(frames.at(-1)?.data).toContain(made.id);
  });

  it.each([
    ["of another workspace", () => `${other.w}:1`],
    ["from the future", () => `${room.w}:999999`],
    ["from before all counting", () => `${room.w}:-1`],
    ["that is a number no more", () => `${room.w}:${"9".repeat(40)}`],
  ])("%s is answered with where the stream is, and that all must be read anew", async (_, id) => {
    const frames = await saidUntil("reset", { "last-event-id": id() });
    expect(named(frames)).toEqual(["hello", "reset"]);
    expect(frames.at(-1)?.id).toMatch(new RegExp(`^${room.w}:\\d{1,3}$`, "u"));
    expect(JSON.stringify(frames)).not.toContain(other.w);
  });
});

it("asked for its head only, a stream takes nobody's place", async () => {
  const headers = await withToken(room.viewer);
  for (let asked = 0; asked < 3; asked += 1) {
    const request = new Request(`${ORIGIN}/api/v1/workspaces/${room.w}/events`, { method: "HEAD", headers });
    const answer = await GET(request, { params: Promise.resolve({ w: room.w }) });
    expect([answer.status, answer.body, answer.headers.get("content-type")]).toEqual([
      200,
      null,
      "text/event-stream",
    ]);
  }
  expect(eventHub().streamsOf(room.viewer.principal.userId)).toBe(0);
});
