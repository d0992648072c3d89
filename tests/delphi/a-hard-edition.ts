import { editionWith, type Part, parseEdition } from "@/delphi/edition-text";
import type { Item } from "@/delphi/item";
import type { Edition } from "@/delphi/publication";
import { aBundle, sha256, textOf } from "@/tests/trust/a-bundle";
import { anOption, aProtocol, aScenario } from "./a-round";

/** Texts that files of other people's programs stumble over. */
export const HARD_TEXTS = {
  long: `${"A title that goes on and on, ".repeat(20)}`.slice(0, 299).trimEnd(),
  arabic: "هل ينبغي أن نبني الجسر الآن، أم ننتظر سنة أخرى؟",
  hebrew: 'לבנות את הגשר (עכשיו), "מיד"',
  emoji: "Bridge 🌉 or ferry ⛴️, say 👩‍🔬👨‍👩‍👧‍👦?",
  quotes: `He said "no, never", 'twice'; and <b>&amp;</b> | 2 % \\ / {x}`,
  formula: '=HYPERLINK("http://x.example","y")',
  minus: "-2+3",
  control: "A tab\there, a line\nthere, and \u0001\uFFFE what XML can't hold",
} as const;

const titled = (id: string, title: string): Item => ({ ...anOption(id), title, text: title });

/** On each item: what 12 experts of two groups, and a thirteenth alone in a third, answer. */
const ANSWERS: Readonly<Record<string, readonly (number | null | undefined)[]>> = {
  long: [1, 5, 1, 5, 1, 5, 2, 4, 1, 5, 1, 5, 3],
  arabic: [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3],
  hebrew: [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 3, 3, 1],
  emoji: [2, 2, 4, 4, 2, 2, 4, 4, 2, 2, 4, 4, 2],
  quotes: [3, 3, 3, 5, 5, 5, 1, 1, 1, 4, 4, 2, 3],
  formula: [1, 2, 4, 5, 1, 2, 4, 5, 1, 2, 4, 5, 1],
  minus: Array.from({ length: 13 }, () => undefined),
  control: Array.from({ length: 13 }, () => null),
  flood: [5, 10, 35, 80, 20, 15, 40, 60, 55, 90, 95, 0, 50],
};

/** An edition of two rounds with hard texts, a question nobody answered, one all pass over, a group of one, and no agreement. */
export function aHardEdition(): { edition: Edition; digest: string; files: ReturnType<typeof aBundle> } {
  const items = [
    ...Object.entries(HARD_TEXTS).map(([id, title]) => titled(id, title)),
    { ...aScenario("flood"), title: HARD_TEXTS.emoji, resolvesIf: HARD_TEXTS.quotes, until: "2030" },
  ];
  const protocol = {
    ...aProtocol(),
    strata: [
      { id: "east", title: 'East, "upper" bank 🌊' },
      { id: "west", title: "الضفة الغربية" },
      { id: "alone", title: "=Alone" },
    ],
  };
  const seats = Array.from({ length: 13 }, (_, at) => ({
    seat: `seat-${at}`,
    stratum: at === 12 ? "alone" : at % 2 === 0 ? "east" : "west",
    values: new Map(
      items.flatMap(({ id, parts }) => {
        const value = ANSWERS[id]![at];
        return value === undefined ? [] : [[`${id}/${parts[0]!.id}`, value] as const];
      }),
    ),
  }));
  const files = aBundle({
    protocol,
    items,
    rounds: [seats, seats],
    texts: [HARD_TEXTS.quotes, HARD_TEXTS.arabic, `${HARD_TEXTS.emoji}\nA second line.`],
  });
  const parts = new Map(
    [...files.keys()].flatMap((name) => {
      const part = /^parts\/(.*)\.json$/.exec(name)?.[1];
      return part ? [[part, JSON.parse(textOf(files, name)) as Part] as const] : [];
    }),
  );
  const text = textOf(files, "edition.json");
  const edition = editionWith(parseEdition(text), parts);
  return {
    edition: {
      ...edition,
      study: { ...edition.study, title: HARD_TEXTS.quotes, question: HARD_TEXTS.arabic },
    },
    digest: sha256(text),
    files,
  };
}
