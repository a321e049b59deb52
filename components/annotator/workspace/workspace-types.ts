import type { Role } from "#core/review/state.ts";
import type { Span } from "#core/text/span.ts";
import type { BulkAction, Skipped } from "#lib/client/workspace/chain-edit-bulk.ts";
import type { Article } from "#lib/contracts/articles.ts";
import type { ArticleEngine, SelectionDetail } from "../surface/article-types.ts";

export type WorkspaceProps = {
  /** Slug or id, as in the address. */
  workspace: string;
  project: { id: string; slug: string; name: string; disabledCategories: readonly string[] };
  article: Article;
  me: { id: string; name: string; role: Role };
  /** Of `?claim=`. */
  initialClaimId: string | null;
};

/** What the next selection in the text is for, when it is not for a new claim. */
export type Picking =
  | { readonly kind: "mention" | "cue" | "addressee"; readonly link: number }
  | { readonly kind: "hedge" };

/** What a category is being chosen for: words not yet a claim, a link of the active claim, or one to be put there. */
export type TagTarget =
  | { readonly kind: "words"; readonly span: Span }
  | { readonly kind: "link" | "new-link"; readonly at: number };

/** A question that stands beside the text until it is answered or left. */
export type Asking =
  | { readonly kind: "decision"; readonly target: TagTarget }
  | { readonly kind: "chain"; readonly target: TagTarget };

/** What came of an action on several claims. */
export type BulkReport = {
  readonly done: string;
  readonly skipped: readonly Skipped[];
  /** What undo calls it; null where nothing was done. While undo is for something else, it is not offered here. */
  readonly undoLabel: string | null;
};

/** What a person looks at and is about to do; nothing here is saved. */
export type UiState = {
  activeId: string | null;
  /** Claims chosen together in the list, in its order; two or more are tagged at once. */
  selectedIds: readonly string[];
  /** They were chosen after a claim was last opened: what is pressed is meant for them. */
  isChoosing: boolean;
  /** Index among the active claim's own links. */
  activeLink: number | null;
  /** Index among the own links where a new one is to be made once its category is chosen. */
  newLink: number | null;
  /** The claims last tagged, the latest last: what "the same again" takes over. */
  tagged: readonly string[];
  /** The codebook stands beside the categories while one is chosen. */
  isExplaining: boolean;
  asking: Asking | null;
  /** An action on several claims that waits for a yes. */
  bulk: BulkAction | null;
  bulkReport: BulkReport | null;
  /** A first digit was pressed: the family whose category is awaited. */
  familyKey: number | null;
  picking: Picking | null;
  selection: SelectionDetail | null;
  /** Under the pointer in the list or rail. */
  pointedAt: readonly string[];
  /** Under the pointer in the text. */
  underPointer: readonly string[];
  /** Several claims lie under one click: which? */
  here: { readonly ids: readonly string[]; readonly span: Span } | null;
  tab: InspectorTab;
  /** The list of everything said in the article is up: which thread was asked for, or what is to be said. */
  comments: CommentsShown | null;
  engine: ArticleEngine | null;
  /** What others do comes in as they do it; false once the stream that tells it has broken off. */
  isLive: boolean;
  /** Stands for "put the focus into": raised by shortcuts, lowered by the field it names. */
  focus: { readonly field: AskedField } | null;
  /** Phones: the sheet with list or inspector is up. */
  isSheetOpen: boolean;
};
export type CommentsShown = {
  readonly askedId: string | null;
  /** A new comment is being written: on these words, or on the whole article. */
  readonly writing: { readonly span: Span | null } | null;
};
export type AskedField = "statement" | "source" | "comment" | "chain" | "category" | "flag";
export type InspectorTab = "claim" | "assessment" | "comments" | "history";

export const initialUi = (activeId: string | null): UiState => ({
  activeId,
  selectedIds: [],
  isChoosing: false,
  activeLink: null,
  newLink: null,
  tagged: [],
  isExplaining: false,
  asking: null,
  bulk: null,
  bulkReport: null,
  familyKey: null,
  picking: null,
  selection: null,
  pointedAt: [],
  underPointer: [],
  here: null,
  tab: "claim",
  comments: null,
  engine: null,
  isLive: true,
  focus: null,
  isSheetOpen: activeId !== null,
});
