import type { ClaimApi, Reading } from "./claim-api.ts";
import type { Drafts } from "./drafts.ts";
import type { Saving } from "./saving.ts";

export type StoreOptions = {
  readonly api: ClaimApi;
  readonly articleId: string;
  /** Null before the first claim of a person makes their layer. */
  readonly layerId: string | null;
  readonly me: string;
  readonly now?: () => number;
  /** Where unsent writes outlive the page; null where the device keeps nothing. */
  readonly drafts: Drafts | null;
  /** Said aloud and shown: what happened that the person did not ask for. */
  readonly onNotice?: (notice: StoreNotice) => void;
  /** What came with the claims, before they are shown. */
  readonly onRead?: (reading: Reading) => void;
};
export type StoreNotice = {
  readonly title: string;
  readonly detail?: string;
  readonly tone: "info" | "danger";
};

/** Of the store as a whole; each field keeps its value until it differs. */
export type Status = {
  readonly loading: "loading" | "loaded" | "failed";
  readonly saving: Saving;
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
};

/** Before the claims are there. */
export const initialStatus: Status = {
  loading: "loading",
  saving: { kind: "saved" },
  undoLabel: null,
  redoLabel: null,
};
