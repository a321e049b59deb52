"use client";
import { Checkbox, SegmentedControl } from "#components/ui/choice.tsx";
import { Select } from "#components/ui/select.tsx";
import { type FormatId, formats } from "#core/export/formats.ts";
import type { ExportChoice, FormatOptions } from "./choices.ts";
import styles from "./exports.module.css";
import { formatGroups, lossesOf, offsetWords } from "./format-words.ts";

type Props = { choice: ExportChoice; onChange: (change: Partial<ExportChoice>) => void };

const options = formatGroups.map(({ label, ids }) => ({
  label,
  options: ids.map((value) => ({ value, label: formats[value].label, hint: formats[value].use })),
}));

/** The format, what it is for, what it loses, and what only it can be asked. */
export function FormatFields({ choice, onChange }: Props) {
  const { format, text } = choice;
  return (
    <div className={styles.group}>
      <Select<FormatId>
        label="Format"
        options={options}
        value={format}
        onValueChange={(chosen) => onChange({ format: chosen })}
      />
      <FormatFacts format={format} />
      <OwnOptions
        choice={choice}
        onChange={(change) => onChange({ options: { ...choice.options, ...change } })}
      />
      {formats[format].needsText ? null : (
        <SegmentedControl
          label="Quoted text"
          labelHidden={false}
          options={[
            { value: "quoted", label: "With the words" },
            { value: "positions", label: "Positions only" },
          ]}
          value={text}
          onValueChange={(chosen) => onChange({ text: chosen })}
        />
      )}
      {text === "positions" && !formats[format].needsText ? (
        <p className={styles.hint}>
          For texts that may not leave the house: where claims stand, without the words.
        </p>
      ) : null}
    </div>
  );
}

function FormatFacts({ format }: { format: FormatId }) {
  const { use, offsets, needsText } = formats[format];
  return (
    <dl className={styles.facts}>
      <dt>For</dt>
      <dd>{use}</dd>
      <dt>Loses</dt>
      <dd>
        {lossesOf(format) ?? "nothing of articles, sources and claims. Comments and history stay here."}
      </dd>
      {offsetWords[offsets] === null ? null : (
        <>
          <dt>Positions</dt>
          <dd>{offsetWords[offsets]}</dd>
        </>
      )}
      {needsText ? (
        <>
          <dt>Text</dt>
          <dd>always with the articles’ words.</dd>
        </>
      ) : null}
    </dl>
  );
}

type OwnProps = { choice: ExportChoice; onChange: (change: Partial<FormatOptions>) => void };

function OwnOptions({ choice: { format, options: own }, onChange }: OwnProps) {
  if (format === "csv") return <CsvOptions own={own} onChange={onChange} />;
  if (format === "webannotation") {
    return (
      <SegmentedControl
        label="Shape"
        labelHidden={false}
        options={[
          { value: "collection", label: "One collection" },
          { value: "pages", label: "Pages, zipped" },
          { value: "lines", label: "One a line" },
        ]}
        value={own.shape}
        onValueChange={(shape) => onChange({ shape })}
      />
    );
  }
  if (format !== "conll") return null;
  return (
    <SegmentedControl
      label="Columns"
      labelHidden={false}
      options={[
        { value: "iob2", label: "IOB2 columns" },
        { value: "cofenet", label: "CofeNet lines" },
      ]}
      value={own.columns}
      onValueChange={(columns) => onChange({ columns })}
    />
  );
}

function CsvOptions({ own, onChange }: { own: FormatOptions; onChange: OwnProps["onChange"] }) {
  return (
    <>
      <SegmentedControl
        label="One row for each"
        labelHidden={false}
        options={[
          { value: "claims", label: "Claim" },
          { value: "links", label: "Link" },
          { value: "articles", label: "Article" },
        ]}
        value={own.rows}
        onValueChange={(rows) => onChange({ rows })}
      />
      <Checkbox
        label="Mark it as UTF-8 for Excel"
        hint="A byte order mark first. Without it Excel may show letters wrongly."
        checked={own.hasBom}
        onCheckedChange={(hasBom) => onChange({ hasBom })}
      />
      <Checkbox
        label="Raw cells"
        hint="Also what a spreadsheet would run as a formula. For programs only."
        checked={own.isRaw}
        onCheckedChange={(isRaw) => onChange({ isRaw })}
      />
    </>
  );
}
