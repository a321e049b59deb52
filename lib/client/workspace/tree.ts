import type { ClaimView } from "./change.ts";
import type { Row } from "./order.ts";

/** A row of the list as it is shown and read aloud. */
export type TreeRow = {
  readonly claim: ClaimView;
  /** Under how many of the rows shown it hangs. */
  readonly level: number;
  /** Place among its siblings shown, from 1, and how many they are. */
  readonly position: number;
  readonly size: number;
  readonly children: number;
  readonly isCollapsed: boolean;
  /** Place of its parent among the rows, or null. */
  readonly parent: number | null;
};

type Node = { readonly row: Row; readonly parent: Node | null; position: number; children: number };

/**
 * The rows to show: those that match, each under the nearest one shown that it is nested in, without what hangs
 * below a collapsed one. `null` for `matching` shows all.
 */
export function treeOf(
  rows: readonly Row[],
  matching: ReadonlySet<string> | null,
  collapsed: ReadonlySet<string>,
): TreeRow[] {
  const { nodes, roots } = nested(rows, matching);
  const places = new Map<Node, number>();
  const shown: TreeRow[] = [];
  for (const node of nodes) {
    const { row, parent } = node;
    const at = parent && places.get(parent);
    if (parent && (at === undefined || collapsed.has(parent.row.claim.id))) continue;
    places.set(node, shown.length);
    shown.push({
      claim: row.claim,
      level: at === null || at === undefined ? 0 : (shown[at]?.level ?? 0) + 1,
      position: node.position,
      size: parent ? parent.children : roots,
      children: node.children,
      isCollapsed: node.children > 0 && collapsed.has(row.claim.id),
      parent: at ?? null,
    });
  }
  return shown;
}

function nested(rows: readonly Row[], matching: ReadonlySet<string> | null) {
  const nodes: Node[] = [];
  const open: { level: number; node: Node | null }[] = [];
  let roots = 0;
  for (const row of rows) {
    while ((open.at(-1)?.level ?? -1) >= row.level) open.pop();
    const isShown = matching === null || matching.has(row.claim.id);
    const parent = open.findLast(({ node }) => node !== null)?.node ?? null;
    if (!isShown) {
      open.push({ level: row.level, node: null });
      continue;
    }
    const position = parent ? ++parent.children : ++roots;
    const node = { row, parent, position, children: 0 };
    nodes.push(node);
    open.push({ level: row.level, node });
  }
  return { nodes, roots };
}

/**
 * The next row after `from` whose name begins with what was typed, around the end; null where none does. While a
 * word grows the row at hand may go on fitting; one letter alone always leads onward.
 */
export function typedRow(names: readonly string[], from: number, typed: string): number | null {
  const start = typed.length > 1 ? Math.max(0, from) : from + 1;
  const wanted = typed.toLowerCase();
  for (let step = 0; step < names.length; step += 1) {
    const at = (start + step) % names.length;
    if (names[at]?.toLowerCase().startsWith(wanted)) return at;
  }
  return null;
}
