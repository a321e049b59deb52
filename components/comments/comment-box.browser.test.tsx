import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { ok, type Result } from "#core/result.ts";
import type { ApiFailure } from "#lib/client/api.ts";
import { CommentStore } from "#lib/client/comments/comment-store.ts";
import type { Comment } from "#lib/contracts/comments.ts";
import { CommentBox, type Written } from "./comment-box.tsx";
import { CommentsContext } from "./comments-context.tsx";

let root: Root;
let sent: { body: string; answer: (result: Result<Comment, ApiFailure>) => void }[];
let heard: string[];

const setting = {
  store: new CommentStore("desk", { articleId: "a" }),
  me: "me",
  canWrite: true,
  people: [],
  everybody: async () => [],
  nameOf: (id: string) => id,
  announce: (words: string) => heard.push(words),
};
// Reason for `as`: the box reads only whether it was taken.
const taken = ok({} as Comment);
const failure = { status: 0, title: "No answer", detail: "Try again." } as const;

beforeEach(() => {
  Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", true);
  window.sessionStorage.clear();
  sent = [];
  heard = [];
  const onSend = ({ body }: Written) =>
    new Promise<Result<Comment, ApiFailure>>((answer) => void sent.push({ body, answer }));
  root = createRoot(document.body.appendChild(document.createElement("div")));
  act(() =>
    root.render(
      <CommentsContext value={setting}>
        <CommentBox
          draft="here"
          label="Comment"
          send="Comment"
          autoFocus
          onSend={onSend}
          onDone={() => heard.push("Done.")}
        />
      </CommentsContext>,
    ),
  );
});
afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
});

const type = (keys: string) => act(async () => userEvent.keyboard(keys));

it.each([
  { what: "is cleared once it is sent", since: "", result: taken, left: "", told: "Done." },
  {
    what: "keeps what was written during the sending",
    since: " And more",
    result: taken,
    left: "First And more",
    told: "Sent. What you wrote since is kept here.",
  },
  {
    what: "keeps what was not taken",
    since: "",
    result: { ok: false as const, failure },
    left: "First",
    told: undefined,
  },
])("the box $what", async ({ since, result, left, told }) => {
  await type("First{Control>}{Enter}{/Control}");
  expect(sent[0]?.body).toBe("First");
  if (since) await type(since);
  await act(async () => sent[0]?.answer(result));
  await expect.element(page.getByRole("textbox", { name: "Comment" })).toHaveValue(left);
  expect(heard.at(-1)).toBe(told);
});

it("the box keeps a megabyte that is pasted, and says why it does not go", async () => {
  const text = "It rained. ".repeat(100_000);
  await act(async () => page.getByRole("textbox", { name: "Comment" }).fill(text));
  await type("{Control>}{Enter}{/Control}");
  expect(sent).toEqual([]);
  const box = page.getByRole("textbox", { name: "Comment" });
  await expect.element(box).toHaveAccessibleDescription(/1,100,000 characters are more than the 10,000/u);
  await expect.element(box).toHaveValue(text);
  await act(async () => box.fill("It rained."));
  await type("{Control>}{Enter}{/Control}");
  expect(sent[0]?.body).toBe("It rained.");
});
