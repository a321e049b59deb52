/** A page of the guide, as data: it is shown, and its commands are run by a test. */
export type GuidePage = {
  readonly slug: string;
  readonly title: string;
  readonly lead: string;
  readonly blocks: readonly Block[];
};

export type Block =
  /** A paragraph; words between backticks are code, `[words](address)` a link. */
  | { readonly p: string }
  | { readonly heading: string }
  | { readonly list: readonly string[] }
  | { readonly facts: readonly (readonly [term: string, meaning: string])[] }
  /** What is only read: a file's beginning, a program. */
  | { readonly code: string }
  | Step;

/** A command of a shell, what it answers, and what is kept of the answer for the commands after it. */
export type Step = {
  readonly run: string;
  readonly status: number;
  /** Variables of the shell, each with the path to its value in the answer: `items.0.id`. */
  readonly keep?: Readonly<Record<string, string>>;
  /** Words the answer holds, heads included. */
  readonly holds?: string;
};

export const isStep = (block: Block): block is Step => "run" in block;
