import { ProvenanceChip } from "#components/claims/provenance-chip.tsx";
import { Table } from "#components/ui/table.tsx";
import type { ShownReport } from "#lib/contracts/agreement.ts";
import styles from "./agreement.module.css";
import type { Reading } from "./agreement-screen.tsx";
import { FigureView } from "./figure-view.tsx";
import { fieldWords, metricWords, number, unitizingWords } from "./words.ts";

type Props = { report: ShownReport; reading: Reading };

export function SummaryPart({ report, reading }: Props) {
  const { counts, coders } = report;
  return (
    <div className={styles.parts}>
      <p className={styles.about}>
        {coders.length} coders, {counts.articles} {counts.articles === 1 ? "article" : "articles"},{" "}
        {counts.claims} claims in {counts.units} units, of which {counts.sharedUnits} were marked by two or
        more ({counts.pairable} pairable values). Krippendorff’s own advice for α: .80 and more is solid, from
        .667 conclusions are tentative.
      </p>
      <UnitizingTable unitizing={report.unitizing} title="What was marked" />
      <Labelling fields={report.fields} />
      <Chains chains={report.chains} />
      <Categories report={report} reading={reading} />
    </div>
  );
}

export function UnitizingTable({ unitizing, title }: { unitizing: ShownReport["unitizing"]; title: string }) {
  const columns = [
    {
      id: "what",
      header: "Measure",
      cell: ({ label, about }: (typeof unitizingWords)[number]) => (
        <span className={styles.what}>
          {label}
          <span className={styles.quiet}>{about}</span>
        </span>
      ),
    },
    {
      id: "value",
      header: "Value, 95 % interval",
      cardLabel: "Value",
      width: "24rem",
      cell: ({ id }: (typeof unitizingWords)[number]) => <FigureView figure={unitizing[id]} />,
    },
  ];
  return (
    <section className={styles.part} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <Table caption={title} columns={columns} rows={unitizingWords} rowKey={({ id }) => id} />
      <p className={styles.quiet}>
        agr one way {number(unitizing.agrForth.value)}, the other way {number(unitizing.agrBack.value)}.
        {unitizing.alphaU.leftOut > 0
          ? ` α_U leaves out ${unitizing.alphaU.leftOut} comparisons of texts with overlapping claims of one level.`
          : ""}
        {unitizing.gamma.value === null
          ? ""
          : ` γ is the mean over ${unitizing.gamma.texts} comparisons of texts.`}
      </p>
    </section>
  );
}

type Field = ShownReport["fields"][number];

function Labelling({ fields }: { fields: readonly Field[] }) {
  const columns = [
    {
      id: "field",
      header: "Field",
      cell: ({ field, metric }: Field) => (
        <span className={styles.what}>
          {fieldWords[field]}
          <span className={styles.quiet}>α {metricWords[metric]}</span>
        </span>
      ),
    },
    {
      id: "alpha",
      header: "Krippendorff’s α, 95 % interval",
      cardLabel: "α",
      width: "24rem",
      cell: ({ alpha }: Field) => <FigureView figure={alpha} isAlpha />,
    },
    {
      id: "units",
      header: "Units",
      cardLabel: "Units",
      width: "5rem",
      align: "end" as const,
      cell: ({ units }: Field) => units,
    },
    {
      id: "pairable",
      header: "Pairable",
      cardLabel: "Pairable",
      width: "6rem",
      align: "end" as const,
      cell: ({ pairable }: Field) => pairable,
    },
    {
      id: "fleiss",
      header: "Fleiss’ κ",
      cardLabel: "Fleiss’ κ",
      width: "6rem",
      align: "end" as const,
      cell: ({ fleissKappa }: Field) => number(fleissKappa.value),
    },
  ];
  return (
    <section className={styles.part} aria-label="How it was labelled">
      <h2 className={styles.title}>How it was labelled</h2>
      <p className={styles.about}>Of claims that two coders marked on the same words.</p>
      <Table caption="Agreement by field" columns={columns} rows={fields} rowKey={({ field }) => field} />
    </section>
  );
}

export function Chains({ chains }: { chains: ShownReport["chains"] }) {
  const rows = [
    { id: "exact", label: "The same, hop by hop", figure: chains.exact },
    { id: "first", label: "The same first source", figure: chains.firstSource },
    { id: "alpha", label: "α, edit distance of the sources", figure: chains.sourceAlpha },
    ...chains.hops.map(({ hop, category, comparisons }) => ({
      id: `hop ${hop}`,
      label: `The same category at hop ${hop} (of ${comparisons})`,
      figure: category,
    })),
  ];
  type Row = (typeof rows)[number];
  const columns = [
    { id: "what", header: "Measure", cell: ({ label }: Row) => label },
    {
      id: "value",
      header: "Value, 95 % interval",
      cardLabel: "Value",
      width: "24rem",
      cell: ({ id, figure }: Row) => <FigureView figure={figure} isAlpha={id === "alpha"} />,
    },
  ];
  return (
    <section className={styles.part} aria-label="Chains of attribution">
      <h2 className={styles.title}>Chains of attribution</h2>
      <Table caption="Agreement on chains" columns={columns} rows={rows} rowKey={({ id }) => id} />
      <p className={styles.quiet}>
        {chains.comparisons} comparisons; chains differ by {number(chains.lengthDifference.value)} hops on
        average.
      </p>
    </section>
  );
}

function Categories({ report, reading }: Props) {
  type Row = ShownReport["categories"][number];
  const columns = [
    {
      id: "category",
      header: "Category",
      cell: ({ category }: Row) => <ProvenanceChip codebook={reading.codebook} category={category} />,
    },
    {
      id: "alpha",
      header: "α against all others",
      cardLabel: "α",
      width: "24rem",
      cell: ({ alpha }: Row) => <FigureView figure={alpha} isAlpha />,
    },
    {
      id: "f1",
      header: "F1, marked and labelled alike",
      cardLabel: "F1",
      width: "10rem",
      align: "end" as const,
      cell: ({ f1 }: Row) => number(f1.value),
    },
    {
      id: "values",
      header: "Values",
      cardLabel: "Values",
      width: "5rem",
      align: "end" as const,
      cell: ({ values }: Row) => values,
    },
  ];
  return (
    <section className={styles.part} aria-label="By category">
      <h2 className={styles.title}>By category</h2>
      <Table
        caption="Agreement by category"
        columns={columns}
        rows={report.categories}
        rowKey={({ category }) => category}
      />
    </section>
  );
}
