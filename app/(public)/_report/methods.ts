import { getTranslations } from "next-intl/server";
import { measuresUsed } from "@/app/_figures/measures-used";
import { dates } from "@/app/_server/dates";
import { importedNotes, importedShare } from "@/app/_server/imported";
import { sayer } from "@/app/_server/say";
import { readProtocol } from "@/delphi/protocol-reading";
import type { Edition } from "@/delphi/publication";
import { type Block, paragraphs } from "./blocks";
import type { Sections } from "./report";

/** How the study was made: by the record, and in the facilitators' words. */
export async function methodBlocks(edition: Edition): Promise<Sections> {
  const text = await getTranslations("public.report.methods");
  const say = await sayer();
  const { study, protocol, items, reporting = {} } = edition;
  const parts = items.reduce((sum, item) => sum + item.parts.length, 0);
  const imported = importedShare(edition.rounds);
  return {
    team: [
      ...(study.organiser ? paragraphs(text("organiser", { organiser: study.organiser, imported })) : []),
      ...paragraphs(reporting.team),
      ...paragraphs(reporting.registration),
    ],
    panel: [
      ...paragraphs(reporting.selection),
      ...paragraphs(reporting.recruitment),
      ...paragraphs(reporting["public-role"]),
      ...(protocol.strata.length > 1
        ? ([
            { kind: "paragraph", text: text("strata") },
            { kind: "list", texts: protocol.strata.map(({ title }) => title) },
          ] as const)
        : []),
    ],
    questionnaire: [
      ...paragraphs(text("questionnaire", { items: items.length, parts, imported })),
      ...paragraphs(reporting.development),
      ...paragraphs(reporting.piloting),
      ...paragraphs(reporting.accessibility),
    ],
    rounds: [
      ...(await importedNotes(edition.rounds)).flatMap((note) => paragraphs(note)),
      ...paragraphs(text("rounds", { imported })),
      await roundsTable(edition),
      ...paragraphs(reporting.retention),
      ...paragraphs(reporting.incidents),
    ],
    rules: [
      ...paragraphs(text("rules", { imported })),
      {
        kind: "list",
        texts: readProtocol(
          protocol,
          items.map(({ kind }) => kind),
        ).map(say),
      },
      ...paragraphs(reporting.thresholds),
      { kind: "quiet", text: text("protocol-digest", { digest: edition.protocolDigest }) },
    ],
    analysis: [
      ...paragraphs(text("analysis")),
      {
        kind: "list",
        texts: measuresUsed(protocol).map(({ title, source }) => text("measure", { title, source })),
      },
      ...paragraphs(reporting.analysis),
    ],
    anonymity: paragraphs(
      text("anonymity", { k: protocol.minimumGroup, mode: protocol.anonymity, imported }),
    ),
    changes: await changes(edition),
  };
}

async function roundsTable({ rounds }: Edition): Promise<Block> {
  const text = await getTranslations("public.results");
  const { span } = await dates();
  return {
    kind: "table",
    caption: text("method.participation"),
    columns: [
      { label: text("method.round"), width: 15 },
      { label: text("method.when"), width: 40 },
      { label: text("method.asked"), width: 15, numeric: true },
      { label: text("asked.invited"), width: 15, numeric: true },
      { label: text("asked.answered"), width: 15, numeric: true },
    ],
    rows: rounds.map((round) => [
      text(round.imported ? "method.elsewhere" : "round", { round: round.round }),
      span(round.openedOn, round.closedOn),
      String(round.asked.length),
      String(round.invited),
      String(round.submitted),
    ]),
  };
}

/** Numbered deviations from the locked protocol, and what became of items between rounds. */
async function changes({ deviations, lineage = [], items, correction }: Edition): Promise<Block[]> {
  const text = await getTranslations("public.report.methods");
  const { day } = await dates();
  const titleOf = (id: string) => items.find((item) => item.id === id)?.title ?? id;
  return [
    ...(correction ? paragraphs(text("correction", { reason: correction.reason })) : []),
    ...(deviations.length === 0 ? paragraphs(text("no-deviations")) : []),
    ...(deviations.length > 0
      ? [
          {
            kind: "list",
            texts: deviations.map(({ number, what, reason, round, date }) =>
              text("deviation", { number, what, reason, round, date: day(date) }),
            ),
          } as const,
        ]
      : []),
    ...(lineage.length > 0
      ? ([
          { kind: "paragraph", text: text("lineage") },
          {
            kind: "list",
            texts: lineage.map(({ round, kind, from, into, reason, before, during }) =>
              text(`changed.${during ? "corrected" : kind}`, {
                round,
                from: from.map(titleOf).join("; "),
                into: into.map(titleOf).join("; "),
                before: before?.title ?? "",
                reason,
              }),
            ),
          },
        ] as const)
      : []),
  ];
}
