import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import { PageNav } from "@/ui/page";

/** From one closed round to another; nothing where there is one only. */
export async function RoundLinks<T extends string>({
  label,
  rounds,
}: {
  label: string;
  rounds: readonly { number: number; href: Route<T>; current: boolean }[];
}) {
  const t = await getTranslations("desk.rounds");
  if (rounds.length < 2) return null;
  return (
    <PageNav
      label={label}
      links={rounds.map(({ number, href, current }) => ({
        href,
        current,
        label: t("round", { round: number }),
      }))}
    />
  );
}
