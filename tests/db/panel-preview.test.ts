import { zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { system } from "@/db/actor";
import { importPanel } from "@/db/commands/import-panel";
import { textOfPanelFile } from "@/db/panel-bytes";
import { guessColumns } from "@/db/panel-columns";
import { readPanelFile } from "@/db/panel-file";
import { readPanelLines } from "@/db/panel-lines";
import { panelPreview } from "@/db/queries/panel-preview";
import { roll } from "@/db/queries/roll";
import { aStudy, value } from "./a-study";
import { freshDatabase, type TestDatabase } from "./database";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const guess = (text: string) => guessColumns(readPanelLines(text));

describe("the columns of a panel's file", () => {
  it("are known by their heads, first and last name put together", () => {
    const text =
      "Last name,First name,E-Mail,Organisation,Preferred language,Comments\nByron,Ada,ada@example.org,River Trust,German,met in Bonn";
    expect(guess(text)).toEqual({
      header: true,
      fields: ["last-name", "first-name", "address", null, "language", "note"],
    });
    expect(readPanelFile(text).rows).toEqual([
      {
        line: 2,
        name: "Ada Byron",
        address: "ada@example.org",
        stratum: "",
        language: "de",
        note: "met in Bonn",
      },
    ]);
  });

  it("are told from their values where no head is known, with or without a first line of heads", () => {
    const rows = "Ada,ada@example.org,North\nBen,ben@example.org,South";
    expect(guess(rows)).toEqual({ header: false, fields: ["name", "address", "stratum"] });
    expect(guess(`Nom,Courriel,Région\n${rows}`)).toEqual({
      header: true,
      fields: ["name", "address", "stratum"],
    });
  });

  it("are as a person corrects them", () => {
    const text = "a,b,c\nNorth,Ada,ada@example.org";
    const fields = ["stratum", "name", "address"] as const;
    const { rows } = readPanelFile(text, { header: true, fields: [...fields] });
    expect(rows).toMatchObject([{ name: "Ada", stratum: "North", address: "ada@example.org" }]);
  });

  it("leave out a line whose language nobody knows", () => {
    const { rows, bad } = readPanelFile("email,language\nada@example.org,Elvish\nben@example.org,pt_BR");
    expect(bad).toMatchObject([{ line: 2 }]);
    expect(rows).toMatchObject([{ language: "pt-BR" }]);
  });
});

describe("a file of 5,000 rows with 40 bad ones", () => {
  const body = Array.from({ length: 5000 }, (_, at) =>
    at % 125 === 7 ? `P ${at},p${at} at example.org,g${at % 3}` : `P ${at},p${at}@example.org,g${at % 3}`,
  );
  const text = ["Name,E-mail,Group", ...body].join("\n");

  it("says what it would do and stores nothing; then its good rows are kept and its bad ones named", async () => {
    const { slug } = await aStudy("preview-crowd", { experts: 0, open: false });
    const began = performance.now();
    const preview = await panelPreview(system, { study: slug, text });
    // Half a second at rest: what is looked at row against row would take minutes.
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(preview).toMatchObject({ fresh: 4960, known: 0, groups: ["g0", "g1", "g2"] });
    expect(preview.bad).toHaveLength(40);
    expect(preview.bad[0]).toMatchObject({
      line: 9,
      reason: "“p7 at example.org” is not an e-mail address.",
    });
    expect((await roll(system, { study: slug })).people).toEqual([]);

    const columns = preview.columns ?? undefined;
    expect(value(await importPanel(system, { study: slug, text, columns }))).toMatchObject({ added: 4960 });

    // The file of bad lines, mended, is a panel's file like any other.
    const mended = preview.mend.replaceAll(" at example.org", "@example.org");
    expect(value(await importPanel(system, { study: slug, text: mended }))).toMatchObject({
      added: 40,
      bad: [],
    });
    expect(await panelPreview(system, { study: slug, text })).toMatchObject({ fresh: 0, known: 4960 });
  });

  it("reads the same from a workbook", async () => {
    const rows = text.split("\n").map((line) => line.split(","));
    const read = value(await textOfPanelFile(await writeXlsx({ sheets: [{ name: "Panel", rows }] })));
    const [sheet, csv] = [readPanelFile(read), readPanelFile(text)];
    expect(sheet).toEqual(csv);
    expect([sheet.rows.length, sheet.bad.length]).toEqual([4960, 40]);
  });
});

describe("a panel's file as bytes", () => {
  it("counts a workbook's empty rows, takes its first filled sheet, and leaves texts what they were", async () => {
    const rows = [["email", "note"], [], ["ada@example.org", "=1+1"], ["", ""], ["ben", "two\nlines"]];
    const book = await writeXlsx({
      sheets: [
        { name: "Empty", rows: [] },
        { name: "Panel", rows },
      ],
    });
    const read = readPanelFile(value(await textOfPanelFile(book)));
    expect(read.rows).toMatchObject([{ line: 3, address: "ada@example.org", note: "=1+1" }]);
    expect(read.bad).toMatchObject([{ line: 5 }]);
  });

  it("is read in the encodings that spreadsheets write", async () => {
    const text = "name;email\nZoë Müller;zoe@example.org";
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
    for (const bytes of [Buffer.from(text), utf16, Buffer.from(text, "latin1")])
      expect(readPanelFile(value(await textOfPanelFile(bytes))).rows).toMatchObject([{ name: "Zoë Müller" }]);
  });

  it("is refused with a sentence when it is no whole workbook, an old one, or unpacks to more than a panel", async () => {
    const book = await writeXlsx({ sheets: [{ name: "Panel", rows: [["ada@example.org"]] }] });
    const bomb = zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(60_000_000) });
    expect(await textOfPanelFile(book.slice(0, 900))).toMatchObject({ refusal: "not-a-sheet" });
    expect(await textOfPanelFile(zipSync({ "a.txt": new Uint8Array(3) }))).toMatchObject({
      refusal: "not-a-sheet",
    });
    expect(await textOfPanelFile(Buffer.from("d0cf11e0a1b11ae1", "hex"))).toMatchObject({
      refusal: "old-sheet",
    });
    expect(await textOfPanelFile(bomb)).toMatchObject({ refusal: "file-too-large" });
  });
});
