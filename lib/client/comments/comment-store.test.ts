import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { CommentStore } from "./comment-store.ts";

/** Requests as they went out; each is answered when the test says so. */
let sent: { method: string; answer: (body: unknown) => Promise<void> }[] = [];
let store: CommentStore;

beforeEach(() => {
  sent = [];
  store = new CommentStore("desk", { articleId: "a" });
  vi.stubGlobal("fetch", (_: string, { method }: { method: string }) => {
    return new Promise((resolve) => {
      const answer = async (body: unknown) => {
        resolve({ ok: true, status: body === null ? 204 : 200, json: async () => body });
        await settled();
      };
      sent.push({ method, answer });
    });
  });
});
afterEach(() => vi.unstubAllGlobals());

/** Everything that follows from an answer has followed: none of it waits for more than promises. */
const settled = () => new Promise((resolve) => setTimeout(resolve));
const comment = (id: string, body = id) => ({ id, body, parentId: null, removedAt: null });
const list = (...ids: readonly string[]) => ({ items: ids.map((id) => comment(id)) });
const shown = () => store.snapshot().items?.map(({ body }) => body) ?? null;
const methods = () => sent.map(({ method }) => method).join(" ");

type Write = { what: string; begin: () => void; answer: unknown; kept: string[] };
const writes: readonly Write[] = [
  {
    what: "said",
    begin: () => void store.add({ id: "mine", body: "mine", mentions: [] }),
    answer: comment("mine"),
    kept: ["old", "mine"],
  },
  {
    what: "changed",
    begin: () => void store.edit("old", { body: "new" }),
    answer: comment("old", "new"),
    kept: ["new"],
  },
  { what: "taken back", begin: () => void store.remove("old"), answer: null, kept: [] },
];

describe("what one has", () => {
  beforeEach(async () => {
    void store.load();
    await sent[0]?.answer(list("old"));
  });

  test.each(writes)(
    "$what stays so when an earlier reading comes after it",
    async ({ begin, answer, kept }) => {
      void store.load();
      begin();
      await sent[2]?.answer(answer);
      await sent[1]?.answer(list("old"));
      expect(shown()).toEqual(kept);
      await sent[3]?.answer(list("from", "the", "server"));
      expect(shown()).toEqual(["from", "the", "server"]);
      expect(sent).toHaveLength(4);
    },
  );
});

describe("readings", () => {
  test("asked for many times at once are two, one after the other", async () => {
    for (let time = 0; time < 5; time += 1) void store.load();
    expect(methods()).toBe("GET");
    await sent[0]?.answer(list("first"));
    expect(shown()).toEqual(["first"]);
    await sent[1]?.answer(list("first", "second"));
    expect(shown()).toEqual(["first", "second"]);
    expect(methods()).toBe("GET GET");
  });

  test("are done when the last of them is", async () => {
    let isDone = false;
    void store.load();
    void store.load().then(() => {
      isDone = true;
    });
    await sent[0]?.answer(list());
    expect(isDone).toBe(false);
    await sent[1]?.answer(list());
    expect(isDone).toBe(true);
  });

  test("begin anew after the last", async () => {
    void store.load();
    await sent[0]?.answer(list("first"));
    void store.load();
    await sent[1]?.answer(list("second"));
    expect(shown()).toEqual(["second"]);
  });
});
