import type { DBSchema, IDBPDatabase } from "idb";
import type { Drafts } from "./drafts.ts";
import { newId } from "./new-id.ts";
import type { Write } from "./write.ts";

/** A write as it is kept: whose it is, of which article, and which page has it in hand. */
type Kept = Omit<Write, "because"> & {
  readonly person: string;
  readonly article: string;
  readonly page: string;
};
interface Schema extends DBSchema {
  drafts: { key: string; value: Kept; indexes: { place: [string, string] } };
}

const DATABASE = "sourceline";

/**
 * Unsent writes in this browser's own database. Each page of the article has its own in hand, and shows with a lock
 * that it is alive; what a page left that is alive no more, the next takes over. Null where there is no database.
 */
export function deviceDrafts(
  person: string,
  article: string,
  locks = typeof navigator === "undefined" ? undefined : navigator.locks,
): Drafts | null {
  if (typeof indexedDB === "undefined") return null;
  const place = `${DATABASE} ${person} ${article}`;
  const page = newId();
  const alone = <T>(work: () => Promise<T>): Promise<T> => (locks ? locks.request(place, work) : work());
  let opening: Promise<IDBPDatabase<Schema>> | null = null;
  const open = () => {
    opening ??= showAlive(locks, pageLock(page)).then(openDrafts);
    return opening;
  };
  return {
    alone,
    adopt: async () => {
      const database = await open();
      return alone(async () => adopted(database, { person, article, page }, await livingPages(locks)));
    },
    save: async (writes, gone) => {
      const database = await open();
      const change = database.transaction("drafts", "readwrite", { durability: "strict" });
      for (const key of gone) void change.store.delete(key);
      for (const { because: _, ...write } of writes) {
        void change.store.put({ ...write, person, article, page });
      }
      await change.done;
    },
  };
}

/** Holds a lock for as long as the page is there; the browser lets go of it with the page, whatever ended it. */
function showAlive(locks: LockManager | undefined, name: string): Promise<void> {
  if (!locks) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const hold = () => {
      resolve();
      return new Promise<never>(() => undefined);
    };
    locks.request(name, hold).catch(reject);
  });
}

async function openDrafts(): Promise<IDBPDatabase<Schema>> {
  const { openDB } = await import("idb");
  return openDB<Schema>(DATABASE, 1, {
    upgrade: (database) =>
      void database
        .createObjectStore("drafts", { keyPath: "key" })
        .createIndex("place", ["person", "article"]),
  });
}

type Mine = Pick<Kept, "person" | "article" | "page">;

async function adopted(
  database: IDBPDatabase<Schema>,
  { person, article, page }: Mine,
  alive: ReadonlySet<string>,
): Promise<Write[]> {
  const change = database.transaction("drafts", "readwrite");
  const all = await change.store.index("place").getAll([person, article]);
  const left = all.filter((kept) => kept.page !== page && !alive.has(pageLock(kept.page)));
  for (const kept of left) void change.store.put({ ...kept, page });
  await change.done;
  return left
    .sort((one, other) => one.order - other.order)
    .map(({ person: _p, article: _a, page: _g, ...write }) => ({ ...write, because: [] }));
}

const pageLock = (page: string): string => `${DATABASE} page ${page}`;

async function livingPages(locks: LockManager | undefined): Promise<ReadonlySet<string>> {
  const { held = [] } = (await locks?.query()) ?? {};
  return new Set(held.flatMap(({ name }) => name ?? []));
}
