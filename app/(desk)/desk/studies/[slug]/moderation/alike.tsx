"use client";

import { useTranslations } from "next-intl";
import type { ModeratedItem, TextToModerate } from "@/db/queries/moderation";
import { Button } from "@/ui/button";
import { Disclosure } from "@/ui/disclosure";

/** Texts that look like one another, as a suggestion of what to merge or to put under one theme. */
export function Alike({
  groups,
  texts,
  choose,
}: {
  groups: ModeratedItem["alike"];
  texts: readonly TextToModerate[];
  choose: (texts: readonly TextToModerate[]) => void;
}) {
  const t = useTranslations("desk.moderation.alike");
  const open = groups
    .map((ids) => texts.filter((text) => ids.includes(text.id) && text.state !== "merged"))
    .filter((group) => group.length > 1 && group.some((text) => text.state === "waiting"));
  if (open.length === 0) return null;
  return (
    <Disclosure quiet summary={<span className="text-sm">{t("title", { groups: open.length })}</span>}>
      <p className="max-w-measure font-sans text-sm text-muted">{t("how")}</p>
      <ul className="mt-2 border-t border-line">
        {open.map((group) => (
          <li key={group[0]!.id} className="space-y-2 border-b border-line py-3">
            {group.map((text) => (
              <p key={text.id} className="line-clamp-2 text-base [overflow-wrap:anywhere]">
                {text.released ?? text.text}
              </p>
            ))}
            <Button type="button" look="secondary" onClick={() => choose(group)}>
              {t("choose", { count: group.length })}
            </Button>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
