import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { readRatings } from "@/cli/ratings-file";
import type { Desk } from "@/db/access/desk";
import { readOutside } from "@/db/outside-rounds";
import { textOfPanelFile } from "@/db/panel-bytes";
import { readPanelFile } from "@/db/panel-file";
import { PlainError } from "@/db/plain-error";
import { readDesign } from "@/delphi/design-file";
import { Item } from "@/delphi/item";
import { policyDelphi } from "@/delphi/presets";
import { Stratum } from "@/delphi/protocol";
import { unpackBundle } from "@/delphi/verification/zip";
import { fc } from "../draws";

/** Pieces that trip readers of tables and documents, and anything else. */
const piece = fc.oneof(
  fc.constantFrom(
    ",",
    ";",
    "\t",
    '"',
    "\n",
    "\r\n",
    "\0",
    "\uFEFF",
    "'=cmd()",
    "name,e-mail",
    "<script>",
    "\u202E",
    "@",
    "a@b.example",
    "{",
    "}",
    "[",
    ":",
    '"format"',
  ),
  fc.string({ unit: "binary", maxLength: 12 }),
);
const anyText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));
const RUNS = { numRuns: 600 };

/** A sentence for a person is an answer; anything else that is thrown is a bug. */
function plainly<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof PlainError) return null;
    throw error;
  }
}

describe("hostile input in files", () => {
  test("a panel file of any bytes gives rows and reasons, and never an address that was not in it", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { rows, bad } = readPanelFile(text);
        for (const row of rows)
          expect(text.toLowerCase()).toContain(row.address.split("@")[0]!.toLowerCase());
        for (const one of bad) expect(one.reason).toMatch(/\S/);
      }),
      RUNS,
    );
  });

  test("a panel file of any bytes, or a workbook with any part of it changed, is text or one plain refusal", async () => {
    const rows = [
      ["name", "email"],
      ["Ada", "ada@river.example"],
    ];
    const book = await writeXlsx({ sheets: [{ name: "Panel", rows }] });
    const changes = fc.array(fc.tuple(fc.nat(book.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 200 }), changes), async (given) => {
        const bytes = given instanceof Uint8Array ? given : book.slice();
        if (!(given instanceof Uint8Array)) for (const [at, byte] of given) bytes[at] = byte;
        const read = await textOfPanelFile(bytes);
        if (read.ok) readPanelFile(read.value);
        else expect(["not-a-sheet", "old-sheet", "file-too-large"]).toContain(read.refusal);
      }),
      { numRuns: 300 },
    );
  });

  test("good rows of a panel file are kept, whatever broken lines stand around them", () => {
    const line = fc
      .string({ unit: "grapheme", maxLength: 30 })
      .map((text) => text.replace(/[",;\t\r\n@]/g, ""));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.array(line, { maxLength: 8 }), (before, after) => {
        const text = [...before, "ada@river.example", ...after].join("\n");
        expect(readPanelFile(text).rows.map((row) => row.address)).toContain("ada@river.example");
      }),
      RUNS,
    );
  });

  test("ratings of any bytes are rows, bad rows with their line, or one plain sentence", () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, headed) => {
        const read = plainly(() =>
          readRatings(headed ? `expert,stratum,round,item,part,value\n${text}` : text, null),
        );
        for (const bad of read?.bad ?? []) expect(bad.reason).toMatch(/\S/);
      }),
      RUNS,
    );
  });

  test("rounds of any bytes, described by any others, are ones that a study can hold, or problems in sentences", () => {
    const desk = { protocol: policyDelphi, locked: false } as Desk;
    const [head, cell] = [
      "expert,stratum,round,item,part,value",
      fc.oneof(fc.constantFrom("a", "1", "2", "x", "rationale", "abstain"), anyText),
    ];
    const row = fc.tuple(cell, cell, cell, cell, cell, cell).map((cells) => cells.join(","));
    const table = fc.oneof(
      anyText,
      fc.array(row, { maxLength: 12 }).map((rows) => [head, ...rows].join("\n")),
    );
    const described = fc.option(
      fc.tuple(fc.boolean(), anyText).map(([headed, text]) => (headed ? `item,part\n${text}` : text)),
      { nil: undefined },
    );
    fc.assert(
      fc.property(table, described, (text, description) => {
        const read = readOutside(desk, [], { study: "s", text, described: description });
        for (const { reason } of [...read.bad, ...read.undescribed]) expect(reason).toMatch(/\S/);
        for (const problem of [...read.problems, ...read.unfit]) expect(problem).toMatch(/\S/);
        if (read.problems.length > 0) return;
        expect(Stratum.array().safeParse(read.strata).success).toBe(true);
        for (const { items } of read.rounds) expect(Item.array().safeParse(items).success).toBe(true);
        expect(JSON.stringify([read.items, read.rounds, read.strata])).not.toContain("\\u0000");
      }),
      RUNS,
    );
  });

  test("a design file of any text or any JSON is a design or a refusal", () => {
    const json = fc.json({ maxDepth: 4 });
    const marked = fc
      .jsonValue({ maxDepth: 3 })
      .map((value) =>
        JSON.stringify({ format: "tholos-design/1", content: value, items: value, protocol: value }),
      );
    fc.assert(
      fc.property(fc.oneof(anyText, json, marked), (text) => {
        expect(readDesign(text)).toMatchObject({ ok: false, refusal: "not-a-design" });
      }),
      RUNS,
    );
  });

  test("an archive of any bytes is unpacked or refused with a sentence", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const zipped = new Uint8Array([0x50, 0x4b, 0x03, 0x04, ...bytes]);
        for (const given of [bytes, zipped]) {
          const files = unpackBundle(given);
          expect(typeof files === "string" ? files : files.size).toSatisfy(
            (said: unknown) => typeof said === "number" || /\S/.test(String(said)),
          );
        }
      }),
      RUNS,
    );
  });
});
