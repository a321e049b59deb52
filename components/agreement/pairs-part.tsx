"use client";
import { useState } from "react";
import { Select } from "#components/ui/select.tsx";
import { Table } from "#components/ui/table.tsx";
import type { ShownReport } from "#lib/contracts/agreement.ts";
import styles from "./agreement.module.css";
import type { Reading } from "./agreement-screen.tsx";
import { FigureView } from "./figure-view.tsx";
import { Chains, UnitizingTable } from "./summary-part.tsx";
import { fieldWords, number } from "./words.ts";

type Pair = ShownReport["pairs"][number];

export const keyOfPair = ({ a, b }: Pair) => `${a} ${b}`;

/** Which two coders; nothing where there are only two. */
export function PairChoice({
  report,
  reading,
  value,
  onChange,
}: {
  report: ShownReport;
  reading: Reading;
  value: string;
  onChange: (key: string) => void;
}) {
  if (report.pairs.length < 2) return null;
  return (
    <Select
      label="Coders"
      className={styles.choice}
      value={value}
      options={report.pairs.map((pair) => ({
        value: keyOfPair(pair),
        label: `${reading.nameOf(pair.a)} and ${reading.nameOf(pair.b)}`,
        hint: `${pair.articles} ${pair.articles === 1 ? "article" : "articles"}`,
      }))}
      onValueChange={onChange}
    />
  );
}

export function PairsPart({ report, reading }: { report: ShownReport; reading: Reading }) {
  const [first] = report.pairs;
  const [chosen, setChosen] = useState(first ? keyOfPair(first) : "");
  const pair = report.pairs.find((one) => keyOfPair(one) === chosen) ?? first;
  if (!pair) return <p className={styles.about}>No two coders have an article in common.</p>;
  type Row = Pair["fields"][number];
  const columns = [
    { id: "field", header: "Field", cell: ({ field }: Row) => fieldWords[field] },
    {
      id: "alpha",
      header: "Krippendorff’s α",
      cardLabel: "α",
      width: "24rem",
      cell: ({ alpha }: Row) => <FigureView figure={alpha} isAlpha />,
    },
    {
      id: "kappa",
      header: "Cohen’s κ",
      cardLabel: "Cohen’s κ",
      width: "7rem",
      align: "end" as const,
      cell: ({ cohenKappa }: Row) => number(cohenKappa.value),
    },
    {
      id: "units",
      header: "Units",
      cardLabel: "Units",
      width: "5rem",
      align: "end" as const,
      cell: ({ units }: Row) => units,
    },
  ];
  return (
    <div className={styles.parts}>
      <PairChoice report={report} reading={reading} value={keyOfPair(pair)} onChange={setChosen} />
      <h2 className={styles.title}>
        {reading.nameOf(pair.a)} and {reading.nameOf(pair.b)}, {pair.articles}{" "}
        {pair.articles === 1 ? "article" : "articles"}
      </h2>
      <UnitizingTable unitizing={pair.unitizing} title="What the two marked" />
      <section className={styles.part} aria-label="How the two labelled it">
        <h2 className={styles.title}>How the two labelled it</h2>
        <Table
          caption="Agreement of two coders by field"
          columns={columns}
          rows={pair.fields}
          rowKey={({ field }) => field}
        />
      </section>
      <Chains chains={pair.chains} />
    </div>
  );
}
