"use client";

import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Button, type ButtonLook } from "@/ui/button";

/**
 * Asks before something that cannot be taken back. `children` hold the form with the button that does it. For the
 * desk only, since it needs JavaScript.
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
  // Radix wants to be told when there is no description on purpose.
  const described = description ? {} : { "aria-describedby": undefined };
  return (
    <Radix.Root>
      <Radix.Trigger asChild>
        <Button type="button" look={look}>
          {trigger}
        </Button>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-veil" />
        <Radix.Content
          {...described}
          className="fixed top-1/2 left-1/2 z-50 max-h-[85dvh] w-[min(36rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 overflow-y-auto rounded-md border border-edge bg-card p-6 font-sans text-base text-ink"
        >
          <Radix.Title className="text-xl leading-snug font-semibold">{title}</Radix.Title>
          {description ? (
            <Radix.Description className="mt-2 text-muted">{description}</Radix.Description>
          ) : null}
          <div className="mt-6 flex flex-wrap items-center gap-3">
            {children}
            <Radix.Close asChild>
              <Button type="button" look="quiet">
                {close}
              </Button>
            </Radix.Close>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
