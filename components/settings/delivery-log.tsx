"use client";
import { Send } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LoadMore } from "#components/ui/load-more.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Select } from "#components/ui/select.tsx";
import { Table } from "#components/ui/table.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { call, queryString } from "#lib/client/api.ts";
import { type DeliveryState, deliveryStates, type WebhookDelivery } from "#lib/contracts/webhooks.ts";
import { DeliveryDialog } from "./delivery-dialog.tsx";
import styles from "./settings.module.css";
import { useChange } from "./use-change.ts";
import { deliveryWords } from "./webhook-words.ts";

type Page = { readonly items: readonly WebhookDelivery[]; readonly next: string | null };
type Props = {
  /** Of the webhook, in the API. */
  readonly path: string;
  readonly isActive: boolean;
  readonly state: DeliveryState | null;
  readonly first: Page;
};

const ALL = "all";
const states = [
  { value: ALL, label: "All deliveries" },
  ...deliveryStates.map((value) => ({ value, label: deliveryWords[value].label })),
];
/** While something is being sent, so often; and so often at most. */
const LOOK_EVERY_MS = 1_500;
const MOST_LOOKS = 20;
const SOON_MS = 66_000;

/** What was sent, newest first, with how that went. */
export function DeliveryLog({ path, isActive, state, first }: Props) {
  const router = useRouter();
  const here = usePathname();
  const { pages, isBusy, more } = usePages(path, state, first);
  const known = new Set(first.items.map(({ id }) => id));
  const rows = [...first.items, ...pages.flatMap(({ items }) => items).filter(({ id }) => !known.has(id))];
  const last = pages.at(-1) ?? first;
  useLooks(isActive && first.items.some((one) => one.state === "pending"));
  const choose = (value: string) =>
    router.replace(value === ALL ? here : `${here}?state=${value}`, { scroll: false });
  return (
    <>
      <div className={styles.filter}>
        <Select
          aria-label="Which deliveries"
          size="sm"
          options={states}
          value={state ?? ALL}
          onValueChange={choose}
        />
      </div>
      <Table
        caption="Deliveries"
        columns={columnsOf(path, isActive)}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<Nothing isFiltered={state !== null} />}
      />
      {rows.length > 0 ? (
        <LoadMore
          shown={rows.length}
          hasMore={last.next !== null}
          busy={isBusy}
          noun={rows.length === 1 ? "delivery" : "deliveries"}
          onLoadMore={() => void more(last.next)}
        />
      ) : null}
    </>
  );
}

/** Pages after the first, for as long as the same deliveries are asked for. */
function usePages(path: string, state: DeliveryState | null, first: Page) {
  const { notify } = useToast();
  const [loaded, setLoaded] = useState<{ of: string | null; pages: readonly Page[] }>({
    of: state,
    pages: [],
  });
  const [isBusy, setIsBusy] = useState(false);
  const pages = loaded.of === state && first.next !== null ? loaded.pages : [];
  const more = async (after: string | null) => {
    setIsBusy(true);
    const answer = await call<Page>("GET", `${path}/deliveries${queryString({ state, after, limit: 50 })}`);
    setIsBusy(false);
    if (answer.ok) setLoaded({ of: state, pages: [...pages, answer.value] });
    else notify({ title: answer.failure.title, description: answer.failure.detail ?? "", tone: "danger" });
  };
  return { pages, isBusy, more };
}

/** Reads the page anew while something on it is about to change. */
function useLooks(isWaiting: boolean): void {
  const router = useRouter();
  useEffect(() => {
    if (!isWaiting) return;
    let looks = 0;
    const timer = setInterval(() => {
      looks += 1;
      if (looks > MOST_LOOKS) clearInterval(timer);
      else router.refresh();
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isWaiting, router]);
}

function columnsOf(path: string, isActive: boolean) {
  return [
    {
      id: "what",
      header: "What happened",
      cell: (delivery: WebhookDelivery) => <What delivery={delivery} />,
    },
    {
      id: "state",
      header: "State",
      cardLabel: "State",
      width: "10rem",
      cell: ({ state }: WebhookDelivery) => (
        <Badge tone={deliveryWords[state].tone}>{deliveryWords[state].label}</Badge>
      ),
    },
    {
      id: "answer",
      header: "Last answer",
      cardLabel: "Last answer",
      cell: (delivery: WebhookDelivery) => <Answer delivery={delivery} isActive={isActive} />,
    },
    {
      id: "when",
      header: "Made",
      cardLabel: "Made",
      width: "8rem",
      cell: ({ createdAt }: WebhookDelivery) => <RelativeTime at={createdAt} />,
    },
    {
      id: "actions",
      header: "",
      align: "end" as const,
      width: "11rem",
      cell: (delivery: WebhookDelivery) => <Doings path={path} isActive={isActive} delivery={delivery} />,
    },
  ];
}

function What({ delivery: { type, eventNumber } }: { delivery: WebhookDelivery }) {
  return (
    <span className={styles.who}>
      {type === null ? <span>Something you may not see</span> : <code className={styles.name}>{type}</code>}
      <span className={styles.quiet}>{eventNumber === null ? "A test" : `Event ${eventNumber}`}</span>
    </span>
  );
}

function Answer({ delivery, isActive }: { delivery: WebhookDelivery; isActive: boolean }) {
  const { attempts, lastStatus, lastError, lastAt, nextAt, state } = delivery;
  if (attempts === 0) return <span className={styles.quiet}>Not sent yet</span>;
  const times = attempts === 1 ? "1 attempt" : `${attempts} attempts`;
  // What comes within the minute has no number of minutes to be told by.
  const isSoon = nextAt !== null && Date.parse(nextAt) - Date.parse(lastAt ?? nextAt) <= SOON_MS;
  return (
    <span className={styles.who}>
      <span>{lastError ?? (lastStatus === null ? "Being sent" : `It answered ${lastStatus}.`)}</span>
      <span className={styles.quiet}>
        {times}
        {state === "failed" && nextAt && isActive ? (
          <>, the next {isSoon ? "in a moment" : <RelativeTime at={nextAt} />}</>
        ) : null}
      </span>
    </span>
  );
}

type DoingsProps = { path: string; isActive: boolean; delivery: WebhookDelivery };

function Doings({ path, isActive, delivery }: DoingsProps) {
  const change = useChange();
  const replay = () =>
    change(call("POST", `${path}/deliveries/${delivery.id}/replay`), "It is being sent again");
  return (
    <span className={styles.doings}>
      <DeliveryDialog delivery={delivery} />
      {isActive && delivery.state !== "pending" ? (
        <Button size="sm" onClick={replay}>
          Replay
        </Button>
      ) : null}
    </span>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  return isFiltered ? (
    <EmptyState compact icon={<Send />} title="None of these">
      Choose all deliveries to see what else was sent.
    </EmptyState>
  ) : (
    <EmptyState compact icon={<Send />} title="Nothing sent yet">
      What happens from now on is sent a moment later. Send a test to see that it arrives.
    </EmptyState>
  );
}
