import type { ClaimView } from "./change.ts";
import type { ClaimApi } from "./claim-api.ts";
import type { Entry } from "./entry.ts";
import type { Saving } from "./saving.ts";
import type { Keep } from "./unsaved.ts";

export type StoreOptions = {
  readonly api: ClaimApi;
  readonly articleId: string;
  /** Null before the first claim of a person makes their layer. */
  readonly layerId: string | null;
  readonly me: string;
  readonly now?: () => number;
  /** Where unsaved changes outlive the page. */
  readonly keep?: Keep;
  /** Said aloud and shown: what happened that the person did not ask for. */
  readonly onNotice?: (notice: StoreNotice) => void;
};
export type StoreNotice = {
  readonly title: string;
  readonly detail?: string;
  readonly tone: "info" | "danger";
};

export type Snapshot = {
  readonly claims: ReadonlyMap<string, ClaimView>;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly saving: Saving;
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
};
