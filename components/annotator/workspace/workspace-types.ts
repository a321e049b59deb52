import type { Role } from "#core/review/state.ts";
import type { Span } from "#core/text/span.ts";
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

/** What a person looks at and is about to do; nothing here is saved. */
export type UiState = {
  activeId: string | null;
  /** Index among the active claim's own links. */
  activeLink: number | null;
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
  engine: ArticleEngine | null;
  /** Stands for "put the focus into": raised by shortcuts, lowered by the field it names. */
  focus: { readonly field: AskedField } | null;
  /** Chosen in the list, for what is done to several at once. */
  readonly selectedIds: readonly string[];
  /** Phones: the sheet with list or inspector is up. */
  isSheetOpen: boolean;
};
export type AskedField = "statement" | "source" | "comment";
export type InspectorTab = "claim" | "assessment" | "comments" | "history";

export const initialUi = (activeId: string | null): UiState => ({
  activeId,
  activeLink: null,
  familyKey: null,
  picking: null,
  selection: null,
  pointedAt: [],
  underPointer: [],
  here: null,
  tab: "claim",
  engine: null,
  focus: null,
  selectedIds: [],
  isSheetOpen: activeId !== null,
});
