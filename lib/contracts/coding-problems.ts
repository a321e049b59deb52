import { conflict, type ProblemType } from "./problem-type.ts";

/** What may stand in the way of coding blind, of comparing and of settling what coders differ in. */
export const codingProblems = {
  "unit-changed": conflict(
    "The coders’ claims are not as you saw them",
    "One has changed, come or gone. Nothing was decided.",
    "Read the article’s adjudication again.",
  ),
  "already-decided": conflict(
    "This has been decided already",
    "Somebody settled it before you, or you did in another window.",
    "Read their decision. Undo it first if it should be another one.",
  ),
  "parent-undecided": conflict(
    "Decide on the outer claim first",
    "This claim is nested in one that has not been settled, and takes its place beneath what comes of it.",
    "Settle the outer one, then this.",
  ),
  "nothing-to-compare": conflict(
    "There is nothing to compare",
    "Agreement needs articles with two layers or more that are finished and that you may see.",
    "Have two people finish an article of a blind project, and release their layers.",
  ),
  "layers-released": conflict(
    "The layers of this article are released",
    "Everybody sees what each editor marked alone. It is compared and counted, so it stays as it was, and nobody begins alone any more. Nothing was changed.",
    "Comment on it, or take it up in the adjudication.",
  ),
  "layers-full": conflict(
    "Enough editors work on this article",
    "As many have begun, or were given it, as the blind project asks for. Nothing was changed.",
    "Ask an admin to assign it to you as well.",
  ),
  "layers-unfinished": conflict(
    "Not everybody has finished",
    "Somebody who codes this article has not finished, or fewer have begun than the project asks for. Nothing was released.",
    "Wait for them, or send `force` with a reason.",
  ),
  "nothing-to-release": conflict(
    "There is nothing to release",
    "The article’s layers are released already, or nobody has marked anything in it alone.",
    "Nothing needs to be done.",
  ),
} satisfies Record<string, ProblemType>;
