import { at } from "./at.ts";
import { call } from "./call-text.ts";
import { remark } from "./marking.ts";
import type { ArticleKey, SampleThread } from "./shape.ts";

/** What the sample's people say to one another beside its claims. */
export const threads: Readonly<Record<ArticleKey, readonly SampleThread[]>> = {
  pass: [],
  call: [
    {
      ...remark(
        "editorB",
        "@Ada Lindqvist, is “differed” the writer’s own reading? Neither government says so.",
        ["editorA", "It is. Nobody is named for it, so I would mark it as own voice."],
      ),
      span: at(call.text, "their accounts of the 40-minute call differed"),
      mentions: ["editorA"],
      resolvedBy: null,
    },
    {
      ...remark("reviewer", "Which month is “last month” here? The communiqué carries no date.", [
        "editorB",
        "September: the article is of 14 October.",
      ]),
      span: at(call.text, "a joint communiqué last month"),
      mentions: [],
      resolvedBy: "reviewer",
    },
  ],
  bridge: [
    {
      ...remark(
        "editorA",
        "The memo is quoted, but was it seen or only described to the paper? @Rosa Amaral, how do we count it?",
      ),
      span: null,
      mentions: ["reviewer"],
      resolvedBy: null,
    },
  ],
};
