import { importedIn } from "../imported";
import { licenceUrl } from "../licence";
import type { Edition } from "../publication";

/** An edition and where it stands, for files that name it to others. */
export type Named = { readonly edition: Edition; readonly digest: string; readonly url: string };

const SIMULATED = "Simulated panel: the answers were drawn by a program and say nothing about the world. ";

const elsewhere = ({ rounds }: Edition): string => {
  const imported = importedIn(rounds);
  if (!imported) return "";
  const those = imported.last === 1 ? "Round 1 was" : `Rounds 1 to ${imported.last} were`;
  return `${those} run elsewhere and imported. `;
};

/** How an edition is named wherever it is cited. Absent facts are left out, never invented. */
export function citedAs({ edition }: Named) {
  const { title, question, organiser, simulated } = edition.study;
  return {
    title: `${title}, edition ${edition.number}${simulated ? " (simulated panel)" : ""}`,
    creator: organiser || "Tholos",
    abstract: `${simulated ? SIMULATED : ""}${elsewhere(edition)}Results of a Delphi study in ${edition.rounds.length === 1 ? "one round" : `${edition.rounds.length} rounds`}. The question: ${question}`,
    keywords: ["Delphi method", "expert consultation", ...(simulated ? ["simulated data"] : [])],
    from: edition.rounds[0]!.openedOn,
    until: edition.rounds.at(-1)!.closedOn,
  };
}

/** CITATION.cff, version 1.2.0. A JSON string is a string of YAML as well, whatever it holds. */
export function citationFile(named: Named): string {
  const { edition, digest, url } = named;
  const { title, creator, abstract, keywords } = citedAs(named);
  const lines: readonly (readonly [string, string])[] = [
    ["cff-version", "1.2.0"],
    ["message", "If you use these results, please cite this edition."],
    ["type", "dataset"],
    ["title", title],
    ["abstract", abstract],
    ["version", String(edition.number)],
    ["date-released", edition.publishedOn],
    ["url", url],
    ...(edition.study.licence ? [["license", edition.study.licence] as const] : []),
  ];
  return [
    ...lines.map(([key, text]) => `${key}: ${JSON.stringify(text)}`),
    "authors:",
    `  - name: ${JSON.stringify(creator)}`,
    "identifiers:",
    "  - type: other",
    `    value: ${JSON.stringify(`sha256:${digest}`)}`,
    '    description: "SHA-256 of edition.json"',
    "keywords:",
    ...keywords.map((word) => `  - ${JSON.stringify(word)}`),
    "",
  ].join("\n");
}

/** Metadata after the DataCite schema 4.5, ready for an archive that gives the edition a DOI. */
export function dataCite(named: Named, files: readonly string[]) {
  const { edition, digest, url } = named;
  const { title, creator, abstract, keywords, from, until } = citedAs(named);
  return {
    schemaVersion: "http://datacite.org/schema/kernel-4",
    types: { resourceTypeGeneral: "Dataset", resourceType: "Results of a Delphi study" },
    creators: [{ name: creator, nameType: "Organizational" }],
    titles: [{ title }],
    publisher: { name: creator },
    publicationYear: edition.publishedOn.slice(0, 4),
    version: String(edition.number),
    url,
    ...(edition.study.licence && {
      rightsList: [
        {
          rightsIdentifier: edition.study.licence,
          rightsIdentifierScheme: "SPDX",
          rightsUri: licenceUrl(edition.study.licence),
        },
      ],
    }),
    dates: [
      { date: edition.publishedOn, dateType: "Issued" },
      { date: `${from}/${until}`, dateType: "Collected" },
    ],
    subjects: keywords.map((subject) => ({ subject })),
    descriptions: [
      { description: abstract, descriptionType: "Abstract" },
      {
        description: `Answers in anonymous rounds by a locked protocol (SHA-256 ${edition.protocolDigest}); figures about fewer than ${edition.protocol.minimumGroup} experts are withheld.`,
        descriptionType: "Methods",
      },
    ],
    alternateIdentifiers: [{ alternateIdentifier: digest, alternateIdentifierType: "SHA-256" }],
    ...(edition.previous && {
      relatedIdentifiers: [
        {
          relatedIdentifier: url.replace(/\d+$/, String(edition.number - 1)),
          relatedIdentifierType: "URL",
          relationType: "IsNewVersionOf",
        },
      ],
    }),
    formats: [...new Set(files.map(mediaType))],
  };
}

const TYPES: Readonly<Record<string, string>> = {
  cff: "application/yaml",
  csv: "text/csv",
  json: "application/json",
  png: "image/png",
  py: "text/x-python",
  R: "text/x-r-source",
  sps: "application/x-spss-sps",
  svg: "image/svg+xml",
  txt: "text/plain",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The type of a file of a bundle by the end of its name. */
export const mediaType = (name: string): string =>
  TYPES[/\.([A-Za-z]+)$/.exec(name)?.[1] ?? ""] ?? "text/plain";
