import { licenceUrl } from "../licence";
import { columnType } from "../results-columns";
import type { DescribedColumn } from "../results-document";
import { citedAs, mediaType, type Named } from "./citation";
import { estimatesTable } from "./estimates-table";
import { itemsTable } from "./items-table";

/** A file as it lies in the bundle. */
export type Deposited = { readonly name: string; readonly bytes: number; readonly sha256: string };

/** datapackage.json after Frictionless Data Package 1.0: every file with its digest, the tables with their columns. */
export function dataPackage(
  named: Named,
  files: readonly Deposited[],
  columns: readonly DescribedColumn[],
): object {
  const { edition, digest, url } = named;
  const { title, creator, abstract, keywords } = citedAs(named);
  const schemas: Readonly<Record<string, readonly object[]>> = {
    "results.csv": columns.map(({ column, description }) => ({
      name: column,
      type: columnType(column),
      description,
    })),
    "items.csv": itemsTable(edition).columns.map((name) => ({
      name,
      type: name === "wording" ? "integer" : "string",
    })),
    "estimates.csv": (estimatesTable(edition)?.columns ?? []).map((name) => ({
      name,
      type: name === "item" || name === "unit" ? "string" : name === "round" ? "integer" : "number",
    })),
    "results-columns.csv": ["column", "description"].map((name) => ({ name, type: "string" })),
  };
  return {
    profile: "data-package",
    name: `${edition.study.slug}-edition-${edition.number}`,
    id: `sha256:${digest}`,
    title,
    description: abstract,
    homepage: url,
    version: String(edition.number),
    created: `${edition.publishedOn}T00:00:00Z`,
    keywords,
    ...(edition.study.licence && {
      licenses: [{ name: edition.study.licence, path: licenceUrl(edition.study.licence) }],
    }),
    contributors: [{ title: creator, role: "publisher" }],
    resources: files.map(({ name, bytes, sha256 }) => ({
      name: name.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
      path: name,
      mediatype: mediaType(name),
      bytes,
      hash: `sha256:${sha256}`,
      ...(schemas[name] && {
        profile: "tabular-data-resource",
        format: "csv",
        encoding: "utf-8",
        dialect: { lineTerminator: "\r\n" },
        schema: { fields: schemas[name], missingValues: [""] },
      }),
    })),
  };
}

/** ro-crate-metadata.json after RO-Crate 1.1. */
export function roCrate(named: Named, files: readonly Deposited[]): object {
  const { edition, digest, url } = named;
  const { title, creator, abstract, keywords } = citedAs(named);
  return {
    "@context": "https://w3id.org/ro/crate/1.1/context",
    "@graph": [
      {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        about: { "@id": "./" },
        conformsTo: { "@id": "https://w3id.org/ro/crate/1.1" },
      },
      {
        "@id": "./",
        "@type": "Dataset",
        name: title,
        description: abstract,
        datePublished: edition.publishedOn,
        version: String(edition.number),
        identifier: `sha256:${digest}`,
        keywords: keywords.join(", "),
        url,
        ...(edition.study.licence && { license: { "@id": licenceUrl(edition.study.licence) } }),
        publisher: { "@id": "#organiser" },
        hasPart: files.map(({ name }) => ({ "@id": name })),
      },
      { "@id": "#organiser", "@type": "Organization", name: creator },
      ...files.map(({ name, bytes, sha256 }) => ({
        "@id": name,
        "@type": "File",
        encodingFormat: mediaType(name),
        contentSize: String(bytes),
        sha256,
      })),
    ],
  };
}
