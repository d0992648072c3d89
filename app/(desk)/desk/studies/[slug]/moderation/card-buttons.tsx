"use client";

import { useTranslations } from "next-intl";
import type { TextToModerate } from "@/db/queries/moderation";
import { Button, type ButtonLook } from "@/ui/button";
import { type KeyAct, keyName } from "./keys";
import { Key } from "./keys-help";
import type { QueueActs } from "./queue";
import { takesTheme } from "./text-state";

/** Everything that a key does to a text, as buttons with the key beside the word. */
export function CardButtons({
  text,
  chosen,
  acts,
}: {
  text: TextToModerate;
  chosen: boolean;
  acts: QueueActs;
}) {
  const { state } = text;
  const { open, decide } = acts;
  return (
    <div className="flex flex-wrap gap-2">
      {state === "released" ? null : (
        <Act act="release" look="secondary" onClick={() => decide({ act: "release", text })} />
      )}
      <Act act="edit" look="secondary" onClick={() => open(text.id, "edit")} />
      {state === "held-back" ? null : <Act act="hold-back" onClick={() => open(text.id, "hold-back")} />}
      <Act act="choose" pressed={chosen} onClick={() => acts.choose([text])} />
      {takesTheme(text) ? <Act act="theme" onClick={() => open(text.id, "theme")} /> : null}
      {state === "released" && !takesTheme(text) ? (
        <Act
          act="show-first"
          pressed={text.showFirst}
          onClick={() => decide({ act: "show-first", text, first: !text.showFirst })}
        />
      ) : null}
      {state === "waiting" ? null : <Act act="undo" onClick={() => decide({ act: "undo", text })} />}
    </div>
  );
}

function Act({
  act,
  look = "quiet",
  pressed,
  onClick,
}: {
  act: KeyAct;
  look?: ButtonLook;
  pressed?: boolean;
  onClick: () => void;
}) {
  const t = useTranslations("desk.moderation.button");
  return (
    <Button
      type="button"
      look={look}
      aria-pressed={pressed}
      aria-keyshortcuts={keyName(act)}
      onClick={onClick}
      className="px-3 aria-pressed:bg-wash"
    >
      {t(act)} <Key seen>{keyName(act)}</Key>
    </Button>
  );
}
