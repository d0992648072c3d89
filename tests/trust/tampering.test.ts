import { describe, expect, test } from "vitest";
import type { SeatAnswers } from "@/delphi/analysis";
import { canonical } from "@/delphi/canonical";
import { policyDelphi } from "@/delphi/presets";
import type { Protocol } from "@/delphi/protocol";
import { withDigestList } from "@/delphi/verification/bundle-files";
import { type BundleFiles, packBundle, unpackBundle } from "@/delphi/verification/zip";
import { anOption, aScenario } from "../delphi/a-round";
import { fc } from "../draws";
import { aBundle, faultsOf, packed, sha256, textOf, verified } from "./a-bundle";

const items = [anOption("bridge"), anOption("ferry"), aScenario("flood")];
const places = items.map((item) => ({ place: `${item.id}/${item.parts[0]!.id}`, kind: item.kind }));

const aPanel = (strata: readonly string[]) =>
  fc
    .array(
      fc.record({
        stratum: fc.constantFrom(null, ...strata),
        rounds: fc.array(
          fc.record({
            here: fc.boolean(),
            option: fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: 3, maxLength: 3 }),
            chance: fc.integer({ min: 0, max: 20 }),
          }),
          { minLength: 3, maxLength: 3 },
        ),
      }),
      { minLength: 1, maxLength: 45 },
    )
    .map((experts) =>
      [0, 1, 2].map((round) =>
        experts.flatMap(({ stratum, rounds }, at): SeatAnswers[] => {
          const { here, option, chance } = rounds[round]!;
          if (!here && at % 3 !== 0) return [];
          const values = places.map(({ place, kind }, one): [string, number | null] => [
            place,
            kind === "scenario" ? chance * 5 : option[one]!,
          ]);
          return [{ seat: `seat-${at}`, stratum, values: new Map(values) }];
        }),
      ),
    );

const protocolOf = (strata: readonly string[], minimumGroup: number): Protocol => ({
  ...policyDelphi,
  minimumGroup,
  strata: strata.map((id) => ({ id, title: id })),
});

const studies = fc
  .tuple(
    fc.constantFrom<readonly string[]>([], ["east", "west"], ["a", "b", "c"]),
    fc.integer({ min: 3, max: 6 }),
  )
  .chain(([strata, k]) =>
    aPanel(strata).map((rounds) => ({
      protocol: protocolOf(strata, k),
      items,
      rounds,
      texts: ["One.", "Two."],
    })),
  );

test("whatever a panel answers, the bundle of its edition holds, and equal files are equal bytes", () => {
  fc.assert(
    fc.property(studies, (study) => {
      const files = aBundle(study);
      expect(faultsOf(verified(files))).toEqual([]);
      const bytes = packBundle(files);
      const opened = unpackBundle(bytes) as BundleFiles;
      expect(packBundle(new Map([...opened].reverse()))).toEqual(bytes);
      expect(verified(opened).holds).toBe(true);
    }),
    { numRuns: 60 },
  );
});

/** Thirty experts, two rounds; everybody moves a little. */
const steady = (): BundleFiles =>
  aBundle({
    protocol: protocolOf(["east", "west"], 5),
    items,
    rounds: [0, 1].map((round) =>
      Array.from({ length: 30 }, (_, at) => ({
        seat: `seat-${at}`,
        stratum: at % 2 === 0 ? "east" : "west",
        values: new Map(
          places.map(({ place, kind }, one) => [
            place,
            kind === "scenario" ? ((at * 7 + round) % 21) * 5 : 1 + ((at + one * round) % 5),
          ]),
        ),
      })),
    ),
    texts: ["It would last.", "Ferries are cheaper."],
  });

const files = steady();
const digest = sha256(textOf(files, "edition.json"));

const changed = (name: string, change: (text: string) => string): BundleFiles => {
  const text = textOf(files, name);
  const other = change(text);
  expect(other).not.toBe(text);
  return new Map(files).set(name, new TextEncoder().encode(other));
};

/** As a careful forger would: everything that follows from the changed edition is made anew, digests included. */
function forged(change: (edition: ReturnType<typeof JSON.parse>) => void): BundleFiles {
  const edition = JSON.parse(textOf(files, "edition.json"));
  change(edition);
  const parts = new Map(
    [...files.keys()].flatMap((name) => {
      const part = /^parts\/(.*)\.json$/.exec(name)?.[1];
      return part === undefined ? [] : [[part, textOf(files, name)] as const];
    }),
  );
  return packed(canonical(edition), parts, textOf(files, "protocol.json"));
}

const firstFigure = (edition: ReturnType<typeof JSON.parse>, round = 0) => edition.rounds[round].figures[0];

describe("a changed byte", () => {
  test("of any file is found by the list of digests", () => {
    for (const name of files.keys()) {
      const bytes = Uint8Array.from(files.get(name)!);
      for (const at of [0, Math.floor(bytes.length / 2), bytes.length - 1]) {
        const flipped = Uint8Array.from(bytes);
        flipped[at]! ^= 1;
        expect(verified(new Map(files).set(name, flipped)).holds, `${name} at ${at}`).toBe(false);
      }
    }
  });

  test("of the archive itself is found, or leaves every file as it was", () => {
    const bytes = packBundle(files);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, by) => {
          const flipped = Uint8Array.from(bytes);
          flipped[at]! ^= by;
          const opened = unpackBundle(flipped);
          if (typeof opened === "string" || !verified(opened).holds) return;
          expect([...opened].map(([name, body]) => [name, sha256(body)])).toEqual(
            [...(unpackBundle(bytes) as BundleFiles)].map(([name, body]) => [name, sha256(body)]),
          );
        },
      ),
      { numRuns: 100 },
    );
    for (const part of [0.2, 0.5, 0.9, 0.999])
      expect(typeof unpackBundle(bytes.slice(0, Math.floor(bytes.length * part)))).toBe("string");
  });

  test("a file too many, one too few and one named twice are found", () => {
    const more = new Map(files).set("more.txt", new Uint8Array([1]));
    expect(faultsOf(verified(more))).toEqual(["more.txt is not listed."]);
    for (const name of files.keys()) {
      const fewer = new Map(files);
      fewer.delete(name);
      expect(verified(fewer).holds, name).toBe(false);
    }
  });
});

describe("a forger who makes every digest anew is found", () => {
  const found = (forgery: BundleFiles, fault: RegExp) => {
    const report = verified(forgery);
    expect(report.holds).toBe(false);
    expect(faultsOf(report).join("\n")).toMatch(fault);
  };

  test("who moves one answer to another point", () =>
    found(
      forged((edition) => {
        firstFigure(edition).counts[0] += 1;
        firstFigure(edition).counts[4] -= 1;
      }),
      /the counts give/,
    ));

  test("who changes a median, a share or an interval", () => {
    found(
      forged((edition) => (firstFigure(edition).median += 1)),
      /median is .*, the counts give/,
    );
    found(
      forged((edition) => (firstFigure(edition).topPercent += 1)),
      /topPercent is/,
    );
    found(
      forged((edition) => (firstFigure(edition).interval.low -= 1)),
      /interval is/,
    );
    found(
      forged((edition) => (firstFigure(edition).n += 1)),
      /counts add up to/,
    );
  });

  test("who changes a verdict of agreement, a mark, a verdict of stability or what it rests on", () => {
    found(
      forged((edition) => {
        const figure = firstFigure(edition);
        figure.consensus.met = !figure.consensus.met;
      }),
      /rule of agreement gives/,
    );
    found(
      forged((edition) => (firstFigure(edition).mark = "agreed")),
      /does not follow/,
    );
    found(
      forged((edition) => {
        const { stability } = firstFigure(edition, 1);
        stability.met = !stability.met;
      }),
      /rule of stability gives/,
    );
    found(
      forged((edition) => {
        const { pairCounts } = firstFigure(edition, 1).stability;
        pairCounts.later[0] += 1;
        pairCounts.later[1] -= 1;
      }),
      /the published data give|more answers on a point/,
    );
  });

  test("who changes what is asked again, or whether to stop", () => {
    found(
      forged((edition) => {
        const [first] = edition.rounds[1].carryForward;
        Object.assign(
          first,
          first.because === "stable"
            ? { proposal: "ask", because: "not-stable-yet" }
            : { proposal: "settled", because: "stable" },
        );
      }),
      /the rules give/,
    );
    found(
      forged((edition) => (edition.rounds[0].stop = !edition.rounds[0].stop)),
      /published is the contrary/,
    );
  });

  test("who adds a receipt, takes one away or changes one out of order", () => {
    found(
      forged((edition) => edition.receipts[0].counted.pop()),
      /receipts are listed, 30 submitted/,
    );
    found(
      forged((edition) => edition.receipts[0].counted.push("f".repeat(64))),
      /31 receipts are listed/,
    );
    found(
      forged((edition) => edition.receipts[0].counted.reverse()),
      /not sorted/,
    );
    found(
      forged((edition) => (edition.receipts[0].counted[0] = "none")),
      /malformed/,
    );
  });

  test("who shows a small group or leaves one out", () => {
    found(
      forged((edition) => (edition.protocol.minimumGroup = 16)),
      /it is about 15 experts|not the locked one/,
    );
    found(
      forged((edition) => edition.rounds[0].figures.pop()),
      /has no row/,
    );
    found(
      forged((edition) => {
        const east = edition.rounds[0].figures.find((one: { stratum: string }) => one.stratum === "east");
        east.n = 13;
      }),
      /2 experts are left outside the groups shown/,
    );
  });

  test("who changes the protocol, or a text", () => {
    found(
      forged((edition) => (edition.protocol.rounds = 2)),
      /not the locked one/,
    );
    const [name] = [...files.keys()].filter((one) => one.startsWith("parts/"));
    const reworded = new Map(changed(name!, (text) => text.replace(/last|cheaper/, "fail")));
    reworded.delete("SHA256SUMS");
    found(withDigestList(reworded, sha256), /is not the text that the edition holds/);
  });

  test("who changes the table or the document and not the edition", () => {
    for (const [copy, change] of [
      ["results.csv", (text: string) => text.replace(/,30,0,0,,3,/, ",30,0,0,,4,")],
      ["results.json", (text: string) => text.replace('"median": 3', '"median": 4')],
    ] as const) {
      const other = new Map(changed(copy, change));
      other.delete("SHA256SUMS");
      found(
        withDigestList(other, sha256),
        new RegExp(`${copy.replace(".", "\\.")} differs from edition.json`),
      );
    }
  });

  test("who changes everything at once and alike, by the digest that was published", () => {
    const forgery = forged((edition) => (edition.study.title = "Another title"));
    expect(verified(forgery).holds).toBe(true);
    expect(faultsOf(verified(forgery, { published: digest })).join()).toContain("edition.json was changed");
  });

  test("who breaks the chain", () => {
    const second = forged((edition) => Object.assign(edition, { number: 2, previous: digest }));
    expect(verified(second).checks.find(({ name }) => name === "chain")?.state).toBe("not-checked");
    expect(verified(second, { previous: digest }).holds).toBe(true);
    expect(verified(second, { previous: "0".repeat(64) }).holds).toBe(false);
    expect(verified(forged((edition) => Object.assign(edition, { number: 2 }))).holds).toBe(false);
  });
});

test("a figure that rests on data too fine to show is not recomputable, and the report says why", () => {
  const { holds, notRecomputable } = verified(files);
  expect(holds).toBe(true);
  expect(notRecomputable).toContainEqual({
    figure: "flood/probability in round 1",
    reason: "single values are too fine to show",
  });
  expect(notRecomputable.filter(({ figure }) => figure.includes("bridge"))).toEqual([]);
});

test("whatever is handed in as a bundle is answered with a report or a sentence", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(typeof unpackBundle(bytes)).toBe("string");
    }),
  );
  for (const body of ["", "{}", "null", "[1]", '{"format":"tholos-edition/2"}', "\ud800", "{"]) {
    const broken = withDigestList(new Map([["edition.json", body]]), sha256);
    expect(verified(broken).holds).toBe(false);
  }
});
