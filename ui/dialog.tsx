"use client";

import { type ReactNode, useId, useRef } from "react";
import { Button, type ButtonLook } from "@/ui/button";

/**
 * Asks before something that cannot be taken back. `children` hold the form with the button that does it. The
 * browser's own dialog keeps the focus inside and closes on Escape. For the desk only, since it needs JavaScript.
 */
export function Dialog({
  trigger,
  look = "secondary",
  title,
  description,
  close,
  children,
}: {
  /** The text of the button that opens it. */
  trigger: ReactNode;
  look?: ButtonLook;
  title: ReactNode;
  description?: ReactNode;
  /** The text of the button that leaves without doing anything. */
  close: ReactNode;
  children?: ReactNode;
}) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <Button type="button" look={look} aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
        {trigger}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={`${id}-title`}
        aria-describedby={description ? `${id}-text` : undefined}
        className="m-auto max-h-[85dvh] w-[min(36rem,calc(100vw-2rem))] overflow-y-auto rounded-md border border-edge bg-card p-6 font-sans text-base text-ink backdrop:bg-veil"
      >
        <h2 id={`${id}-title`} className="text-xl leading-snug">
          {title}
        </h2>
        {description ? (
          <p id={`${id}-text`} className="mt-2 text-muted">
            {description}
          </p>
        ) : null}
        <div className="mt-6 flex flex-wrap items-center gap-3">
          {children}
          <Button type="button" look="quiet" onClick={() => dialog.current?.close()}>
            {close}
          </Button>
        </div>
      </dialog>
    </>
  );
}
