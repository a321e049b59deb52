import type { Block } from "#core/text/blocks.ts";

/** What a text says of itself, offered and never imposed. */
export type SuggestedDetails = {
  readonly title?: string;
  readonly outlet?: string;
  readonly byline?: string;
  readonly publishedAt?: string;
  readonly language?: string;
  readonly direction?: "ltr" | "rtl";
  readonly url?: string;
};

/** Something brought in, read: the canonical text as it would be stored, and what it came as. */
export type Reading = {
  readonly text: string;
  /** In code points. */
  readonly length: number;
  readonly sha256: string;
  readonly blocks: readonly Block[];
  readonly title: string;
  readonly suggested: SuggestedDetails;
  readonly original: {
    readonly bytes: Uint8Array<ArrayBuffer>;
    readonly sha256: string;
    readonly mediaType: string;
    readonly fileName: string | null;
  };
  /** What the importer should look at: a guessed encoding. */
  readonly note: string | null;
};
