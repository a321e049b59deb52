type Move = {
  readonly direction: "left" | "right" | "forward" | "backward";
  readonly granularity: "character" | "word" | "line" | "lineboundary" | "documentboundary";
};

type KeyPress = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">;

/** What a key does to the caret; null for keys that are not the caret's. */
export function caretMove({ key, ctrlKey, metaKey, altKey }: KeyPress): Move | null {
  if (altKey) return null;
  const far = ctrlKey || metaKey;
  switch (key) {
    case "ArrowLeft":
      return { direction: "left", granularity: far ? "word" : "character" };
    case "ArrowRight":
      return { direction: "right", granularity: far ? "word" : "character" };
    case "ArrowUp":
      return far ? null : { direction: "backward", granularity: "line" };
    case "ArrowDown":
      return far ? null : { direction: "forward", granularity: "line" };
    case "Home":
      return { direction: "backward", granularity: far ? "documentboundary" : "lineboundary" };
    case "End":
      return { direction: "forward", granularity: far ? "documentboundary" : "lineboundary" };
    default:
      return null;
  }
}
